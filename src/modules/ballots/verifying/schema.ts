import * as v from 'valibot';
import { textsShape } from '#core/shapes.ts';
import { KINDS, MARKS, METHODS, type Result, type Slip } from '../tallies/schema.ts';

/** What the first bytes of such a file say, so that it is known from others. */
export const FORMAT = 'ortaq-ballot';
export const VERSION = 1;

const texts = textsShape(100_000);
const word = v.string();
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const moment = v.pipe(v.string(), v.isoTimestamp());

const share = v.strictObject({ than: v.picklist(['more_than', 'at_least']), part: count, whole: count });
const threshold = v.strictObject({ share, of: v.picklist(['cast', 'present', 'filled', 'all']) });
const bound = <T extends v.GenericSchema>(value: T) =>
  v.nullable(v.strictObject({ document: word, article: word, value }));

/** One seat of the frozen roll; `filled` false: vacant, and nobody is named. */
const rollSeat = v.strictObject({
  ...{ key: word, number: count, constituency: word, organisation: v.nullable(texts), body: v.nullable(word) },
  ...{ filled: v.boolean(), recused: v.picklist(['nobody', 'representative', 'alternate', 'seat']) },
});
const constituency = v.strictObject({ id: word, name: v.nullable(texts) });

const isSlip = (value: unknown): value is Slip =>
  Array.isArray(value)
    ? value.every((mark) => Number.isSafeInteger(mark) && mark >= 0)
    : (['for', 'against', 'abstain', 'blank', 'invalid'] as readonly unknown[]).includes(value);
const slip = v.custom<Slip>(isSlip);
const pile = v.strictObject({ box: v.nullable(word), slip, count });

/**
 * Everything a result follows from, and the result: what somebody needs to count again without us. All of it is public;
 * of a person it knows nothing. Every value is bound by `sealed`, and whatever follows from others is computed anew.
 */
export const BALLOT_EXPORT = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  forum: v.strictObject({ name: word, title: texts }),
  ballot: v.strictObject({
    ...{ id: word, number: count, title: texts, words: texts, kind: v.picklist(KINDS) },
    method: v.nullable(v.picklist(METHODS)),
    decision: v.picklist(['ordinary', 'documents', 'members', 'removal', 'election', 'plan']),
    secrecy: v.picklist(['open', 'secret']),
    mode: v.picklist(['hall', 'online', 'correspondence', 'paper', 'mixed']),
    /** 2: the second round, or once more after a tie. */
    round: v.picklist([1, 2]),
    options: v.array(v.strictObject({ id: word, label: texts })),
    /** ISO 8601, UTC. */
    opened: moment,
    closed: moment,
    /** By the documents in force, or by the founding procedure. */
    ruledBy: v.picklist(['documents', 'founding']),
  }),
  /** The rules of the day of opening that matter here, each with its article; null: the documents define none. */
  rules: v.strictObject({
    quorum: bound(v.strictObject({ all: threshold, each: v.nullable(threshold), recused: v.boolean() })),
    majority: bound(v.strictObject({ all: threshold, each: v.nullable(threshold) })),
    tie: bound(v.strictObject({ how: v.picklist(['rejected', 'chair', 'again', 'lot']) })),
    proxies: bound(v.strictObject({ most: count, within: v.boolean() })),
  }),
  /** Seats by their number; `sha256` was fixed when voting began. */
  roll: v.strictObject({ constituencies: v.array(constituency), seats: v.array(rollSeat), sha256 }),
  /** Each held seat once; `slip`: what it chose, of an open ballot with options; `carriedBy`: who carried its proxy. */
  seats: v.array(
    v.strictObject({ key: word, mark: v.picklist(MARKS), slip: v.nullable(slip), carriedBy: v.nullable(word) }),
  ),
  /**
   * Slips of a secret ballot from afar, in the order of their tracker codes. `keys`: one for each urn (`box` null: of all),
   * DER of SubjectPublicKeyInfo; `prepared` and `signature` as in RFC 9474; all three in base64url without padding.
   */
  slips: v.strictObject({
    keys: v.array(v.strictObject({ box: v.nullable(word), key: word })),
    of: v.array(v.strictObject({ tracker: word, box: v.nullable(word), slip, prepared: word, signature: word })),
  }),
  /** What people counted on paper or as hands, in the order in which they counted; none, or two that agree at least. */
  counts: v.array(v.strictObject({ counter: word, piles: v.array(pile) })),
  chair: v.nullable(v.picklist(['for', 'against', 'abstain'])),
  settled: v.array(
    v.strictObject({
      ...{ how: v.picklist(['chair', 'lot']), between: v.array(word), option: word, by: word, before: word },
    }),
  ),
  /** Judged by computing it anew, so its shape is not described a second time. */
  result: v.custom<Result>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  /** SHA-256 (hex) of the canonical JSON of all of the rest. */
  sealed: sha256,
});
type Still<T> = T extends readonly (infer E)[]
  ? readonly Still<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Still<T[K]> }
    : T;
export type BallotExport = Still<v.InferOutput<typeof BALLOT_EXPORT>>;
export type Unsealed = Omit<BallotExport, 'sealed'>;
