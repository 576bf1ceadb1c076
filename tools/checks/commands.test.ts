import { expect, test } from 'vitest';
import { commands } from './commands.ts';
import { plant } from './plant.ts';

const ADD = "export const addPlan = command({ name: 'plans.add', access, input, run });\n";
const HOUSE = {
  'src/modules/plans/commands.ts': ADD,
  'src/modules/plans/points/commands.ts':
    "export const addPoint = command({ name: 'plans.add_point', run });\nexport const POINTS: readonly AnyCommand[] = [addPoint];\n",
  'src/modules/plans/links/commands.ts':
    "export function linkCommands() {\n  return { make: command({ name: 'plans.make_link', run }) };\n}",
  'src/modules/plans/module.ts':
    "import { addPlan } from './commands.ts';\nexport const plans = { commands: [addPlan, ...POINTS] };",
};
const judged = (files: Record<string, string>) => commands.run(plant({ ...HOUSE, ...files }));

test('named, single and listed is green', async () => {
  expect(await judged({})).toMatchObject({ looked: 3, sins: [] });
});

test.each([
  [
    'a command of another name',
    "export const addPlan = command({ name: 'places.add', run });",
    'must begin with "plans."',
  ],
  [
    'two commands of one name',
    `${ADD}export const POINTS2 = [addPlan];\nconst again = command({ name: 'plans.add', run });`,
    'exists already',
  ],
  [
    'a command that module.ts does not list',
    `${ADD}export const removePlan = command({ name: 'plans.remove', run });`,
    'removePlan is not in',
  ],
])('%s is red', async (_, text, sin) => {
  const found = await judged({ 'src/modules/plans/commands.ts': text });
  expect(found.sins.join('\n')).toContain(sin);
});
