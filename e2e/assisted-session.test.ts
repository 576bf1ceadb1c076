import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, sideways, type Visitor, visit } from './parts/browser.ts';
import { type House, startHouse } from './parts/house.ts';
import { fillReport, photo } from './parts/measures.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** The secretary enters a report for somebody who sits beside; that person checks the receipt elsewhere and objects. */
let house: House;
let browser: Browser;
let [secretary, resident, coordinator]: Visitor[] = [];

const az = wordsOf('az');

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
  [secretary, resident, coordinator] = await Promise.all([
    visit(browser, { width: 412 }),
    visit(browser, { width: 320 }),
    visit(browser, { width: 412 }),
  ]);
  await lookAs(secretary!, house, 'secretary');
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const press = ({ tab }: Visitor, name: string) => tab.getByRole('button', { name, exact: true }).click();
const wellMade = async ({ tab }: Visitor): Promise<void> => {
  expect(await axe(tab)).toEqual([]);
  expect(await sideways(tab)).toBe(0);
};

test('acts for the person under a strip on every page, really ends, and the receipt can be checked and objected to', async () => {
  const { tab } = secretary!;
  const base = `${house.origin}/az/${LIVING}`;
  await tab.goto(`${base}/assisted/new`);
  await wellMade(secretary!);
  const option = tab
    .getByLabel(az.t('identity.assisted.person'))
    .getByRole('option')
    .filter({ hasText: /İcra Hakimiyyəti/ });
  const label = (await option.first().textContent()) ?? '';
  await tab.getByLabel(az.t('identity.assisted.person')).selectOption({ label });
  await tab.getByLabel(az.t('identity.assisted.reason')).fill('Öz telefonu yoxdur');
  await press(secretary!, az.t('identity.assisted.begin'));

  // The desk is the person's own: what they owe, nothing of the secretary's.
  await tab.getByRole('complementary', { name: az.t('ui.banner.assisted_name') }).waitFor();
  await wellMade(secretary!);
  expect((await tab.goto(`${base}/people`))?.status()).toBe(403);
  await tab.getByRole('complementary', { name: az.t('ui.banner.assisted_name') }).waitFor();
  const desk = await tab.goto(`${base}/desk`);
  expect(desk?.headers()['cache-control']).toContain('no-store');
  await tab.locator('a[href*="/updates/new"]').first().click();
  await fillReport(secretary!, { state: 'under_way', text: 'Yarısı görülüb.', photo: await photo() });
  await tab.getByText(az.t('plans.dossier.done.update')).waitFor();
  await tab.getByText(az.t('ui.way.assisted')).first().waitFor();
  const during = tab.url();

  await press(secretary!, az.t('ui.banner.assisted_end'));
  const slip = tab.getByRole('article');
  await slip.getByText(az.t('identity.assisted.slip.entered', { n: 1 })).waitFor();
  await wellMade(secretary!);
  const code = /([0-9A-Z]{4}-){4}[0-9A-Z]{4}/.exec((await slip.textContent()) ?? '')![0];
  // Over also on a computer that others use: back shows no page of that person, the desk is the secretary's again.
  await tab.goto(during);
  expect(await tab.getByRole('complementary', { name: az.t('ui.banner.assisted_name') }).count()).toBe(0);
  expect((await tab.goto(`${base}/people`))?.status()).toBe(200);

  const own = resident!.tab;
  await own.goto(`${base}/receipts`);
  await wellMade(resident!);
  await own.getByLabel(az.t('identity.assisted.receipt.code')).fill(code.toLowerCase());
  await press(resident!, az.t('identity.assisted.receipt.show'));
  await own.getByText(az.t('identity.assisted.receipt.yours')).waitFor();
  await wellMade(resident!);
  expect(own.url()).not.toContain(code);
  await own.getByRole('radio').first().check();
  await own.getByLabel(az.t('identity.assisted.receipt.what'), { exact: true }).fill('Mən “yarısı” deməmişəm.');
  await press(resident!, az.t('identity.assisted.receipt.send'));
  await own.getByText(az.t('identity.assisted.receipt.done')).waitFor();

  await lookAs(coordinator!, house, 'coordinator');
  await coordinator!.tab.goto(`${base}/desk`);
  await wellMade(coordinator!);
  await coordinator!.tab.locator('#objections a').first().click();
  await wellMade(coordinator!);
  await coordinator!.tab
    .getByLabel(az.t('identity.assisted.receipt.answer_text'), { exact: true })
    .fill('Düzəldəcəyik.');
  await press(coordinator!, az.t('identity.assisted.receipt.answer'));
  await coordinator!.tab.getByText(az.t('identity.assisted.receipt.answered_done')).waitFor();

  await own.goto(`${base}/receipts`);
  await own.getByLabel(az.t('identity.assisted.receipt.code')).fill(code);
  await press(resident!, az.t('identity.assisted.receipt.show'));
  await own.getByText('Düzəldəcəyik.').waitFor();
});
