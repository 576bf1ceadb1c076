import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cruise } from './cruise.ts';
import { plant } from './plant.ts';

const PACKAGE = JSON.stringify({
  type: 'module',
  imports: { '#core/*': './src/core/*', '#ui/*': './src/ui/*', '#modules/*': './src/modules/*' },
  dependencies: { preact: '*' },
  devDependencies: { vitest: '*' },
});
const HOUSE = {
  'package.json': PACKAGE,
  'src/main.ts': "import { plans } from './main/modules.ts';\nexport const a = plans;",
  'src/main/modules.ts': "export { plans } from '#modules/plans/module.ts';",
  'src/core/db/json.ts': 'export const json = 1;',
  'src/core/db/database.ts': 'export interface Db { a: 1 }',
  'src/ui/link.tsx': "import { Fragment } from 'preact';\nexport const Link = () => <Fragment />;",
  'src/modules/plans/module.ts': "import { x } from './commands.ts';\nexport const plans = x;",
  'src/modules/plans/commands.ts':
    "import { json } from '#core/db/json.ts';\nimport { p } from '#modules/places/contract.ts';\nexport const x = json + p;",
  'src/modules/plans/access.ts': "import type { Db } from '#core/db/database.ts';\nexport type A = Db;",
  'src/modules/places/contract.ts': 'export const p = 1;',
};

async function sinsOf(files: Record<string, string>): Promise<string> {
  const root = plant({ ...HOUSE, ...files });
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'));
  const found = await cruise.run(root);
  expect(found.looked).toBeGreaterThanOrEqual(8);
  return found.sins.join('\n');
}

test('a lawful house is green', async () => {
  expect(await sinsOf({})).toBe('');
});

test.each([
  [
    'core that knows a module',
    'core-imports-only-core',
    'src/core/x.ts',
    "import { p } from '#modules/places/contract.ts';\nexport const y = p;",
  ],
  [
    'core that knows a module by its type',
    'core-imports-only-core',
    'src/core/x.ts',
    "import type { p } from '#modules/places/contract.ts';\nexport type y = typeof p;",
  ],
  [
    'ui that knows a module',
    'ui-knows-no-domain',
    'src/ui/x.tsx',
    "import { p } from '#modules/places/contract.ts';\nexport const X = () => <p>{p}</p>;",
  ],
  [
    'ui that knows the database',
    'ui-knows-no-domain',
    'src/ui/x.tsx',
    "import { json } from '#core/db/json.ts';\nexport const X = () => <p>{json}</p>;",
  ],
  [
    'a lower module that knows a higher one',
    'rank-of-places',
    'src/modules/places/commands.ts',
    "import { x } from '#modules/plans/contract.ts';\nexport const z = x;",
  ],
  [
    'neighbours that know each other',
    'rank-of-surveys',
    'src/modules/surveys/commands.ts',
    "import { x } from '#modules/plans/contract.ts';\nexport const z = x;",
  ],
  [
    'a room that sees a manifest',
    'module-only-for-main',
    'src/modules/home/routes.ts',
    "import { plans } from '#modules/plans/module.ts';\nexport const z = plans;",
  ],
  [
    'the phone with the database',
    'no-server-in-the-browser',
    'src/phone/x.ts',
    "import { json } from '#core/db/json.ts';\nexport const y = json;",
  ],
  [
    'an import that leads nowhere',
    'leads-nowhere',
    'src/core/x.ts',
    "import { q } from './nothing.ts';\nexport const y = q;",
  ],
  [
    'a package that is not listed',
    'package-not-listed',
    'src/core/x.ts',
    "import q from 'esbuild';\nexport const y = q;",
  ],
  [
    'a package of the tests in the program',
    'package-only-for-development',
    'src/core/x.ts',
    "import { test } from 'vitest';\nexport const y = test;",
  ],
])('%s is red', async (_, law, path, text) => {
  expect(
    await sinsOf({ 'src/modules/plans/contract.ts': "export { x } from './commands.ts';", [path]: text }),
  ).toContain(law);
});

test('a cycle is red, also one of types', async () => {
  const a = "import type { B } from './b.ts';\nexport type A = B | 1;";
  const b = "import type { A } from './a.ts';\nexport type B = A | 2;";
  expect(await sinsOf({ 'src/core/a.ts': a, 'src/core/b.ts': b })).toContain('no-cycles');
});
