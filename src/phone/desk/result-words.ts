import type { PlainLang } from '#core/i18n/plain-lang.ts';
import type { Mark } from '#modules/meetings/desk/schema.ts';
import type { Found } from './outcome.ts';

/** Was it adopted, and if not, why: the key of the words. */
export function verdictOf({ quorum, outcome }: Found): 'no_quorum' | 'no_rule' | 'adopted' | 'rejected' {
  if (quorum?.met === false) return 'no_quorum';
  if (!outcome) return 'no_rule';
  return outcome.adopted ? 'adopted' : 'rejected';
}

export const sumOf = ({ votes }: Pick<Found, 'votes'>, mark: Mark): number =>
  votes.reduce((all, row) => all + row[mark], 0);

/** "Adopted. 12 for, 3 against, 1 abstain." */
export function resultWords(lang: PlainLang, found: Found): string {
  const verdict = lang.t(`phone.result.${verdictOf(found)}`).replace(/\.$/, '');
  const counts = { for: sumOf(found, 'for'), against: sumOf(found, 'against'), abstain: sumOf(found, 'abstain') };
  return lang.t('phone.wall.result', { verdict, ...counts });
}
