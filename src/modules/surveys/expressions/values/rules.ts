import { DAY, momentOf, written } from '../moments/rules.ts';
import type { Moment, Node, Value, Zone } from '../schema.ts';

const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

export const isNodes = (value: Value): value is readonly Node[] => Array.isArray(value);
export const isMoment = (value: Value): value is Moment => typeof value === 'object' && !isNodes(value);

/** As text (XPath 1.0, 4.2): of nodes the first one's, a number without exponent. */
export function textOf(value: Value, zone: Zone): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return isNodes(value) ? (value[0]?.text ?? '') : written(value, zone);
}

/** As a number: a day or moment counts in days since 1970 UTC, also when it is written as text; NaN when it is none. */
export function numberOf(value: Value, zone: Zone): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isMoment(value)) return value.moment / DAY;
  const text = (typeof value === 'string' ? value : (value[0]?.text ?? '')).trim();
  if (NUMBER.test(text)) return Number(text);
  const moment = momentOf(text, zone);
  return moment === null ? Number.NaN : moment / DAY;
}

/** As yes or no: a number that is not 0, a text that is not empty, nodes that exist. */
export function truthOf(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  if (isMoment(value)) return !Number.isNaN(value.moment);
  return value.length > 0;
}

/** = and != of XPath 1.0, 3.4; days compare as numbers, also with a day that is written as text. */
export function areEqual(left: Value, right: Value, wanted: boolean, zone: Zone): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return (truthOf(left) === truthOf(right)) === wanted;
  const numeric = [left, right].some((value) => typeof value === 'number' || isMoment(value));
  const same = (a: Value, b: Value): boolean =>
    (numeric ? numberOf(a, zone) === numberOf(b, zone) : textOf(a, zone) === textOf(b, zone)) === wanted;
  return each(left).some((a) => each(right).some((b) => same(a, b)));
}

/** <, <=, >, >= of XPath 1.0, 3.4: always by number; true when any pair of nodes fits. */
export function areOrdered(left: Value, right: Value, fits: (a: number, b: number) => boolean, zone: Zone): boolean {
  const bare = (value: Value, other: Value): readonly Value[] =>
    typeof other === 'boolean' && isNodes(value) ? [truthOf(value)] : each(value);
  return bare(left, right).some((a) => bare(right, left).some((b) => fits(numberOf(a, zone), numberOf(b, zone))));
}

const each = (value: Value): readonly Value[] => (isNodes(value) ? value.map((node) => node.text) : [value]);

function numberText(value: number): string {
  if (Object.is(value, -0)) return '0';
  const text = String(value);
  const found = /^(-?)(\d)(?:\.(\d+))?e([+-])(\d+)$/.exec(text);
  if (!found) return text;
  const [, minus, whole, part = '', sign, power] = found as unknown as [
    string,
    string,
    string,
    string?,
    string?,
    string?,
  ];
  const digits = whole + part;
  const places = Number(power);
  return sign === '-'
    ? `${minus}0.${'0'.repeat(places - 1)}${digits}`
    : `${minus}${digits}${'0'.repeat(places - part.length)}`;
}
