import type { FieldError } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { PagePart } from '#core/opening/part.ts';
import { addDays, day, type PlainDate } from '#core/time/plain-date.ts';
import type { Rule } from '#modules/obligations/contract.ts';
import type { BodyKind } from '#modules/places/contract.ts';
import { itemsFor } from '../checklists/rules.ts';
import type { ItemState } from '../checklists/schema.ts';
import type { ReportState } from '../reports/schema.ts';
import {
  type Card,
  type Counted,
  type Known,
  type Remark,
  type RequestState,
  ROWS,
  type Row,
  type RowKey,
  type Size,
  type Weights,
} from './schema.ts';

export const MOST = { why: 4_000, remark: 3_000, reason: 2_000, replyDays: 60 } as const;

export const CARD_KIND = 'accountability.scorecard';
/** The name under which one-deed links are made. */
export const REPLY_DEED = 'accountability.scorecards.reply';
export const WITHHELD_REMARK = 'accountability.scorecard_remark';

/**
 * The body sees its scorecard before others do and may reply: as Georgia's Local Self-Government Index does it (the
 * municipality comments, each remark is decided with its reason, then the rating is published).
 */
export const CARD_RULE: Rule = {
  key: CARD_KIND,
  version: 1,
  title: message('accountability.scorecards.clock.title'),
  basis: message('accountability.scorecards.clock.basis'),
  basisUrl: null,
  owedTo: message('accountability.scorecards.clock.to'),
  span: null,
  extension: null,
  soonDays: 3,
  neverDays: 365,
  escalation: null,
  from: day('2016-01-01'),
  to: null,
};

/** What bodies published, reported and answered; no person is named but in what a body itself writes. */
export const SCORECARDS_PART: PagePart = {
  ...{ id: 'scorecards', name: 'accountability.scorecards.title', paths: ['/scorecards'], files: false },
  personal: async () => [],
};

export const cardPath = ({ number }: { readonly number: number }): string => `/scorecards/${number}`;
export const remarkField = (row: RowKey | null): string => `remark_${row ?? 'all'}`;
export const weightField = (row: string): string => `weight_${row}`;

/**
 * What is wrong with the weights of a formula: a row that nobody knows, a weight that is no share, all of them nothing
 * (the score would be divided by zero), or together more or less than the whole.
 */
export function weightErrors(weights: Weights, offered: readonly RowKey[]): readonly FieldError[] {
  const first = weightField(offered[0]!);
  for (const [row, weight] of Object.entries(weights)) {
    if (!(offered as readonly string[]).includes(row))
      return [{ field: first, message: message('accountability.scorecards.wrong.row', { row: row.slice(0, 60) }) }];
    if (!Number.isInteger(weight) || weight < 0 || weight > 100)
      return [{ field: weightField(row), message: message('accountability.scorecards.wrong.weight') }];
  }
  const sum = Object.values(weights).reduce((a, b) => a + b, 0);
  if (sum === 0) return [{ field: first, message: message('accountability.scorecards.wrong.zero') }];
  return sum === 100 ? [] : [{ field: first, message: message('accountability.scorecards.wrong.sum', { sum }) }];
}

/** The rows that a formula may weigh; requests only where the room of requests is there. */
export const rowsOffered = (withRequests: boolean): readonly RowKey[] =>
  ROWS.filter((row) => withRequests || row !== 'requests');

/** Thousandths that a thing counts for; null: nobody knows, or it is not over yet. */
const WORTH: {
  readonly item: Readonly<Record<ItemState, number | null>>;
  readonly report: Readonly<Record<ReportState, number | null>>;
  readonly request: Readonly<Record<RequestState, number | null>>;
} = {
  item: { published: 1000, partly: 500, stale: 500, not_found: 0, unchecked: null },
  report: { done: 1000, done_late: 500, overdue: 0, missing: 0, due: null, told: null, ended: null },
  request: { in_time: 1000, late: 500, none: 0 },
};
export const worthOf = (one: Counted): number | null =>
  one.kind === 'item'
    ? WORTH.item[one.state]
    : one.kind === 'report'
      ? WORTH.report[one.state]
      : WORTH.request[one.state];

/**
 * One row from what it counts: the mean of what is known, when enough of it is. A row that has nothing to count for
 * this kind of body takes no part; one of which too little is known neither, and says so.
 */
export function rowOf(key: RowKey, weight: number, counted: readonly Counted[], enough: number): Row {
  const worths = counted.map(worthOf).filter((worth) => worth !== null);
  const [n, of] = [worths.length, counted.length];
  const known: Known = of === 0 ? 'no' : n === 0 || n * 100 < enough * of ? 'few' : 'yes';
  const value = known === 'yes' ? Math.round(worths.reduce((a, b) => a + b, 0) / n) : null;
  return { key, weight, known, value, n, of, counted };
}

/** Rows with what was taken over of the body's remarks: the value that was decided stands instead of the counted one. */
export function decidedRows(rows: readonly Row[], remarks: readonly Remark[]): readonly Row[] {
  const taken = new Map(
    remarks.flatMap(({ row, decision }) =>
      row !== null && decision?.taken && decision.counted !== null ? [[row, decision.counted * 10] as const] : [],
    ),
  );
  return rows.map((row) => (taken.has(row.key) ? { ...row, known: 'yes', value: taken.get(row.key)! } : row));
}

/**
 * The score in thousandths: the weighted mean of the rows that count. null: not enough data, when these weigh less than
 * the formula wants of all rows that apply to the body, or when nothing applies: nothing is divided by zero.
 */
export function scoreOf(rows: readonly Row[], enough: number): number | null {
  const applying = sum(rows.filter(({ known }) => known !== 'no').map(({ weight }) => weight));
  const counting = rows.filter(({ value, weight }) => value !== null && weight > 0);
  const weight = sum(counting.map((row) => row.weight));
  if (weight === 0 || weight * 100 < enough * applying) return null;
  return Math.round(sum(counting.map((row) => row.weight * row.value!)) / weight);
}
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

type Told = Pick<Card, 'replyUntil' | 'reply' | 'remarks'>;

/**
 * The day on which a scorecard becomes public: that of the reply when it has no remarks, of the last decision when it
 * has, and without a reply the day after the window, by the date alone. null: a remark is not decided yet.
 */
export function publicOn({ replyUntil, reply, remarks }: Told): PlainDate | null {
  if (!reply || reply.on > replyUntil) return addDays(replyUntil, 1);
  if (remarks.some(({ decision }) => decision === null)) return null;
  return [reply.on, ...remarks.map(({ decision }) => decision!.on)].toSorted().at(-1)!;
}

export const isPublic = (card: Told, today: PlainDate): boolean => {
  const on = publicOn(card);
  return on !== null && on <= today;
};

export type CardState = 'with_body' | 'deciding' | 'public';
export const stateOn = (card: Told, today: PlainDate): CardState =>
  isPublic(card, today) ? 'public' : card.reply ? 'deciding' : 'with_body';

/** Size classes by inhabitants, of municipalities: under 2000, under 10 000, more; null: nobody knows, or another kind. */
export const sizeOf = (kind: BodyKind, people: number | null): Size | null =>
  kind !== 'municipality' || people === null ? null : people < 2_000 ? 'small' : people < 10_000 ? 'middle' : 'large';

/** So many other scorecards of the same class must be public before their middle is said. */
export const FEWEST_ALIKE = 3;

/** The newest public card of each body, by the same formula, of the same kind and size. */
export function alikeTo(card: Card, cards: readonly Card[], today: PlainDate): readonly Card[] {
  const others = cards.filter(
    (one) =>
      one.body !== card.body &&
      one.formula === card.formula &&
      one.kind === card.kind &&
      one.size === card.size &&
      isPublic(one, today),
  );
  return [...Map.groupBy(others, ({ body }) => body).values()].map((own) => newestOf(own)!);
}

export const newestOf = (cards: readonly Card[]): Card | undefined =>
  cards.toSorted((a, b) => a.number - b.number).at(-1);

/** The score of a card as everybody reads it, decisions included. */
export const scoreOfCard = (card: Card): number | null => scoreOf(decidedRows(card.rows, card.remarks), card.enough);

/** The middle of scores; null: fewer than `FEWEST_ALIKE` have one. */
export function middleOf(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null).toSorted((a, b) => a - b);
  if (known.length < FEWEST_ALIKE) return null;
  const half = Math.floor(known.length / 2);
  return known.length % 2 === 1 ? known[half]! : Math.round((known[half - 1]! + known[half]!) / 2);
}

/** The items of one block that bodies of this kind are asked for. */
export const itemsOfRow = (kind: BodyKind, key: RowKey) => itemsFor(kind).filter(({ block }) => block === key);
