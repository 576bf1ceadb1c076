import { expect, test } from 'vitest';
import { clock } from './clock.ts';
import { plant } from './plant.ts';

const sinsOf = async (path: string, text: string) => (await clock.run(plant({ [path]: text }))).sins;
const QUERIES = 'src/modules/plans/queries.ts';

test.each([
  [QUERIES, 'sql`select * from plans_plans where due_on < 1 -- now()`; const at = new Date(ms);'],
  [QUERIES, "const word = 'current_date';"],
  ['src/core/time/clock.ts', 'export const now = () => new Date();'],
  ['src/modules/plans/queries.test.ts', 'const at = new Date();'],
  [
    'db/migrations/0001_core_x.sql',
    '-- never now()\ncreate table core_x (at timestamptz not null, known_now boolean);',
  ],
])('green: %s with %s', async (path, text) => {
  expect(await sinsOf(path, text)).toEqual([]);
});

test.each([
  [QUERIES, 'sql`select now()`'],
  [QUERIES, 'sql`select * from plans_plans where due_on < current_date`'],
  [QUERIES, "sql.raw('select CURRENT_TIMESTAMP')"],
  [QUERIES, 'const today = new Date();'],
  [QUERIES, 'const ms = Date.now();'],
  ['src/core/http/app.ts', 'const ms = Date.now();'],
  ['db/migrations/0001_core_x.sql', 'create table core_x (at timestamptz default now());'],
])('red: %s with %s', async (path, text) => {
  expect(await sinsOf(path, text)).toHaveLength(1);
});
