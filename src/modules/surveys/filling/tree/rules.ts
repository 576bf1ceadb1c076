import type { Node } from '../../expressions/schema.ts';
import type { Answer, Answers, Choice } from '../../questionnaires/schema.ts';
import type { Form, Place, Problem, Spot, Tree } from '../schema.ts';

/** Entries of one repeat, at most: a slip of the finger in "how many" must not fill the memory. */
export const MOST_ENTRIES = 200;

/** The tree of an interview that has these answers; those of items that the form does not have are left out. */
export function treeOf(form: Form, answers: Answers): Tree {
  const tree = emptyTree(form);
  fill(tree.root, answers, tree);
  return tree;
}

/** The tree before anything was answered: values that stand as they are, one entry of each repeat that is open. */
export function freshTree(form: Form): Tree {
  const tree = emptyTree(form);
  grow(tree.root, tree);
  return tree;
}

/** A tree of its own with the same places. */
export function copyOf(form: Form, { root }: Tree): Tree {
  const tree = emptyTree(form);
  copyInto(root, tree.root, tree);
  return tree;
}

/** One more entry at the head of a repeat, with what stands in it from the beginning. */
export function addEntry(head: Place, tree: Tree): Place {
  const entry = new Seat(head.spot, head);
  head.inside.push(entry);
  grow(entry, tree);
  // The new places stand behind those of later repetitions: in document order again.
  const { at, heads } = reindexed(tree);
  tree.at.splice(0, tree.at.length, ...at);
  tree.heads.splice(0, tree.heads.length, ...heads);
  return entry;
}

/** What was answered, by names; `relevantOnly` leaves out what does not count, and says "" for what was not answered. */
export function answersOf(place: Place, relevantOnly: boolean): Answers {
  // Entries and not a growing object: an item may be called "__proto__".
  const found: [string, Answers[string]][] = [];
  for (const child of place.inside) {
    if (relevantOnly && child.relevant !== true) continue;
    const { item } = child.spot;
    if (child.isHead) {
      const entries = child.inside.filter((entry) => !relevantOnly || entry.relevant === true);
      found.push([child.name, entries.map((entry) => answersOf(entry, relevantOnly))]);
    } else if (item?.is === 'group') found.push([child.name, answersOf(child, relevantOnly)]);
    else if (item?.is === 'question' && (relevantOnly ? item.type !== 'note' : child.value !== ''))
      found.push([child.name, child.value]);
  }
  return Object.fromEntries(found);
}

/** "household/2/age": names from the root, places of repetitions from 1. */
export function pathOf(place: Place): string {
  const { up } = place;
  if (!up) return '';
  const own = up.isHead ? String(up.inside.indexOf(place) + 1) : place.name;
  return up.up ? `${pathOf(up)}/${own}` : own;
}

/** The place of a path, relevant or not; null when there is none. */
export function placeAt({ root }: Tree, path: string): Place | null {
  let place: Place | undefined = root;
  for (const part of path.split('/')) {
    place = place?.isHead ? place.inside[Number(part) - 1] : place?.inside.find(({ name }) => name === part);
  }
  return place && place !== root ? place : null;
}

class Seat implements Place {
  readonly kind = 'element';
  readonly inside: Place[] = [];
  value: Answer = '';
  relevant: boolean | null = null;
  required = false;
  readonly = false;
  problem: Problem | null = null;
  choices: readonly Choice[] | null = null;
  readonly spot: Spot;
  readonly up: Place | null;
  readonly isHead: boolean;
  readonly attributes: readonly Node[] = [];

  constructor(spot: Spot, up: Place | null, isHead = false) {
    this.spot = spot;
    this.up = up;
    this.isHead = isHead;
  }

  get name(): string {
    return this.spot.name;
  }

  /** As expressions see it: entries stand in the group around their repeat. */
  get parent(): Node | null {
    if (!this.up) return new Above(this);
    return this.up.isHead ? this.up.up : this.up;
  }

  /** What is not relevant is not there. */
  get children(): readonly Node[] {
    return this.inside.flatMap((child) => (child.isHead ? child.inside : [child])).filter((child) => child.relevant);
  }

  get text(): string {
    if (this.relevant !== true) return '';
    return this.spot.item?.is === 'question' ? this.value : this.children.map(({ text }) => text).join('');
  }
}

/** The document above the first element. */
class Above implements Node {
  readonly kind = 'root';
  readonly name = '';
  readonly parent = null;
  readonly attributes = [];
  readonly children: readonly Node[];

  constructor(element: Node) {
    this.children = [element];
  }

  get text(): string {
    return this.children[0]!.text;
  }
}

function emptyTree(form: Form): Tree {
  const root = new Seat(form.root, null);
  root.relevant = true;
  return { root, at: form.spots.map(() => []), heads: form.spots.map(() => []) };
}

/** Makes what hangs below a place that is new. */
function grow(place: Place, tree: Tree): void {
  keep(place, tree);
  for (const spot of place.spot.children) {
    const child = new Seat(spot, place, spot.item?.is === 'repeat');
    child.value = spot.preset;
    place.inside.push(child);
    if (child.isHead) {
      keep(child, tree);
      const isOpen = spot.item?.is === 'repeat' && spot.item.count === null;
      if (isOpen) {
        const entry = new Seat(spot, child);
        child.inside.push(entry);
        grow(entry, tree);
      }
    } else grow(child, tree);
  }
}

function fill(place: Place, answers: Answers, tree: Tree): void {
  keep(place, tree);
  for (const spot of place.spot.children) {
    const said = Object.hasOwn(answers, spot.name) ? answers[spot.name] : undefined;
    const child = new Seat(spot, place, spot.item?.is === 'repeat');
    place.inside.push(child);
    if (typeof said === 'string' && spot.item?.is === 'question') child.value = said;
    if (!child.isHead) {
      fill(child, isAnswers(said) ? said : {}, tree);
      continue;
    }
    keep(child, tree);
    for (const one of Array.isArray(said) ? said.slice(0, MOST_ENTRIES) : []) {
      const entry = new Seat(spot, child);
      child.inside.push(entry);
      fill(entry, one, tree);
    }
  }
}

const isAnswers = (said: Answers[string] | undefined): said is Answers =>
  typeof said === 'object' && said !== null && !Array.isArray(said);

function copyInto(from: Place, to: Place, tree: Tree): void {
  keep(to, tree);
  for (const child of from.inside) {
    const copy = new Seat(child.spot, to, child.isHead);
    copy.value = child.value;
    copy.relevant = child.relevant;
    copy.required = child.required;
    copy.readonly = child.readonly;
    copy.problem = child.problem;
    copy.choices = child.choices;
    to.inside.push(copy);
    copyInto(child, copy, tree);
  }
}

function keep(place: Place, tree: Tree): void {
  const list = place.isHead ? tree.heads : tree.at;
  list[place.spot.id]!.push(place);
}

function reindexed({ root, at, heads }: Tree): Tree {
  const tree: Tree = { root, at: at.map(() => []), heads: heads.map(() => []) };
  const visit = (place: Place): void => {
    keep(place, tree);
    place.inside.forEach(visit);
  };
  visit(root);
  return tree;
}
