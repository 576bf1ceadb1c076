import { linesOf } from '../rules.ts';
import type { Item, Questionnaire, Words } from '../schema.ts';

/** One text of a questionnaire, with the name of its field in the form of translations. */
export interface Text {
  readonly field: string;
  readonly words: Words;
  /** "3", or the name of what it belongs to. */
  readonly of: string;
}

const PARTS = ['label', 'hint', 'guidance'] as const;
const MESSAGES = ['requiredMessage', 'constraintMessage'] as const;

/** Every text that is written in some language, in the order in which it is read. */
export function textsOf(of: Questionnaire): readonly Text[] {
  const items = linesOf(of).flatMap(({ item, path, number }) => {
    const parts = item.is === 'question' ? [...PARTS, ...MESSAGES] : PARTS;
    return parts.map((part) => ({
      ...{ field: `i_${encodeURIComponent(path)}_${part}`, of: number === null ? item.name : `${number}` },
      words: item[part as (typeof PARTS)[number]],
    }));
  });
  const choices = Object.entries(of.lists).flatMap(([list, all]) =>
    all.map(({ name, label }) => ({ field: choiceField(list, name), of: name, words: label })),
  );
  return [{ field: 'title', of: '', words: of.title }, ...items, ...choices].filter(
    ({ words }) => Object.keys(words).length > 0,
  );
}

const choiceField = (list: string, name: string): string =>
  `c_${encodeURIComponent(list)}_${encodeURIComponent(name)}_label`;

/** How many of its texts are written in a language. */
export function writtenIn(of: Questionnaire, language: string): { readonly written: number; readonly all: number } {
  const texts = textsOf(of);
  return { written: texts.filter(({ words }) => words[language]).length, all: texts.length };
}

/** The questionnaire with the texts of one language as a form sends them; a field that was not sent changes nothing. */
export function translated(of: Questionnaire, language: string, sent: ReadonlyMap<string, string>): Questionnaire {
  const next = (field: string, words: Words): Words => {
    const text = sent.get(field);
    if (text === undefined) return words;
    const { [language]: _, ...others } = words;
    return text === '' ? others : { ...words, [language]: text };
  };
  const paths = new Map(linesOf(of).map(({ item, path }) => [item, path]));
  const change = (item: Item): Item => {
    const parts = item.is === 'question' ? [...PARTS, ...MESSAGES] : PARTS;
    const path = encodeURIComponent(paths.get(item)!);
    const words = Object.fromEntries(
      parts.map((part) => [part, next(`i_${path}_${part}`, item[part as (typeof PARTS)[number]])]),
    );
    return item.is === 'question' ? { ...item, ...words } : { ...item, ...words, items: item.items.map(change) };
  };
  const lists = Object.entries(of.lists).map(([list, all]) => {
    const choices = all.map((choice) => ({ ...choice, label: next(choiceField(list, choice.name), choice.label) }));
    return [list, choices] as const;
  });
  return {
    ...of,
    title: next('title', of.title),
    items: of.items.map(change),
    lists: Object.fromEntries(lists),
  };
}

/** The questionnaire without a language and all that is written in it. */
export function withoutLanguage(of: Questionnaire, language: string): Questionnaire {
  const emptied = new Map(textsOf(of).map(({ field }) => [field, '']));
  return {
    ...translated(of, language, emptied),
    languages: of.languages.filter(({ key }) => key !== language),
  };
}

/** The values of the form of one language. */
export const textValues = (of: Questionnaire, language: string): Readonly<Record<string, string>> => ({
  language_name: of.languages.find(({ key }) => key === language)?.label ?? '',
  ...Object.fromEntries(textsOf(of).map(({ field, words }) => [field, words[language] ?? ''])),
});
