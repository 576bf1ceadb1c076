import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTables } from './read.ts';

const folder = join(resolve(process.env.ORTAQ_CORPORA ?? '../shared/corpora'), 'workbooks');
const here = existsSync(folder);
if (!here) console.error(`no corpora in ${folder}: the tests over other people's workbooks are skipped`);

describe.skipIf(!here)("other people's workbooks", () => {
  test.each([
    [
      'UCL_Biomass_Plot_Form.xlsx',
      [
        ['survey', 82, 91],
        ['choices', 28, 28],
        ['settings', 2, 2],
      ],
      [],
    ],
    [
      'blank_second_row.xls',
      [
        ['survey', 2, 3],
        ['choices', 1, 1],
        ['settings', 2, 2],
      ],
      [],
    ],
    [
      'duplicate_columns.xlsx',
      [
        ['survey', 57, 57],
        ['choices', 5, 5],
        ['settings', 2, 2],
        ['columns', 3, 3],
      ],
      [],
    ],
    [
      'excel_with_macros.xlsm',
      [
        ['survey', 3, 3],
        ['choices', 6, 6],
        ['settings', 2, 2],
      ],
      [],
    ],
    [
      'ifrc-distribution-site-assessment-v1.xlsx',
      [
        ['survey', 172, 172],
        ['choices', 184, 191],
        ['settings', 2, 2],
      ],
      [],
    ],
    [
      'whova_form.xlsx',
      [
        ['survey', 593, 594],
        ['choices', 297, 351],
        ['settings', 2, 2],
      ],
      [],
    ],
    [
      'xl_date_ambiguous.xlsx',
      [
        ['survey', 5, 5],
        ['choices', 4, 4],
        ['settings', 2, 2],
        ['changelog', 2, 2],
      ],
      ['core.sheets.warn.date'],
    ],
  ])('%s', async (name, sheets, warnings) => {
    const result = await readTables(readFileSync(join(folder, name)), name);
    if (!result.ok) throw new Error(result.refusal.message.key);
    expect(result.value.map((table) => [table.sheet, table.rows.length, table.rows.at(-1)?.line])).toEqual(sheets);
    expect(result.value.flatMap((table) => table.warnings.map((said) => said.key))).toEqual(warnings);
  });
});
