import { expect, test } from 'vitest';
import { plant } from './plant.ts';
import { words } from './words.ts';

const sinsOf = async (path: string, text: string) => (await words.run(plant({ [path]: text }))).sins;
const PAGE = 'src/modules/plans/pages/plan.tsx';
const page = (markup: string) => `export const P = () => ${markup};`;

test.each([
  [PAGE, page("<p class='late'>{lang.t('plans.late')} · {n} % &nbsp; <a href='x.csv'>CSV</a></p>")],
  [PAGE, page("<input name='slug' value={late ? 'yes' : ''} aria-describedby='hint' />")],
  [PAGE, 'export const sorted = (rows) => rows.toSorted(lang.compare);'],
  ['src/core/i18n/lang.ts', 'export const n = new Intl.NumberFormat();'],
  ['src/modules/plans/rules.ts', "export const words = ['not said in a page'];"],
])('green: %s with %s', async (path, text) => {
  expect(await sinsOf(path, text)).toEqual([]);
});

test.each([
  ['a word between tags', PAGE, page('<p>Late</p>')],
  ['a word of Azerbaijani between tags', PAGE, page('<p>gecikir</p>')],
  ['a word in an expression', PAGE, page("<p>{late ? 'late' : lang.t('plans.done')}</p>")],
  ['a word behind a condition', PAGE, page("<p>{late && 'late'}</p>")],
  ['a word in a template', PAGE, page('<p>{`in days`}</p>')],
  ['a word in a label', PAGE, page("<nav aria-label='Pages' />")],
  ['a word in a label by expression', PAGE, page('<Field label={`Name`} />')],
  ['the order of code points', PAGE, 'export const sorted = (rows) => rows.sort();'],
  ['capital letters made by the machine', PAGE, 'export const big = (word) => word.toUpperCase();'],
  ['Intl in a module', 'src/modules/plans/queries.ts', 'export const n = new Intl.NumberFormat();'],
  ['toLocaleString in a module', 'src/modules/plans/queries.ts', 'export const n = (x) => x.toLocaleString();'],
  [
    'the order of the database',
    'src/modules/plans/queries.ts',
    'sql`select 1 from plans_plans order by slug collate "az-x-icu"`',
  ],
])('%s is red', async (_, path, text) => {
  expect(await sinsOf(path, text)).toHaveLength(1);
});
