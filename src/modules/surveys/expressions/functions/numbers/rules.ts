import { momentOf } from '../../moments/rules.ts';
import type { Functions, Use, Value } from '../../schema.ts';
import { isNodes, numberOf, truthOf } from '../../values/rules.ts';

const ANY = Number.POSITIVE_INFINITY;
const of = (work: (n: number) => number) => ({ least: 1, most: 1, run: (use: Use): Value => work(use.number(0)) });
const pair = (work: (a: number, b: number) => number) => ({
  least: 2,
  most: 2,
  run: (use: Use): Value => work(use.number(0), use.number(1)),
});

/** Functions of numbers and of yes and no. */
export const NUMBERS: Functions = {
  number: { least: 0, most: 1, run: number },
  int: of(Math.trunc),
  floor: of(Math.floor),
  ceiling: of(Math.ceil),
  abs: of(Math.abs),
  round: { least: 1, most: 2, run: round },
  pow: pair((base, power) => base ** power),
  sqrt: of(Math.sqrt),
  exp: of(Math.exp),
  exp10: of((n) => 10 ** n),
  log: of(Math.log),
  log10: of(Math.log10),
  sin: of(Math.sin),
  cos: of(Math.cos),
  tan: of(Math.tan),
  asin: of(Math.asin),
  acos: of(Math.acos),
  atan: of(Math.atan),
  atan2: pair(Math.atan2),
  pi: { least: 0, most: 0, run: () => Math.PI },
  min: { least: 1, most: ANY, run: (use) => extreme(numbersOf(use), Math.min) },
  max: { least: 1, most: ANY, run: (use) => extreme(numbersOf(use), Math.max) },
  sum: { least: 1, most: 1, run: (use) => nodeNumbers(use, 0).reduce((sum, n) => sum + n, 0) },
  boolean: { least: 1, most: 1, run: (use) => use.truth(0) },
  not: { least: 1, most: 1, run: (use) => !use.truth(0) },
  true: { least: 0, most: 0, run: () => true },
  false: { least: 0, most: 0, run: () => false },
  if: { least: 3, most: 3, run: (use) => use.value(use.truth(0) ? 1 : 2) },
  checklist: { least: 2, most: ANY, run: checklist },
  'weighted-checklist': { least: 2, most: ANY, run: weightedChecklist },
};

/** A day that is written as text counts in days since 1970 and is written as whole ones. */
function number(use: Use): Value {
  const value = use.count === 0 ? [use.scope.node] : use.value(0);
  const { zone } = use.scope.world;
  const text = typeof value === 'string' ? value : isNodes(value) ? (value[0]?.text ?? '') : null;
  const moment = text === null ? null : momentOf(text, zone);
  return moment === null ? numberOf(value, zone) : { moment, shown: 'days' };
}

/** ODK: a half goes away from 0; the second number says how many places stay. */
function round(use: Use): number {
  const value = use.number(0);
  const scale = 10 ** (use.count === 2 ? use.number(1) : 0);
  return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale;
}

function numbersOf(use: Use): readonly number[] {
  return Array.from({ length: use.count }, (_, index) => use.value(index)).flatMap((value) =>
    (isNodes(value) ? value.map((node) => node.text) : [value]).map((each) => numberOf(each, use.scope.world.zone)),
  );
}

const nodeNumbers = (use: Use, index: number): readonly number[] =>
  use.nodes(index).map((node) => numberOf(node.text, use.scope.world.zone));

const extreme = (numbers: readonly number[], of: (...numbers: number[]) => number): number =>
  numbers.length === 0 ? Number.NaN : of(...numbers);

/** Whether at least and at most so many hold; -1 is no border. */
function checklist(use: Use): boolean {
  const held = Array.from({ length: use.count - 2 }, (_, index) => truthsOf(use, index + 2)).flat();
  return isBetween(held.filter(Boolean).length, use.number(0), use.number(1));
}

/** As `checklist`, each with its weight behind it: pairs of values, or of paths of equal length. */
function weightedChecklist(use: Use): boolean {
  let total = 0;
  for (let index = 2; index + 1 < use.count; index += 2) {
    const weights = use.value(index + 1);
    const held = truthsOf(use, index);
    held.forEach((holds, place) => {
      const weight = isNodes(weights) ? (weights[place]?.text ?? '0') : weights;
      if (holds) total += numberOf(weight, use.scope.world.zone);
    });
  }
  return isBetween(total, use.number(0), use.number(1));
}

/** Of a path each node: a number by its value, another text by being there. */
function truthsOf(use: Use, index: number): readonly boolean[] {
  const value = use.value(index);
  if (!isNodes(value)) return [truthOf(value)];
  return value.map(({ text }) => {
    const n = numberOf(text, use.scope.world.zone);
    return Number.isNaN(n) ? text !== '' && text !== 'false' : n !== 0;
  });
}

const isBetween = (n: number, least: number, most: number): boolean =>
  (least === -1 || n >= least) && (most === -1 || n <= most);
