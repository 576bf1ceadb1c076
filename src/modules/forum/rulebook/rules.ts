import { type Message, message } from '#core/i18n/message.ts';
import {
  type Bound,
  DECISIONS,
  type Decision,
  EMPTY_BOOK,
  type Majority,
  RULE_KEYS,
  type Rulebook,
  type RuleKey,
  type RuleValues,
  type SeatsOf,
  type Share,
  type Threshold,
  TOPICS,
  type Topic,
} from './schema.ts';
import { reaches } from './thresholds/rules.ts';

/** Bounds of what a form takes; no real document asks for more. */
export const MOST = { whole: 1_000, days: 366, months: 240, count: 1_000 } as const;

/** What is wrong with a rule, in words that cite its article. */
export interface Fault {
  readonly key: RuleKey | Topic;
  readonly article: string;
  readonly message: Message;
}

/** What a rulebook is judged against. */
export interface Against {
  /** Article numbers of the text; left out: not looked at. */
  readonly articles?: readonly string[];
  /** The seats of the day; left out: not looked at. */
  readonly seats?: readonly SeatsOf[];
}

/** Rules that cannot be kept, that contradict each other, or that name an article that is not there. */
export function faultsOf(book: Rulebook, against: Against = {}): readonly Fault[] {
  const { rules } = book;
  const found: Fault[] = [];
  const wrong = (key: RuleKey, what: Message) => {
    const article = rules[key]?.article ?? '';
    found.push({ key, article, message: what });
  };
  strangeArticles(book, against.articles, found);
  quorumFaults(rules.quorum, against.seats, (what) => wrong('quorum', what));
  for (const kind of DECISIONS) majorityFaults(rules[kind], against.seats, (what) => wrong(kind, what));
  weakerThanOrdinary(book, wrong);
  dayFaults(book, wrong);
  countFaults(book, against.seats, wrong);
  return found;
}

function strangeArticles(book: Rulebook, articles: readonly string[] | undefined, found: Fault[]): void {
  const known = articles && new Set(articles);
  const bound = [
    ...RULE_KEYS.map((key) => [key, book.rules[key]] as const),
    ...TOPICS.map((key) => [key, book.topics[key]] as const),
  ];
  for (const [key, place] of bound) {
    if (!place) continue;
    const { article } = place;
    if (article === '') found.push({ key, article, message: message('forum.rulebook.fault.no_article') });
    else if (known && !known.has(article))
      found.push({ key, article, message: message('forum.rulebook.fault.strange_article', { article }) });
  }
}

/** "120 %", "two thirds of zero": a share that no count can reach, or that every count reaches. */
function shareFault({ than, part, whole }: Share, article: string): Message | null {
  const said = { article, part: String(part), whole: String(whole) };
  if (whole <= 0) return message('forum.rulebook.fault.share_of_nothing', said);
  if (part > whole || (part === whole && than === 'more_than')) return message('forum.rulebook.fault.share_over', said);
  return part <= 0 ? message('forum.rulebook.fault.share_zero', said) : null;
}

type Say = (what: Message) => void;

function quorumFaults(
  rule: Bound<RuleValues['quorum']> | undefined,
  seats: readonly SeatsOf[] | undefined,
  wrong: Say,
): void {
  if (!rule) return;
  const { article, value } = rule;
  for (const asked of [value.all, value.each]) {
    if (!asked) continue;
    const fault = shareFault(asked.share, article);
    if (fault) wrong(fault);
    if (asked.of === 'cast' || asked.of === 'present')
      wrong(message('forum.rulebook.fault.quorum_of_present', { article }));
  }
  if (value.each) withoutSeats(article, seats, wrong);
}

function majorityFaults(rule: Bound<Majority> | undefined, seats: readonly SeatsOf[] | undefined, wrong: Say): void {
  if (!rule) return;
  const { article, value } = rule;
  for (const asked of [value.all, value.each]) {
    if (!asked) continue;
    const fault = shareFault(asked.share, article);
    if (fault) wrong(fault);
    // Exactly half must not be enough: then for and against would both have won.
    else if (reaches(asked.share, 1, 2)) {
      const { part, whole } = asked.share;
      wrong(message('forum.rulebook.fault.minority', { article, part: String(part), whole: String(whole) }));
    }
  }
  if (value.each) withoutSeats(article, seats, wrong);
}

function withoutSeats(article: string, seats: readonly SeatsOf[] | undefined, wrong: Say): void {
  for (const one of seats ?? [])
    if (one.all === 0) wrong(message('forum.rulebook.fault.no_seats', { article, constituency: one.constituency }));
}

/** Documents that may be changed more easily than any other decision is taken protect nobody. */
function weakerThanOrdinary({ rules }: Rulebook, wrong: (key: RuleKey, what: Message) => void): void {
  const { ordinary, documents } = rules;
  if (!ordinary || !documents || ordinary === documents) return;
  const [low, high] = [documents.value.all, ordinary.value.all];
  if (low.of !== high.of || low.share.whole <= 0 || high.share.whole <= 0) return;
  const less = low.share.part * high.share.whole < high.share.part * low.share.whole;
  if (less) {
    const said = { article: documents.article, other: ordinary.article };
    wrong('documents', message('forum.rulebook.fault.documents_weaker', said));
  }
}

function dayFaults({ rules }: Rulebook, wrong: (key: RuleKey, what: Message) => void): void {
  const { notice, correspondence, minutes, reply, amendment } = rules;
  const over = (key: RuleKey, article: string, days: number) => {
    if (days > MOST.days) wrong(key, message('forum.rulebook.fault.days_over', { article, days, most: MOST.days }));
  };
  if (notice) {
    const { article, value } = notice;
    over('notice', article, value.days);
    if (value.urgent !== null && value.urgent > value.days)
      wrong(
        'notice',
        message('forum.rulebook.fault.urgent_slower', { article, urgent: value.urgent, days: value.days }),
      );
    if (value.agenda !== null && value.agenda > value.days)
      wrong(
        'notice',
        message('forum.rulebook.fault.agenda_first', { article, agenda: value.agenda, days: value.days }),
      );
  }
  if (correspondence) {
    const { article, value } = correspondence;
    over('correspondence', article, value.most);
    if (value.most > 0 && value.least > value.most)
      wrong(
        'correspondence',
        message('forum.rulebook.fault.window', { article, least: value.least, most: value.most }),
      );
    if (value.most > 0 && value.least === 0)
      wrong('correspondence', message('forum.rulebook.fault.window_zero', { article }));
  }
  if (minutes) over('minutes', minutes.article, minutes.value.days);
  if (reply) over('reply', reply.article, reply.value.days);
  if (amendment) over('amendment', amendment.article, amendment.value.days);
}

function countFaults(
  { rules }: Rulebook,
  seats: readonly SeatsOf[] | undefined,
  wrong: (key: RuleKey, what: Message) => void,
): void {
  const all = seats?.reduce((sum, one) => sum + one.all, 0) ?? 0;
  const askMembers = (key: 'convening' | 'amendment', members: number | null) => {
    const article = rules[key]!.article;
    if (members === 0) wrong(key, message('forum.rulebook.fault.members_zero', { article }));
    if (members !== null && all > 0 && members > all)
      wrong(key, message('forum.rulebook.fault.members_over', { article, members, seats: all }));
  };
  const { convening, amendment, absence, meetings, proxies } = rules;
  if (convening) {
    askMembers('convening', convening.value.members);
    if (convening.value.who.length === 0 && convening.value.members === null)
      wrong('convening', message('forum.rulebook.fault.nobody_convenes', { article: convening.article }));
  }
  if (amendment) askMembers('amendment', amendment.value.members);
  if (absence && absence.value.meetings < 1)
    wrong('absence', message('forum.rulebook.fault.absence_zero', { article: absence.article }));
  if (meetings && meetings.value.months < 1)
    wrong('meetings', message('forum.rulebook.fault.meetings_zero', { article: meetings.article }));
  if (proxies && all > 0 && proxies.value.most >= all)
    wrong(
      'proxies',
      message('forum.rulebook.fault.proxies_over', { article: proxies.article, most: proxies.value.most }),
    );
  for (const key of ['term_seat', 'term_lead'] as const) {
    const term = rules[key];
    if (term && (term.value.months < 1 || term.value.inRow === 0))
      wrong(key, message('forum.rulebook.fault.term_zero', { article: term.article }));
  }
}

/**
 * The rules of several documents as one. The same rule in two of them with different words is a contradiction: the
 * document named first counts, and the fault says so.
 */
export function together(books: readonly Rulebook[]): { readonly book: Rulebook; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const rules: Partial<Record<RuleKey, Bound<unknown>>> = {};
  const topics: Partial<Record<Topic, Bound<null>>> = {};
  for (const book of books) {
    for (const key of RULE_KEYS) {
      const next = book.rules[key];
      const first = rules[key];
      if (!next) continue;
      if (!first) rules[key] = next;
      else if (JSON.stringify(first.value) !== JSON.stringify(next.value))
        faults.push({ key, article: next.article, message: twice(first, next) });
    }
    for (const key of TOPICS) {
      const next = book.topics[key];
      if (next) topics[key] ??= { ...next, value: null };
    }
  }
  return { book: { rules, topics } as Rulebook, faults };
}

const twice = (first: Omit<Bound<unknown>, 'value'>, next: Omit<Bound<unknown>, 'value'>): Message =>
  message('forum.rulebook.fault.twice', {
    ...{ article: first.article, document: first.document },
    ...{ other: next.article, other_document: next.document },
  });

/** What of a version of a document decides from when it counts. */
export interface Dated {
  readonly document: string;
  readonly version: number;
  /** null: not adopted. */
  readonly from: string | null;
}

/** Of each document the version in force on a day: the latest adopted one that has begun. */
export function inForceOn<T extends Dated>(versions: readonly T[], day: string): readonly T[] {
  const latest = new Map<string, T>();
  for (const one of versions) {
    if (one.from === null || one.from > day) continue;
    const there = latest.get(one.document);
    const newer = !there || one.from > there.from! || (one.from === there.from && one.version > there.version);
    if (newer) latest.set(one.document, one);
  }
  return [...latest.values()];
}

/**
 * The rules of a founding assembly, before any documents are adopted: the same quorum and majority for everything, one
 * vote for each organisation. `document` is what decisions cite.
 */
export function foundingBook(document: string, quorum: Threshold, majority: Threshold): Rulebook {
  const place = { document, article: '1' };
  const one: Bound<Majority> = { ...place, article: '4', value: { all: majority, each: null } };
  const majorities = Object.fromEntries(DECISIONS.map((kind): [Decision, Bound<Majority>] => [kind, one]));
  return {
    ...EMPTY_BOOK,
    rules: {
      ...majorities,
      quorum: { ...place, article: '3', value: { all: quorum, each: null, recused: true } },
      proxies: { ...place, article: '2', value: { most: 0, within: false } },
      tie: { ...place, article: '4', value: { how: 'rejected' } },
    },
  };
}
