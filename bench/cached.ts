import { type Bench, fetchRaw, startBare } from './bench.ts';
import { type Figure, median } from './figure.ts';
import { AS_BROWSER, type LoadMade, load } from './load.ts';
import { cpuOf } from './processes.ts';

const ROUNDS = 5;
const SECONDS = 3;
/** Compressed: a usual page. */
const USUAL = 7 * 1024;

const [OWN, EMPTY, SAME] = [0, 1, 2];

type Made = LoadMade & { readonly cpu: number };

const FORUM = { slug: 'sixty', plans: 1, points: 5, measures: 60, executors: 2 } as const;

/** Pages from memory against a server that does nothing, in turns. */
export const cached = (bench: Bench): Promise<readonly Figure[]> =>
  bench.on({ kind: 'embedded', forums: [FORUM], cache: true }, async (subject) => {
    const { port } = subject;
    const path = await usualPage(port);
    const page = await fetchRaw(port, path);
    const [empty, same] = [await startBare(null, bench.folder()), await startBare(page, bench.folder())];
    try {
      const sides = [subject, empty, same].map(({ port: at, pid }) => async (seconds: number) => {
        const before = cpuOf(pid);
        const made = await load({ port: at, paths: [path], headers: AS_BROWSER, connections: 50, seconds });
        return { ...made, cpu: (cpuOf(pid) - before) / made.answers };
      });
      for (const side of sides) await side(SECONDS);
      const rounds: Made[][] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const made: Made[] = [];
        for (const side of sides) made.push(await side(SECONDS));
        rounds.push(made);
      }
      const of = (side: number, what: 'perSecond' | 'cpu') =>
        median(rounds.map((round) => (round[side] as Made)[what]));
      const busiest = Math.max(...rounds.flat().map((made) => made.senderBusy));
      return [
        {
          name: 'cached.rate',
          what: 'cached pages per second, 50 connections',
          value: of(OWN, 'perSecond'),
          unit: 'per second',
          baseline: { what: 'empty node:http', value: of(EMPTY, 'perSecond') },
          note: `${page.body.length} bytes compressed, medians of ${ROUNDS} alternating runs; the sender used at most ${Math.round(busiest * 100)} % of a core`,
        },
        ...[
          { side: EMPTY, name: 'of_empty', what: 'an empty node:http server', least: 55 },
          { side: SAME, name: 'of_same_bytes', what: 'node:http sending the same bytes and headers', least: 70 },
        ].map(
          ({ side, name, what, least }): Figure => ({
            name: `cached.${name}`,
            what: `answers per second of a cached page against ${what}`,
            value: (of(OWN, 'perSecond') / of(side, 'perSecond')) * 100,
            unit: '%',
            baseline: { what, value: 100 },
            target: { least },
            note: `by processor time per answer: ${Math.round((of(side, 'cpu') / of(OWN, 'cpu')) * 100)} %`,
          }),
        ),
        {
          name: 'cached.cpu',
          what: 'processor time per cached answer',
          value: of(OWN, 'cpu'),
          unit: 'ms',
          baseline: { what: 'node:http sending the same bytes and headers', value: of(SAME, 'cpu') },
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
