import { seedFrom, shuffled, walkFrom } from '../../expressions/functions/chance/rules.ts';
import { evaluate, isError } from '../../expressions/rules.ts';
import type { Node, World } from '../../expressions/schema.ts';
import { numberOf, truthOf } from '../../expressions/values/rules.ts';
import type { Choice, Item } from '../../questionnaires/schema.ts';
import type { Filling, Form, Place } from '../schema.ts';

/** The choice that "or_other" adds; the page says its words. */
const OTHER: Choice = { name: 'other', label: {}, other: {} };
const NOTHING: readonly Choice[] = [];

/** The element of a secondary instance that holds a list: `instance('list')/root/item`; null when there is no such list. */
export function listTree(form: Form, name: string, language: string): Node | null {
  const key = `${language} ${name}`;
  const choices = Object.hasOwn(form.questionnaire.lists, name) ? form.questionnaire.lists[name] : undefined;
  if (!choices) return null;
  const known = form.lists.get(key);
  if (known) return known;
  const made = element('instance', null, (holder) => [
    element('root', holder, (root) => choices.map((choice) => itemOf(choice, language, root))),
  ]);
  form.lists.set(key, made);
  return made;
}

/** All choices that may ever be offered, in the order of their list; null where nothing is chosen. */
export function everyChoice(form: Form, item: Item): readonly Choice[] | null {
  if (item.is !== 'question' || !item.choices) return null;
  const all = form.questionnaire.lists[item.choices.list] ?? NOTHING;
  return item.choices.other ? [...all, OTHER] : all;
}

/** The choices of a question that are offered at a place now, in their order; null where nothing is chosen. */
export function offered(form: Form, place: Place, filling: Filling, world: World): readonly Choice[] | null {
  const { item, rules } = place.spot;
  if (item?.is !== 'question' || !item.choices) return null;
  const all = form.questionnaire.lists[item.choices.list] ?? NOTHING;
  const rule = rules.get('choice_filter');
  const nodes = rule ? listTree(form, item.choices.list, filling.language)!.children[0]!.children : [];
  const fitting = rule
    ? all.filter((_, index) => {
        const value = evaluate(rule.parsed, world, nodes[index]!, place);
        return !isError(value) && truthOf(value);
      })
    : all;
  const inOrder = item.parameters.randomize === 'true' ? mixed(fitting, place, filling, world) : fitting;
  return item.choices.other ? [...inOrder, OTHER] : inOrder;
}

/** By the seed that the questionnaire names, else by that of the interview. */
function mixed(choices: readonly Choice[], place: Place, filling: Filling, world: World): readonly Choice[] {
  const { item } = place.spot;
  const said = item?.is === 'question' ? (item.parameters.seed ?? '') : '';
  const name = /^\$\{\s*(.+?)\s*\}$/.exec(said)?.[1];
  const seed =
    name === undefined ? said || `${filling.seed} ${place.name}` : (world.referred(name, place)[0]?.text ?? '');
  return shuffled(choices, walkFrom(seedFrom(seed, numberOf(seed, filling.zone))));
}

/** The words of a choice in a language, else in the first one in which it has words, else its name. */
export function labelOf({ name, label }: Choice, language: string): string {
  return label[language] ?? Object.values(label)[0] ?? name;
}

function itemOf(choice: Choice, language: string, root: Node): Node {
  const columns = { ...choice.other, name: choice.name, label: labelOf(choice, language) };
  return element('item', root, (item) =>
    Object.entries(columns).map(([name, text]) => element(name, item, () => [], text)),
  );
}

function element(name: string, parent: Node | null, inside: (self: Node) => readonly Node[], own?: string): Node {
  const self = {
    kind: 'element' as const,
    name,
    parent,
    children: [] as readonly Node[],
    attributes: [],
    text: own ?? '',
  };
  self.children = inside(self);
  if (own === undefined) self.text = self.children.map(({ text }) => text).join('');
  return self;
}
