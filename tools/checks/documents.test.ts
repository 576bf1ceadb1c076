import { expect, test } from 'vitest';
import { documents } from './documents.ts';
import { plant } from './plant.ts';

const HOUSE = {
  'package.json': JSON.stringify({ scripts: { start: '', test: '', check: '' } }),
  'README.md': 'Run `npm start`, then `npm test`. See [the house](ARCHITECTURE.md#laws) and https://example.org.',
  'ARCHITECTURE.md': '`src/core/i18n` and `core/i18n` and `pages/*.tsx` and `/az/plans`',
  'STYLE.md': '',
  'CONTRIBUTING.md': '`npm run check`',
  'CHANGELOG.md': 'removed `src/gone.ts`',
  'SECURITY.md': '',
  LICENSE: '',
  'src/core/i18n/lang.ts': '',
  'docs/decisions/0001-dependencies.md': '# one',
};
const sinsOf = async (files: Record<string, string>) => (await documents.run(plant({ ...HOUSE, ...files }))).sins;

test('true papers are green', async () => {
  expect(await sinsOf({})).toEqual([]);
});

test.each([
  ['a path that is not there', { 'ARCHITECTURE.md': 'see `src/core/words`' }],
  ['a path below src that is not there', { 'ARCHITECTURE.md': 'see `core/words`' }],
  ['a link that leads nowhere', { 'README.md': '[x](docs/none.md)' }],
  ['a command that cannot be run', { 'README.md': '`npm run fly`' }],
  ['an architecture nobody reads to its end', { 'ARCHITECTURE.md': 'x\n'.repeat(151) }],
  ['a decision nobody reads to its end', { 'docs/decisions/0001-dependencies.md': 'x\n'.repeat(61) }],
  ['two decisions of one number', { 'docs/decisions/0001-other.md': '' }],
  ['a decision without number', { 'docs/decisions/other.md': '' }],
])('%s is red', async (_, files) => {
  expect((await sinsOf(files)).length).toBeGreaterThan(0);
});

test('a missing paper is red', async () => {
  const { LICENSE: _, ...rest } = HOUSE;
  expect((await documents.run(plant(rest))).sins).toEqual(['LICENSE is missing']);
});
