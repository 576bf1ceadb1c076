import { cardsOf, ScorecardPanel } from '#modules/accountability/contract.ts';
import { bodiesOf } from '#modules/places/contract.ts';
import type { Panel } from '#modules/places/schema.ts';

/** So many of the newest stand on another page. */
const LATEST = 4;

/** The scorecards of a body, on its page. */
export const cardsOfBody: Panel = async ({ db, forum, lang, today, at, sight }, body) => {
  if (forum.kind !== 'living' || !sight.shows('scorecards')) return null;
  const cards = (await cardsOf(db, forum.id, [body])).slice(0, LATEST);
  return ScorecardPanel({ lang, today, at: (path) => at(path), cards });
};

/** The scorecards of the bodies that have a place as theirs, on its page: the newest of each, by the alphabet. */
export const cardsAtPlace: Panel = async ({ db, forum, lang, today, at, sight }, place) => {
  if (forum.kind !== 'living' || !sight.shows('scorecards')) return null;
  const own = (await bodiesOf(db, forum.id)).filter((body) => body.place === place);
  if (own.length === 0) return null;
  const names = new Map(own.map(({ id, name }) => [id as string, lang.pick(name)]));
  const byBody = Map.groupBy(await cardsOf(db, forum.id, [...names.keys()]), ({ body }) => body);
  const newest = [...byBody.values()].map(([first]) => first!);
  const cards = newest.toSorted((a, b) => lang.compare(names.get(a.body) ?? '', names.get(b.body) ?? ''));
  return ScorecardPanel({ lang, today, at: (path) => at(path), cards, names });
};
