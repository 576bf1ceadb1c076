import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, sideways, type Visitor, visit } from './parts/browser.ts';
import { field, press } from './parts/forms.ts';
import { type House, startHouse } from './parts/house.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** A body reads its scorecard first, by a link, and makes a remark; it is decided, and everybody reads both. */
let house: House;
let browser: Browser;
let [resident, keeper, officer]: Visitor[] = [];
let base = '';

const az = wordsOf('az');

beforeAll(async () => {
  house = await startHouse();
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
});

const wellMade = async ({ tab }: Visitor): Promise<void> => {
  expect(await axe(tab)).toEqual([]);
  expect(await sideways(tab)).toBe(0);
};
const REMARK = 'Hesabat klubda verilib, protokol bələdiyyədədir.';
const REASON = 'Protokola baxıldı: hesabat vaxtında verilib.';

test('a scorecard is replied to by a link and published with the remark and what was decided', async () => {
  const { tab } = keeper!;
  await lookAs(keeper!, house, 'coordinator');
  await tab.goto(`${base}/scorecards`);
  await wellMade(keeper!);
  await tab.locator('#waiting a').click();
  const address = new URL(tab.url()).pathname;
  await wellMade(keeper!);
  await tab.getByRole('link', { name: az.t('accountability.scorecards.replying.link') }).click();
  await press(tab, az.t('identity.deeds.make_deed'));
  const link = /https?:\S+$/.exec(await tab.getByLabel(az.t('ui.message.copy')).inputValue())![0];

  const own = resident!.tab;
  await own.goto(house.origin + address);
  expect(await own.textContent('main')).not.toContain(az.t('accountability.scorecards.counted'));
  expect(await sideways(own)).toBe(0);

  const office = officer!.tab;
  await office.goto(link);
  await office.getByRole('link', { name: az.t('identity.deed.open') }).click();
  await wellMade(officer!);
  await press(office, az.t('accountability.scorecards.replying.send'));
  await office.getByText(az.t('accountability.scorecards.wrong.nothing')).first().waitFor();
  await wellMade(officer!);
  await field(office, az.t('accountability.scorecards.row.reports')).fill(REMARK);
  await press(office, az.t('accountability.scorecards.replying.send'));
  await office.getByText(az.t('accountability.scorecards.done.replied')).waitFor();
  await own.goto(house.origin + address);
  expect(await own.textContent('main')).not.toContain(REMARK);

  await tab.goto(`${base}/desk`);
  await tab.locator('#scorecard-remarks a').click();
  await tab.getByRole('link', { name: az.t('accountability.scorecards.decide') }).click();
  await wellMade(keeper!);
  await tab.getByLabel(az.t('accountability.scorecards.decided.yes'), { exact: true }).check();
  await field(tab, az.t('accountability.scorecards.deciding.reason')).fill(REASON);
  await press(tab, az.t('accountability.scorecards.deciding.save'));
  await tab.getByText(az.t('accountability.scorecards.wrong.counted')).first().waitFor();
  await wellMade(keeper!);
  await field(tab, az.t('accountability.scorecards.deciding.counted')).fill('100');
  await press(tab, az.t('accountability.scorecards.deciding.save'));
  await tab.getByText(az.t('accountability.scorecards.done.decided')).waitFor();
  await wellMade(keeper!);

  await own.goto(house.origin + address);
  const said = await own.textContent('main');
  for (const words of [REMARK, REASON, az.t('accountability.scorecards.decided.yes')]) expect(said).toContain(words);
  expect(await sideways(own)).toBe(0);
  const csv = await (await fetch(`${base}/scorecards.csv`)).text();
  // 3, its row of reports: late when it was counted, in time after the remark.
  expect(csv).toMatch(/\n3,[^\n]*,reports,30,\d,\d,50,100/);
}, 120_000);

test('a formula that does not come to the whole is told so at its field, with what was typed', async () => {
  const { tab } = keeper!;
  await tab.goto(`${base}/scorecards/formula`);
  await wellMade(keeper!);
  await tab.getByRole('link', { name: az.t('accountability.scorecards.formula.set') }).click();
  await wellMade(keeper!);
  await field(tab, az.t('accountability.scorecards.row.reports')).fill('20');
  await press(tab, az.t('accountability.scorecards.formula.save'));
  await tab
    .getByText(az.t('accountability.scorecards.wrong.sum', { sum: 90 }))
    .first()
    .waitFor();
  await wellMade(keeper!);
  await field(tab, az.t('accountability.scorecards.row.reports')).fill('30');
  await press(tab, az.t('accountability.scorecards.formula.save'));
  await tab.getByText(az.t('accountability.scorecards.done.set')).waitFor();
}, 120_000);
