import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_ARGS } from '../e2e/parts/browser.ts';
import type { Bench } from './bench.ts';
import { type Figure, median } from './figure.ts';
import { NATIONAL, NATIONAL_PLAN } from './overview.ts';

/** DevTools' preset "Slow 3G": 500 kbit/s less a fifth, 400 ms five times over; and its "4x slowdown" of the processor. */
const NETWORK = { offline: false, latency: 2_000, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWDOWN = 4;
const RUNS = 3;

/** One page of each kind that people arrive at. */
const WORLD = {
  home: '/az/durnasu',
  plans: '/az/durnasu/plans',
  plan: '/az/durnasu/plans/local',
  measure: '/az/durnasu/plans/local/measures/1.1',
  executors: '/az/durnasu/executors',
  places: '/az/durnasu/places',
  report: '/az/durnasu/plans/local/report',
};

/** When the text of a page stands on a phone's screen at a first visit. */
export async function slow(bench: Bench): Promise<readonly Figure[]> {
  const program = bench.browser;
  if (!program) return [];
  const browser = await chromium.launch({ executablePath: program, args: [...CHROMIUM_ARGS] });
  const empty = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><html lang="az"><link rel="icon" href="data:,"><title>a</title><h1>a</h1></html>');
  });
  await new Promise<void>((resolve) => empty.listen(0, '127.0.0.1', resolve));
  const floorAt = `http://localhost:${(empty.address() as AddressInfo).port}/`;
  const measure = async (origin: string, pages: Readonly<Record<string, string>>): Promise<readonly Figure[]> => {
    const figures: Figure[] = [];
    for (const [name, path] of Object.entries(pages)) {
      const [own, floor]: [number[], number[]] = [[], []];
      for (let run = 0; run < RUNS; run++) {
        floor.push(await readable(browser, floorAt));
        own.push(await readable(browser, `${origin}${path}`));
      }
      figures.push({
        name: `slow3g.${name}`,
        what: `text readable on Slow 3G with a 4x slowed processor, first visit: ${path}`,
        value: median(own) / 1000,
        unit: 's',
        baseline: { what: 'an empty page, same conditions', value: median(floor) / 1000 },
        target: { most: 2.5 },
      });
    }
    return figures;
  };
  try {
    const world = await bench.on({ kind: 'embedded', forums: [], cache: true }, ({ origin }) => measure(origin, WORLD));
    const large = await bench.on({ kind: 'embedded', forums: [NATIONAL], cache: true }, ({ origin }) =>
      measure(origin, { plan_58x25: NATIONAL_PLAN, measure_25: `${NATIONAL_PLAN}/measures/1` }),
    );
    return [...world, ...large];
  } finally {
    empty.close();
    await browser.close();
  }
}

/** Milliseconds from the navigation until the largest text was painted; the page is whole by then or waited for. */
async function readable(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NETWORK);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await tab.addInitScript(() => {
      const times = { painted: 0 };
      Object.assign(globalThis, { __times: times });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) times.painted = Math.max(times.painted, entry.startTime);
      }).observe({ type: 'largest-contentful-paint', buffered: true });
    });
    const response = await tab.goto(address, { waitUntil: 'load' });
    if (response?.status() !== 200) throw new Error(`${address} answered ${response?.status()}`);
    await tab.waitForTimeout(300);
    return await tab.evaluate(() => {
      const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      const { painted } = (globalThis as unknown as { __times: { painted: number } }).__times;
      const parsed = (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).domInteractive;
      return Math.max(first, painted, parsed);
    });
  } finally {
    await context.close();
  }
}
