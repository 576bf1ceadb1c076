import { parseExpression } from '../parsing/rules.ts';
import { evaluate, isError } from '../rules.ts';
import type { Node, Value, World } from '../schema.ts';
import { isMoment, numberOf, textOf, truthOf } from '../values/rules.ts';

/** One expression with the value that it must have, as https://github.com/getodk/web-forms tests it. */
export interface Case {
  readonly id: string;
  readonly file: string;
  readonly expression: string;
  readonly expected: unknown;
  readonly type: string;
  /** What else the case needs (a language, a node): such cases are left out. */
  readonly extra: readonly unknown[];
}

export interface Judged {
  readonly passed: number;
  /** Cases that need no document. */
  readonly total: number;
  readonly failed: readonly { readonly id: string; readonly expression: string; readonly reason: string }[];
  /** Cases that look at a document that is not written with them. */
  readonly skipped: readonly { readonly id: string; readonly expression: string; readonly reason: string }[];
}

/** Evaluates every case. Whether one needs a document shows when it looks at one. */
export function judgeXPath(cases: readonly Case[]): Judged {
  const judged = cases.map((one) => ({ id: one.id, expression: one.expression, ...judge(one) }));
  const free = judged.filter(({ verdict }) => verdict !== 'skipped');
  const listed = (wanted: string) =>
    judged
      .filter(({ verdict }) => verdict === wanted)
      .map(({ id, expression, reason }) => ({ id, expression, reason }));
  const failed = listed('failed');
  return { passed: free.length - failed.length, total: free.length, failed, skipped: listed('skipped') };
}

interface Verdict {
  readonly verdict: 'passed' | 'failed' | 'skipped';
  readonly reason: string;
}

function judge(one: Case): Verdict {
  if (one.extra.length > 0) return { verdict: 'skipped', reason: `needs ${one.extra.join(', ')} of its test` };
  const parsed = parseExpression(one.expression);
  if (isError(parsed)) return { verdict: 'failed', reason: `no expression: ${parsed.reason} at ${parsed.at}` };
  const { world, node, wasAsked } = watched();
  const value = evaluate(parsed, world, node);
  if (wasAsked()) return { verdict: 'skipped', reason: 'needs the document of its test' };
  if (isError(value)) return { verdict: 'failed', reason: `${value.reason}: ${value.found}` };
  const found = shown(one, value, world);
  if (fits(one, value, found)) return { verdict: 'passed', reason: '' };
  return { verdict: 'failed', reason: `${JSON.stringify(one.expected)} expected, ${JSON.stringify(found)} found` };
}

function shown({ type, expression }: Case, value: Value, world: World): unknown {
  // The length of what comes is what those tests compare: the value is of chance.
  if (expression.startsWith('uuid(')) return textOf(value, world.zone).length;
  if (type === 'boolean') return truthOf(value);
  return type === 'number' ? numberOf(value, world.zone) : textOf(value, world.zone);
}

/** NaN and Infinity are written "NaN" or null; days since 1970 are compared to the hundredth. */
function fits({ expected, type, expression, file }: Case, value: Value, found: unknown): boolean {
  if (type !== 'number') return found === expected;
  if (expected === null) return typeof found === 'number' && !Number.isFinite(found);
  if (expected === 'NaN') return Number.isNaN(found);
  const isDays = isMoment(value) || expression.includes('date(') || file.endsWith('/date.test.ts');
  return isDays ? Math.abs(Number(found) - Number(expected)) <= 0.005 : Object.is(Number(found) + 0, expected);
}

/** The clocks of the tests: Phoenix, seven hours behind UTC all year. */
const PHOENIX = { minutesAt: () => -420 };

/** A world with an empty document that notices when it is looked at. */
function watched(): { readonly world: World; readonly node: Node; readonly wasAsked: () => boolean } {
  let asked = false;
  const ask = <T>(answer: T): T => {
    asked = true;
    return answer;
  };
  const node: Node = {
    kind: 'root',
    name: '',
    parent: null,
    get children() {
      return ask([]);
    },
    get attributes() {
      return ask([]);
    },
    get text() {
      return ask('');
    },
  };
  const world: World = {
    now: Date.UTC(2026, 10, 23, 12),
    zone: PHOENIX,
    language: 'en',
    random: () => 0.5,
    instance: () => ask(null),
    referred: () => ask([]),
    everywhere: () => ask([]),
    lastSaved: () => ask([]),
    choiceName: () => ask(''),
    translated: () => ask(''),
  };
  return { world, node, wasAsked: () => asked };
}
