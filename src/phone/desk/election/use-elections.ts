import { useEffect, useState } from 'preact/hooks';

/** The part of the program that holds elections, with their whole law. */
export type Elections = typeof import('./election.tsx');

/** Loads that part as soon as a desk with elections opens, while there is still a net. null: not there (yet). */
export function useElections(wanted: boolean): Elections | null {
  const [loaded, set] = useState<Elections | null>(null);
  useEffect(() => {
    if (wanted) void import('./election.tsx').then(set);
  }, [wanted]);
  return loaded;
}
