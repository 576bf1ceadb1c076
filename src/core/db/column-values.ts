import pg from 'pg';

type Parse = (text: string) => unknown;

const OID = {
  int8: 20,
  numeric: 1700,
  date: 1082,
  timestamp: 1114,
  int8Array: 1016,
  numericArray: 1231,
  dateArray: 1182,
  timestampArray: 1115,
} as const;

/** count(*) and revisions: a JavaScript number, or a loud error where the number would silently lose digits. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} is too large for a number; cast it to text in the query`);
  return value;
}

/** avg() and sum(): the nearest JavaScript number. Money is counted in minor units, so no amount is rounded here. */
function decimal(text: string): number {
  const value = Number(text);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`${text} is too large for a number; cast it to text in the query`);
  return value;
}

/** A moment without zone is UTC, never the zone of the machine. */
const utc = (text: string): Date => new Date(`${text.replace(' ', 'T')}Z`);
/** A day is not a moment: '2026-11-23'. */
const plain = (text: string): string => text;

/** The client's own type declaration names an older form of this. */
const arrays = pg.types.arrayParser as unknown as { create(text: string, one: Parse): { parse(): unknown[] } };

const listOf =
  (one: Parse): Parse =>
  (text) =>
    arrays.create(text, one).parse();

const PINNED = new Map<number, Parse>([
  [OID.int8, wholeNumber],
  [OID.numeric, decimal],
  [OID.date, plain],
  [OID.timestamp, utc],
  [OID.int8Array, listOf(wholeNumber)],
  [OID.numericArray, listOf(decimal)],
  [OID.dateArray, listOf(plain)],
  [OID.timestampArray, listOf(utc)],
]);

/**
 * How column values become JavaScript values, the same on both databases: the embedded one is spoken to in the
 * same protocol by the same client.
 */
export const columnValues: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PINNED.get(oid)) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};
