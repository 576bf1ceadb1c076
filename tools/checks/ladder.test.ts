import { expect, test } from 'vitest';
import { ladder } from './ladder.ts';
import { plant } from './plant.ts';

const sinsOf = async (path: string, text: string) => (await ladder.run(plant({ [path]: text }))).sins;
const PLANS = 'src/modules/plans';

test.each([
  ['commands.ts', "import { x } from './queries.ts';"],
  ['commands.ts', "import { x } from '#modules/places/contract.ts';"],
  ['queries.ts', "import { json } from '#core/db/json.ts';"],
  ['rules.ts', "import { day } from '#core/time/plain-date.ts';"],
  ['rules.ts', "import type { Db } from '#core/db/database.ts';"],
  ['access.ts', "import { no } from '#core/command.ts';"],
  ['forms.ts', "import * as v from 'valibot';"],
  ['schema.ts', "import type { ColumnType } from 'kysely';"],
  ['pages/plan.tsx', "import type { Row } from '../queries.ts';"],
  ['pages/plan.tsx', "import { Link } from '#ui/link.tsx';"],
  ['evaluations/commands.ts', "import { x } from '../measures/queries.ts';"],
  ['samples.ts', "import { x } from '../places/samples.ts';"],
  ['rules.test.ts', "import { x } from './commands.ts';"],
])('green: %s with %s', async (file, text) => {
  expect(await sinsOf(`${PLANS}/${file}`, text)).toEqual([]);
});

test.each([
  ['pages/plan.tsx', "import { x } from '../queries.ts';"],
  ['pages/parts/row.tsx', "import { x } from '../../commands.ts';"],
  ['pages/plan.tsx', "import { x } from '#modules/places/contract.ts';"],
  ['rules.ts', "import { readFileSync } from 'node:fs';"],
  ['rules.ts', "import { sql } from 'kysely';"],
  ['forms.ts', "import { json } from '#core/db/json.ts';"],
  ['access.ts', "import { x } from './queries.ts';"],
  ['schema.ts', "import { x } from './rules.ts';"],
  ['queries.ts', "import { x } from './commands.ts';"],
  ['queries.ts', "import { x } from './rules.ts';\nimport { y } from '#ui/link.tsx';"],
  ['commands.ts', "import type { Row } from '#modules/places/schema.ts';"],
  ['commands.ts', "export { x } from '#modules/places/queries.ts';"],
  ['routes.ts', "import { json } from '#core/db/json.ts';"],
  ['jobs.ts', "import { x } from './routes.ts';"],
  ['commands.ts', "import { plans } from './module.ts';"],
  ['commands.ts', "const x = await import('./routes.ts');"],
  ['samples.ts', "import { x } from '#modules/places/queries.ts';"],
])('red: %s with %s', async (file, text) => {
  expect(await sinsOf(`${PLANS}/${file}`, text)).toHaveLength(1);
});
