import type { FieldError } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { SOURCE_MAX, tooLong } from '../rules.ts';
import type { Place, PlaceId, Population } from '../schema.ts';
import { standsOn } from '../schema.ts';

/** More people than any place has: a slip of the keyboard. */
const PEOPLE_MAX = 2_000_000_000;

/** Everything wrong with a figure of population. */
export function populationErrors(
  figure: Pick<Population, 'day' | 'people' | 'households' | 'source'>,
  place: Pick<Place, 'from' | 'to'>,
  today: PlainDate,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  const count = (field: string, n: number) => {
    if (!Number.isInteger(n) || n < 0 || n > PEOPLE_MAX) {
      errors.push({ field, message: message('places.refused.not_count', { found: String(n) }) });
    }
  };
  count('people', figure.people);
  if (figure.households !== null) count('households', figure.households);
  if (figure.households !== null && figure.households > figure.people) {
    errors.push({ field: 'households', message: message('places.refused.more_homes_than_people') });
  }
  if (figure.day > today) errors.push({ field: 'day', message: message('places.refused.future_figure') });
  else if (!standsOn(place, figure.day))
    errors.push({ field: 'day', message: message('places.refused.figure_outside') });
  if (!figure.source.trim()) errors.push({ field: 'source', message: message('places.refused.no_source') });
  if (figure.source.length > SOURCE_MAX) errors.push(tooLong('source', figure.source, SOURCE_MAX));
  return errors;
}

type Kept = Pick<Population, 'day' | 'people' | 'households' | 'source'>;

/** A figure as it stands in a form. */
export const figureValues = ({ day, people, households, source }: Kept) => ({
  ...{ day: String(day), people: String(people), source },
  households: households === null ? '' : String(households),
});

/** Where a figure stands among those that a form has seen: a place has one for each day and source. */
export const figureField = ({ day, source }: Pick<Kept, 'day' | 'source'>): string =>
  `figure_${day}_${encodeURIComponent(source)}`;
export const figureText = ({ people, households }: Pick<Kept, 'people' | 'households'>): string =>
  `${people} ${households ?? ''}`;

/** Every figure of a place as its form has seen them. */
export const figuresSeen = (figures: readonly Kept[]): Readonly<Record<string, string>> =>
  Object.fromEntries(figures.map((figure) => [figureField(figure), figureText(figure)]));

/** The figure that holds on a day: the latest of a day not after it; null when none is known. */
export function figureOn(figures: readonly Population[], day: PlainDate): Population | null {
  let best: Population | null = null;
  for (const figure of figures) if (figure.day <= day && (!best || figure.day >= best.day)) best = figure;
  return best;
}

/** People of a place put together from its parts: complete only when every part is known. */
export interface Sum {
  readonly people: number;
  readonly known: number;
  readonly of: number;
  /** The first and the last day of the figures. */
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Sums what is known; what is unknown is counted as unknown, never as nobody. Null when nothing is known. */
export function sumOf(parts: readonly (Population | null)[]): Sum | null {
  const known = parts.filter((part) => part !== null);
  const days = known.map((part) => part.day).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to) return null;
  const people = known.reduce((n, part) => n + part.people, 0);
  return { people, known: known.length, of: parts.length, from, to };
}

/** What lies in what today, and every figure known. */
export interface Tree {
  readonly children: ReadonlyMap<PlaceId, readonly Place[]>;
  readonly figures: ReadonlyMap<PlaceId, readonly Population[]>;
}

/**
 * The figures that a place's people can be put together from: of each part its own, else those of its parts in turn.
 * Administrative territories are left out: their villages are in the municipalities already.
 */
export function partsOf(id: PlaceId, tree: Tree, day: PlainDate): readonly (Population | null)[] {
  const parts = (tree.children.get(id) ?? []).filter((part) => part.kind !== 'territory');
  return parts.flatMap((part) => {
    const own = figureOn(tree.figures.get(part.id) ?? [], day);
    if (own) return [own];
    const below = partsOf(part.id, tree, day);
    return below.length > 0 ? below : [null];
  });
}
