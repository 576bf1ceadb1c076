import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, sideways, type Visitor, visit } from './parts/browser.ts';
import { field, press } from './parts/forms.ts';
import { type House, startHouse } from './parts/house.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** A round by code, shared screen and paper: from its declaration to the figures that anybody takes along. */
let house: House;
let browser: Browser;
let [keeper, helper, resident, hall]: Visitor[] = [];
let base = '';

const az = wordsOf('az');
const TITLE = 'Su və işıq barədə rəy';
const ROUND = 'surveys/4';
const CODE = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/;

beforeAll(async () => {
  house = await startHouse();
  base = `${house.origin}/az/${LIVING}`;
  browser = await openBrowser();
  [keeper, helper, resident, hall] = await Promise.all([
    visit(browser, { width: 1000 }),
    visit(browser, { width: 412, dark: true }),
    visit(browser, { width: 320, script: false }),
    visit(browser, { width: 768 }),
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

/** Whatever a page of the form asks: the first choice of each list, a number where one is written. */
async function answerPage(tab: Tab): Promise<void> {
  for (const radio of await tab.locator('fieldset input[type=radio][name^="q:"]').all()) {
    const name = (await radio.getAttribute('name'))!;
    if ((await tab.locator(`input[name="${name}"]:checked`).count()) === 0) await radio.check();
  }
  for (const list of new Set(await namesOf(tab, 'input[type=checkbox][name^="q:"]')))
    await tab.locator(`input[name="${list}"]`).first().check();
  for (const [i, name] of (await namesOf(tab, 'select[name^="q:"]')).entries())
    await tab.locator(`select[name="${name}"]`).selectOption(String(i + 1));
  for (const name of await namesOf(tab, '[data-path] input[inputmode]'))
    await tab.locator(`input[name="${name}"]`).fill('30');
}
const namesOf = async (tab: Tab, found: string): Promise<readonly string[]> =>
  Promise.all((await tab.locator(found).all()).map(async (one) => (await one.getAttribute('name'))!));

/** From the consent to the answers to be checked, by a code. */
async function fillIn({ tab }: Visitor, code: string, look: () => Promise<void>): Promise<void> {
  const typed = field(tab, az.t('surveys.capture.code'));
  if ((await typed.inputValue()) === '') await typed.fill(code);
  await tab.locator('input[name=language][value^="az"], input[name=language]').first().check();
  await look();
  await press(tab, az.t('surveys.capture.agree'));
  for (let pages = 0; pages < 30 && !tab.url().endsWith('/check'); pages += 1) {
    await answerPage(tab);
    await look();
    await press(tab, az.t('surveys.capture.go_on'));
  }
  await tab.getByRole('heading', { name: az.t('surveys.capture.check') }).waitFor();
  await look();
}

let codes: readonly string[] = [];

test('a round is declared, and its codes are shown once, to be printed', async () => {
  const { tab } = keeper!;
  await lookAs(keeper!, house, 'coordinator');
  await tab.goto(`${base}/surveys/new`);
  await wellMade(keeper!);
  await press(tab, az.t('surveys.declaring.deed'));
  // Nothing was written: each field says what it misses.
  expect(await tab.locator('[aria-invalid=true]').count()).toBeGreaterThan(2);
  await wellMade(keeper!);
  await tab.getByLabel(az.t('surveys.declaring.edition'), { exact: true }).selectOption({ index: 1 });
  await tab.locator('[name=title_az]').fill(TITLE);
  await tab.getByRole('radio', { name: az.t('surveys.sampling.purposive') }).check();
  await tab.locator('[name=method_az]').fill('Üç nəfərdən soruşulur.');
  await tab.locator('[name=consent_az]').fill('İştirak könüllüdür, adınız soruşulmur.');
  await tab.locator('[name=single_use]').check();
  for (const mode of ['link', 'kiosk', 'paper']) await tab.locator(`[name=modes][value=${mode}]`).check();
  await tab.locator('[name=smallest]').fill('3');
  await press(tab, az.t('surveys.declaring.deed'));
  await tab.getByRole('heading', { name: TITLE }).waitFor();
  expect(tab.url()).toContain(`${base}/${ROUND}`);
  await wellMade(keeper!);
  await tab.goto(`${base}/${ROUND}/links`);
  await wellMade(keeper!);
  await field(tab, az.t('surveys.links.count')).fill('2');
  await press(tab, az.t('surveys.links.make'));
  await tab.getByText(az.t('surveys.links.once', { n: 2 })).waitFor();
  await wellMade(keeper!);
  codes = (await tab.locator('main strong').allTextContents()).filter((text) => CODE.test(text));
  expect(codes).toHaveLength(2);
}, 90_000);

test('answered without script on a small phone by a code, which works once', async () => {
  const { tab } = resident!;
  await tab.goto(`${base}/${ROUND}/answer/${codes[0]}`);
  const narrow = async (): Promise<void> => expect(await sideways(tab)).toBe(0);
  await fillIn(resident!, codes[0]!, narrow);
  await press(tab, az.t('surveys.capture.hand_in'));
  await tab.getByText(az.t('surveys.capture.kept')).waitFor();
  await narrow();
  await tab.goto(`${base}/${ROUND}/answer/${codes[0]}`);
  await tab.locator('input[name=language]').first().check();
  await press(tab, az.t('surveys.capture.agree'));
  await tab.getByText(az.t('surveys.keeping.code_used')).first().waitFor();
  await narrow();
}, 90_000);

test('answered at a shared screen, which then waits for the next person', async () => {
  const { tab } = hall!;
  await tab.goto(`${base}/${ROUND}/kiosk`);
  await fillIn(hall!, codes[1]!, () => wellMade(hall!));
  await press(tab, az.t('surveys.capture.hand_in'));
  await tab.getByText(az.t('surveys.capture.next')).waitFor();
  expect(await field(tab, az.t('surveys.capture.code')).inputValue()).toBe('');
  await wellMade(hall!);
}, 90_000);

test('a paper is typed by two, who differ; with the sheet in hand it is settled and counts', async () => {
  const type = async (who: Visitor, third: string): Promise<void> => {
    const { tab } = who;
    await tab.goto(`${base}/${ROUND}/papers/new`);
    await wellMade(who);
    await field(tab, az.t('surveys.paper.number')).fill('7');
    await tab.locator('[name="q:block_respondent/role"]').fill('4');
    await tab.locator('[name="q:block_respondent/sex"]').fill('1');
    await tab.locator('[name="q:block_respondent/age"]').fill(third);
    await press(tab, az.t('surveys.paper.keep'));
  };
  await type(keeper!, '41');
  await keeper!.tab.getByText(az.t('surveys.paper.done.once')).waitFor();
  await lookAs(helper!, house, 'secretary');
  await type(helper!, '47');
  await helper!.tab.getByText(az.t('surveys.paper.done.differs')).waitFor();
  const { tab } = keeper!;
  await tab.goto(`${base}/${ROUND}/papers`);
  await wellMade(keeper!);
  await tab.getByRole('link', { name: az.t('surveys.paper.compare', { number: 7 }) }).click();
  await wellMade(keeper!);
  await tab.getByRole('radio', { name: '47' }).check();
  await press(tab, az.t('surveys.paper.settle'));
  await tab.getByText(az.t('surveys.paper.state.counted')).waitFor();
}, 90_000);

test('closed and published, its figures stand on a page and in a file', async () => {
  const { tab } = keeper!;
  await tab.goto(`${base}/${ROUND}/closure`);
  await wellMade(keeper!);
  await tab.getByRole('radio', { name: az.t('surveys.closing.closed') }).check();
  await field(tab, az.t('surveys.closing.reason')).fill('Hamı cavab verdi.');
  await press(tab, az.t('surveys.closing.deed'));
  await tab.goto(`${base}/${ROUND}/results/new`);
  await wellMade(keeper!);
  await press(tab, az.t('surveys.analysis.publishing.deed'));
  await tab.getByText(az.t('surveys.analysis.publishing.done')).waitFor();
  await wellMade(keeper!);
  const visitor = resident!.tab;
  await visitor.goto(`${base}/${ROUND}/results`);
  expect(await sideways(visitor)).toBe(0);
  expect(await visitor.textContent('main')).toContain(az.t('surveys.analysis.results.title'));
  const csv = await (await fetch(`${base}/${ROUND}/results.csv`)).text();
  expect(csv).toContain('block_respondent/sex');
  // Three answered: neither who they are nor what two of them said stands in it.
  expect(csv).not.toContain('47');
}, 90_000);
