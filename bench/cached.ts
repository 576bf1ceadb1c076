import { type Bench, fetchRaw, startBare } from './bench.ts';
import { type Figure, median } from './figure.ts';
import { AS_BROWSER, load } from './load.ts';

const ROUNDS = 5;
const SECONDS = 3;
/** Compressed: a usual page. */
const USUAL = 7 * 1024;

const FORUM = { slug: 'sixty', plans: 1, points: 5, measures: 60, executors: 2 } as const;

/** Pages from memory against a server that does nothing, in turns. */
export const cached = (bench: Bench): Promise<readonly Figure[]> =>
  bench.on({ kind: 'embedded', forums: [FORUM], cache: true }, async ({ port }) => {
    const path = await usualPage(port);
    const page = await fetchRaw(port, path);
    const [empty, same] = [await startBare(null, bench.folder()), await startBare(page, bench.folder())];
    try {
      const ask = (at: number, seconds: number) =>
        load({ port: at, paths: [path], headers: AS_BROWSER, connections: 50, seconds });
      for (const at of [port, empty.port, same.port]) await ask(at, SECONDS);
      const rates: number[][] = [];
      let busiest = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const made = [await ask(port, SECONDS), await ask(empty.port, SECONDS), await ask(same.port, SECONDS)];
        rates.push(made.map((one) => one.perSecond));
        busiest = Math.max(busiest, ...made.map((one) => one.senderBusy));
      }
      const [own, nothing, bytes] = [0, 1, 2].map((i) => median(rates.map((round) => round[i] as number)));
      const shared = {
        what: 'cached page per second, 50 connections',
        value: own as number,
        unit: 'per second' as const,
      };
      const note = `${page.body.length} bytes compressed, medians of ${ROUNDS} alternating runs; the sender used at most ${Math.round(busiest * 100)} % of a core`;
      return [
        { ...shared, name: 'cached.rate', baseline: { what: 'empty node:http', value: nothing as number }, note },
        {
          name: 'cached.of_empty',
          what: 'cached page against an empty node:http server',
          value: ((own as number) / (nothing as number)) * 100,
          unit: '%',
          baseline: { what: 'empty node:http', value: 100 },
          target: { least: 55 },
        },
        {
          name: 'cached.of_same_bytes',
          what: 'cached page against node:http sending the same bytes and headers',
          value: ((own as number) / (bytes as number)) * 100,
          unit: '%',
          baseline: { what: 'node:http, same bytes and headers', value: 100 },
          target: { least: 70 },
        },
      ];
    } finally {
      await empty.stop();
      await same.stop();
    }
  });

/** The measure's page that comes nearest to 7 KB. */
async function usualPage(port: number): Promise<string> {
  let best = { path: '', off: Number.POSITIVE_INFINITY };
  for (let i = 1; i <= 10; i++) {
    const path = `/az/sixty/plans/plan-1/measures/${i}`;
    const off = Math.abs((await fetchRaw(port, path)).body.length - USUAL);
    if (off < best.off) best = { path, off };
  }
  return best.path;
}
