import type { Item, Words } from '../../questionnaires/schema.ts';
import { everyChoice } from '../offers/rules.ts';
import type { Filling, Form, Place, Shown, ShownKind, State, Tree } from '../schema.ts';
import { FACTS } from '../settling/rules.ts';
import { answersOf } from '../tree/rules.ts';
import { Interview } from '../world/rules.ts';

/** What of an interview is seen now, from first to last. */
export function shownState(form: Form, tree: Tree, filling: Filling): State {
  const world = new Interview(form, tree, filling);
  const items: Shown[] = [];
  for (const place of tree.root.inside) show(place, '', 0, world, items);
  return {
    form,
    answers: answersOf(tree.root, false),
    items,
    byPath: new Map(items.map((shown) => [shown.path, shown])),
    tree,
  };
}

/** Every item that answers may bring up, in its order, with every choice that may be offered: to be kept ready unseen. */
export function everyItem({ form, tree }: State, filling: Filling): readonly Shown[] {
  const world = new Interview(form, tree, filling);
  const items: Shown[] = [];
  for (const place of tree.root.inside) show(place, '', 0, world, items, true);
  return items.map((shown) => ({
    ...shown,
    choices: isFiltered(shown.item) || !shown.choices ? everyChoice(form, shown.item) : shown.choices,
  }));
}

/** Are the choices of this question chosen among those of its list by other answers? */
export const isFiltered = (item: Item): boolean => item.is === 'question' && !!item.choices?.filter;

/** Questions that nobody sees: they are worked out, or tell a fact. */
const isUnseen = (item: Item): boolean =>
  item.is === 'question' && (FACTS.has(item.type) || item.type === 'calculate' || item.type === 'hidden');

function show(place: Place, around: string, depth: number, world: Interview, items: Shown[], all = false): void {
  const item = place.spot.item!;
  if (!(place.relevant || all) || isUnseen(item)) return;
  const path = around + place.name;
  const before = items.length;
  items.push(shownOf(place, item, path, depth, kindOf(item), world));
  if (place.isHead) {
    place.inside.forEach((entry, index) => {
      if (!(entry.relevant || all)) return;
      items.push(shownOf(entry, item, `${path}/${index + 1}`, depth + 1, 'entry', world));
      for (const child of entry.inside) show(child, `${path}/${index + 1}/`, depth + 2, world, items, all);
    });
    return;
  }
  for (const child of place.inside) show(child, `${path}/`, depth + 1, world, items, all);
  // A heading over nothing says nothing.
  if (item.is === 'group' && items.length === before + 1) items.pop();
}

function kindOf(item: Item): ShownKind {
  if (item.is === 'group') return item.appearance?.split(' ').includes('table-list') ? 'matrix' : 'group';
  return item.is;
}

function shownOf(place: Place, item: Item, path: string, depth: number, kind: ShownKind, world: Interview): Shown {
  const said = (words: Words): Words => (place.spot.mentions.size === 0 ? words : spoken(words, place, world));
  return {
    path,
    kind,
    item,
    depth,
    value: place.isHead ? String(place.inside.filter(({ relevant }) => relevant).length) : place.value,
    required: place.required,
    readonly: place.readonly,
    problem: place.problem,
    choices: place.choices,
    open: kind === 'repeat' && item.is === 'repeat' && item.count === null,
    label: said(item.label),
    hint: said(item.hint),
  };
}

const MENTION = /\$\{\s*(last-saved#)?([^}\s]+)\s*\}/g;

/** The texts with answers in place of `${name}`; what is not answered leaves nothing. */
function spoken(words: Words, place: Place, world: Interview): Words {
  const said = (text: string): string =>
    text.replace(MENTION, (_, lastSaved: string | undefined, name: string) => {
      const nodes = lastSaved ? world.lastSaved(name) : world.referred(name, place);
      return nodes[0]?.text ?? '';
    });
  return Object.fromEntries(Object.entries(words).map(([language, text]) => [language, said(text)]));
}
