import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, sideways, type Visitor, visit } from './parts/browser.ts';
import { field, press } from './parts/forms.ts';
import { type House, startHouse } from './parts/house.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** A municipality reports to its voters by a link, somebody who was there says how it was, a moderator publishes it. */
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

test('a report that was not given is given by a link, and told by somebody who was there', async () => {
  const { tab } = keeper!;
  await lookAs(keeper!, house, 'coordinator');
  await tab.goto(`${base}/reports`);
  await wellMade(keeper!);
  await tab.getByRole('link', { name: az.t('accountability.reports.one', { number: 3 }), exact: true }).click();
  const address = new URL(tab.url()).pathname;
  await wellMade(keeper!);
  await tab.getByRole('link', { name: az.t('accountability.reports.entering.link') }).click();
  await press(tab, az.t('identity.deeds.make_deed'));
  const link = /https?:\S+$/.exec(await tab.getByLabel(az.t('ui.message.copy')).inputValue())![0];

  const office = officer!.tab;
  await office.goto(link);
  await office.getByRole('link', { name: az.t('identity.deed.open') }).click();
  await wellMade(officer!);
  await press(office, az.t('accountability.reports.entering.publish'));
  await office.getByText(az.t('accountability.reports.wrong.channels')).first().waitFor();
  await wellMade(officer!);
  await field(office, az.t('accountability.reports.entering.held_on')).fill('2026-11-20');
  await field(office, az.t('accountability.reports.act.place')).fill('Kənd klubu');
  await office.getByLabel(az.t('accountability.reports.channel.teahouse')).check();
  await field(office, az.t('accountability.reports.group.women')).fill('21');
  await field(office, az.t('accountability.reports.entering.question', { n: 1 })).fill('Su nə vaxt gələcək?');
  await press(office, az.t('accountability.reports.entering.publish'));
  await office.getByText(az.t('accountability.reports.done.entered')).waitFor();
  await wellMade(officer!);

  const own = resident!.tab;
  await own.goto(base);
  await own.getByRole('link', { name: az.t('accountability.menu'), exact: true }).click();
  expect(await sideways(own)).toBe(0);
  await own.goto(house.origin + address);
  expect(await own.textContent('main')).toContain('Su nə vaxt gələcək?');
  for (const name of ['told', 'clear', 'heard']) await own.locator(`input[name="${name}"][value="no"]`).check();
  await field(own, az.t('accountability.reports.saying.words')).fill('Elanı bir gün əvvəl gördük.');
  await press(own, az.t('accountability.reports.saying.send'));
  expect(await own.textContent('main')).toContain(az.t('accountability.reports.done.said'));
  expect(await own.textContent('main')).not.toContain('Elanı bir gün əvvəl');

  await tab.goto(`${base}/desk`);
  await tab.locator('#report-voices a').click();
  await wellMade(keeper!);
  await press(tab, az.t('accountability.reports.saying.publish'));
  await tab.getByText(az.t('accountability.reports.done.decided')).waitFor();
  await wellMade(keeper!);
  await own.goto(house.origin + address);
  expect(await own.textContent('main')).toContain('Elanı bir gün əvvəl gördük.');
}, 120_000);

test('what a municipality publishes is checked at its place, and stands with its proof', async () => {
  const { tab } = keeper!;
  await tab.goto(`${base}/reports`);
  await tab.getByRole('link', { name: az.t('accountability.checklists.title'), exact: true }).click();
  await wellMade(keeper!);
  await tab.getByRole('link', { name: 'Qarğıçala bələdiyyəsi', exact: true }).click();
  await wellMade(keeper!);
  const here = tab.url();
  await tab.getByRole('link', { name: az.t('accountability.checklists.item.budget'), exact: true }).click();
  await wellMade(keeper!);
  await tab.getByLabel(az.t('accountability.checklists.state.published')).check();
  await press(tab, az.t('accountability.checklists.save'));
  await tab.getByText(az.t('accountability.checklists.wrong.proof')).first().waitFor();
  await field(tab, az.t('accountability.checklists.url')).fill('https://qargicala.example/budce');
  await press(tab, az.t('accountability.checklists.save'));
  await tab.getByText(az.t('accountability.checklists.done')).waitFor();
  const own = resident!.tab;
  await own.goto(here);
  expect(await own.locator('a[href="https://qargicala.example/budce"]').count()).toBe(1);
  expect(await sideways(own)).toBe(0);
}, 120_000);
