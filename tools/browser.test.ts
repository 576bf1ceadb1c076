import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { ensureBrowser } from './browser.ts';
import { plant } from './checks/plant.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** A machine on which only these programs exist. */
function machine(programs: Readonly<Record<string, string>>, user: number): string {
  const folder = plant(
    Object.fromEntries(Object.entries(programs).map(([name, text]) => [name, `#!/bin/sh\n${text}\n`])),
  );
  for (const name of Object.keys(programs)) chmodSync(join(folder, name), 0o755);
  vi.stubEnv('PATH', folder);
  vi.stubEnv('ORTAQ_CHROMIUM', undefined);
  vi.spyOn(process, 'getuid').mockReturnValue(user);
  return folder;
}
const said = () => vi.spyOn(console, 'error').mockReturnValue(undefined);

test('a browser on the PATH is used, a named one before it', () => {
  const folder = machine({ chromium: '' }, 1000);
  expect(ensureBrowser()).toBe(join(folder, 'chromium'));
  vi.stubEnv('ORTAQ_CHROMIUM', '/opt/chrome');
  expect(ensureBrowser()).toBe('/opt/chrome');
});

test('root on Debian gets one installed', () => {
  said();
  const folder = machine({ 'apt-get': 'if [ "$1" = install ]; then : > "$HERE/chromium"; fi' }, 0);
  vi.stubEnv('HERE', folder);
  expect(ensureBrowser()).toBe(join(folder, 'chromium'));
});

test('others are told what to install', () => {
  const spoken = said();
  machine({ 'apt-get': 'exit 1' }, 1000);
  expect(ensureBrowser()).toBeNull();
  expect(spoken.mock.calls.join()).toContain('apt-get install chromium');
});

test('an installation that fails says why', () => {
  const spoken = said();
  machine({ 'apt-get': 'echo "no space left" >&2; exit 100' }, 0);
  expect(ensureBrowser()).toBeNull();
  expect(spoken.mock.calls.join()).toContain('no space left');
});
