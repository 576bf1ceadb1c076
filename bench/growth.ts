import { cpuPerAnswer } from './answers.ts';
import type { Bench, Kind } from './bench.ts';
import type { Figure } from './figure.ts';
import { AS_BROWSER } from './load.ts';

const NAMES = { embedded: 'embedded database', server: 'PostgreSQL' } as const;

/** The page of one measure among a hundred and among a hundred thousand, uncached, readers at random places. */
export async function growth(bench: Bench): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const kind of ['server', 'embedded'] as const) {
    const [few, many] = [await cost(bench, kind, 1), await cost(bench, kind, 1_000)];
    figures.push({
      name: `growth.${kind}`,
      what: `processor time for one measure's page among 100,000 measures, ${NAMES[kind]}`,
      value: many,
      unit: 'ms',
      baseline: { what: 'the same among 100 measures', value: few },
      // "does not grow": the difference stays within the noise of two runs.
      target: { most: few * 1.25 },
    });
  }
  return figures;
}

const cost = (bench: Bench, kind: Kind, plans: number): Promise<number> =>
  bench.on(
    { kind, forums: [{ slug: 'grown', plans, points: 5, measures: 100, executors: 1 }], cache: false },
    async ({ port, pids }) => {
      const paths = Array.from(
        { length: 500 },
        (_, i) => `/az/grown/plans/plan-${1 + ((i * 7_919) % plans)}/measures/${1 + ((i * 61) % 100)}`,
      );
      return (await cpuPerAnswer({ port, paths, headers: AS_BROWSER }, pids)).ms;
    },
  );
