import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { Fields } from '../forms.ts';
import { MOST } from '../rules.ts';
import type { Ballot } from '../schema.ts';
import type { Pile, Slip } from '../tallies/schema.ts';
import { slipOfLine } from '../tallies/slips/rules.ts';

/** A box that is counted apart; `box` null: all slips or hands together. */
export interface Box {
  readonly key: string;
  readonly box: string | null;
}

/** What is counted as a number: words of a motion, options of a choice; else only blank and spoilt slips. */
export function countedSlips({ kind, options }: Ballot): readonly { readonly key: string; readonly slip: Slip }[] {
  const spoilt = [
    { key: 'blank', slip: 'blank' },
    { key: 'invalid', slip: 'invalid' },
  ] as const;
  if (kind === 'motion')
    return [...(['for', 'against', 'abstain'] as const).map((slip) => ({ key: slip, slip })), ...spoilt];
  if (kind !== 'choice') return spoilt;
  const one = options.map(({ id }, i) => ({ key: `o${id}`, slip: options.map((_, j) => (i === j ? 1 : 0)) }));
  return [...one, ...spoilt];
}

/** What one person counted. Slips with several marks are typed one a line, as they lie there: "2 1 3" or "1, 3". */
export function readCount(
  posted: Posted,
  ballot: Ballot,
  boxes: readonly Box[],
): Result<{ piles: Pile[]; counter: string }> {
  const read = new Fields(posted);
  const piles: Pile[] = [];
  for (const { key, box } of boxes) {
    for (const { key: of, slip } of countedSlips(ballot)) {
      const field = `n_${key}_${of}`;
      const count = read.count(field, 100_000);
      // Nothing written is not nothing found: zero is typed.
      if (count === null) read.wrong(field, message('ballots.counting.wrong.missing'));
      piles.push({ box, slip: typeof slip === 'string' ? slip : [...slip], count: count ?? 0 });
    }
    if (ballot.kind === 'approval' || ballot.kind === 'ranked')
      piles.push(...slipsTyped(read, posted, ballot, `slips_${key}`, box));
  }
  const counter = read.needed('counter', MOST.counter, message('ballots.counting.wrong.counter'));
  return read.end({ piles, counter });
}

/** One slip a line. Of an approval the numbers of what is marked, of a ranked one the options from the first place on. */
function slipsTyped(
  read: Fields,
  posted: Posted,
  { kind, options }: Ballot,
  field: string,
  box: string | null,
): Pile[] {
  const lines = posted
    .text(field)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.flatMap((line, i): readonly Pile[] => {
    const slip = slipOfLine(kind, options.length, line);
    if (slip) return [{ box, slip, count: 1 }];
    read.wrong(field, message('ballots.counting.wrong.line', { line: i + 1, text: line.slice(0, 40) }));
    return [];
  });
}
