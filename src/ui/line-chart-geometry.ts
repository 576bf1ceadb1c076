import { scaleLinear } from 'd3-scale';
import { daysBetween, type PlainDate } from '#core/time/plain-date.ts';
import { boxOf, type Place, Placing } from './labels.ts';

export interface Measured {
  readonly date: PlainDate;
  readonly value: number;
  /** How it was found: "8 visited, 7 asked by telephone". */
  readonly note?: string | undefined;
}

export type Series = 'base' | 'executor' | 'civil';

/** x in percent of the width, y in pixels. */
interface At {
  readonly x: number;
  readonly y: number;
}

interface Label extends At {
  readonly text: string;
  readonly anchor: Place['anchor'];
  readonly dx: number;
}

export interface Drawn {
  readonly grid: readonly { readonly value: number; readonly y: number }[];
  readonly aim: { readonly y: number; readonly label: { readonly y: number; readonly left: boolean } | null } | null;
  readonly lines: readonly {
    readonly series: Series;
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
  }[];
  readonly marks: readonly (At & { readonly series: Series })[];
  readonly values: readonly Label[];
  /** Days under the chart; `wide` ones fit only on wide screens. */
  readonly days: readonly (Label & { readonly wide: boolean })[];
}

interface Words {
  readonly number: (value: number) => string;
  readonly day: (date: PlainDate) => string;
}

export const HEIGHT = 240;
const TOP = 26;
const FLOOR = HEIGHT - 30;
/** Left of it stand the figures of the grid. */
const LEFT = 13;
const RIGHT = 93;
/** The narrowest and a usual width at which labels must not touch. */
const NARROW = 280;
const USUAL = 600;
/** Behind the figures of the grid. */
export const AIM_LEFT = 28;

/** Everything that is drawn, or null when there is nothing to draw. */
export function draw(
  baseline: Measured | null,
  target: { readonly value: number; readonly date: PlainDate | null } | null,
  executor: readonly Measured[],
  civil: readonly Measured[],
  words: Words,
): Drawn | null {
  const base = baseline ? [baseline] : [];
  const all = [...base, ...executor, ...civil];
  const dates = [...all.map((m) => m.date), ...(target?.date ? [target.date] : [])].sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return null;
  const highest = Math.max(1e-9, target?.value ?? 0, ...all.map((m) => m.value));
  const lowest = Math.min(0, ...all.map((m) => m.value));
  const y = scaleLinear([lowest, highest], [FLOOR, TOP]).nice(4);
  const x = scaleLinear([0, Math.max(1, daysBetween(first, last))], first === last ? [50, 50] : [LEFT, RIGHT]);
  const at = (m: { readonly date: PlainDate; readonly value: number }): At => ({
    x: round(x(daysBetween(first, m.date))),
    y: round(y(m.value)),
  });
  const grid = y.ticks(4).map((value) => ({ value, y: round(y(value)) }));
  const series: readonly (readonly [Series, readonly Measured[]])[] = [
    ['base', base],
    ['executor', executor],
    ['civil', civil],
  ];
  const marks = series.flatMap(([name, values]) =>
    values.map((m) => ({ series: name, ...at(m), text: words.number(m.value) })),
  );
  const placing = new Placing(NARROW);
  for (const line of grid) placing.take(boxOf(words.number(line.value), { x: 0, y: line.y - 5, anchor: 'start' }));
  for (const mark of marks) placing.take(square(mark));
  const values = valueLabels(marks, placing);
  return {
    grid,
    aim: target ? aimOf(round(y(target.value)), words.number(target.value), placing) : null,
    lines: [...joined('executor', [...base, ...executor].map(at)), ...joined('civil', [...base, ...civil].map(at))],
    marks,
    values,
    days: dayLabels(dates, (date) => at({ date, value: 0 }).x, words.day),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
const px = (percent: number, width: number): number => (percent / 100) * width;

const square = ({ x, y }: At) => {
  const centre = px(x, NARROW);
  return { left: centre - 7, right: centre + 7, top: y - 7, bottom: y + 7 };
};

function joined(series: Series, points: readonly At[]) {
  return points.slice(1).map((to, i) => {
    const from = points[i]!;
    return { series, x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  });
}

/** Above its mark, else below, else beside; left out when all are taken: the table has it. */
function valueLabels(marks: readonly (At & { readonly text: string })[], placing: Placing): readonly Label[] {
  return marks.flatMap(({ x, y, text }) => {
    const centre = px(x, NARROW);
    const place = placing.put(text, [
      { x: centre, y: y - 11, anchor: 'middle' },
      { x: centre, y: y + 22, anchor: 'middle' },
      { x: centre + 11, y: y + 5, anchor: 'start' },
      { x: centre - 11, y: y + 5, anchor: 'end' },
    ]);
    return place ? [{ text, x, y: place.y, anchor: place.anchor, dx: round(place.x - centre) }] : [];
  });
}

/** The words on the target line stand at its right end, else at its left; above it, else below. */
function aimOf(y: number, value: string, placing: Placing): Drawn['aim'] {
  // The word before the figure is not known here: room for the shorter ones, the longer ones are words of the key too.
  const text = `target ${value}`;
  const place = placing.put(text, [
    { x: NARROW, y: y - 6, anchor: 'end' },
    { x: NARROW, y: y + 16, anchor: 'end' },
    { x: AIM_LEFT, y: y - 6, anchor: 'start' },
    { x: AIM_LEFT, y: y + 16, anchor: 'start' },
  ]);
  return { y, label: place ? { y: place.y, left: place.anchor === 'start' } : null };
}

/**
 * First and last day first, others where they fit. What fits on narrow screens is shown everywhere; what fits only
 * between those on wide screens is marked `wide`.
 */
function dayLabels(
  dates: readonly PlainDate[],
  xOf: (date: PlainDate) => number,
  say: (date: PlainDate) => string,
): Drawn['days'] {
  const different = [...new Set(dates)];
  const order = [...new Set([different[0]!, different.at(-1)!, ...different])];
  const stand = (placing: Placing, width: number, date: PlainDate): Place | null =>
    placing.put(say(date), dayPlaces(xOf(date), width));
  const narrow = new Placing(NARROW);
  const small = new Map(order.map((date) => [date, stand(narrow, NARROW, date)]));
  const usual = new Placing(USUAL);
  const first = order.filter((date) => small.get(date));
  const rest = order.filter((date) => !small.get(date));
  const large = new Map([...first, ...rest].map((date) => [date, stand(usual, USUAL, date)]));
  return order.flatMap((date) => {
    const place = small.get(date) ?? large.get(date);
    if (!place) return [];
    const x = place.anchor === 'end' ? 100 : place.anchor === 'start' ? 0 : xOf(date);
    return [{ text: say(date), x, y: place.y, anchor: place.anchor, dx: 0, wide: !small.get(date) }];
  });
}

/** Under its mark, else flush with the edge it is near to. */
function dayPlaces(x: number, width: number): readonly Place[] {
  const y = HEIGHT - 6;
  return [
    { x: px(x, width), y, anchor: 'middle' },
    ...(x > 80 ? [{ x: width, y, anchor: 'end' as const }] : []),
    ...(x < 20 ? [{ x: 0, y, anchor: 'start' as const }] : []),
  ];
}
