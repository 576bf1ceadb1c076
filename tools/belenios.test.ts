import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { ensureBelenios, roundsByBelenios, schulzeByBelenios } from './belenios.ts';
import { plant } from './checks/plant.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** A machine on which only these programs exist. */
function machine(programs: Readonly<Record<string, string>>, user: number): void {
  const folder = plant(
    Object.fromEntries(Object.entries(programs).map(([name, text]) => [name, `#!/bin/sh\n${text}\n`])),
  );
  for (const name of Object.keys(programs)) chmodSync(join(folder, name), 0o755);
  vi.stubEnv('PATH', folder);
  vi.stubEnv('HERE', folder);
  vi.spyOn(process, 'getuid').mockReturnValue(user);
}

test('the second counter is installed where root may, and said aloud to be missing elsewhere', () => {
  const spoken = vi.spyOn(console, 'error').mockReturnValue(undefined);
  machine({ 'apt-get': 'if [ "$1" = install ]; then : > "$HERE/belenios-tool"; fi' }, 0);
  expect(ensureBelenios()).toBe(true);
  machine({ 'apt-get': 'if [ "$1" = install ]; then : > "$HERE/belenios-tool"; fi' }, 1000);
  expect(ensureBelenios()).toBe(false);
  expect(spoken.mock.calls.at(-1)?.join()).toContain('LEFT OUT');
});

test('what it says is read, and a failure is never a count', () => {
  machine({ 'belenios-tool': `echo '{"winners":[2]}'` }, 1000);
  expect(roundsByBelenios([[0, 0, 1]]).winners).toEqual([2]);
  machine({ 'belenios-tool': 'exit 1' }, 1000);
  expect(() => schulzeByBelenios(2, [[1, 2]])).toThrow('could not count');
});
