import { freeName, namesTaken, renamed } from '../naming/rules.ts';
import { placedItems } from '../rules.ts';
import type { Choice, Item, Question, Questionnaire } from '../schema.ts';

type Change = (item: Item, index: number, among: readonly Item[]) => readonly Item[];

/** The items with the one at a path (names joined by "~") put in place of by others. */
function changedAt(items: readonly Item[], path: string, change: Change): readonly Item[] {
  const [name, ...rest] = path.split('~');
  return items.flatMap((item, i) => {
    if (item.name !== name) return [item];
    if (rest.length === 0) return change(item, i, items);
    return item.is === 'question' ? [item] : [{ ...item, items: changedAt(item.items, rest.join('~'), change) }];
  });
}

/** Where a new item comes: behind another one, at the end of a group, or at the end of the questionnaire. */
export interface Spot {
  readonly after: string | null;
  readonly within: string | null;
}

export function inserted(of: Questionnaire, item: Item, { after, within }: Spot): Questionnaire {
  if (after) return { ...of, items: changedAt(of.items, after, (other) => [other, item]) };
  if (!within) return { ...of, items: [...of.items, item] };
  const into: Change = (other) => (other.is === 'question' ? [other] : [{ ...other, items: [...other.items, item] }]);
  return { ...of, items: changedAt(of.items, within, into) };
}

/** The questionnaire without an item; lists that nobody uses any more go too. */
export const without = (of: Questionnaire, path: string): Questionnaire =>
  tidy({ ...of, items: changedAt(of.items, path, () => []) });

/** Lists that no question uses are left out. */
function tidy(of: Questionnaire): Questionnaire {
  const used = new Set(
    placedItems(of.items).flatMap(({ item }) => (item.is === 'question' && item.choices ? [item.choices.list] : [])),
  );
  return { ...of, lists: Object.fromEntries(Object.entries(of.lists).filter(([name]) => used.has(name))) };
}

/** The same item once more behind itself, with names of its own. */
export function copied(of: Questionnaire, path: string): Questionnaire {
  const taken = new Set(namesTaken(of));
  const again = (item: Item): Item => {
    const names = new Map<string, string>();
    for (const one of placedItems([item])) {
      const name = freeName(one.item.name, taken);
      taken.add(name);
      names.set(one.item.name, name);
    }
    return withNames(renamed([item], names)[0]!, names);
  };
  return { ...of, items: changedAt(of.items, path, (item) => [item, again(item)]) };
}

function withNames(item: Item, names: ReadonlyMap<string, string>): Item {
  const name = names.get(item.name) ?? item.name;
  return item.is === 'question'
    ? { ...item, name }
    : { ...item, name, items: item.items.map((one) => withNames(one, names)) };
}

export const WAYS = ['up', 'down'] as const;
export type Way = (typeof WAYS)[number];

/**
 * One step up or down in the order in which it is read. A question goes into a section that it meets and out of the one
 * whose edge it reaches; a section changes places with what stands beside it.
 */
export function moved(of: Questionnaire, path: string, way: Way): Questionnaire {
  const within = path.includes('~') ? path.slice(0, path.lastIndexOf('~')) : null;
  const among = within === null ? of.items : insideOf(of.items, within);
  const index = among.findIndex(({ name }) => name === path.split('~').at(-1));
  const item = among[index];
  if (!item) return of;
  const beside = among[way === 'up' ? index - 1 : index + 1];
  if (!beside) return within === null ? of : out(of, { path, within, item, way });
  if (item.is === 'question' && beside.is !== 'question')
    return into(of, { path, item, way, beside: within === null ? beside.name : `${within}~${beside.name}` });
  const swapped = among.map((one) => (one === item ? beside : one === beside ? item : one));
  return { ...of, items: within === null ? swapped : replacedInside(of.items, within, swapped) };
}

interface Moving {
  readonly path: string;
  readonly item: Item;
  readonly way: Way;
}

function out(of: Questionnaire, { path, within, item, way }: Moving & { readonly within: string }): Questionnaire {
  const left = changedAt(of.items, path, () => []);
  const beside: Change = (group) => (way === 'up' ? [item, group] : [group, item]);
  return { ...of, items: changedAt(left, within, beside) };
}

function into(of: Questionnaire, { path, item, way, beside }: Moving & { readonly beside: string }): Questionnaire {
  const left = changedAt(of.items, path, () => []);
  const inside = insideOf(left, beside);
  return { ...of, items: replacedInside(left, beside, way === 'up' ? [...inside, item] : [item, ...inside]) };
}

const insideOf = (items: readonly Item[], path: string): readonly Item[] => {
  const found = placedItems(items).find((placed) => placed.path === path)?.item;
  return found && found.is !== 'question' ? found.items : [];
};

const replacedInside = (items: readonly Item[], path: string, inside: readonly Item[]): readonly Item[] =>
  changedAt(items, path, (group) => (group.is === 'question' ? [group] : [{ ...group, items: inside }]));

/** What goes into a questionnaire with one item: the item, and the choices of its list. */
export interface Written {
  readonly item: Item;
  readonly list: { readonly name: string; readonly choices: readonly Choice[] } | null;
}

/** The item at a path written anew; whoever speaks of it by its old name follows the new one. */
export function rewritten(of: Questionnaire, path: string, { item, list }: Written): Questionnaire {
  const before = path.split('~').at(-1)!;
  const items = changedAt(of.items, path, () => [item]);
  const named = before === item.name ? items : renamed(items, new Map([[before, item.name]]));
  return tidy({ ...of, items: named, lists: list ? { ...of.lists, [list.name]: list.choices } : of.lists });
}

/** Questions whose rules or words speak of a name. */
export function speakingOf(of: Questionnaire, name: string): readonly Item[] {
  const away = new Map([[name, '_']]);
  return placedItems(of.items).flatMap(({ item }) => {
    const alone = item.is === 'question' ? item : { ...item, items: [] };
    return JSON.stringify(renamed([alone], away)) === JSON.stringify([alone]) ? [] : [item];
  });
}

/** How many questions use a list. */
export const usersOf = (of: Questionnaire, list: string): readonly Question[] =>
  placedItems(of.items).flatMap(({ item }) => (item.is === 'question' && item.choices?.list === list ? [item] : []));

/** A row of a table: a question with one choice from the table's list. */
export const rowQuestion = (of: Pick<Question, 'name' | 'label' | 'unit'> & { readonly list: string }): Question => ({
  ...{ is: 'question', type: 'select_one', name: of.name, label: of.label, hint: {}, guidance: {}, relevant: null },
  ...{ appearance: null, other: {}, required: null, requiredMessage: {}, constraint: null, constraintMessage: {} },
  ...{ calculation: null, preset: null, readonly: null, choices: { list: of.list, filter: null, other: false } },
  ...{ parameters: {}, unit: of.unit, about: null },
});
