import { choicesOf, linesOf } from '../rules.ts';
import type { Item, Questionnaire, Words } from '../schema.ts';

/** What became of one item between two editions. */
export interface ItemChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly path: string;
  /** The number by which it is cited, in the later edition where it stands there. */
  readonly number: number | null;
  /** Its words before and after, in every language that differs; "" where it was not there. */
  readonly words: readonly { readonly language: string; readonly before: string; readonly after: string }[];
  /** Fields that differ beside the words. */
  readonly fields: readonly Field[];
}
export const FIELDS = ['type', 'choices', 'relevant', 'rules', 'unit', 'place'] as const;
export type Field = (typeof FIELDS)[number];

interface Line {
  readonly item: Item;
  readonly path: string;
  readonly number: number | null;
  readonly order: number;
}

/** What the later edition asks otherwise than the earlier one: items are the same that have the same path of names. */
export function changesBetween(before: Questionnaire, after: Questionnaire): readonly ItemChange[] {
  const [was, is] = [byPath(before), byPath(after)];
  const stayed = (lines: ReadonlyMap<string, Line>, other: ReadonlyMap<string, Line>) =>
    [...lines.keys()].filter((path) => other.has(path));
  const [orderBefore, orderAfter] = [stayed(was, is), stayed(is, was)];
  const wandered = new Set(orderAfter.filter((path, i) => orderBefore[i] !== path));
  const added = [...is.values()].flatMap((line): readonly ItemChange[] => {
    const old = was.get(line.path);
    if (!old) return [{ kind: 'added', ...cited(line), words: wordsOf(null, line, after), fields: [] }];
    const fields = [
      ...fieldsOf(old.item, line.item, before, after),
      ...(wandered.has(line.path) ? ['place' as const] : []),
    ];
    const words = wordsOf(old, line, after);
    return fields.length + words.length === 0 ? [] : [{ kind: 'changed', ...cited(line), words, fields }];
  });
  const removed = [...was.values()].flatMap((line): readonly ItemChange[] =>
    is.has(line.path) ? [] : [{ kind: 'removed', ...cited(line), words: wordsOf(line, null, before), fields: [] }],
  );
  return [...added, ...removed];
}

const cited = ({ path, number }: Line) => ({ path, number });

const byPath = (of: Questionnaire): ReadonlyMap<string, Line> =>
  new Map(linesOf(of).map(({ item, path, number }, order) => [path, { item, path, number, order }]));

function wordsOf(before: Line | null, after: Line | null, { languages }: Questionnaire): ItemChange['words'] {
  return languages.flatMap(({ key: language }) => {
    const [old, now] = [spoken(before, language), spoken(after, language)];
    return old === now ? [] : [{ language, before: old, after: now }];
  });
}

/** All that is said with an item in one language: words, hint, messages. */
function spoken(line: Line | null, language: string): string {
  if (!line) return '';
  const { item } = line;
  const texts: readonly Words[] = [
    ...[item.label, item.hint, item.guidance],
    ...(item.is === 'question' ? [item.requiredMessage, item.constraintMessage] : []),
  ];
  return texts
    .map((words) => words[language] ?? '')
    .filter(Boolean)
    .join('\n');
}

function fieldsOf(old: Item, now: Item, before: Questionnaire, after: Questionnaire): readonly Field[] {
  const rules = (item: Item) =>
    item.is === 'question'
      ? [item.required, item.constraint, item.calculation, item.preset, item.readonly, item.choices?.filter]
      : [item.is === 'repeat' ? item.count : null];
  const type = (item: Item) => (item.is === 'question' ? item.type : item.is);
  const choices = (item: Item, of: Questionnaire) =>
    item.is === 'question' ? [choicesOf(of, item), item.choices?.other ?? false] : [];
  const unit = (item: Item) => (item.is === 'question' ? [item.unit, item.about] : []);
  const differ = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const found: readonly (readonly [Field, boolean])[] = [
    ['type', type(old) !== type(now)],
    ['choices', differ(choices(old, before), choices(now, after))],
    ['relevant', old.relevant !== now.relevant],
    ['rules', differ(rules(old), rules(now))],
    ['unit', differ(unit(old), unit(now))],
  ];
  return found.flatMap(([field, is]) => (is ? [field] : []));
}
