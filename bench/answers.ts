import { type Bench, fetchRaw, type Subject, startBare } from './bench.ts';
import type { Figure } from './figure.ts';
import { AS_BROWSER, load } from './load.ts';
import { cpuOf } from './processes.ts';
import { startWriter } from './writer.ts';

/** As the peers were measured: 60 measures, here with two executors each, who mostly reported and were judged. */
const SIXTY = { slug: 'sixty', plans: 1, points: 5, measures: 60, executors: 2 } as const;

const LIST = ['/az/sixty/plans/plan-1'];
const MEASURES = Array.from({ length: 60 }, (_, i) => `/az/sixty/plans/plan-1/measures/${i + 1}`);

const PAGES = [
  { name: 'list_60', what: 'list of 60 measures', paths: LIST, most: 4 },
  { name: 'measure', what: 'one measure', paths: MEASURES, most: 1.5 },
] as const;

/**
 * What an answer costs without the page cache, on PostgreSQL: program and database together. First with nothing kept at
 * all, as the first reader after a start has it; then as the first reader after a write has it, which is the usual case:
 * somebody writes all the time, and what the writes themselves cost the database is taken off.
 */
export async function answers(bench: Bench): Promise<readonly Figure[]> {
  const subject = { kind: 'server', forums: [SIXTY] } as const;
  const figures: Figure[] = [];
  await bench.on({ ...subject, cache: false }, async (running) => {
    for (const page of PAGES) figures.push(...(await cost(bench, running, page)));
  });
  await bench.on({ ...subject, cache: 'pieces' }, async (running) => {
    for (const page of PAGES) figures.push(await afterWrites(bench, running, page));
  });
  return figures;
}

interface Page {
  readonly name: string;
  readonly what: string;
  readonly paths: readonly string[];
  readonly most: number;
}

async function cost(bench: Bench, subject: Subject, page: Page): Promise<readonly Figure[]> {
  const { port, pids } = subject;
  const asked = { port, paths: page.paths, headers: AS_BROWSER };
  const own = await cpuPerAnswer(asked, pids);
  const bare = await startBare(await fetchRaw(port, page.paths[0] as string), bench.folder());
  const floor = await cpuPerAnswer({ ...asked, port: bare.port }, [bare.pid]).finally(() => bare.stop());
  const fastest = await load({ ...asked, connections: 50, seconds: 8 });
  const half = await load({ ...asked, connections: 50, seconds: 10, rate: fastest.perSecond / 2 });
  return [
    {
      name: `cpu.${page.name}`,
      what: `processor time per answer, ${page.what}, uncached, nothing kept, PostgreSQL`,
      value: own.ms,
      unit: 'ms',
      baseline: { what: 'node:http sending the same bytes', value: floor.ms },
      target: { most: page.most },
      note: `${Math.round(own.perSecond)} answers per second at 10 connections`,
    },
    {
      name: `rate.${page.name}`,
      what: `answers per second with 50 connections, ${page.what}, uncached, PostgreSQL`,
      value: fastest.perSecond,
      unit: 'per second',
      baseline: { what: 'node:http sending the same bytes', value: floor.perSecond },
      note: `p50 ${fastest.p50.toFixed(1)} ms, p99 ${fastest.p99.toFixed(1)} ms`,
    },
    {
      name: `p99.${page.name}`,
      what: `99th percentile at half of that rate, 50 connections, ${page.what}`,
      value: half.p99,
      unit: 'ms',
      baseline: { what: 'median of the same load', value: half.p50 },
      target: { most: 100 },
      note: `${Math.round(half.perSecond)} answers per second, slowest ${half.worst.toFixed(0)} ms`,
    },
  ];
}

async function afterWrites(bench: Bench, { port, pids, url }: Subject, page: Page): Promise<Figure> {
  if (!url) throw new Error('writes are measured on a server');
  const asked = { port, paths: page.paths, headers: AS_BROWSER };
  const writer = await startWriter(url, SIXTY.slug, SIXTY.measures);
  const [before, began] = [writer.writes(), performance.now()];
  const own = await cpuPerAnswer(asked, pids, writer.cpu);
  const perSecond = ((writer.writes() - before) * 1_000) / (performance.now() - began);
  await writer.stop();
  const bare = await startBare(await fetchRaw(port, page.paths[0] as string), bench.folder());
  const floor = await cpuPerAnswer({ ...asked, port: bare.port }, [bare.pid]).finally(() => bare.stop());
  return {
    name: `cpu.${page.name}.after_write`,
    what: `processor time per answer, ${page.what}, uncached, after a write, PostgreSQL`,
    value: own.ms,
    unit: 'ms',
    baseline: { what: 'node:http sending the same bytes', value: floor.ms },
    target: { most: page.most },
    note: `${Math.round(own.perSecond)} answers and ${Math.round(perSecond)} writes per second`,
  };
}

/** Ten connections, warm: milliseconds of processor for each answer, of all these processes and their children. */
export async function cpuPerAnswer(
  asked: {
    readonly port: number;
    readonly paths: readonly string[];
    readonly headers: Readonly<Record<string, string>>;
  },
  pids: readonly number[],
  /** What others used meanwhile and is taken off. */
  others: () => number = () => 0,
): Promise<{ readonly ms: number; readonly perSecond: number; readonly p50: number }> {
  await load({ ...asked, connections: 10, seconds: 4 });
  const before = cpuOf(...pids) - others();
  const made = await load({ ...asked, connections: 10, seconds: 8 });
  return { ms: (cpuOf(...pids) - others() - before) / made.answers, perSecond: made.perSecond, p50: made.p50 };
}
