import type { Datum } from '#core/caution/level.ts';
import { message } from '#core/i18n/message.ts';
import { fold } from '#core/i18n/names.ts';
import { addDays, day, type PlainDate } from '#core/time/plain-date.ts';
import type { Rule } from '#modules/obligations/contract.ts';
import { TAKEN_OUT } from '../voices/rules.ts';
import type {
  Carried,
  Comment,
  CommentState,
  Consultation,
  Correction,
  Draft,
  DraftArticle,
  DraftVersion,
  Outcome,
  Response,
  Stage,
  Term,
  Unit,
  Whole,
} from './schema.ts';

export const WORDS_MOST = 2_000;
export const COMMENT_MOST = 4_000;
export const SIGNATURE_MOST = 80;
export const GIST_MOST = 500;
export const REASON_MOST = 4_000;
export const OFFICE_MOST = 200;
/** A consultation stands open for as many days at most. */
export const WINDOW_MOST = 366;

/** Under these words comments, signatures and responses are withheld. */
export const WITHHELD = {
  comment: 'participation.comment',
  signature: 'participation.comment_signature',
  response: 'participation.response',
} as const;

export const RESPONSE_KIND = 'participation.response';

/** Where the rules of the forum do not say how soon a proposal is replied to: the platform's own rule. */
export const USUAL_TERM: Term = { n: 20, unit: 'working_days', basis: null };

/** Every comment on a draft, or group of comments, gets a reasoned response; the term is counted from the last open day. */
export const RESPONSE_RULE: Rule = {
  key: RESPONSE_KIND,
  version: 1,
  title: message('participation.consultations.clock.title'),
  basis: message('participation.consultations.clock.basis'),
  basisUrl: null,
  owedTo: message('participation.consultations.clock.to'),
  span: { unit: USUAL_TERM.unit, n: USUAL_TERM.n },
  extension: null,
  soonDays: 5,
  neverDays: 180,
  escalation: { days: 5, role: 'coordinator' },
  from: day('2016-01-01'),
  to: null,
};

const datum = (id: string, at: Datum['at']): Datum => ({
  ...{ id, at },
  name: `participation.consultations.shown.${id}`,
  note: `participation.consultations.shown.${id}_note`,
});

/** Comments of residents: at the open level public at once, at the careful one after a moderator. */
export const COMMENT_DATUM = datum('comment_text', { open: 'shown', careful: 'moderated', closed: 'private' });
/** What whoever comments may write under the words, and need not. */
export const SIGNATURE_DATUM = datum('comment_signature', { open: 'shown', careful: 'moderated', closed: 'private' });
export const CONSULTATION_DATA: readonly Datum[] = [COMMENT_DATUM, SIGNATURE_DATUM];

export const pathOf = ({ label }: Pick<Consultation, 'label'>): string => `/consultations/${label.toLowerCase()}`;

/** "B1.2", as it is cited. */
export const citation = ({ label }: Pick<Consultation, 'label'>, place: number): string => `${label}.${place}`;

/** The page of one comment or group below the forum. */
export const placePath = (of: Pick<Consultation, 'label'>, place: number): string => `${pathOf(of)}/${place}`;

/** "b1" in an address, "B1" as it is cited; null for anything else. */
export const labelIn = (text: string | undefined): { readonly letter: string; readonly serial: number } | null => {
  const found = /^([a-z]{1,2})([1-9]\d{0,4})$/i.exec(text ?? '');
  return found ? { letter: found[1]!.toUpperCase(), serial: Number(found[2]) } : null;
};

/** The letters of things that are consulted on: A to Z, then AA. */
export function letterOf(n: number): string {
  const letter = (i: number) => String.fromCharCode(65 + i);
  return n < 26 ? letter(n) : `${letter(Math.floor(n / 26) - 1)}${letter(n % 26)}`;
}

/** Both days count. */
export function stageOn({ from, until }: Pick<Consultation, 'from' | 'until'>, on: PlainDate): Stage {
  if (on < from) return 'ahead';
  return on <= until ? 'open' : 'closed';
}

/** The least last day of a consultation that begins on `from`, by the days that the rules give a draft before the vote. */
export const leastUntil = (from: PlainDate, days: number): PlainDate => addDays(from, Math.max(1, days));

export function commentState(comment: Pick<Comment, 'withdrawnOn' | 'refusal' | 'publishedOn'>): CommentState {
  if (comment.withdrawnOn) return 'withdrawn';
  if (comment.refusal) return 'refused';
  return comment.publishedOn ? 'published' : 'waiting';
}

/** The version that lies open now: the newest public one. */
export const openVersion = (draft: Draft): DraftVersion | null => draft.versions.at(-1) ?? null;

const wordsOf = ({ heading, words }: DraftArticle): string => JSON.stringify([heading, words]);

/**
 * Where a comment on an article of one version stands in another: at the same article, unchanged or changed; at the
 * article that took its words under another number; or nowhere, because the article is no longer there.
 */
export function carried(
  article: string | null,
  before: readonly DraftArticle[],
  after: readonly DraftArticle[],
): Carried {
  if (article === null) return { kind: 'same', article: null };
  const was = before.find((one) => one.number === article);
  const now = after.find((one) => one.number === article);
  if (was && now && wordsOf(was) === wordsOf(now)) return { kind: 'same', article };
  const moved = was && after.find((one) => wordsOf(one) === wordsOf(was) && Object.keys(one.words).length > 0);
  if (moved) return { kind: 'moved', article: moved.number };
  return now ? { kind: 'changed', article } : { kind: 'gone' };
}

/** What is answered, in the order of the places: groups with their comments, and comments that stand alone. */
export function unitsOf({
  comments,
  groups,
  responses,
}: Pick<Whole, 'comments' | 'groups' | 'responses'>): readonly Unit[] {
  const open = comments.filter((one) => commentState(one) === 'published');
  const answer = (id: string) => responses.find((one) => one.answers === id) ?? null;
  const single = open
    .filter((one) => one.group === null)
    .map((one): Unit => ({ id: one.id, place: one.place, group: null, comments: [one], response: answer(one.id) }));
  const grouped = groups.map(
    (group): Unit => ({
      ...{ id: group.id, place: group.place, group, response: answer(group.id) },
      comments: open.filter((one) => one.group === group.id),
    }),
  );
  return [...single, ...grouped].toSorted((a, b) => a.place - b.place);
}

/** The unit in which a comment is answered; null: it is not public. */
export const unitWith = (units: readonly Unit[], comment: Pick<Comment, 'id'>): Unit | null =>
  units.find((unit) => unit.comments.some(({ id }) => id === comment.id)) ?? null;

/** The term to answer begins when the consultation is closed; of what was published later, on that day. */
export function termBegins(
  { until }: Pick<Consultation, 'until'>,
  { comments, group }: Pick<Unit, 'comments' | 'group'>,
): PlainDate {
  const first = comments.map(({ publishedOn }) => publishedOn ?? until).toSorted()[0] ?? group?.on ?? until;
  return first > until ? first : until;
}

/** What counts of a response now: its last correction, else itself. */
export const latest = (response: Response): Pick<Correction, 'outcome' | 'reason' | 'on'> =>
  response.corrections.at(-1) ?? response;

/** How many units have each outcome; those without a response are owed. */
export function outcomeCounts(units: readonly Unit[]): Readonly<Record<Outcome | 'owed', number>> {
  const counts = { accepted: 0, partly: 0, not: 0, there: 0, beyond: 0, owed: 0 };
  for (const { response } of units) counts[response ? latest(response).outcome : 'owed'] += 1;
  return counts;
}

/** Did a moderator take something out? */
export const isRedacted = (words: string): boolean => words.includes(TAKEN_OUT);

/** Letters of two scripts in one word, as in a name that imitates another (Unicode TR 39, mixed scripts). */
export const isMixedScript = (name: string): boolean =>
  name
    .split(/[^\p{L}\p{M}]+/u)
    .some(
      (word) =>
        [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u].filter((s) => s.test(word)).length > 1,
    );

/** Cyrillic and Greek letters that look like Latin ones (from Unicode TR 39, confusables), lower case. */
const LOOKS: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', е: 'e', ё: 'e', н: 'h', і: 'i', ї: 'i', к: 'k', м: 'm', о: 'o', р: 'p', ѕ: 's', т: 't' },
  ...{ у: 'y', х: 'x', ј: 'j', һ: 'h', ԛ: 'q', ԝ: 'w', α: 'a', ε: 'e', ι: 'i', κ: 'k', ο: 'o', ρ: 'p', τ: 't', υ: 'u' },
};

/** How a name looks: two names that look the same are the same here. */
const looks = (name: string): string =>
  fold([...name.toLowerCase()].map((letter) => LOOKS[letter] ?? letter).join('')).replace(/[^\p{L}\d]/gu, '');

/** Does a signature look like the name of somebody who speaks here under that name? */
export const imitates = (signature: string, names: readonly string[]): boolean => {
  const seen = looks(signature);
  return seen !== '' && names.some((name) => looks(name) === seen);
};
