import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTables } from '#core/sheets/read.ts';
import type { Sheet } from '../schema.ts';
import { writeXForm } from '../xforms/frame/rules.ts';
import { readXlsForm } from './forms.ts';

const corpora = resolve(process.env.ORTAQ_CORPORA ?? '../shared/corpora');
const here = existsSync(join(corpora, 'xlsform/golden'));
if (!here) console.error(`no corpora in ${corpora}: other people's forms are not read`);

const sheet = (name: string, ...rows: readonly (readonly string[])[]): Sheet => ({
  sheet: name,
  rows: rows.map((cells, i) => ({ line: i + 1, cells })),
});

async function read(file: string, name?: string) {
  const tables = await readTables(readFileSync(join(corpora, file)), file);
  if (!tables.ok) throw new Error(tables.refusal.message.key);
  return readXlsForm(tables.value, name === undefined ? {} : { name, id: name });
}

/** XML by its meaning: no blanks between tags, attributes in order, what has no order sorted. */
function canonical(xml: string): readonly string[] {
  return (xml.replace(/<\?xml[^>]*>/, '').match(/<[^>]+>|[^<]+/g) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('<')
        ? [part.replace(/\s[\s\S]*$/, '').replace(/\/?>$/, ''), ...(part.match(/[\w:.-]+="[^"]*"/g) ?? []).sort()].join(
            ' ',
          )
        : part.replace(/\s+/g, ' '),
    )
    .filter((part) => !part.startsWith('</'));
}

describe.skipIf(!here)("other people's forms", () => {
  // table-list.xml is of a time when choices stood in each question; the core case test_table_list_appearance wants
  // what is written today.
  test.each(['or_other.xlsx', 'repeat_date_test.xls', 'xml_escaping.xls'])('%s', async (file) => {
    const name = file.replace(/\.\w+$/, '');
    const { form, issues } = await read(`xlsform/golden/${file}`, name);
    expect(issues.filter((issue) => issue.weight === 'fault')).toEqual([]);
    const expected = readFileSync(join(corpora, `xlsform/golden/${name}.xml`), 'utf8');
    // A day without an hour is written as a day; there it got midnight.
    const wanted = expected.replaceAll(' 00:00:00', '');
    expect([...canonical(writeXForm(form!))].sort()).toEqual([...canonical(wanted)].sort());
  });

  test.each(['yes_or_no_question.xls', 'yes_or_no_question.xlsx'])('%s', async (file) => {
    const { form } = await read(`xlsform/golden/${file}`, 'yes_or_no_question');
    const json = JSON.parse(readFileSync(join(corpora, 'xlsform/golden/yes_or_no_question.json'), 'utf8'));
    const [question] = json.children;
    expect([form?.name, form?.id, form?.title]).toEqual([json.name, json.id_string, json.title]);
    expect(form?.items.map(({ name, label, select }) => ({ name, label, itemset: select?.list }))).toEqual([
      { name: question.name, label: question.label, itemset: question.itemset },
    ]);
    expect(form?.lists.yes_or_no?.map(({ name, label }) => ({ name, label }))).toEqual(json.choices.yes_or_no);
  });

  test.each([
    ['ifrc-distribution-site-assessment-v1.xlsx', null],
    ['whova_form.xlsx', null],
    ['UCL_Biomass_Plot_Form.xlsx', null],
    ['blank_second_row.xls', null],
    ['excel_with_macros.xlsm', null],
    ['xl_date_ambiguous.xlsx', null],
    ['duplicate_columns.xlsx', 'two_columns'],
  ])('%s', async (file, refusedFor) => {
    const begun = performance.now();
    const { form, issues } = await read(`workbooks/${file}`);
    const faults = issues
      .filter((issue) => issue.weight === 'fault')
      .map(({ code, row, found }) => `${code} ${row} ${found}`);
    if (refusedFor === null) {
      expect(faults).toEqual([]);
      expect(writeXForm(form!)).toContain('<instanceID/>');
    } else expect(faults.some((fault) => fault.startsWith(refusedFor))).toBe(true);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

test('an issue says sheet, row, column, what was found and what is near', () => {
  const { form, issues } = readXlsForm([
    sheet(
      'survey',
      ['type', 'name', 'label'],
      ['integr', 'age', 'Age'],
      ['text', 'why', 'Why at ${aeg}?'],
      ['integer', 'age', 'Age'],
    ),
  ]);
  expect(form).toBeNull();
  expect(issues).toEqual([
    {
      code: 'unknown_type',
      weight: 'fault',
      sheet: 'survey',
      row: 2,
      column: 'type',
      found: 'integr',
      expected: '',
      near: 'integer',
    },
    {
      code: 'unknown_reference',
      weight: 'fault',
      sheet: 'survey',
      row: 3,
      column: 'label',
      found: 'aeg',
      expected: '',
      near: 'age',
    },
  ]);
});

test('names that mean something to JavaScript are names', () => {
  const { form, issues } = readXlsForm([
    sheet('survey', ['type', 'name', 'label'], ['select_one constructor', 'toString', 'Which?']),
    sheet('choices', ['list_name', 'name', 'label'], ['constructor', '__proto__', 'One']),
  ]);
  expect(issues).toEqual([]);
  expect(writeXForm(form!)).toContain('<name>__proto__</name>');
});
