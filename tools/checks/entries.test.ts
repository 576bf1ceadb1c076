import { expect, test } from 'vitest';
import { entries } from './entries.ts';
import { plant } from './plant.ts';

const HOUSE = {
  'src/modules/plans/commands.ts': "done(1, { kind: 'plans.added', object, params }); const row = { kind: 'local' };",
  'src/modules/plans/module.ts':
    "export const plans = { entries: { 'plans.added': { sentence: 'plans.log.added', followable: true } } };",
  'src/modules/plans/text/en.json': '{ "plans.log.added": "Added" }',
};
const sinsOf = async (files: Record<string, string>) => (await entries.run(plant({ ...HOUSE, ...files }))).sins;

test('declared, written and said is green', async () => {
  expect(await sinsOf({})).toEqual([]);
});

test('a list of deeds declares them too', async () => {
  const module = "const ENTRIES = ['added', 'closed'] as const;";
  expect((await sinsOf({ 'src/modules/plans/module.ts': module })).join('\n')).toMatch(
    /plans\.closed is written by no command[\s\S]*no sentence "plans\.log\.closed"/,
  );
});

test.each([
  [
    'an entry that nobody declared',
    'src/modules/plans/points/commands.ts',
    "done(1, { kind: 'plans.removed' });",
    'not declared',
  ],
  ['an entry that nobody writes', 'src/modules/plans/commands.ts', '', 'written by no command'],
  ['an entry without its sentence', 'src/modules/plans/text/en.json', '{}', 'no sentence'],
])('%s is red', async (_, path, text, sin) => {
  expect((await sinsOf({ [path]: text })).join()).toContain(sin);
});
