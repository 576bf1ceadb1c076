import { expect, test } from 'vitest';
import { plant } from './plant.ts';
import { sizes } from './sizes.ts';

const lines = (n: number) => 'export {};\n'.repeat(n);
const sinsOf = async (sizesOfFiles: readonly number[], more: Record<string, string> = {}) => {
  const files = Object.fromEntries(sizesOfFiles.map((n, i) => [`src/core/f${i}.ts`, lines(n)]));
  return (await sizes.run(plant({ ...files, ...more }))).sins;
};

test('small files with few large ones are green', async () => {
  expect(await sinsOf([10, 20, 30, 40, 50, 80, 90, 95, 99, 200])).toEqual([]);
});

test('a median above 80 is red', async () => {
  expect((await sinsOf([81, 81, 81])).join()).toContain('median');
});

test('a p90 above 200 is red', async () => {
  expect((await sinsOf([1, 1, 1, 1, 1, 1, 1, 1, 1, 201])).join()).toContain('p90');
});

test('any is red', async () => {
  expect(await sinsOf([1], { 'src/core/x.ts': 'export const x = (y: any) => y;' })).toHaveLength(1);
});
