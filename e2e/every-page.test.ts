import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '#core/i18n/texts.ts';
import { openBrowser, type Visitor, visit } from './parts/browser.ts';
import { type House, startHouse } from './parts/house.ts';
import { judgeAnswer, judgePage } from './parts/judge.ts';
import { cookieOf, LIVING, lookAs, type Role } from './parts/people.ts';
import { type Walked, walk } from './parts/walk.ts';

/** All pages that links lead to, of each kind a few: as a visitor in three languages, and as each role. */
let house: House;
let browser: Browser;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** Signing out is no page; what is held about oneself leads to the sign-in who came without an account of their own. */
const EXCEPT = /^\/files\/|^\/phone\/|\/sign-out$|\/me\/data$/;

async function judge(visitor: Visitor, pages: readonly Walked[], weighed: boolean): Promise<readonly string[]> {
  const sins: string[] = [];
  for (const page of pages) {
    sins.push(...(await judgeAnswer(house.origin, page, weighed)));
    if (page.html) sins.push(...(await judgePage(visitor, house.origin, page.path)));
  }
  return sins;
}

describe('as a visitor', () => {
  test.each(LANGUAGES)('every page in %s is sound', async (code) => {
    const from = [`/${code}`, `/${code}/${LIVING}`, `/${code}/sign-in`];
    const all = await walk({ origin: house.origin, from, ofKind: code === 'az' ? 3 : 1, except: EXCEPT });
    const pages = all.filter(({ path }) => path.startsWith(`/${code}`));
    const visitor = await visit(browser, { language: code });
    expect(pages.length).toBeGreaterThan(15);
    expect(await judge(visitor, pages, true)).toEqual([]);
    await visitor.leave();
  });

  test('the map of the site names pages that are there, and each of them', async () => {
    const xml = await (await fetch(`${house.origin}/sitemap.xml`)).text();
    const named = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => new URL(address as string).pathname);
    const walked = await walk({ origin: house.origin, from: ['/az'], ofKind: 40, except: /^\/(files|en|ru)\// });
    // The doors for those who work here are no pages to be found.
    const doors = /^\/az\/(sign-in|start)$/;
    const pages = walked.filter(
      ({ path, html, status }) => status === 200 && html && !/noindex/.test(html) && !doors.test(path),
    );
    expect(pages.map(({ path }) => path).filter((path) => !named.includes(path))).toEqual([]);
    const sample = named.filter((_path, i) => i % Math.ceil(named.length / 60) === 0);
    const answers = await Promise.all(sample.map(async (path) => (await fetch(`${house.origin}${path}`)).status));
    expect(sample.filter((_path, i) => answers[i] !== 200)).toEqual([]);
  });
});

describe('as somebody who works on the platform', () => {
  test.each(['coordinator', 'secretary', 'member', 'executor', 'evaluator'] as const)(
    'every page of the %s is sound',
    async (role: Role) => {
      const visitor = await visit(browser);
      await lookAs(visitor, house, role);
      const cookie = await cookieOf(visitor);
      const from = [`/az/${LIVING}/desk`, `/az/${LIVING}`];
      const except = new RegExp(`${EXCEPT.source}|^/(en|ru)(/|$)`);
      const pages = await walk({ origin: house.origin, from, cookie, ofKind: 1, except });
      expect(pages.length).toBeGreaterThan(15);
      expect(await judge(visitor, pages, false)).toEqual([]);
      await visitor.leave();
    },
  );
});
