import type { Lang } from '#core/i18n/lang.ts';
import type { Ballot } from '../../schema.ts';
import { constituencyName, optionName } from '../../words/rules.ts';

/** The outcome in one sentence: "Adopted: 14 for, 2 against, 1 abstained." */
export function verdictWords(lang: Lang, ballot: Ballot): string {
  const { closure, kind } = ballot;
  if (!closure) return '';
  const { verdict, option, between, rows } = closure.result;
  const names = lang.list(between.map((id) => optionName(lang, ballot, id)));
  switch (verdict) {
    case 'adopted':
    case 'rejected': {
      const sum = (of: 'for' | 'against' | 'abstain') => rows.reduce((all, row) => all + row[of], 0);
      const counts = { for: sum('for'), against: sum('against'), abstain: sum('abstain') };
      return [lang.t(`ballots.verdict.${verdict}`, counts), stoppedBy(lang, ballot)].filter(Boolean).join(' ');
    }
    case 'elected':
      return lang.t('ballots.verdict.elected', { option: optionName(lang, ballot, option ?? '') });
    case 'second_round':
      return lang.t('ballots.verdict.second_round', { options: names });
    case 'tie':
      return kind === 'motion'
        ? lang.t('ballots.verdict.tie')
        : lang.t('ballots.verdict.tie_between', { options: names });
    default:
      return lang.t(`ballots.verdict.${verdict}`);
  }
}

/** Where all together wanted it, and a constituency did not: which one. */
function stoppedBy(lang: Lang, { opening, closure }: Ballot): string | null {
  const [overall, ...apart] = closure?.result.outcome?.steps ?? [];
  const missed = apart.filter((step) => !step.met);
  if (!opening || !overall?.met || missed.length === 0) return null;
  const groups = lang.list(missed.map((step) => constituencyName(lang, opening, step.constituency ?? '')));
  return lang.t('ballots.verdict.stopped', { groups });
}
