import fc from 'fast-check';
import { expect, test } from 'vitest';
import { xlsx } from '#core/sheets/excel.ts';
import { readTables } from '#core/sheets/read.ts';
import type { Choice, Item, Question, Questionnaire, Words } from '../../questionnaires/schema.ts';
import { questionnaireOf } from '../questionnaire/rules.ts';
import { readXlsForm } from '../sheets/forms.ts';
import { xFormOf } from './forms.ts';
import { asRead, xlsFormOf } from './rules.ts';

const LANGUAGES = [
  { key: 'az', label: 'Azərbaycan (az)' },
  { key: 'ru', label: 'Русский (ru)' },
  { key: 'Lezgi', label: 'Lezgi' },
];

const said = fc.string({
  unit: fc.constantFrom('a', 'ə', 'ж', '7', '?', '<', '&', '"', '=', ','),
  minLength: 1,
  maxLength: 12,
});
const words = (keys: readonly string[]): fc.Arbitrary<Words> =>
  fc.record(Object.fromEntries(keys.map((key) => [key, said])), { requiredKeys: [] }).map((some) => some as Words);

const base = (name: string, keys: readonly string[]) =>
  fc.record({
    name: fc.constant(name),
    label: words(keys),
    hint: words(keys),
    guidance: fc.constant({}),
    relevant: fc.option(fc.constantFrom("'a' = 'b'", 'true()')),
    appearance: fc.option(fc.constantFrom('minimal', 'table-list')),
    other: fc.constantFrom({}, { 'bind::odk:length': '12' }),
  });

const question = (name: string, keys: readonly string[]): fc.Arbitrary<Question> =>
  fc
    .record({
      base: base(name, keys),
      type: fc.constantFrom('text', 'integer', 'select_one', 'select_multiple', 'date', 'note', 'range'),
      required: fc.option(fc.constantFrom('true()', '1 = 1')),
      message: words(keys),
      constraint: fc.option(fc.constant('. != 3')),
      calculation: fc.option(fc.constant('1 + 1')),
      preset: fc.option(fc.constant('5')),
      readonly: fc.option(fc.constant('true()')),
      other: fc.boolean(),
      unit: fc.constantFrom('person', 'household', 'body', 'community'),
      about: fc.option(fc.constantFrom('sex', 'age', 'role', 'contact')),
    })
    .map(({ base, type, message, other, ...rest }) => ({
      is: 'question',
      type,
      ...base,
      ...rest,
      requiredMessage: message,
      constraintMessage: message,
      choices: type.startsWith('select') ? { list: 'yes_no', filter: null, other } : null,
      parameters: type === 'range' ? { start: '1', end: '5' } : {},
    }));

const items = (keys: readonly string[], prefix: string, depth: number): fc.Arbitrary<readonly Item[]> =>
  fc.integer({ min: 1, max: 3 }).chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, i): fc.Arbitrary<Item> => {
        const name = `${prefix}${i}`;
        const one = question(name, keys);
        if (depth === 0) return one;
        const section = fc.tuple(base(name, keys), items(keys, `${name}_`, depth - 1)).map(([whole, inner]) => ({
          ...whole,
          appearance: null,
          items: inner,
        }));
        return fc.oneof(
          one,
          section.map((whole): Item => ({ is: 'group', ...whole })),
          section.map((whole): Item => ({ is: 'repeat', count: null, ...whole })),
        );
      }),
    ),
  );

const choice = (name: string, keys: readonly string[]): fc.Arbitrary<Choice> =>
  fc.record({ name: fc.constant(name), label: words(keys), other: fc.constantFrom({}, { region: 'lerik' }) });

const questionnaire: fc.Arbitrary<Questionnaire> = fc.integer({ min: 0, max: 3 }).chain((count) => {
  const languages = count === 0 ? [{ key: 'default', label: 'default' }] : LANGUAGES.slice(0, count);
  const keys = languages.map(({ key }) => key);
  return fc.record({
    name: fc.constant('needs'),
    title: words(keys).map((title) => ({ [keys[0]!]: 'Needs', ...title })),
    languages: fc.constant(languages),
    items: items(keys, 'q', 2),
    lists: fc.record({ yes_no: fc.tuple(choice('yes', keys), choice('no', keys)) }),
    settings: fc.constantFrom({}, { version: '3' }),
  });
});

test('a questionnaire written as an XLSForm and read again is the same', () => {
  fc.assert(
    fc.property(questionnaire, (before) => {
      const { form, issues } = readXlsForm(xlsFormOf(before).map(asRead));
      expect(issues.filter((issue) => issue.weight === 'fault')).toEqual([]);
      const made = questionnaireOf(form!);
      expect(made.ok && made.questionnaire).toEqual(before);
    }),
    { numRuns: 150 },
  );
});

test('through a real workbook too, and it makes an XForm', async () => {
  const [before] = fc.sample(questionnaire, { numRuns: 1, seed: 7 });
  const tables = await readTables(await xlsx(xlsFormOf(before!)), 'needs.xlsx');
  if (!tables.ok) throw new Error(tables.refusal.message.key);
  const made = questionnaireOf(readXlsForm(tables.value).form!);
  expect(made.ok && made.questionnaire).toEqual(before);
  expect(xFormOf(before!)).toContain('<instanceID/>');
});

test('what Ortaq does not ask is refused by name and row', () => {
  const cells = [
    ['type', 'name', 'label'],
    ['geotrace', 'way', 'The way'],
    ['select_one_from_file towns.csv', 'town', 'Town'],
  ];
  const { form } = readXlsForm([{ sheet: 'survey', rows: cells.map((row, i) => ({ line: i + 1, cells: row })) }]);
  const { issues } = questionnaireOf(form!);
  expect(issues.map(({ code, row, found }) => [code, row, found])).toEqual([
    ['not_supported', 2, 'geotrace'],
    ['not_supported', 3, 'towns.csv'],
  ]);
});
