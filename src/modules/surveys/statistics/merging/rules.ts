import type { Group, Merged, MergeProposal } from './schema.ts';

/**
 * What to put together so that each group has at least `least` people, where otherwise most of a table would be hidden.
 * `ordered` (classes of age): only neighbours, the smallest first, with the smaller of its neighbours. Else (places, kinds of
 * bodies): all small ones become one, and if that is still too small, the next smallest joins them. A proposal, never done
 * by itself: whether two groups belong together is for people to say.
 */
export function proposeMerges(groups: readonly Group[], least: number, order: 'ordered' | 'free'): MergeProposal {
  const single = groups.map(({ code, n }): Merged => ({ codes: [code], n }));
  const isNeeded = single.some(({ n }) => n < least);
  const merged = !isNeeded ? single : order === 'ordered' ? neighbours(single, least) : smallOnes(single, least);
  return { groups: merged, isNeeded, isHopeless: merged.length < 2 || merged.some(({ n }) => n < least) };
}

function neighbours(groups: readonly Merged[], least: number): readonly Merged[] {
  if (groups.length < 2) return groups;
  const smallest = Math.min(...groups.map(({ n }) => n));
  if (smallest >= least) return groups;
  const at = groups.findIndex(({ n }) => n === smallest);
  const [before, after] = [groups[at - 1], groups[at + 1]];
  const first = after === undefined || (before !== undefined && before.n <= after.n) ? at - 1 : at;
  return neighbours(
    [...groups.slice(0, first), joined(groups.slice(first, first + 2)), ...groups.slice(first + 2)],
    least,
  );
}

function smallOnes(groups: readonly Merged[], least: number): readonly Merged[] {
  const rising = groups.toSorted((a, b) => a.n - b.n);
  let count = rising.findIndex(({ n }) => n >= least);
  if (count < 0) count = rising.length;
  while (count < rising.length && joined(rising.slice(0, count)).n < least) count++;
  const small = new Set(rising.slice(0, count));
  const together = joined(groups.filter((group) => small.has(group)));
  return [...groups.filter((group) => !small.has(group)), together];
}

const joined = (groups: readonly Merged[]): Merged => ({
  codes: groups.flatMap(({ codes }) => codes),
  n: groups.reduce((sum, { n }) => sum + n, 0),
});
