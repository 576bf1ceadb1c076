import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page as Tab } from 'playwright-core';
import { CHROMIUM_ARGS } from '../e2e/parts/browser.ts';
import { LOADED } from '../src/enhance.gen.ts';
import { longQuestionnaire } from '../src/modules/surveys/filling/samples.ts';
import type { Bench } from './bench.ts';
import { type Figure, median, quantile } from './figure.ts';

const QUESTIONS = 300;
const SLOWDOWN = 4;

/** One answer in a long form in the browser: from the event to the questions shown, on a slowed processor. */
export async function instant(bench: Bench): Promise<readonly Figure[]> {
  if (!bench.browser) return [];
  const page = await pageIn(bench.folder());
  const server = createServer(({ url }, response) => {
    const script = LOADED[(url ?? '').slice('/scripts/'.length)];
    const [type, body] = script
      ? ['text/javascript', script]
      : url === '/questions'
        ? ['application/json', JSON.stringify(longQuestionnaire(QUESTIONS))]
        : ['text/html; charset=utf-8', page];
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: bench.browser, args: [...CHROMIUM_ARGS] });
  try {
    return [await answers(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)];
  } finally {
    await browser.close();
    server.close();
  }
}

/** The page of `instant-page.tsx`, which Node does not read as it stands. */
async function pageIn(folder: string): Promise<string> {
  const outfile = path.join(folder, 'instant-page.mjs');
  await build({
    ...{ entryPoints: ['bench/instant-page.tsx'], outfile, bundle: true, format: 'esm', platform: 'node' },
    ...{ target: 'node24', jsx: 'automatic', jsxImportSource: 'preact', logLevel: 'error' },
  });
  const { pageOf } = (await import(pathToFileURL(outfile).href)) as { pageOf: (questions: number) => string };
  return pageOf(QUESTIONS);
}

async function answers(browser: Browser, origin: string): Promise<Figure> {
  const tab = await browser.newPage();
  await tab.goto(origin);
  await tab.locator('form[data-ready]').waitFor();
  const session = await tab.context().newCDPSession(tab);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const [took, plain] = [await answering(tab), await handling(tab)];
  return {
    name: 'surveys.instant',
    what: `one answer in the browser, form of ${QUESTIONS} questions with skip logic on one page, processor slowed ${SLOWDOWN} times, layout included`,
    value: quantile(took, 0.95),
    unit: 'ms',
    baseline: { what: 'a handler that writes one text, and its layout', value: quantile(plain, 0.95) },
    target: { most: 50 },
    note: `${took.length} answers: 95 of 100 are faster; median ${median(took).toFixed(1)} ms`,
  };
}

const answering = (tab: Tab): Promise<number[]> =>
  tab.evaluate(async (sections) => {
    const took: number[] = [];
    const given = (control: HTMLInputElement | null): void => {
      if (!control) throw new Error('a question is not there');
      const began = performance.now();
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
      void document.body.offsetHeight;
      took.push(performance.now() - began);
    };
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < sections; n += 1) {
        const inSection = (name: string): string => `[name="q:s${n}/${name}${n}"]`;
        const one = (found: string): HTMLInputElement | null => document.querySelector(found);
        for (const [name, value] of [
          ['a', round ? 'no' : 'yes'],
          ['d', 'd2'],
        ] as const) {
          const control = one(`${inSection(name)}[value=${value}]`);
          if (control && !control.closest('[hidden]')) {
            control.checked = true;
            given(control);
          }
        }
        const number = one(inSection('b'));
        if (number && !number.closest('[hidden]')) {
          number.value = String(20 + n);
          given(number);
        }
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    return took;
  }, QUESTIONS / 10);

const handling = (tab: Tab): Promise<number[]> =>
  tab.evaluate(async () => {
    const took: number[] = [];
    const plain = document.querySelector<HTMLInputElement>('#plain')!;
    plain.addEventListener('input', () => {
      plain.parentElement!.dataset.said = plain.value;
    });
    for (let n = 0; n < 100; n += 1) {
      plain.value = String(n);
      const began = performance.now();
      plain.dispatchEvent(new Event('input', { bubbles: true }));
      void document.body.offsetHeight;
      took.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve));
    }
    return took;
  });
