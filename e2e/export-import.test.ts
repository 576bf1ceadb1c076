import { writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PLAN } from '../src/modules/plans/demo/local-plan.ts';
import { READ_ONLY_COLUMNS } from '../src/modules/plans/exchange/columns/schema.ts';
import { openBrowser, type Visitor, visit } from './parts/browser.ts';
import { field, press } from './parts/forms.ts';
import { type House, startHouse } from './parts/house.ts';
import { planAt } from './parts/measures.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** What is taken away and brought back is the same: into the plan it came from, and into an installation that knows nothing. */
let house: House;
let browser: Browser;
let coordinator: Visitor;

const az = wordsOf('az');
const VERDICTS = ['create', 'change', 'refused', 'same'] as const;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
  coordinator = await visit(browser, { width: 800 });
  await lookAs(coordinator, house, 'coordinator');
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const taken = async (address: string): Promise<Buffer> => {
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};

/** Brings a file into the local plan and tells what the dry run would do with its rows. */
async function dryRun(name: string, mimeType: string, buffer: Buffer): Promise<Record<string, number>> {
  const { tab } = coordinator;
  await tab.goto(`${house.origin}/az/${LIVING}/plans/import`);
  await field(tab, az.t('plans.exchange.form.file')).setInputFiles({ name, mimeType, buffer });
  await field(tab, az.t('plans.exchange.form.target')).selectOption({ label: DEMO_PLAN.title.az });
  await press(tab, az.t('plans.exchange.form.deed'));
  await tab.getByRole('heading', { level: 1, name: az.t('plans.exchange.dry.title', { file: name }) }).waitFor();
  const counts: Record<string, number> = {};
  for (const verdict of VERDICTS)
    counts[verdict] = Number(
      /\d+/.exec((await tab.locator(`a[href*="show=${verdict}"]`).first().textContent()) ?? '')?.[0],
    );
  return counts;
}

type Row = Record<string, string>;
const rowsOf = (csv: Buffer | string): Row[] => parse(csv, { columns: true, bom: true }) as Row[];
const without = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name)));

describe('the local plan, brought back to where it is', () => {
  test('changes nothing as CSV', async () => {
    const csv = await taken(`${planAt(house)}.csv`);
    const rows = rowsOf(csv).length;
    expect(rows).toBe(12);
    const counts = await dryRun('plan.csv', 'text/csv', csv);
    expect(counts).toMatchObject({ create: 0, change: 0, refused: 0 });
    expect(counts.same).toBeGreaterThanOrEqual(rows);
    await coordinator.tab.getByText(az.t('plans.exchange.refused.nothing')).waitFor();
  });

  test('changes nothing as Excel', async () => {
    const xlsx = await taken(`${planAt(house)}.xlsx`);
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    expect(await dryRun('plan.xlsx', type, xlsx)).toMatchObject({ create: 0, change: 0, refused: 0 });
  });

  test('shows a changed cell as one refused row of an adopted plan, by its place', async () => {
    const csv = (await taken(`${planAt(house)}.csv`)).toString('utf8');
    const title = rowsOf(csv).find((row) => row.measure_no === '2.2')?.title_az as string;
    const counts = await dryRun('plan.csv', 'text/csv', Buffer.from(csv.replace(title, `${title} (yeni)`)));
    expect(counts).toMatchObject({ create: 0, change: 0, refused: 1 });
  });

  test('marks every row as demonstration, and lets no cell be read as a formula', async () => {
    for (const row of rowsOf(await taken(`${planAt(house)}.csv`))) {
      expect(row.demonstration).not.toBe('');
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@]/);
    }
  });
});

test('a plan taken from one installation and brought into an empty one is the same plan', async () => {
  const name = 'milli-2016-2018';
  const first = await house.ortaq('export', 'plan', name);
  expect(first).toMatchObject({ code: 0, err: '' });
  const other = await startHouse({ args: ['--empty'] });
  try {
    const file = `${other.folder}/${name}.csv`;
    writeFileSync(file, first.out);
    const told = await other.ortaq('import', 'plan', file, '--forum', 'national', '--unknown', 'add');
    expect(told).toMatchObject({ code: 0, err: '' });
    const second = await other.ortaq('export', 'plan', name);
    const before = rowsOf(first.out).map((row) => without(row, READ_ONLY_COLUMNS));
    expect(before.length).toBeGreaterThan(10);
    expect(rowsOf(second.out).map((row) => without(row, READ_ONLY_COLUMNS))).toEqual(before);
    // And once more, the file of the second: nothing is left to write.
    const again = await other.ortaq('import', 'plan', file, '--forum', 'national', '--dry-run');
    expect(again.code).toBe(0);
    expect(again.out).toMatch(/\b0 new, 0 changed\b/);
  } finally {
    await other.stop();
  }
});
