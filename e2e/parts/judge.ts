import { pack } from '#core/cache/page-cache.ts';
import { axe, sideways, type Visitor } from './browser.ts';
import type { Walked } from './walk.ts';

/** A first visit in one TCP window; a plan's overview may be larger. */
const WINDOW = 14 * 1024;
const LARGE = 24 * 1024;

/** What is wrong with an answer before any browser looked at it. */
export async function judgeAnswer(origin: string, { path, status, html }: Walked, weighed: boolean): Promise<string[]> {
  const sins: string[] = [];
  const say = (what: string): void => void sins.push(`${path}: ${what}`);
  if (status !== 200) say(`status ${status}`);
  if (!html) return sins;
  const [lang] = path.split('/').slice(1);
  if (!new RegExp(`<html[^>]* lang="${lang}"`).test(html)) say(`not marked as ${lang}`);
  const headings = html.match(/<h1[\s>]/g)?.length ?? 0;
  if (headings !== 1) say(`${headings} first headings`);
  const markup = html.replace(/<style>.*?<\/style>|(?<=<script>).*?(?=<\/script>)/gs, '');
  // The one script that stands inside a page by the hash in its policy: it is read apart.
  const odd = /<script(?!>)|\sstyle="|\[object |(?<!\p{L})(?:undefined|NaN|Invalid Date)(?!\p{L})/u.exec(markup);
  if (odd) say(`holds "${odd[0]}": ${markup.slice(odd.index - 40, odd.index + 40)}`);
  if (/>\s*(?:[a-z]+\.){2}[a-z_]+\s*</.test(html)) say('shows the key of a sentence');
  const bytes = pack(Buffer.from(html), 'gzip', 'one').length;
  if (weighed && bytes > (/\/plans\/[^/]+$/.test(path) ? LARGE : WINDOW)) say(`${bytes} bytes compressed`);
  const response = await fetch(`${origin}${path}`, { method: 'GET', redirect: 'manual' });
  const policy = response.headers.get('content-security-policy') ?? '';
  await response.arrayBuffer();
  if (!policy.includes("default-src 'none'") || policy.includes('unsafe')) say(`policy "${policy}"`);
  return sins;
}

/** What is wrong with the page as a person meets it: narrow, light and dark. */
export async function judgePage(visitor: Visitor, origin: string, path: string): Promise<string[]> {
  const { tab } = visitor;
  const sins: string[] = [];
  const say = (what: string): void => void sins.push(`${path}: ${what}`);
  visitor.asked();
  visitor.complaints();
  await tab.emulateMedia({ colorScheme: 'light' });
  await tab.goto(`${origin}${path}`, { waitUntil: 'load' });
  const wide = await sideways(tab);
  if (wide > 0) say(`${wide} px wider than the window`);
  for (const found of await axe(tab)) say(`light: ${found}`);
  await tab.emulateMedia({ colorScheme: 'dark' });
  for (const found of await axe(tab)) say(`dark: ${found}`);
  for (const complaint of visitor.complaints()) say(`console: ${complaint}`);
  const [, ...more] = visitor.asked();
  const foreign = more.filter((address) => !address.startsWith(`${origin}/`));
  if (foreign.length > 0) say(`asked elsewhere: ${foreign.join(', ')}`);
  const needless = more.filter((address) => address.startsWith(`${origin}/`) && !address.includes('/files/'));
  if (needless.length > 0) say(`more requests than one: ${needless.join(', ')}`);
  return sins;
}
