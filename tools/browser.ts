import { installDebian, onPath } from './debian.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

const find = (): string | null =>
  process.env.ORTAQ_CHROMIUM ?? NAMES.map(onPath).find((path) => path !== undefined) ?? null;

/**
 * The browser of the tests: the one that ORTAQ_CHROMIUM names, one on the PATH, or Debian's, which root may install
 * here and now. Null, after saying what to do, when there is none. Also puts the path into ORTAQ_CHROMIUM.
 */
export function ensureBrowser(): string | null {
  if (!find()) installDebian('chromium', 'the browser of the tests, Chromium');
  const browser = find();
  if (browser) process.env.ORTAQ_CHROMIUM = browser;
  else
    console.error(
      'The tests in a browser need Chromium. Debian and Ubuntu: sudo apt-get install chromium. ' +
        'Elsewhere: install Chromium or Chrome and set ORTAQ_CHROMIUM to the path of its program.',
    );
  return browser;
}
