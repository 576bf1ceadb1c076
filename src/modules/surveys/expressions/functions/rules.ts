import { distance } from '#core/i18n/names.ts';
import type { Call, ExpressionError, Functions, Work } from '../schema.ts';
import { CHANCE } from './chance/rules.ts';
import { CHOICES } from './choices/rules.ts';
import { DIGESTS } from './digests/rules.ts';
import { LANDS } from './lands/rules.ts';
import { MOMENTS } from './moments/rules.ts';
import { NODES } from './nodes/rules.ts';
import { NUMBERS } from './numbers/rules.ts';
import { TEXTS } from './texts/rules.ts';

const FUNCTIONS: ReadonlyMap<string, Work> = new Map(
  [TEXTS, NUMBERS, MOMENTS, NODES, CHOICES, LANDS, CHANCE, DIGESTS].flatMap((group: Functions) =>
    Object.entries(group),
  ),
);

/** What a call does, or why it cannot: no function of that name (with the nearest spelling), too few or too many in it. */
export function workOf(call: Call): Work | ExpressionError {
  const { name, args, at } = call;
  const work = FUNCTIONS.get(name);
  const place = { is: 'error', at, end: at + name.length, found: name } as const;
  if (!work) return { ...place, reason: 'unknown_function', expected: [], near: nearest(name) };
  if (args.length >= work.least && args.length <= work.most) return work;
  const { least, most } = work;
  const expected = most === Number.POSITIVE_INFINITY ? `${least}+` : least === most ? `${least}` : `${least}-${most}`;
  return { ...place, reason: 'arguments', end: call.end, expected: [expected], near: null };
}

/** The function that is spelled nearly so: one letter off in short names, two in longer ones, or other case and hyphens. */
function nearest(name: string): string | null {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const most = name.length < 5 ? 1 : 2;
  const near = [...FUNCTIONS.keys()]
    .map((known) => ({ known, off: plain(known) === plain(name) ? 0 : distance(known, name.toLowerCase(), most) }))
    .filter(({ off }) => off <= most)
    .sort((a, b) => a.off - b.off);
  return near[0]?.known ?? null;
}
