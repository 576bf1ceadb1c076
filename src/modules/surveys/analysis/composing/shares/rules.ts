import type { MayPrint, Printed } from '../../../statistics/printing/schema.ts';
import type { Alike, HiddenWhy } from '../../../statistics/suppression/schema.ts';
import { frequencies } from '../../../statistics/tables/rules.ts';
import type { Frequencies, Reply, Variable } from '../../../statistics/tables/schema.ts';
import { PLACE } from '../../variables/rules.ts';
import type { Asked } from '../../variables/schema.ts';
import type { Distribution, Figure } from '../schema.ts';

export const variableOf = ({ name, unit, kind, codes }: Asked): Variable => ({
  ...{ name, unit, kind: kind === 'many' ? 'many' : 'one' },
  codes: codes.map(({ code }) => code),
});

export const saysCode = (reply: Reply | undefined, code: string): boolean =>
  typeof reply === 'object' && reply.includes(code);

/** How often each answer was given by some of the people; codes were checked when they were read. */
export function countedIn(people: readonly Alike[], rows: Asked): Frequencies {
  const groups = people.map(({ replies, units }) => ({ reply: replies[rows.name] ?? 'missing', units, weight: units }));
  const found = frequencies(variableOf(rows), groups);
  if ('why' in found) throw new Error(`an answer that ${found.of} has not`);
  return found;
}

/** What stands above the shares of a question, whomever it counts. */
export const headOf = ({ name, words, kind, unit, codes }: Asked) => ({
  ...{ name, words, kind: kind === 'many' ? ('many' as const) : ('one' as const), unit, codes },
});

/** Shares as they are printed: a hidden one without count, share and interval. */
export function distributionOf(
  { codes }: Asked,
  { cells, bases }: Frequencies,
  shares: readonly Printed[],
  by: { readonly may: MayPrint; readonly noBase: boolean; readonly hidden: (code: string) => HiddenWhy | null },
): Distribution {
  const figures = codes.map(({ code }, i): Figure => {
    const why = by.hidden(code);
    if (why) return { code, yes: null, share: null, interval: null, hidden: why };
    return { code, yes: cells[code]!.yes, share: shares[i]!.share, interval: shares[i]!.interval, hidden: null };
  });
  return { n: by.noBase ? null : bases.valid, figures, what: by.may.what, why: by.may.why };
}

/** The community in which somebody was asked; null: none was noted. */
export const placeIn = ({ replies }: Pick<Alike, 'replies'>): string | null => {
  const place = replies[PLACE];
  return typeof place === 'object' ? (place[0] ?? null) : null;
};
