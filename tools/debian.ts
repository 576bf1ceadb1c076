import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program of the PATH lies. */
export const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

/** Root on Debian may install here and now what tests need; `what` in words. Says why when it did not work. */
export function installDebian(name: string, what: string): void {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return;
  console.error(`Installing ${what} (once) ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update'], { env, stdio: 'ignore' });
  const done = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], { env, encoding: 'utf8' });
  if (done.status !== 0) console.error(`${name} could not be installed:\n${done.stderr.trim()}`);
}
