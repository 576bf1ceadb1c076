import { expect, test } from 'vitest';
import { plant } from './plant.ts';
import { rooms } from './rooms.ts';

const HOUSE = {
  'src/main.ts': '',
  'src/modules/plans/README.md': '# Plans',
  'src/modules/plans/rules.ts': 'export const a = 1;\n',
  'src/modules/plans/rules.test.ts': '',
  'src/modules/plans/evaluations/pages/parts/row.tsx': '',
  'src/modules/plans/text/az.json': '{}',
};
const sinsOf = async (files: Record<string, string>) => (await rooms.run(plant({ ...HOUSE, ...files }))).sins;

test('a lawful house is green', async () => {
  expect(await sinsOf({})).toEqual([]);
});

test.each([
  ['a file outside the vocabulary', 'src/modules/plans/scoring.ts'],
  ['a residual name', 'src/core/utils.ts'],
  ['a residual folder', 'src/core/helpers/x.ts'],
  ['a module that the house does not know', 'src/modules/budget/rules.ts'],
  ['a part that the house does not know', 'src/lib/x.ts'],
  ['a test of nothing', 'src/modules/plans/deadline.test.ts'],
  ['a language that is not ours', 'src/modules/plans/text/tr.json'],
  ['a page that is not markup', 'src/modules/plans/pages/plan.ts'],
  ['a name in capitals', 'src/core/PlainDate.ts'],
])('%s is red', async (_, path) => {
  expect((await sinsOf({ [path]: '' })).join()).toContain(path);
});

test('a file above its cap is red, at its cap green', async () => {
  expect(await sinsOf({ 'src/modules/plans/contract.ts': '//\n'.repeat(80) })).toEqual([]);
  expect((await sinsOf({ 'src/modules/plans/contract.ts': '//\n'.repeat(81) })).join()).toContain(
    '81 lines, at most 80',
  );
});

test('a module without its README is red', async () => {
  expect((await sinsOf({ 'src/modules/places/rules.ts': '' })).join()).toContain('src/modules/places: no README.md');
});
