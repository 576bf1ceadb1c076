import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, sideways, type Visitor, visit } from './parts/browser.ts';
import { field, press } from './parts/forms.ts';
import { type House, NOW, startHouse } from './parts/house.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** A resident asks three municipalities through one form: one answers in time by its code, one late, one never. */
let house: House;
let browser: Browser;
let [resident, keeper, officer]: Visitor[] = [];
let base = '';
const folder = mkdtempSync(path.join(tmpdir(), 'ortaq-requests-'));
const az = wordsOf('az');
const CODE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}/;

beforeAll(async () => {
  house = await startHouse({ folder });
  base = `${house.origin}/az/${LIVING}`;
  browser = await openBrowser();
  [resident, keeper, officer] = await Promise.all([
    visit(browser, { width: 320, script: false }),
    visit(browser, { width: 412 }),
    visit(browser, { width: 320, dark: true }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const wellMade = async ({ tab }: Visitor): Promise<void> => {
  expect(await axe(tab)).toEqual([]);
  expect(await sideways(tab)).toBe(0);
};
const codeOn = async ({ tab }: Visitor): Promise<string> => CODE.exec((await tab.textContent('main'))!)![0];

async function answer(code: string, words: string): Promise<void> {
  const { tab } = officer!;
  await tab.goto(`${base}/requests/reply`);
  await field(tab, az.t('accountability.requests.code.label')).fill(code);
  await press(tab, az.t('accountability.requests.code.show'));
  await wellMade(officer!);
  await field(tab, az.t('accountability.requests.replying.text')).fill(words);
  await press(tab, az.t('accountability.requests.replying.send'));
  await tab.getByText(az.t('accountability.requests.replying.done')).waitFor();
}

async function wait(step: string): Promise<void> {
  expect(await house.ortaq('clock', step)).toMatchObject({ code: 0, err: '' });
}

test('the pages, the receipt and the table show who answered in time, who late and who never', async () => {
  const own = resident!.tab;
  for (const { tab } of [resident!, keeper!, officer!]) tab.setDefaultTimeout(8_000);
  await own.goto(`${base}/requests`);
  await wellMade(resident!);
  await own.getByRole('link', { name: az.t('accountability.requests.asking.title') }).click();
  const words = 'Kəndlər üzrə büdcə necə bölünüb?';
  await field(own, az.t('accountability.requests.asking.text')).fill(words);
  const choices = own.getByRole('checkbox', { name: /bələdiyyəsi$/ });
  for (const i of [0, 1, 2]) await choices.nth(i).check();
  await wellMade(resident!);
  await press(own, az.t('accountability.requests.asking.check'));
  await wellMade(resident!);
  await press(own, az.t('accountability.requests.checking.send'));
  await wellMade(resident!);
  const receipt = await codeOn(resident!);
  const numbers = [...(await own.textContent('main'))!.matchAll(/№ (\d+)/g)].slice(0, 3).map(([, n]) => Number(n));
  expect(new Set(numbers).size).toBe(3);

  const { tab } = keeper!;
  await lookAs(keeper!, house, 'secretary');
  const codes: string[] = [];
  for (const number of numbers) {
    await tab.goto(`${base}/requests/${number}/desk`);
    if (number === numbers[0]) {
      await wellMade(keeper!);
      await press(tab, az.t('accountability.requests.desk.accept'));
    }
    await press(tab, az.t('accountability.requests.desk.make_letter'));
    await wellMade(keeper!);
    codes.push(await codeOn(keeper!));
    await tab.goto(`${base}/requests/${number}/desk`);
    await field(tab, az.t('accountability.requests.desk.on')).fill(NOW.slice(0, 10));
    await field(tab, az.t('accountability.requests.desk.way')).selectOption('hand');
    await press(tab, az.t('accountability.requests.desk.delivered'));
    await tab.getByText(az.t('accountability.requests.done.delivered')).waitFor();
  }

  await answer(codes[0]!, 'Cədvəl əlavə olunur.');
  await tab.goto(`${base}/requests/${numbers[0]}/desk`);
  await tab.getByLabel(az.t('accountability.requests.desk.show_words')).check();
  await press(tab, az.t('accountability.requests.desk.show_send'));
  await wait('+40d');
  await answer(codes[1]!, 'Üzr istəyirik, gecikdik.');

  const table = await (await fetch(`${base}/requests.csv`)).text();
  const stateOf = (number: number) =>
    /,(in_time|late|overdue),/.exec(table.split('\n').find((line) => line.startsWith(`${number},`))!)?.[1];
  expect(numbers.map(stateOf)).toEqual(['in_time', 'late', 'overdue']);
  for (const [i, state] of (['in_time', 'late', 'overdue'] as const).entries())
    expect(await (await fetch(`${base}/requests/${numbers[i]}`)).text()).toContain(
      az.t(`accountability.requests.state_means.${state}`),
    );
  await own.goto(`${base}/requests/receipts`);
  await field(own, az.t('accountability.requests.code.label')).fill(receipt.toLowerCase());
  await press(own, az.t('accountability.requests.code.show'));
  await wellMade(resident!);
  const judged = az.t('accountability.requests.judging.what', { number: numbers[2]! });
  await field(own, judged).selectOption('silence');
  await press(own, az.t('accountability.requests.judging.send', { number: numbers[2]! }));
  expect(await own.textContent('main')).toContain(az.t('accountability.requests.judged.silence'));
});
