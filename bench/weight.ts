import { chromium } from 'playwright-core';
import { pack } from '#core/cache/page-cache.ts';
import { LANGUAGES } from '#core/i18n/texts.ts';
import { CHROMIUM_ARGS } from '../e2e/parts/browser.ts';
import { LIVING } from '../e2e/parts/people.ts';
import { kindOf, walk } from '../e2e/parts/walk.ts';
import { type Bench, fetchRaw, type Subject } from './bench.ts';
import type { Figure } from './figure.ts';
import { NATIONAL, NATIONAL_PLAN } from './overview.ts';

const WINDOW = 14 * 1024;
const LARGE = 24 * 1024;

/** What a first visit to each kind of public page weighs: the heaviest page of the kind, in three languages. */
export async function weight(bench: Bench): Promise<readonly Figure[]> {
  const world = await bench.on({ kind: 'embedded', forums: [], cache: true }, (subject) =>
    heaviest(bench, subject, ''),
  );
  const synthetic = await bench.on({ kind: 'embedded', forums: [NATIONAL], cache: true }, (subject) =>
    heaviest(bench, subject, 'synthetic plan of 58 measures x 25 executors: '),
  );
  return [...world, ...synthetic];
}

async function heaviest(bench: Bench, subject: Subject, prefix: string): Promise<readonly Figure[]> {
  const from = LANGUAGES.flatMap((code) => [`/${code}`, `/${code}/${prefix ? NATIONAL.slug : LIVING}`]);
  const pages = await walk({ origin: subject.origin, from, ofKind: prefix ? 12 : 60 });
  const kinds = new Map<string, { path: string; bytes: number; plain: number }>();
  for (const { path, status, html } of pages) {
    if (status !== 200 || !html) continue;
    const plain = Buffer.byteLength(html);
    const bytes = pack(Buffer.from(html), 'gzip', 'one').length;
    const kind = kindOf(path);
    if (bytes > (kinds.get(kind)?.bytes ?? 0)) kinds.set(kind, { path, bytes, plain });
  }
  if (kinds.size < 8) throw new Error(`only ${kinds.size} kinds of pages were found`);
  const figures: Figure[] = [];
  for (const [kind, { path, bytes, plain }] of [...kinds].sort((a, b) => b[1].bytes - a[1].bytes)) {
    const answer = await fetchRaw(subject.port, path);
    const large = path.replace(/^\/(az|en|ru)/, '/az') === NATIONAL_PLAN;
    figures.push({
      name: `weight.${prefix ? 'synthetic' : 'world'}.${kind}`,
      what: `${prefix}${kind} (heaviest: ${path})`,
      value: Math.max(bytes, answer.body.length),
      unit: 'bytes',
      baseline: { what: 'uncompressed', value: plain },
      target: { most: large ? LARGE : WINDOW },
    });
  }
  const most = bench.browser
    ? await requests(
        bench.browser,
        subject,
        [...kinds.values()].map(({ path }) => path),
      )
    : null;
  if (most)
    figures.push({
      name: `requests.${prefix ? 'synthetic' : 'world'}`,
      what: `${prefix}most requests that a first visit makes, images of the content apart`,
      value: most.count,
      unit: 'requests',
      baseline: { what: 'the page itself', value: 1 },
      target: { most: 1 },
      note: most.count > 1 ? `${most.path}: ${most.others.join(', ')}` : `${kinds.size} kinds of pages in Chromium`,
    });
  return figures;
}

async function requests(program: string, { origin }: Subject, paths: readonly string[]) {
  const browser = await chromium.launch({ executablePath: program, args: [...CHROMIUM_ARGS] });
  let most: { count: number; path: string; others: string[] } = { count: 0, path: '', others: [] };
  try {
    for (const path of paths) {
      const context = await browser.newContext();
      const tab = await context.newPage();
      const asked: string[] = [];
      tab.on('request', (request) => {
        const image = request.resourceType() === 'image' && /\/files\//.test(request.url());
        if (!request.url().startsWith('data:') && !image) asked.push(request.url());
      });
      await tab.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
      if (asked.length > most.count) most = { count: asked.length, path, others: asked.slice(1) };
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return most;
}
