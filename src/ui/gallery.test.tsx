import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '#core/http/route.ts';
import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import { DemonstrationBanner } from './banner.tsx';
import { type Framed, frame } from './frame.tsx';
import { gallery, sheetSample } from './gallery.tsx';
import { testLang } from './test-lang.ts';

// biome-ignore lint/style/noProcessEnv: where the test command leaves the path of the browser
const CHROMIUM = process.env.ORTAQ_CHROMIUM ?? '/usr/bin/chromium';
const missing = existsSync(CHROMIUM)
  ? null
  : `no Chromium at ${CHROMIUM} (set ORTAQ_CHROMIUM): the gallery was not looked at`;

/** The gallery as a visitor of the demonstration gets it. */
type Dressed = Omit<Framed, 'html'> & { readonly html: string };

function dressed(code: LanguageCode, page: Page): Dressed {
  const lang = testLang(code);
  const drawn = frame({
    lang,
    page,
    forum: {
      name: 'Nümunə rayonu dialoq platforması',
      motto: 'hökumət və vətəndaş cəmiyyəti bir masa arxasında',
      href: '/',
      motif: 1,
      demonstration: true,
    },
    menu: [
      { id: 'plan', label: 'Plan və icra', href: '/plans' },
      { id: 'decisions', label: 'Qərarlar', href: '/decisions' },
      { id: 'surveys', label: 'Rəy sorğuları', href: '/surveys' },
      { id: 'take-part', label: 'İştirak edin', href: '/proposals' },
      { id: 'village', label: 'Yaşadığım yer', href: '/places' },
    ],
    languages: LANGUAGES.map((other) => ({
      code: other,
      label: other.toUpperCase(),
      href: `/${other}`,
      current: other === code,
    })),
    person: { name: 'Rəna', deskHref: '/desk', signOutHref: '/sign-out' },
    signInHref: '/sign-in',
    searchHref: '/search',
    footer: [
      { label: 'Açıq məlumatlar', href: '/data' },
      { label: 'Dəyişikliklər jurnalı', href: '/log' },
    ],
    banner: (
      <DemonstrationBanner
        lang={lang}
        action="/look"
        current="member"
        roles={[
          { id: 'resident', label: 'sakin' },
          { id: 'member', label: 'üzv' },
        ]}
      />
    ),
    canonical: `https://example.az/${code}/dev/ui`,
  });
  return { ...drawn, html: drawn.html.join('') };
}

/** The same gallery with one endless word in place of every word of ten letters: what people paste into fields. */
const endless = (html: string): string =>
  html.replace(
    /(?<=<(?:p|h1|h2|h3|a|b|dd|td|th|span|li|label|legend)[^<>]*>)[^<>]{10,}(?=<)/g,
    'Uzunsözsüzaralıqsız'.repeat(6),
  );

const PAGES: Readonly<Record<string, () => Dressed>> = {
  ...Object.fromEntries(LANGUAGES.map((code) => [`/${code}`, () => dressed(code, gallery(testLang(code)))])),
  '/sheet': () => dressed('az', sheetSample(testLang('az'))),
  '/sins': () => {
    const framed = dressed('az', sheetSample(testLang('az')));
    const sins =
      '<input><img src="data:,"><p style="color:red">x</p><svg width="900" height="9" class="sheet"></svg>' +
      '<style>.faint{color:#ccc}</style><font color="#dddddd">pale words</font><br>' +
      '<button>a</button><button>b</button><pre>' +
      'wide'.repeat(200) +
      '</pre>';
    return { ...framed, html: framed.html.replace('</main>', `${sins}</main>`) };
  },
  '/endless': () => {
    const framed = dressed('az', gallery(testLang('az')));
    return { ...framed, html: endless(framed.html) };
  },
};

describe.each(LANGUAGES)('the gallery in %s', (code) => {
  const { html } = dressed(code, gallery(testLang(code)));

  test('is one clean document', () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/\sstyle=|classname=|undefined|\[object|NaN|<script/i);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });
});

describe.skipIf(missing !== null)(missing ?? 'in a real browser', () => {
  const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
  let server: Server;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const made = PAGES[request.url ?? '']?.();
      if (!made) return response.writeHead(404).end();
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; style-src ${made.styleHashes.join(' ')}; img-src 'self' data:; form-action 'self'; base-uri 'none'`,
      });
      return response.end(made.html);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });

  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server?.close(resolve));
  });

  async function open(
    path: string,
    width: number,
    colorScheme: 'light' | 'dark',
  ): Promise<{ tab: Tab; complaints: string[] }> {
    const tab = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
    const complaints: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(error.message));
    tab.on('requestfailed', (request) => complaints.push(request.url()));
    const response = await tab.goto(origin + path);
    expect(response?.status()).toBe(200);
    return { tab, complaints };
  }

  const violations = async (tab: Tab): Promise<readonly string[]> => {
    await tab.evaluate(axe);
    return tab.evaluate(`axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
      rules: { 'target-size': { enabled: true } },
    }).then((found) => found.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html.slice(0, 160) + ' | ' + n.failureSummary)))`) as Promise<
      string[]
    >;
  };

  const sideways = (tab: Tab): Promise<number> =>
    tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  const VIEWS = [
    ['/az', 1280, 'light'],
    ['/az', 1280, 'dark'],
    ['/az', 320, 'light'],
    ['/az', 320, 'dark'],
    ['/en', 768, 'light'],
    ['/ru', 320, 'light'],
  ] as const;

  test.each(VIEWS)(
    '%s at %i px, %s: axe finds nothing, the policy blocks nothing, nothing scrolls sideways',
    async (path, width, mode) => {
      const { tab, complaints } = await open(path, width, mode);
      expect(await violations(tab)).toEqual([]);
      expect(await sideways(tab)).toBe(0);
      expect(complaints).toEqual([]);
      // The styles were really applied: without them (wrong hash) the page would be a white one in Times.
      const ground = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(ground).toBe(mode === 'light' ? 'rgb(251, 250, 247)' : 'rgb(20, 25, 27)');
      await tab.close();
    },
  );

  test('the same look at a page with sins finds them: the check can fail', async () => {
    const { tab, complaints } = await open('/sins', 320, 'light');
    const found = (await violations(tab)).map((line) => line.split(':')[0]);
    expect(found).toEqual(expect.arrayContaining(['color-contrast', 'image-alt', 'label', 'target-size']));
    expect(await sideways(tab)).toBeGreaterThan(0);
    expect(complaints.join()).toContain('Content Security Policy');
    await tab.close();
  });

  test('the print sheet passes too', async () => {
    const { tab } = await open('/sheet', 320, 'light');
    expect(await violations(tab)).toEqual([]);
    expect(await sideways(tab)).toBe(0);
    await tab.close();
  });

  test('endless words break instead of pushing the page aside, at 320 px and at 200 % zoom of 1280', async () => {
    for (const width of [320, 640]) {
      const { tab } = await open('/endless', width, 'light');
      expect(await sideways(tab)).toBe(0);
      await tab.close();
    }
  });

  test('the focus goes to what is wrong or to what happened', async () => {
    const { tab } = await open('/az', 1280, 'light');
    expect(await tab.evaluate(() => document.activeElement?.id)).toMatch(/^(notice|problems)$/);
    await tab.close();
  });

  test('on paper there is a letterhead, and no menu, no filter fields, no buttons', async () => {
    const { tab } = await open('/az', 800, 'dark');
    await tab.emulateMedia({ media: 'print' });
    const seen = (selector: string): Promise<boolean> => tab.locator(selector).first().isVisible();
    expect(await seen('.brand')).toBe(true);
    expect(await seen('.ribbon')).toBe(true);
    for (const gone of ['.menu', '.tools', '.foot', '.filters select', '.btn', '.pager a', '.tabs'])
      expect(await seen(gone), gone).toBe(false);
    expect(await tab.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(28, 35, 38)');
    await tab.close();
  });
});
