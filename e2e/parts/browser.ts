import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page as Tab } from 'playwright-core';

/** What Debian's Chromium needs to run here without asking the network for anything of its own. */
export const CHROMIUM_ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.ORTAQ_CHROMIUM ?? '/usr/bin/chromium',
    args: [...CHROMIUM_ARGS],
  });

export interface VisitorAsked {
  /** CSS pixels; a phone unless told. */
  readonly width?: number;
  readonly dark?: boolean;
  /** On unless told: pages need none, the checker of accessibility does. */
  readonly script?: boolean;
  readonly language?: string;
}

/** Somebody with a browser of their own: no cookie, nothing kept from others. */
export interface Visitor {
  readonly tab: Tab;
  readonly context: BrowserContext;
  /** Addresses asked for since the last call, the page itself first; `data:` does not leave the browser. */
  readonly asked: () => readonly string[];
  /** What the browser complained of since the last call: errors on the console, a refused style or image. */
  readonly complaints: () => readonly string[];
  readonly leave: () => Promise<void>;
}

export async function visit(browser: Browser, asked: VisitorAsked = {}): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: asked.width ?? 320, height: 640 },
    colorScheme: asked.dark ? 'dark' : 'light',
    javaScriptEnabled: asked.script ?? true,
    locale: asked.language ?? 'az',
    reducedMotion: 'reduce',
  });
  const tab = await context.newPage();
  let [requests, complaints]: [string[], string[]] = [[], []];
  tab.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  tab.on('console', (said) => {
    if (said.type() === 'error') complaints.push(said.text());
  });
  tab.on('pageerror', (problem) => complaints.push(problem.message));
  const taken = (list: string[]): readonly string[] => list;
  return {
    tab,
    context,
    asked: () => {
      const found = taken(requests);
      requests = [];
      return found;
    },
    complaints: () => {
      const found = taken(complaints);
      complaints = [];
      return found;
    },
    leave: () => context.close(),
  };
}

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** What axe finds wrong with the page as it stands, one line each. */
export async function axe(tab: Tab): Promise<readonly string[]> {
  await tab.evaluate(AXE);
  return tab.evaluate(async () => {
    const checker = (globalThis as unknown as { axe: { run: (what: object, how: object) => Promise<AxeFound> } }).axe;
    interface AxeFound {
      readonly violations: readonly { id: string; help: string; nodes: readonly { target: readonly unknown[] }[] }[];
    }
    const { violations } = await checker.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join('; ')})`);
  });
}

/** Pixels by which the page is wider than the window. */
export const sideways = (tab: Tab): Promise<number> =>
  tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
