import { expect, test } from 'vitest';
import { packages } from './packages.ts';
import { plant } from './plant.ts';

const house = (change: { listed?: object; locked?: object; told?: string }) => ({
  'package.json': JSON.stringify({ dependencies: { hono: '4.1.0', ...change.listed } }),
  'package-lock.json': JSON.stringify({ packages: { '': { dependencies: { hono: '4.1.0', ...change.locked } } } }),
  'docs/decisions/0001-dependencies.md': `- \`hono\`: answers requests.\n${change.told ?? ''}`,
});
const sinsOf = async (change: Parameters<typeof house>[0]) => (await packages.run(plant(house(change)))).sins;

test('a package with version, lock and reason is green', async () => {
  expect(await sinsOf({})).toEqual([]);
});

test.each([
  ['a range of versions', { listed: { hono: '^4.1.0' }, locked: { hono: '^4.1.0' } }, 'exact'],
  ['a lock that disagrees', { locked: { hono: '4.0.9' } }, 'package-lock.json has 4.0.9'],
  ['a package without reason', { listed: { pg: '8.0.0' }, locked: { pg: '8.0.0' } }, 'no sentence'],
  ['a reason without package', { told: '- `left-pad`: pads.' }, 'left-pad is not in package.json'],
  ['a lock with more', { locked: { pg: '8.0.0' } }, 'pg is not in package.json'],
])('%s is red', async (_, change, sin) => {
  expect((await sinsOf(change)).join()).toContain(sin);
});
