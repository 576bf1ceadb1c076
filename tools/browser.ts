import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

const find = (): string | null =>
  process.env.ORTAQ_CHROMIUM ?? NAMES.map(onPath).find((path) => path !== undefined) ?? null;

/**
 * The browser of the tests: the one that ORTAQ_CHROMIUM names, one on the PATH, or Debian's, which root may install
 * here and now. Null, after saying what to do, when there is none. Also puts the path into ORTAQ_CHROMIUM.
 */
export function ensureBrowser(): string | null {
  let browser = find();
  if (!browser && process.getuid?.() === 0 && onPath('apt-get')) browser = install();
  if (browser) process.env.ORTAQ_CHROMIUM = browser;
  else
    console.error(
      'The tests in a browser need Chromium. Debian and Ubuntu: sudo apt-get install chromium. ' +
        'Elsewhere: install Chromium or Chrome and set ORTAQ_CHROMIUM to the path of its program.',
    );
  return browser;
}

function install(): string | null {
  console.error('Installing the browser of the tests (Chromium, once) ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update'], { env, stdio: 'ignore' });
  const done = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env,
    encoding: 'utf8',
  });
  if (done.status !== 0) console.error(`Chromium could not be installed:\n${done.stderr.trim()}`);
  return find();
}
