import type { Lang } from '#core/i18n/lang.ts';
import {
  CONVENERS,
  DECISIONS,
  type Majority,
  type RuleKey,
  type RuleValues,
  type Share,
  type Threshold,
} from '../../schema.ts';

/** "more than half", "at least 2/3". */
export function shareWords(lang: Lang, { than, part, whole }: Share): string {
  if (part * 2 === whole) return lang.t(`forum.rulebook.share.${than}_half`);
  if (part === whole) return lang.t('forum.rulebook.share.whole');
  return lang.t(`forum.rulebook.share.${than}`, { share: whole === 100 ? `${part} %` : `${part}/${whole}` });
}

const thresholdWords = (lang: Lang, { share, of }: Threshold): string =>
  lang.t(`forum.rulebook.of.${of}`, { share: shareWords(lang, share) });

function majorityWords(lang: Lang, { all, each }: Majority): string {
  const overall = thresholdWords(lang, all);
  return each ? lang.t('forum.rulebook.and_each', { all: overall, each: shareWords(lang, each.share) }) : overall;
}

const termWords = (lang: Lang, { months, inRow }: RuleValues['term_seat']): string =>
  inRow === null
    ? lang.t('forum.rulebook.says.term', { months })
    : lang.t('forum.rulebook.says.term_limited', { months, n: inRow });

type Said = { readonly [K in RuleKey]: (lang: Lang, value: RuleValues[K]) => string };

const majorities = Object.fromEntries(DECISIONS.map((kind) => [kind, majorityWords])) as {
  readonly [K in (typeof DECISIONS)[number]]: typeof majorityWords;
};

const SAID: Said = {
  ...majorities,
  convening: (lang, { who, members }) =>
    [
      ...CONVENERS.filter((one) => who.includes(one)).map((one) => lang.t(`forum.rulebook.convener.${one}`)),
      ...(members === null ? [] : [lang.t('forum.rulebook.says.convening', { n: members })]),
    ].join('; '),
  meetings: (lang, { months }) => lang.t('forum.rulebook.says.meetings', { months }),
  notice: (lang, { days, urgent, agenda }) =>
    [
      lang.t('forum.rulebook.says.notice', { days }),
      ...(urgent === null ? [] : [lang.t('forum.rulebook.says.notice_urgent', { days: urgent })]),
      ...(agenda === null ? [] : [lang.t('forum.rulebook.says.notice_agenda', { days: agenda })]),
    ].join('; '),
  quorum: (lang, value) =>
    `${majorityWords(lang, value)}; ${lang.t(value.recused ? 'forum.rulebook.says.recused_count' : 'forum.rulebook.says.recused_not')}`,
  tie: (lang, { how }) => lang.t(`forum.rulebook.tie.${how}`),
  alternates: (lang, { allowed }) =>
    lang.t(allowed ? 'forum.rulebook.says.alternates' : 'forum.rulebook.says.no_alternates'),
  proxies: (lang, { most, within }) => {
    if (most === 0) return lang.t('forum.rulebook.says.no_proxies');
    return within
      ? lang.t('forum.rulebook.says.proxies_within', { n: most })
      : lang.t('forum.rulebook.says.proxies', { n: most });
  },
  correspondence: (lang, { least, most }) =>
    most === 0
      ? lang.t('forum.rulebook.says.no_correspondence')
      : lang.t('forum.rulebook.says.correspondence', { least, most }),
  secrecy: (lang, { elections, others }) =>
    lang.t('forum.rulebook.says.secrecy', {
      elections: lang.t(`forum.rulebook.secrecy.${elections}`),
      others: lang.t(`forum.rulebook.secrecy.${others}`),
    }),
  names: (lang, { published }) => lang.t(published ? 'forum.rulebook.says.names' : 'forum.rulebook.says.no_names'),
  minutes: (lang, { days, unit }) => lang.t(`forum.rulebook.days.${unit}`, { days }),
  reply: (lang, { days, unit }) => lang.t(`forum.rulebook.days.${unit}`, { days }),
  ...{ term_seat: termWords, term_lead: termWords },
  amendment: (lang, { members, days }) => lang.t('forum.rulebook.says.amendment', { n: members, days }),
  absence: (lang, { meetings }) => lang.t('forum.rulebook.says.absence', { n: meetings }),
};

/** What a rule says, in a few words. */
export const ruleWords = <K extends RuleKey>(lang: Lang, key: K, value: RuleValues[K]): string =>
  SAID[key](lang, value);
