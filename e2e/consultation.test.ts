import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, sideways, type Visitor, visit } from './parts/browser.ts';
import { field, press } from './parts/forms.ts';
import { type House, startHouse } from './parts/house.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** A resident comments an article; a moderator publishes, the secretary groups and answers, the code and the report find it. */
let house: House;
let browser: Browser;
let [resident, keeper]: Visitor[] = [];
let base = '';

const az = wordsOf('az');
const CODE = /([0-9A-Z]{4}-){4}[0-9A-Z]{4}/;
const TEXT = 'Bayramda plov paylamaq hədiyyə sayılmasın.';

beforeAll(async () => {
  house = await startHouse();
  base = `${house.origin}/az/${LIVING}`;
  browser = await openBrowser();
  [resident, keeper] = await Promise.all([
    visit(browser, { width: 320, script: false }),
    visit(browser, { width: 412 }),
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

test('an article commented without script on a small phone is read, grouped, answered, found by its code and reported', async () => {
  const own = resident!.tab;
  await own.goto(base);
  await own.locator('#consultations a').click();
  expect(await sideways(own)).toBe(0);
  const here = new URL(own.url()).pathname;
  await own
    .locator('#article-2')
    .getByRole('link', { name: az.t('participation.consultations.say_article') })
    .click();
  expect(await sideways(own)).toBe(0);
  await field(own, az.t('participation.consultations.text')).fill(TEXT);
  await press(own, az.t('participation.asking.check'));
  expect(await sideways(own)).toBe(0);
  await press(own, az.t('participation.consultations.send'));
  await own.getByText(az.t('participation.consultations.receipt.slip')).first().waitFor();
  expect(await sideways(own)).toBe(0);
  const slip = (await own.textContent('main')) ?? '';
  const code = CODE.exec(slip)![0];
  const cited = /[A-Z]\d+\.\d+/.exec(slip)![0];
  const place = `${here}/${cited.split('.')[1]}`;
  expect(own.url()).not.toContain(code);
  await own.goto(house.origin + place);
  expect(await own.textContent('main')).not.toContain('plov');

  const { tab } = keeper!;
  await lookAs(keeper!, house, 'secretary');
  await tab.goto(`${base}/desk`);
  await tab.locator(`#comments a[href="${place}/moderation"]`).click();
  await wellMade(keeper!);
  await press(tab, az.t('participation.consultations.moderation.publish'));
  await tab.getByText(az.t('participation.consultations.done.published')).waitFor();
  await wellMade(keeper!);

  await tab.goto(`${house.origin}${here}`);
  await wellMade(keeper!);
  await tab.getByRole('link', { name: az.t('participation.consultations.group.title') }).click();
  await wellMade(keeper!);
  await tab.getByLabel(new RegExp(`^${cited} `)).check();
  await tab.getByLabel(/\.1 /).first().check();
  await field(tab, az.t('participation.consultations.group.gist')).fill('Hədiyyənin həddi aydın yazılsın.');
  await press(tab, az.t('participation.consultations.group.deed'));
  await tab.getByText(az.t('participation.consultations.done.grouped')).waitFor();
  await wellMade(keeper!);
  await tab.getByRole('link', { name: az.t('participation.consultations.respond.deed') }).click();
  await wellMade(keeper!);
  await tab.getByLabel(az.t('participation.consultations.outcome.partly'), { exact: true }).check();
  await field(tab, az.t('participation.consultations.reason')).fill('2-ci maddəyə izah əlavə olunur.');
  await press(tab, az.t('participation.consultations.respond.publish'));
  await tab.getByText(az.t('participation.consultations.done.answered')).waitFor();
  await wellMade(keeper!);

  await own.goto(`${base}/consultations/receipts`);
  await own.getByLabel(az.t('identity.assisted.receipt.code')).fill(code.toLowerCase().replaceAll('-', ' '));
  await press(own, az.t('participation.consultations.receipt.show'));
  const found = await own.textContent('main');
  expect(found).toContain('2-ci maddəyə izah əlavə olunur.');
  expect(found).toContain(TEXT);
  expect(await sideways(own)).toBe(0);

  await tab.goto(`${house.origin}${here}/report`);
  await wellMade(keeper!);
  expect(await tab.textContent('main')).toContain('Hədiyyənin həddi aydın yazılsın.');
  await tab.getByRole('link', { name: az.t('participation.consultations.report.print') }).click();
  expect(await tab.locator('article.sheet').textContent()).toContain('2-ci maddəyə izah əlavə olunur.');
  const word = await fetch(`${house.origin}${here}/report.docx`);
  expect([word.status, (await word.arrayBuffer()).byteLength > 2_000]).toEqual([200, true]);
}, 180_000);

test('what was said is carried to the next version, which says so', async () => {
  const { tab } = keeper!;
  await lookAs(keeper!, house, 'secretary');
  await tab.goto(base);
  await tab.locator('#consultations a').click();
  const here = tab.url();
  await tab.getByRole('link', { name: az.t('participation.consultations.version', { version: 1 }) }).click();
  await tab.getByRole('link', { name: az.t('forum.documents.next.title') }).click();
  await press(tab, az.t('forum.documents.next.deed'));
  await tab.getByRole('link', { name: az.t('forum.documents.propose.title') }).click();
  await field(tab, az.t('forum.documents.propose.members')).fill('4');
  await press(tab, az.t('forum.documents.propose.deed'));
  await tab.getByText(az.t('forum.documents.done.proposed')).waitFor();
  await tab.goto(here);
  await wellMade(keeper!);
  expect(await tab.textContent('main')).toContain(az.t('participation.consultations.newer', { from: 1, to: 2 }));
  expect(await tab.textContent('main')).toContain(az.t('participation.consultations.carried.same', { version: 1 }));
}, 120_000);
