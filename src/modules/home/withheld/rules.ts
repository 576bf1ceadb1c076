import { DEMANDERS } from '#core/withholding/withheld.ts';
import { type Demand, type DemandCount, OUTCOMES, type Outcome } from './schema.ts';

/** What can follow: a text that was restored can be withheld again, a refused demand stays refused. */
const NEXT: Readonly<Record<Outcome | 'open', readonly Outcome[]>> = {
  open: ['withheld', 'refused'],
  withheld: ['restored'],
  restored: ['withheld'],
  refused: [],
};

export const mayBecome = (now: Outcome | null, next: Outcome): boolean => NEXT[now ?? 'open'].includes(next);

/** Demands by the month in which they were made, by who made them and by what became of them; the newest month first. */
export function countsOf(demands: readonly Demand[]): readonly DemandCount[] {
  const groups = Map.groupBy(
    demands,
    ({ on, demander, outcome }) => `${on.slice(0, 7)} ${demander} ${outcome ?? 'open'}`,
  );
  const order = (count: DemandCount): number =>
    DEMANDERS.indexOf(count.demander) * 10 + ['open', ...OUTCOMES].indexOf(count.outcome);
  return [...groups.values()]
    .map((group): DemandCount => {
      const [{ on, demander, outcome }] = group as [Demand];
      return { month: on.slice(0, 7), demander, outcome: outcome ?? 'open', n: group.length };
    })
    .sort((a, b) => (a.month === b.month ? order(a) - order(b) : a.month < b.month ? 1 : -1));
}
