import { expect, test } from 'vitest';
import { plant } from './plant.ts';
import { sqlBorders } from './sql-borders.ts';

const HOUSE = {
  'src/core/db/tables.ts': "export const PUBLIC_KEYS = ['core_forums'] as const;",
  'src/modules/places/schema.ts': "export const PUBLIC_KEYS = ['places_places'] as const;",
  'src/modules/plans/schema.ts': "export const PUBLIC_KEYS = ['plans_plans'] as const;",
  'db/migrations/0002_places_foundation.sql': 'create table places_places (forum_id uuid references core_forums (id));',
};
const sinsOf = async (path: string, text: string) => (await sqlBorders.run(plant({ ...HOUSE, [path]: text }))).sins;
const QUERIES = 'src/modules/plans/queries.ts';
const MIGRATION = 'db/migrations/0009_plans_cells.sql';

test.each([
  [QUERIES, "db.selectFrom('plans_plans as p').innerJoin('places_public_names as n', 'n.id', 'p.place_id')"],
  [
    QUERIES,
    'sql`with late as (select * from plans_cells where forum_id = $1) select extract(year from day) from late`',
  ],
  [QUERIES, "const words = ['places_places', 'from places_places'];"],
  ['src/modules/plans/queries.test.ts', 'sql`select * from places_places`'],
  [
    MIGRATION,
    'create table plans_cells (id uuid references places_places (id)); -- not: drop table places_places\ncreate unique index plans_cells_x on plans_cells (id);',
  ],
  [MIGRATION, 'create view plans_public_late as select c.id from plans_cells c, plans_plans p;'],
])('green: %s with %s', async (path, text) => {
  expect(await sinsOf(path, text)).toEqual([]);
});

test.each([
  ['a foreign table in Kysely', QUERIES, "db.selectFrom('places_places as p')"],
  ['a foreign table among several', QUERIES, "db.selectFrom(['plans_plans', 'places_places as p'])"],
  ['a foreign table in a join', QUERIES, "db.selectFrom('plans_plans').leftJoin('places_places', 'a', 'b')"],
  [
    'a foreign table in a template',
    QUERIES,
    'sql<Row>`select 1 from plans_plans p join "places_places" q on true`.execute(db)',
  ],
  ['a foreign table after a comma', QUERIES, 'sql`select 1 from plans_plans p, places_places q`'],
  ['a foreign table that is written', QUERIES, 'sql`update places_places set x = 1`'],
  ['core naming a table of a module', 'src/core/db/x.ts', "db.selectFrom('plans_plans')"],
  ['a module naming a table of core', QUERIES, "db.selectFrom('core_forums')"],
  ['a migration that changes a foreign table', MIGRATION, 'alter table places_places add column x text;'],
  ['a key that its owner does not give', MIGRATION, 'create table plans_cells (id uuid references places_links (id));'],
  [
    'a key of a higher room',
    'db/migrations/0009_places_x.sql',
    'create table places_x (id uuid references plans_plans (id));',
  ],
  ['a name without prefix', MIGRATION, 'create table cells (id uuid);'],
  ['an index without prefix', MIGRATION, 'create index by_cell on plans_cells (id);'],
  ['a migration of nobody', 'db/migrations/0009_budget_x.sql', 'select 1;'],
  ['a number used twice', 'db/migrations/0002_plans_x.sql', 'create table plans_x (id uuid);'],
])('%s is red', async (_, path, text) => {
  expect(await sinsOf(path, text)).toHaveLength(1);
});
