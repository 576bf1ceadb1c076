import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { sources } from './source.ts';
import { constant, ownerOf, stripped } from './sql.ts';

const TABLE =
  /\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?(?:public\.)?"?([a-z_]\w*)"?\s*\(([\s\S]*?)\n?\)\s*;/gi;
const KEY_ADDED =
  /\balter\s+table\s+(?:only\s+)?(?:public\.)?"?([a-z_]\w*)"?\s+add\s+(?:constraint\s+\S+\s+)?primary\s+key\s*\(\s*"?(\w+)/gi;

/**
 * Law 7: every table is declared in its room's `export const TABLES = { plans_plans: 'forum', ... }`. A table of a
 * forum leads its primary key with forum_id, so that a forum can be exported, removed and moved to another shard.
 */
export const tables: Check = {
  name: 'tables',
  of: 'tables',
  run: (root) => {
    const made = tablesMade(root);
    const declared = declarations(root);
    const sins = [...made].flatMap(([table, key]) => {
      const kind = declared.get(table);
      if (!kind)
        return [
          `${table}: not in the TABLES of ${ownerOf(table) ?? 'any room'}'s schema.ts ('forum' or 'installation')`,
        ];
      if (kind.of !== 'forum' && kind.of !== 'installation')
        return [`${kind.path}: ${table} is '${kind.of}', must be 'forum' or 'installation'`];
      if (kind.of === 'forum' && key !== 'forum_id')
        return [`${table}: of a forum, so forum_id leads its primary key, not ${key ?? 'nothing'}`];
      return [];
    });
    const gone = [...declared]
      .filter(([table]) => !made.has(table))
      .map(([table, { path }]) => `${path}: ${table} is declared and does not exist`);
    return { looked: made.size, sins: [...sins, ...gone, ...misplaced(declared), ...snapshot(root, made)] };
  },
};

/** Table -> first column of its primary key, from the generated schema, else from the migrations in their order. */
function tablesMade(root: string): ReadonlyMap<string, string | null> {
  const text = existsSync(join(root, 'db/schema.sql')) ? read(root, 'db/schema.sql') : migrations(root);
  return keysOf(text);
}

function keysOf(text: string): ReadonlyMap<string, string | null> {
  const made = new Map<string, string | null>();
  for (const [, table, body] of text.matchAll(TABLE)) {
    const together = /\bprimary\s+key\s*\(\s*"?(\w+)/i.exec(body!)?.[1];
    const inline = /(?:^|,|\n)\s*"?(\w+)"?\s[^,]*?\bprimary\s+key\b(?!\s*\()/i.exec(body!)?.[1];
    made.set(table!, together ?? inline ?? null);
  }
  for (const [, table, column] of text.matchAll(KEY_ADDED)) if (made.has(table!)) made.set(table!, column!);
  for (const [, table] of text.matchAll(/\bdrop\s+table\s+(?:if\s+exists\s+)?"?([a-z_]\w*)/gi)) made.delete(table!);
  return made;
}

interface Declared {
  readonly of: string;
  readonly path: string;
}

function declarations(root: string): ReadonlyMap<string, Declared> {
  const files = [...sources(root, 'src/modules/**/schema.ts'), ...sources(root, 'src/core/db/tables.ts')];
  return new Map(
    files.flatMap((file) =>
      [...constant(file, 'TABLES')].map(([table, of]) => [table, { of, path: file.path }] as const),
    ),
  );
}

const misplaced = (declared: ReadonlyMap<string, Declared>): readonly string[] =>
  [...declared]
    .filter(
      ([table, { path }]) =>
        !path.startsWith(table.startsWith('core_') ? 'src/core/' : `src/modules/${ownerOf(table)}/`),
    )
    .map(([table, { path }]) => `${path}: ${table} carries the prefix of another room`);

/** The committed picture of the whole schema must know the tables that the migrations make. */
function snapshot(root: string, made: ReadonlyMap<string, unknown>): readonly string[] {
  if (!existsSync(join(root, 'db/schema.sql'))) return ['db/schema.sql is missing: generate and commit it'];
  const missing = [...keysOf(migrations(root)).keys()].filter((table) => !made.has(table));
  return missing.map((table) => `db/schema.sql does not know ${table}: generate it anew`);
}

const read = (root: string, path: string): string => stripped(readFileSync(join(root, path), 'utf8'));
const migrations = (root: string): string =>
  globSync('db/migrations/*.sql', { cwd: root })
    .sort()
    .map((path) => read(root, path))
    .join('\n');
