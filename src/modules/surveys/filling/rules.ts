import { written } from '../expressions/moments/rules.ts';
import type { Answer, Answers } from '../questionnaires/schema.ts';
import type { Filling, Form, Place, Problem, State, Tree } from './schema.ts';
import { FACTS, settle } from './settling/rules.ts';
import { shownState } from './showing/rules.ts';
import { addEntry, answersOf, copyOf, freshTree, pathOf, placeAt, treeOf } from './tree/rules.ts';

/** The answers with which an interview begins: defaults, the hour, what the device tells; one entry of each open repeat. */
export function begin(form: Form, filling: Filling): Answers {
  const tree = freshTree(form);
  for (const place of factsIn(form, tree)) place.value = factOf(place, filling);
  settle(form, tree, filling, null, tree.at.flat());
  return answersOf(tree.root, false);
}

/** The state that answers give, whatever way they came about. */
export function stateOf(form: Form, answers: Answers, filling: Filling): State {
  const tree = treeOf(form, answers);
  settle(form, tree, filling, null);
  return shownState(form, tree, filling);
}

/**
 * The state after one answer; only what waits for it is worked out anew. An item that is not there, that is calculated or
 * that tells a fact is not answered: the state stays.
 */
export function answer(form: Form, state: State, path: string, value: Answer, filling: Filling): State {
  const tree = copyOf(form, state.tree);
  const place = placeAt(tree, path);
  const item = place?.spot.item;
  if (!place || item?.is !== 'question' || FACTS.has(item.type) || item.calculation !== null) return state;
  place.value = value;
  settle(form, tree, filling, [place.spot]);
  return shownState(form, tree, filling);
}

/** One more entry of the repeat at this path; the state stays where none may be added. */
export function addTo(form: Form, state: State, path: string, filling: Filling): State {
  const tree = copyOf(form, state.tree);
  const head = placeAt(tree, path);
  if (!head?.isHead || !isOpen(head)) return state;
  const entry = addEntry(head, tree);
  settle(form, tree, filling, null, allIn(entry));
  return shownState(form, tree, filling);
}

/** Without the entry at this path ("household/2"); those behind it move up. */
export function removeAt(form: Form, state: State, path: string, filling: Filling): State {
  const place = placeAt(state.tree, path);
  if (!place?.up?.isHead || !isOpen(place.up)) return state;
  const tree = copyOf(form, state.tree);
  const entry = placeAt(tree, path)!;
  entry.up!.inside.splice(entry.up!.inside.indexOf(entry), 1);
  return stateOf(form, answersOf(tree.root, false), filling);
}

/** What counts of an interview that ends now, and what is still wrong with it, by path. */
export function finish(
  form: Form,
  answers: Answers,
  filling: Filling,
): { readonly answers: Answers; readonly problems: Readonly<Record<string, Problem>> } {
  const tree = treeOf(form, answers);
  for (const place of factsIn(form, tree)) if (typeOf(place) === 'end') place.value = factOf(place, filling);
  settle(form, tree, filling, null);
  const wrong = tree.at.flat().filter((place) => place.relevant && place.problem);
  return {
    answers: answersOf(tree.root, true),
    problems: Object.fromEntries(wrong.map((place) => [pathOf(place), place.problem!])),
  };
}

const allIn = (place: Place): readonly Place[] => [place, ...place.inside.flatMap(allIn)];

const isOpen = ({ spot }: Place): boolean => spot.item?.is === 'repeat' && spot.item.count === null;

const typeOf = ({ spot }: Place): string => (spot.item?.is === 'question' ? spot.item.type : '');

const factsIn = (form: Form, tree: Tree): readonly Place[] =>
  form.spots.filter(({ item }) => item?.is === 'question' && FACTS.has(item.type)).flatMap(({ id }) => tree.at[id]!);

/** The end is written when it comes. */
function factOf(place: Place, { now, zone, facts }: Filling): Answer {
  const type = typeOf(place);
  if (type === 'today') return written({ moment: now, shown: 'moment' }, zone).slice(0, 10);
  if (type === 'start' || type === 'end') return written({ moment: now, shown: 'moment' }, zone);
  return facts[type] ?? '';
}
