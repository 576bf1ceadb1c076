import { type Message, message } from '#core/i18n/message.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';
import { addDays, daysBetween, type PlainDate } from '#core/time/plain-date.ts';
import { inForceOn, together } from '../rulebook/rules.ts';
import type { Rulebook, Votes } from '../rulebook/schema.ts';
import { hasQuorum, passes } from '../rulebook/thresholds/rules.ts';
import type { Found } from './articles/rules.ts';
import type { Article, Document, Judged, State, Version } from './schema.ts';

/** The versions of all documents with the day from which each counts. */
const dated = (documents: readonly Document[]) =>
  documents.flatMap(({ slug, kind, versions }) =>
    versions.map((version) => ({
      ...{ version: version.number, document: slug, kind, of: version },
      from: version.adoption?.inForceOn ?? null,
    })),
  );

/** Of each document the version in force on a day; rules of procedure first, then the memorandum. */
export function inForce(documents: readonly Document[], day: PlainDate): readonly { slug: string; version: Version }[] {
  const order = ['rules', 'memorandum', 'other'];
  return inForceOn(dated(documents), day)
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.document < b.document ? -1 : 1))
    .map(({ document, of }) => ({ slug: document, version: of }));
}

/** The rules that meetings and ballots of a day obey, with the contradictions between documents. */
export const bookOn = (documents: readonly Document[], day: PlainDate) =>
  together(inForce(documents, day).map(({ version }) => version.book));

/**
 * The rules that the adoption of a document obeys on a day. A change obeys what is in force then. A document that was
 * never in force obeys what was when the day began: documents of one founding assembly do not govern each other. null:
 * nothing says how such a vote is judged, so that the founding procedure does.
 */
export function governing(documents: readonly Document[], document: Document, on: PlainDate): Rulebook | null {
  const isChange = inForce([document], on).length > 0;
  const { book } = bookOn(documents, isChange ? on : addDays(on, -1));
  return book.rules.documents || book.rules.ordinary ? book : null;
}

/** The state of a version on a day; only the day turns "adopted" into "in force" and "in force" into "replaced". */
export function stateOn(document: Document, version: Version, day: PlainDate): State {
  if (!version.adoption) return version.proposedOn ? 'proposed' : 'draft';
  if (version.adoption.inForceOn > day) return 'adopted';
  return inForce([document], day)[0]?.version.id === version.id ? 'in_force' : 'replaced';
}

/** The version that a reader is shown: in force, else the latest public one, else (`drafts`) the latest. */
export function shownOf(document: Document, day: PlainDate, drafts: boolean): Version | null {
  const now = inForce([document], day)[0]?.version;
  const visible = document.versions.filter((version) => drafts || isPublic(version));
  return now ?? visible.at(-1) ?? null;
}

/** A draft is seen by its keepers only. */
export const isPublic = (version: Version): boolean => version.proposedOn !== null || version.adoption !== null;

/** Nobody writes in a text that members have received. */
export const isOpen = (version: Version): boolean => !isPublic(version);

/** What is entered from the minutes of the assembly that adopts a version. */
export interface Decided {
  readonly on: PlainDate;
  readonly votes: readonly Votes[] | null;
}

/** Why a version cannot be adopted by these rules, and quorum and majority as computed. */
export interface Verdict {
  readonly fault: Message | null;
  readonly judged: Judged | null;
}

/**
 * May this version be adopted by the rules in force on that day? Their article on amendment asks how long before the
 * vote it was sent out and by how many members; quorum and majority are computed. Each fault cites the article.
 */
export function judgeAdoption(book: Rulebook, version: Version, decided: Decided): Verdict {
  const stop = (fault: Message): Verdict => ({ fault, judged: null });
  const procedure = procedureFault(book, version, decided.on);
  if (procedure) return stop(procedure);
  const asked = book.rules.documents ?? book.rules.ordinary ?? book.rules.quorum;
  if (!asked) return { fault: null, judged: null };
  if (!decided.votes) return stop(message('forum.documents.wrong.no_votes', { article: asked.article }));
  return judgeVotes(book, decided.votes);
}

/** What the article on amendment asks before the vote of that day: how long it was sent out, and by how many members. */
export function procedureFault({ rules: { amendment } }: Rulebook, version: Version, on: PlainDate): Message | null {
  if (!amendment) return null;
  const { article, value } = amendment;
  const days = version.proposedOn === null ? null : daysBetween(version.proposedOn, on);
  if (days === null) return message('forum.documents.wrong.not_proposed', { article, days: value.days });
  if (days < value.days) return message('forum.documents.wrong.too_early', { article, days: value.days, found: days });
  const found = version.proposers ?? 0;
  if (found >= value.members) return null;
  return message('forum.documents.wrong.few_proposers', { article, members: value.members, found });
}

function judgeVotes(book: Rulebook, votes: readonly Votes[]): Verdict {
  const quorum = hasQuorum(book, votes, votes);
  const outcome = passes(book, 'documents', votes);
  const judged: Judged = { quorum, outcome };
  if (quorum && !quorum.met)
    return { fault: message('forum.documents.wrong.no_quorum', { article: quorum.article }), judged };
  if (outcome && !outcome.adopted)
    return { fault: message('forum.documents.wrong.not_adopted', { article: outcome.article }), judged };
  return { fault: null, judged };
}

/** Counts that no hall can have, with the constituency named; null: they fit. */
export function countFault(rows: readonly Votes[], nameOf: (constituency: string) => string): Message | null {
  for (const row of rows) {
    const place = { constituency: nameOf(row.constituency) };
    if (row.present > row.filled) return message('forum.documents.wrong.over_seats', place);
    if (row.recused > row.present) return message('forum.documents.wrong.over_recused', place);
    if (row.for + row.against + row.abstain > row.present - row.recused)
      return message('forum.documents.wrong.over_present', place);
  }
  return null;
}

/** The articles of one language, as they are edited; articles without words in it are left out. */
export const inLanguage = (articles: readonly Article[], language: LanguageCode): readonly Found[] =>
  articles.flatMap(({ number, heading, words }) =>
    heading[language] || words[language]
      ? [{ number, heading: heading[language] ?? '', words: words[language] ?? '' }]
      : [],
  );

/**
 * The text of one language replaced; other languages stay, by number. An article that is left in no language is gone.
 * Order is that of the new text, what it does not have stands after its neighbour.
 */
export function withLanguage(
  articles: readonly Article[],
  language: LanguageCode,
  found: readonly Found[],
): readonly Article[] {
  const without = (texts: Texts): Texts =>
    Object.fromEntries(Object.entries(texts).filter(([code]) => code !== language));
  const others = articles
    .map(({ number, heading, words }) => ({ number, heading: without(heading), words: without(words) }))
    .filter(({ heading, words }) => Object.keys(heading).length + Object.keys(words).length > 0);
  const set = (texts: Texts | undefined, text: string): Texts => ({ ...texts, ...(text ? { [language]: text } : {}) });
  const made: Article[] = found.map(({ number, heading, words }) => {
    const there = others.find((one) => one.number === number);
    return { number, heading: set(there?.heading, heading), words: set(there?.words, words) };
  });
  others.forEach((one, i) => {
    if (made.some(({ number }) => number === one.number)) return;
    const before = made.findIndex(({ number }) => number === others[i - 1]?.number);
    made.splice(before + 1, 0, one);
  });
  return made;
}

/** How an article differs between two versions. `moved`: the same words under another number. */
export interface Compared {
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'moved';
  readonly before: Found | null;
  readonly after: Found | null;
}

/** Article by article, in the order of the later version; what it no longer has stands where it stood. */
export function compare(before: readonly Found[], after: readonly Found[]): readonly Compared[] {
  const words = (one: Found) => `${one.heading}\n${one.words}`;
  const gone = before.filter((one) => !after.some((other) => other.number === one.number));
  const rows: Compared[] = after.map((one): Compared => {
    const there = before.find((other) => other.number === one.number);
    if (there) return { kind: words(there) === words(one) ? 'same' : 'changed', before: there, after: one };
    const moved = gone.find((other) => words(other) === words(one) && one.words !== '');
    if (moved) gone.splice(gone.indexOf(moved), 1);
    return moved ? { kind: 'moved', before: moved, after: one } : { kind: 'added', before: null, after: one };
  });
  for (const one of gone) {
    const previous = before[before.indexOf(one) - 1];
    const at = previous ? rows.findIndex((row) => row.before?.number === previous.number) : -1;
    rows.splice(at + 1, 0, { kind: 'removed', before: one, after: null });
  }
  return rows;
}
