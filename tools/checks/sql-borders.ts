import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Check } from './check.ts';
import { MODULES, rankOf } from './map.ts';
import { isTest, sources } from './source.ts';
import { constant, isPublicView, ownerOf, sqlOf, stripped, tablesNamed } from './sql.ts';

const CREATED =
  /\bcreate\s+(?:or\s+replace\s+)?(?:unique\s+|materialized\s+|constraint\s+)?(table|view|index|function|trigger|type|sequence|procedure)\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?"?([a-z_]\w*)/gi;

/** Law 4: tables carry their room's prefix, and a room's SQL names only its own or others' `<room>_public_*` views. */
export const sqlBorders: Check = {
  name: 'sql-borders',
  of: 'pieces of SQL',
  run: (root) => {
    const code = ofSources(root);
    const migrations = ofMigrations(root);
    return { looked: code.looked + migrations.looked, sins: [...code.sins, ...migrations.sins] };
  },
};

function ofSources(root: string) {
  const files = sources(root).filter((file) => !isTest(file.path) && !file.path.includes('/testing/'));
  let looked = 0;
  const sins = files.flatMap((file) => {
    const room =
      /^src\/modules\/([^/]+)\//.exec(file.path)?.[1] ?? (/^src\/(core|main)\//.test(file.path) ? 'core' : undefined);
    return sqlOf(file).flatMap((piece) => {
      looked++;
      const where = `${file.path}:${piece.line}`;
      return tablesNamed(piece.name ? `from ${piece.text}` : piece.text)
        .filter((table) => ownerOf(table) !== room && !isPublicView(table))
        .map((table) => `${where}: ${table} is not a table of ${room ?? 'this file'}; ask its owner's contract.ts`);
    });
  });
  return { looked, sins };
}

function ofMigrations(root: string) {
  const keys = publicKeys(root);
  const files = globSync('db/migrations/*.sql', { cwd: root }).sort();
  const sins = files.flatMap((path) => {
    const room = /^\d{4}_([a-z]+)_[a-z0-9_]+\.sql$/.exec(basename(path))?.[1];
    if (!room || (room !== 'core' && !MODULES.includes(room)))
      return [`${path}: must be named NNNN_<module>_<what>.sql, with a module of architecture.md`];
    const text = stripped(readFileSync(join(root, path), 'utf8'));
    const strange = tablesNamed(text)
      .filter((table) => ownerOf(table) !== room && !isPublicView(table) && !mayReference(room, table, text, keys))
      .map(
        (table) => `${path}: ${table} is not of ${room}; only a key its owner lists in PUBLIC_KEYS may be referenced`,
      );
    const misnamed = [...text.matchAll(CREATED)]
      .filter(([, , name]) => !name!.startsWith(`${room}_`))
      .map(([, what, name]) => `${path}: the ${what} ${name} must begin with ${room}_`);
    return [...new Set([...strange, ...misnamed])];
  });
  const numbers = files.map((path) => basename(path).slice(0, 4));
  const twice = numbers.filter((number, i) => numbers.indexOf(number) !== i);
  return { looked: files.length, sins: [...sins, ...twice.map((n) => `db/migrations: the number ${n} stands twice`)] };
}

/** Named only as the goal of a foreign key, listed by its owner, and of a lower room (core is below all). */
function mayReference(room: string, table: string, text: string, keys: ReadonlySet<string>): boolean {
  const owner = ownerOf(table)!;
  const named = text.match(new RegExp(`\\b${table}\\b`, 'g'))?.length ?? 0;
  const referenced = text.match(new RegExp(`\\breferences\\s+"?${table}\\b`, 'gi'))?.length ?? 0;
  const lower = owner === 'core' || (rankOf(owner) < rankOf(room) && room !== 'core');
  return lower && keys.has(table) && named === referenced;
}

/** What the owners' `export const PUBLIC_KEYS = [...]` list, in schema.ts or core/db/tables.ts. */
function publicKeys(root: string): ReadonlySet<string> {
  const declaring = [...sources(root, 'src/modules/**/schema.ts'), ...sources(root, 'src/core/db/tables.ts')];
  return new Set(declaring.flatMap((file) => [...constant(file, 'PUBLIC_KEYS').keys()]));
}
