import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { isTest, type Node, type Source, sources, walk } from './source.ts';
import { sqlOf, stripped } from './sql.ts';

const SQL_CLOCK =
  /\b(now\s*\(\s*\)|current_date\b|current_time(stamp)?\b|local_?time(stamp)?\b|(clock|statement|transaction)_timestamp\s*\(|timeofday\s*\()/i;
/** The one place that may ask the machine what time it is, and the two programs that begin a process. */
const KEEPERS = /^src\/(core\/time\/clock\.ts|core\/db\/testing\/.*|main\.ts|cli\.ts)$/;

/** Law 5 and "no SQL now()": the moment is a value that comes in, so that a test and the demonstration can choose it. */
export const clock: Check = {
  name: 'clock',
  of: 'files',
  run: (root) => {
    const files = sources(root).filter((file) => !isTest(file.path) && !file.path.includes('/testing/'));
    const migrations = globSync('db/migrations/*.sql', { cwd: root }).sort();
    const sins = [
      ...files.flatMap((file) => [...inSql(file), ...inCode(file)]),
      ...migrations.flatMap((path) => inMigration(path, readFileSync(join(root, path), 'utf8'))),
    ];
    return { looked: files.length + migrations.length, sins };
  },
};

const inSql = (file: Source): readonly string[] =>
  sqlOf(file).flatMap((piece) => {
    const found = SQL_CLOCK.exec(stripped(piece.text));
    return found ? [`${file.path}:${piece.line}: SQL ${found[0]}: give the time as a parameter`] : [];
  });

function inMigration(path: string, text: string): readonly string[] {
  const found = SQL_CLOCK.exec(stripped(text));
  return found ? [`${path}: SQL ${found[0]}: the application gives the time`] : [];
}

function inCode(file: Source): readonly string[] {
  if (KEEPERS.test(file.path)) return [];
  const sins: string[] = [];
  walk(file.tree, (node) => {
    if (asksMachine(node))
      sins.push(
        `${file.path}:${file.lineOf(node.start)}: asks the machine for the time; take ctx.now, web.now or the Clock`,
      );
    return undefined;
  });
  return sins;
}

/** `new Date()` and `Date.now()`; `new Date(value)` is a conversion. */
function asksMachine(node: Node): boolean {
  const callee = node.callee as Node | undefined;
  if (node.type === 'NewExpression')
    return callee?.name === 'Date' && (node.arguments as readonly unknown[]).length === 0;
  if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return false;
  return (callee.object as Node).name === 'Date' && (callee.property as Node).name === 'now';
}
