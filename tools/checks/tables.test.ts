import { expect, test } from 'vitest';
import { plant } from './plant.ts';
import { tables } from './tables.ts';

const MIGRATION = `create table plans_plans (
  forum_id uuid not null,
  id uuid not null, -- primary key (id)
  check (id is not null),
  primary key (forum_id, id)
);
create table identity_people (id uuid primary key, name text);`;
const HOUSE = {
  'db/migrations/0001_plans_x.sql': MIGRATION,
  'db/schema.sql': MIGRATION,
  'src/modules/plans/schema.ts':
    "export const TABLES = { plans_plans: 'forum' } as const satisfies Record<string, 'forum' | 'installation'>;",
  'src/modules/identity/schema.ts':
    "export const TABLES: Record<string, string> = { identity_people: 'installation' };",
};
const sinsOf = async (files: Record<string, string>) => (await tables.run(plant({ ...HOUSE, ...files }))).sins;

test('a lawful schema is green, as written by hand and as dumped', async () => {
  expect(await sinsOf({})).toEqual([]);
  const dumped = `CREATE TABLE public.plans_plans (\n    forum_id uuid NOT NULL,\n    id uuid NOT NULL\n);
CREATE TABLE public.identity_people (\n    id uuid NOT NULL\n);
ALTER TABLE ONLY public.plans_plans\n    ADD CONSTRAINT plans_plans_pkey PRIMARY KEY (forum_id, id);
ALTER TABLE ONLY public.identity_people\n    ADD CONSTRAINT identity_people_pkey PRIMARY KEY (id);`;
  expect(await sinsOf({ 'db/schema.sql': dumped })).toEqual([]);
});

const EXTRA = 'create table plans_points (id uuid not null, forum_id uuid, primary key (id));';
const both = (sql: string) => ({ 'db/schema.sql': MIGRATION + sql, 'db/migrations/0002_plans_y.sql': sql });
const declare = (more: string) => ({
  'src/modules/plans/schema.ts': `export const TABLES = { plans_plans: 'forum', ${more} };`,
});

test.each([
  ['a table that nobody declares', both(EXTRA), 'plans_points: not in the TABLES'],
  [
    'a key that does not lead with the forum',
    { ...both(EXTRA), ...declare("plans_points: 'forum'") },
    'forum_id leads',
  ],
  [
    'a table without key',
    { ...both('create table plans_points (id uuid);'), ...declare("plans_points: 'forum'") },
    'not nothing',
  ],
  ['a table of nothing known', { ...both(EXTRA), ...declare("plans_points: 'country'") }, "must be 'forum'"],
  ['a declared table that does not exist', declare("plans_points: 'forum'"), 'does not exist'],
  ['a picture that is behind', { 'db/migrations/0002_plans_y.sql': EXTRA }, 'generate it anew'],
  [
    'a table declared by another room',
    {
      'src/modules/identity/schema.ts':
        "export const TABLES = { identity_people: 'installation', plans_plans: 'forum' };",
      'src/modules/plans/schema.ts': '',
    },
    'another room',
  ],
])('%s is red', async (_, files, sin) => {
  expect((await sinsOf(files)).join('\n')).toContain(sin);
});

test('no picture is red', async () => {
  const { 'db/schema.sql': _, ...rest } = HOUSE;
  expect((await tables.run(plant(rest))).sins.join()).toContain('db/schema.sql is missing');
});
