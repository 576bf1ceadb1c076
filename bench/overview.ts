import { type Bench, fetchRaw, type Kind, startBare } from './bench.ts';
import type { Figure } from './figure.ts';
import { AS_BROWSER, load } from './load.ts';

/** As large as a national plan: 1,450 cells. */
export const NATIONAL = { slug: 'national-size', plans: 1, points: 11, measures: 58, executors: 25 } as const;
export const NATIONAL_PLAN = '/az/national-size/plans/plan-1';

/** The plan overview of 58 measures with 25 executors each, computed anew for every answer, one reader at a time. */
export async function overview(bench: Bench): Promise<readonly Figure[]> {
  return [await measured(bench, 'embedded'), await measured(bench, 'server')];
}

const measured = (bench: Bench, kind: Kind): Promise<Figure> =>
  bench.on({ kind, forums: [NATIONAL], cache: false }, async ({ port }) => {
    const asked = { port, paths: [NATIONAL_PLAN], headers: AS_BROWSER, connections: 1 };
    await load({ ...asked, seconds: 4 });
    const made = await load({ ...asked, seconds: 8 });
    const bare = await startBare(await fetchRaw(port, NATIONAL_PLAN), bench.folder());
    const floor = await load({ ...asked, port: bare.port, seconds: 3 }).finally(() => bare.stop());
    return {
      name: `overview.${kind}`,
      what: `plan overview of 58 measures x 25 executors, uncached, p50, ${kind === 'embedded' ? 'embedded database' : 'PostgreSQL'}`,
      value: made.p50,
      unit: 'ms',
      baseline: { what: 'node:http sending the same bytes, p50', value: floor.p50 },
      ...(kind === 'embedded' ? { target: { most: 30 } } : {}),
      note: `p99 ${made.p99.toFixed(1)} ms, ${made.answers} answers`,
    };
  });
