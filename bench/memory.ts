import { setTimeout as pause } from 'node:timers/promises';
import { type Bench, type Kind, startBare } from './bench.ts';
import type { Figure } from './figure.ts';
import { AS_BROWSER, load } from './load.ts';
import { memoryOf } from './processes.ts';

const MOST = { embedded: 260, server: 150 } as const;
const NAMES = { embedded: 'embedded database', server: 'PostgreSQL, program alone' } as const;

/** Memory of the program as `npm start` runs it, with the demonstration world, half a minute after it was ready. */
export async function memory(bench: Bench): Promise<readonly Figure[]> {
  const bare = await startBare(null, bench.folder());
  await pause(2_000);
  const floor = memoryOf(bare.pid);
  await bare.stop();
  return [...(await measured(bench, 'embedded', floor.rss)), ...(await measured(bench, 'server', floor.rss))];
}

/** Loaded once and started again, because the start that loads the world is not the usual one. */
const measured = async (bench: Bench, kind: Kind, floor: number): Promise<readonly Figure[]> =>
  bench.on({ kind, forums: [], cache: true, twice: true }, async ({ pid, port }) => {
    await pause(30_000);
    const idle = memoryOf(pid);
    await load({
      port,
      paths: ['/az/durnasu/plans/local', '/az/durnasu/plans'],
      headers: AS_BROWSER,
      connections: 10,
      seconds: 10,
    });
    const after = memoryOf(pid);
    const baseline = { what: 'an empty node:http server', value: floor };
    return [
      {
        name: `memory.${kind}.idle`,
        what: `resident memory idle for 30 s, ${NAMES[kind]}`,
        value: idle.rss,
        unit: 'MB',
        baseline,
        target: { most: MOST[kind] },
        note: `PSS ${idle.pss.toFixed(0)} MB`,
      },
      {
        name: `memory.${kind}.after`,
        what: `resident memory after 10 s of load, ${NAMES[kind]}`,
        value: after.rss,
        unit: 'MB',
        baseline,
        note: `PSS ${after.pss.toFixed(0)} MB`,
      },
    ];
  });
