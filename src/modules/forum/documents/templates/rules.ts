import type { Lang } from '#core/i18n/lang.ts';
import { LANGUAGES, type LanguageCode, type Texts } from '#core/i18n/texts.ts';
import type { Bound, Majority, Rulebook, RuleKey, RuleValues, Share, Topic } from '../../rulebook/schema.ts';
import { type Article, type Kind, PREAMBLE } from '../schema.ts';

/**
 * Ready documents to start from. Their numbers follow what real forums wrote (docs/method.md, "Founding documents"):
 * a quorum of more than half, terms of two years and not more than two in a row, meetings at least twice a year as the
 * OGP standard 1.1 asks, a double majority for what binds every side.
 */
export type TemplateKind = Exclude<Kind, 'other'>;

const ARTICLES: Readonly<Record<TemplateKind, readonly string[]>> = {
  rules: [
    ...['1', '1.1', '1.2', '2', '2.1', '3', '3.1', '3.2', '3.3', '3.4', '3.5', '4', '4.1', '4.2'],
    ...['5', '5.1', '5.2', '5.3', '6', '6.1', '6.2', '6.3', '6.4', '7', '7.1', '7.2'],
    ...['8', '8.1', '8.2', '8.3', '8.4', '8.5', '8.6', '8.7', '9', '9.1', '10', '10.1'],
    ...['11', '11.1', '11.2', '12', '12.1', '13', '13.1', '14', '14.1', '15', '15.1', '16', '16.1', '17', '17.1'],
  ],
  memorandum: [
    ...[PREAMBLE, '1', '1.1', '2', '2.1', '3', '3.1', '4', '4.1', '4.2', '5', '5.1', '5.2'],
    ...['6', '6.1', '6.2', '7', '7.1', '8', '8.1', '8.2'],
  ],
};

const share = (than: Share['than'], part: number, whole: number): Share => ({ than, part, whole });
const HALF = share('more_than', 1, 2);
const THIRDS = share('at_least', 2, 3);
const majority = (all: Share, of: Majority['all']['of'], each: Share | null): Majority => ({
  all: { share: all, of },
  each: each && { share: each, of },
});

/** Article and value of each rule of the template; the sentences of the articles take their numbers from here. */
const RULES: { readonly [K in RuleKey]?: readonly [article: string, value: RuleValues[K]] } = {
  convening: ['6.2', { who: ['coordinator', 'co_chairs'], members: 3 }],
  meetings: ['6.1', { months: 6 }],
  notice: ['6.3', { days: 10, urgent: 3, agenda: 3 }],
  quorum: [
    '7.1',
    { all: { share: HALF, of: 'filled' }, each: { share: share('at_least', 1, 4), of: 'filled' }, recused: true },
  ],
  ordinary: ['8.2', majority(HALF, 'cast', null)],
  documents: ['8.4', majority(THIRDS, 'present', HALF)],
  removal: ['8.4', majority(THIRDS, 'present', HALF)],
  members: ['8.4', majority(THIRDS, 'present', HALF)],
  plan: ['8.5', majority(HALF, 'cast', HALF)],
  tie: ['8.3', { how: 'rejected' }],
  alternates: ['4.1', { allowed: true }],
  proxies: ['4.2', { most: 0, within: false }],
  correspondence: ['9.1', { least: 3, most: 10 }],
  secrecy: ['8.6', { elections: 'secret', others: 'open' }],
  names: ['8.7', { published: false }],
  minutes: ['11.1', { days: 10, unit: 'working_days' }],
  term_seat: ['3.3', { months: 24, inRow: 2 }],
  term_lead: ['5.2', { months: 24, inRow: 2 }],
  amendment: ['16.1', { members: 3, days: 14 }],
  absence: ['3.5', { meetings: 3 }],
  reply: ['13.1', { days: 15, unit: 'working_days' }],
};
const TOPICS: Readonly<Record<TemplateKind, { readonly [T in Topic]?: string }>> = {
  rules: {
    ...{ name: '1.1', basis: '2.1', selection: '3.2', lead: '5.1', secretariat: '5.3', observers: '6.4' },
    ...{ consensus: '8.1', conflict: '10.1', dissent: '11.2', groups: '12.1', resources: '14.1' },
    ...{ complaints: '15.1', entry: '17.1', seats: '3.1' },
  },
  memorandum: { name: '1.1', basis: PREAMBLE, entry: '8.1' },
};

/** The rules bound to the articles of a template; those of procedure only, a memorandum binds what it says in words. */
export function templateBook(kind: Kind, document: string): Rulebook {
  if (kind === 'other') return { rules: {}, topics: {} };
  const bound = ([key, [article, value]]: [string, readonly [string, unknown]]): [string, Bound<unknown>] => [
    key,
    { document, article, value },
  ];
  const rules = kind === 'rules' ? Object.fromEntries(Object.entries(RULES).map(bound)) : {};
  const topics = Object.entries(TOPICS[kind]).map(([topic, article]) => [topic, { document, article }]);
  return { rules: rules as Rulebook['rules'], topics: Object.fromEntries(topics) };
}

/** The template in all languages, article by article. */
export function templateArticles(kind: TemplateKind, langs: (code: LanguageCode) => Lang): readonly Article[] {
  return ARTICLES[kind].map((number) => {
    const texts: Texts = Object.fromEntries(
      LANGUAGES.map((code) => [
        code,
        langs(code).say({ key: `forum.documents.templates.${kind}.${number}`, params: NUMBERS }),
      ]),
    );
    const isHeading = number !== PREAMBLE && !number.includes('.');
    return { number, heading: isHeading ? texts : {}, words: isHeading ? {} : texts };
  });
}

const said = <K extends RuleKey>(key: K): RuleValues[K] => RULES[key]![1];

/** What the sentences say in numbers. */
const NUMBERS: Readonly<Record<string, number>> = {
  seat_months: said('term_seat').months,
  seat_in_row: said('term_seat').inRow ?? 0,
  lead_months: said('term_lead').months,
  lead_in_row: said('term_lead').inRow ?? 0,
  missed: said('absence').meetings,
  apart: said('meetings').months,
  members: said('convening').members ?? 0,
  notice: said('notice').days,
  urgent: said('notice').urgent ?? 0,
  agenda: said('notice').agenda ?? 0,
  window_least: said('correspondence').least,
  window_most: said('correspondence').most,
  minutes: said('minutes').days,
  reply: said('reply').days,
  proposers: said('amendment').members,
  proposed: said('amendment').days,
};
