import { SYSTEM } from '#core/actor.ts';
import { Revisions } from '#core/cache/revisions.ts';
import { openDatabase } from '#core/db/open.ts';
import { Forums } from '#core/forums.ts';
import { perform } from '#core/house.ts';
import { Runner } from '#core/jobs/runner.ts';
import { addDays } from '#core/time/plain-date.ts';
import { NOW } from '../e2e/parts/house.ts';
import { addCalendarDay, recountCommand } from '../src/modules/obligations/calendar/commands.ts';
import { recountJob } from '../src/modules/obligations/calendar/jobs.ts';
import { type Bench, fetchRaw, type Kind, plant, startBare, TODAY } from './bench.ts';
import type { Figure } from './figure.ts';
import { AS_BROWSER, load } from './load.ts';

const CASES = 100_000;
/** Bodies enough for a country; the plan beside them is small. */
const FORUM = { slug: 'owed', plans: 1, points: 1, measures: 1, executors: 99 } as const;
const PAGE = '/az/owed/obligations';

/** A hundred thousand open obligations: the page of what is owed, and a day that is added to the calendar. */
export async function owed(bench: Bench): Promise<readonly Figure[]> {
  return [await page(bench, 'embedded'), await page(bench, 'server'), await recount(bench)];
}

const page = (bench: Bench, kind: Kind): Promise<Figure> =>
  bench.on({ kind, forums: [{ ...FORUM, owed: { cases: CASES, overdue: 0.1 } }], cache: false }, async ({ port }) => {
    const asked = { port, paths: [PAGE], headers: AS_BROWSER, connections: 1 };
    await load({ ...asked, seconds: 4 });
    const made = await load({ ...asked, seconds: 8 });
    const bare = await startBare(await fetchRaw(port, PAGE), bench.folder());
    const floor = await load({ ...asked, port: bare.port, seconds: 3 }).finally(() => bare.stop());
    return {
      name: `owed.page.${kind}`,
      what: `page of what is owed among 100,000 open obligations, uncached, p50, ${kind === 'embedded' ? 'embedded database' : 'PostgreSQL'}`,
      ...{ value: made.p50, unit: 'ms', target: { most: 50 } },
      baseline: { what: 'node:http sending the same bytes, p50', value: floor.p50 },
      note: `p99 ${made.p99.toFixed(1)} ms, ${made.answers} answers`,
    };
  });

/** From the press of the operator until the last of the cases has its new due day, each with its trace. */
async function recount(bench: Bench): Promise<Figure> {
  const folder = bench.folder();
  await plant(await openDatabase({ url: null, folder }), [{ ...FORUM, owed: { cases: CASES, overdue: 0 } }]);
  const database = await openDatabase({ url: null, folder });
  try {
    const revisions = new Revisions();
    const forums = new Forums();
    await forums.load(database.db, revisions);
    const house = {
      database,
      revisions,
      clock: { now: () => new Date(NOW) },
      spendDeed: async () => true,
      keepForReceipt: async () => {},
    };
    const runner = new Runner({
      house,
      kinds: [recountJob(recountCommand({ dueMoved: [] }))],
      forums: () => [forums.reference, ...forums.all],
      onTrouble: ({ problem }) => {
        throw problem;
      },
    });
    const began = performance.now();
    const asked = { actor: SYSTEM, forum: forums.reference, lang: 'en', requestId: 'bench' } as const;
    const day = { country: 'AZ', day: addDays(TODAY, 1), kind: 'rest', name: { az: 'Qərarla' } } as const;
    const added = await perform(house, asked, addCalendarDay, { ...day, source: 'No 1', url: null });
    if (!added.ok) throw new Error(added.refusal.message.key);
    await runner.runDue();
    const seconds = (performance.now() - began) / 1_000;
    return {
      ...{ name: 'owed.recount', what: 'a day added to the calendar: 100,000 open obligations counted anew, embedded' },
      ...{ value: seconds, unit: 's', target: { most: 30 } },
      note: 'each with its trace, 5,000 in one transaction',
    };
  } finally {
    await database.close();
  }
}
