import { copyFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Check } from './check.ts';
import { plant } from './plant.ts';
import { biome, knip, tsc } from './programs.ts';

const ROOT = join(import.meta.dirname, '../..');
const HOUSE = {
  '.gitignore': 'node_modules/\n',
  'package.json': `${JSON.stringify({ name: 'x', type: 'module', imports: { '#core/*': './src/core/*' }, dependencies: { preact: '*' } }, null, 2)}\n`,
  'src/main.ts': "import { page } from '#core/page.tsx';\n\npage('x');\n",
  'src/core/page.tsx':
    "import { Fragment } from 'preact';\n\nexport const page = (title: string) => <Fragment>{title}</Fragment>;\n",
};

/** Judges with this repository's own configuration. */
async function sinsOf(check: Check, files: Record<string, string>): Promise<string> {
  const root = plant({ ...HOUSE, ...files });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  for (const name of ['tsconfig.json', 'biome.json', 'knip.json']) copyFileSync(join(ROOT, name), join(root, name));
  const found = await check.run(root);
  expect(found.looked).toBeGreaterThanOrEqual(2);
  return found.sins.join('\n');
}

test.each([tsc, biome, knip])('$name: a lawful house is green', async (check) => {
  expect(await sinsOf(check, {})).toBe('');
});

test('tsc: a wrong type is red, in markup too', async () => {
  expect(await sinsOf(tsc, { 'src/main.ts': "import { page } from '#core/page.tsx';\n\npage(1);\n" })).toContain(
    'TS2345',
  );
  expect(await sinsOf(tsc, { 'src/core/x.tsx': 'export const X = () => <p hidden={{}} />;\n' })).toContain('TS2322');
});

test.each([
  ['a default export', 'src/core/x.ts', 'export default 1;\n', 'noDefaultExport'],
  ['any', 'src/core/x.ts', 'export const x = (y: any) => y;\n', 'noExplicitAny'],
  ['any in markup', 'src/core/x.tsx', 'export const X = (y: any) => <p>{y}</p>;\n', 'noExplicitAny'],
  ['a barrel', 'src/core/x.ts', "export * from './page.tsx';\n", 'noReExportAll'],
  [
    'a forgotten await',
    'src/core/x.ts',
    'const f = async () => 1;\nexport function g() {\n  f();\n}\n',
    'noFloatingPromises',
  ],
  ['the environment read outside config', 'src/core/x.ts', 'export const x = process.env.HOME;\n', 'noProcessEnv'],
  [
    'a long function',
    'src/core/x.ts',
    `export function f() {\n${'  f();\n'.repeat(81)}}\n`,
    'noExcessiveLinesPerFunction',
  ],
  ['talking to the console', 'src/core/x.ts', "console.log('x');\n", 'noConsole'],
  [
    'a value import of a type',
    'src/core/x.ts',
    "import { Found } from './y.ts';\n\nexport type A = Found;\n",
    'useImportType',
  ],
  ['text that is not formatted', 'src/core/x.ts', 'export  const x=1', 'not formatted'],
])('biome: %s is red', async (_, path, text, sin) => {
  expect(await sinsOf(biome, { [path]: text })).toContain(sin);
});

test.each([
  ['a file that nobody uses', 'src/core/x.ts', 'export const x = 1;\n', 'nobody uses this file'],
  [
    'an export that nobody uses',
    'src/core/page.tsx',
    `${HOUSE['src/core/page.tsx']}export const other = 1;\n`,
    'other: nobody uses it',
  ],
  [
    'a package that is not listed',
    'src/main.ts',
    `import 'hono';\n${HOUSE['src/main.ts']}`,
    'hono is not in package.json',
  ],
])('knip: %s is red', async (_, path, text, sin) => {
  expect(await sinsOf(knip, { [path]: text })).toContain(sin);
});
