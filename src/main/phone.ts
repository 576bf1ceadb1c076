import { readFile } from 'node:fs/promises';
import { type Answer, getRoot, type Route, refused } from '#core/http/route.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  png: 'image/png',
  webmanifest: 'application/manifest+json',
};

/**
 * The program for phones and laptops that works without internet, as the build left it beside the server. Names with a
 * hash are kept by browsers for ever; the page and the service worker never, so that a new edition is found.
 */
export const phoneRoutes = (): readonly Route[] => [
  getRoot('/phone/desk', () => file('desk.html')),
  getRoot('/phone/:file', ({ params }) => file(params.file ?? '')),
];

async function file(name: string): Promise<Answer> {
  const type = /^[A-Za-z0-9-]+\.[a-z]+$/.test(name) ? TYPES[name.split('.')[1]!] : undefined;
  const body = type ? await readFile(new URL(`./phone/${name}`, import.meta.url)).catch(() => null) : null;
  if (!type || !body) return refused({ kind: 'not_found', message: { key: 'errors.not_found_page' } });
  return { kind: 'file', type, body, program: true, immutable: /^app-/.test(name) };
}
