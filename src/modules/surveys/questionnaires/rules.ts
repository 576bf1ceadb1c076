import type { Lang } from '#core/i18n/lang.ts';
import { LANGUAGES } from '#core/i18n/texts.ts';
import type { Choice, Item, Question, Questionnaire, QuestionType, Words } from './schema.ts';

/** How much a questionnaire may hold; more is no questionnaire that somebody answers. */
export const MOST = {
  ...{ items: 2_000, depth: 6, languages: 20, lists: 200, choices: 2_000 },
  ...{ name: 100, text: 5_000, expression: 5_000, label: 100 },
} as const;

/** A name of an item or a choice list as XML allows it without a prefix. */
export const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
/** A choice is stored between spaces, so its name has none. */
export const CHOICE_NAME = /^\S+$/u;

/** Kinds that a device or an expression fills: nobody is asked, so they need no words. */
const SILENT = [
  'calculate',
  'hidden',
  'start',
  'end',
  'today',
  'deviceid',
  'username',
  'phonenumber',
  'email',
] as const;
export const isSilent = (type: QuestionType): boolean => (SILENT as readonly string[]).includes(type);
export const hasChoices = (type: QuestionType): boolean =>
  type === 'select_one' || type === 'select_multiple' || type === 'rank';
/** A matrix: a group whose questions share one list and are shown as one table. */
export const isMatrix = (item: Item): boolean => item.is === 'group' && /\btable-list\b/.test(item.appearance ?? '');

/** An item with where it stands: its path of names, joined by "~", which no name holds, so that it is one word of an address. */
export interface Placed {
  readonly item: Item;
  readonly path: string;
  readonly depth: number;
  /** Path of the group or repeat it stands in; null: none. */
  readonly within: string | null;
}

/** Every item of a questionnaire in its order, groups before what is in them. */
export function placedItems(items: readonly Item[], within: string | null = null, depth = 0): readonly Placed[] {
  return items.flatMap((item) => {
    const path = within === null ? item.name : `${within}~${item.name}`;
    const inside = item.is === 'question' ? [] : placedItems(item.items, path, depth + 1);
    return [{ item, path, depth, within }, ...inside];
  });
}

export const itemAt = (of: Pick<Questionnaire, 'items'>, path: string): Placed | null =>
  placedItems(of.items).find((placed) => placed.path === path) ?? null;

/** A text in the wanted language, else in the first language that has one; `own` says which of the two it was. */
export function wordsIn(
  words: Words,
  wanted: string,
  languages: Questionnaire['languages'],
): { readonly text: string; readonly own: boolean } {
  const own = words[wanted];
  if (own) return { text: own, own: true };
  const other = languages.map(({ key }) => words[key]).find(Boolean);
  return { text: other ?? '', own: !other };
}

export const choicesOf = (of: Pick<Questionnaire, 'lists'>, question: Question): readonly Choice[] =>
  (question.choices && of.lists[question.choices.list]) || [];

/** The language of a questionnaire nearest to a reader's: by its key, else the one it was written in. */
export const languageFor = ({ languages }: Pick<Questionnaire, 'languages'>, wanted: string): string =>
  (languages.find(({ key }) => key === wanted) ?? languages[0])?.key ?? wanted;

/** Every text of a questionnaire, in the order in which it is read; one without any words is there as an empty one. */
export const allWords = (of: Pick<Questionnaire, 'title' | 'items' | 'lists'>): readonly Words[] => [
  of.title,
  ...placedItems(of.items).flatMap(({ item }) => [
    ...[item.label, item.hint, item.guidance],
    ...(item.is === 'question' ? [item.requiredMessage, item.constraintMessage] : []),
  ]),
  ...Object.values(of.lists).flatMap((choices) => choices.map(({ label }) => label)),
];

/** A line of the questionnaire as it is read aloud: questions that are asked have a number, all else has none. */
export interface Line extends Placed {
  readonly number: number | null;
}

/** Every item with the number by which interviewers and printed forms cite it: 1, 2, 3 through all sections. */
export function linesOf(of: Pick<Questionnaire, 'items'>): readonly Line[] {
  let last = 0;
  return placedItems(of.items).map((placed) => {
    const { item } = placed;
    const isAsked = item.is === 'question' && !isSilent(item.type) && item.type !== 'note';
    if (isAsked) last += 1;
    return { ...placed, number: isAsked ? last : null };
  });
}

/** A questionnaire's words as a reader gets them: their language, else the first that is written, else the name. */
export const sayIn =
  ({ lang }: { readonly lang: Lang }) =>
  (words: Words, otherwise: string): string =>
    words[lang.code] ?? LANGUAGES.map((code) => words[code]).find(Boolean) ?? Object.values(words)[0] ?? otherwise;
