import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page as Tab } from 'playwright-core';
import { CHROMIUM_ARGS } from './browser.ts';
import type { House } from './house.ts';
import { LIVING } from './people.ts';

/** A laptop of somebody: what its browser keeps outlives the browser. */
export interface Laptop {
  readonly folder: string;
  open(): Promise<{ readonly context: BrowserContext; readonly tab: Tab }>;
}

export function laptop(width = 320): Laptop {
  const folder = mkdtempSync(path.join(tmpdir(), 'ortaq-laptop-'));
  return {
    folder,
    open: async () => {
      const context = await chromium.launchPersistentContext(folder, {
        executablePath: process.env.ORTAQ_CHROMIUM ?? '/usr/bin/chromium',
        args: [...CHROMIUM_ARGS],
        viewport: { width, height: 800 },
        locale: 'az',
        reducedMotion: 'reduce',
      });
      return { context, tab: context.pages()[0] ?? (await context.newPage()) };
    },
  };
}

/** Sends forms as the browser's own pages would; every one must be taken. */
export async function sendForms(
  house: House,
  { request }: Pick<BrowserContext, 'request'>,
  forms: readonly (readonly [path: string, fields: Readonly<Record<string, string>>])[],
): Promise<void> {
  for (const [at, form] of forms) {
    const sent = await request.post(`${house.origin}/az/${LIVING}${at}`, {
      ...{ form, headers: { origin: house.origin }, maxRedirects: 0 },
    });
    if (sent.status() !== 303) throw new Error(`${at}: ${sent.status()}\n${await sent.text()}`);
  }
}
