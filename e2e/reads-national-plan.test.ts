import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NATIONAL_MEASURES } from '../src/modules/plans/demo/national-measures.ts';
import { NATIONAL_PLAN } from '../src/modules/plans/demo/national-plan.ts';
import { axe, openBrowser, sideways, type Visitor, visit } from './parts/browser.ts';
import { type House, startHouse } from './parts/house.ts';
import { LIVING, LOCAL_PLAN } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** A visitor reads the national plan in Azerbaijani on a 320 px phone without script: list, plan, measure. */
let house: House;
let browser: Browser;
let visitor: Visitor;

const az = wordsOf('az');
const measure = NATIONAL_MEASURES.find((row) => row.number === '1.2')!;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
  visitor = await visit(browser, { script: false, width: 320, language: 'az' });
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** One answer, as wide as the phone, without a fault that a checker finds. */
async function isSound(): Promise<void> {
  const { tab } = visitor;
  expect(await tab.locator('html').getAttribute('lang')).toBe('az');
  expect(await sideways(tab)).toBeLessThanOrEqual(0);
  const asked = visitor.asked();
  expect(asked.filter((address) => !address.startsWith(house.origin))).toEqual([]);
  expect(asked.length).toBe(1);
  expect(visitor.complaints()).toEqual([]);
  expect(await axeBeside(tab.url())).toEqual([]);
}

/** The checker is a script itself: it looks at the same address with scripts allowed. */
async function axeBeside(address: string): Promise<readonly string[]> {
  const checker = await visit(browser, { width: 320 });
  await checker.tab.goto(address);
  const found = await axe(checker.tab);
  await checker.leave();
  return found;
}

test('the list of plans leads to the plan, and the plan to its measures', async () => {
  const { tab } = visitor;
  await tab.goto(`${house.origin}/az/${LIVING}`);
  visitor.asked();
  await tab
    .getByRole('navigation')
    .getByRole('link', { name: az.t('plans.overview.menu'), exact: true })
    .click();
  await tab.getByRole('heading', { level: 1, name: az.t('plans.overview.list_title'), exact: true }).waitFor();
  await isSound();

  await tab.getByRole('link', { name: NATIONAL_PLAN.title.az }).click();
  await tab.getByRole('heading', { level: 1, name: NATIONAL_PLAN.title.az }).waitFor();
  const said = az.t('plans.overview.rendering');
  await tab.getByText(said).first().waitFor();
  // What the source reports stands beside what was recovered: nothing was made up to fill the gap.
  const main = await tab.getByRole('main').textContent();
  expect(main).toContain('58');
  expect(main).toContain('13');
  await isSound();

  await tab.getByRole('link', { name: measure.rendering.az }).click();
  await tab.getByRole('heading', { level: 1, name: measure.rendering.az }).waitFor();
  const page = await tab.getByRole('main').textContent();
  expect(page).toContain(measure.number);
  // An ended plan whose executors are not asked: no voice was invented for them.
  expect(page).toContain(az.t('plans.overview.not_asked'));
  expect(page).toContain(az.t('ui.state.not_assessed'));
  await isSound();
});

test('the way back and the other languages are links', async () => {
  const { tab } = visitor;
  await tab
    .getByRole('navigation', { name: az.t('ui.crumbs') })
    .getByRole('link')
    .last()
    .click();
  await tab.getByRole('heading', { level: 1, name: NATIONAL_PLAN.title.az }).waitFor();
  await tab.getByRole('link', { name: 'Ру', exact: true }).click();
  await tab.getByRole('heading', { level: 1, name: NATIONAL_PLAN.title.ru }).waitFor();
  expect(await tab.locator('html').getAttribute('lang')).toBe('ru');
});

test('the list of measures is narrowed without script, and the choice stands in the address', async () => {
  const { tab } = visitor;
  await tab.goto(`${house.origin}/az/${LIVING}/plans/${LOCAL_PLAN}`);
  const all = await tab.getByRole('main').getByRole('row').count();
  await tab.getByRole('combobox', { name: az.t('plans.overview.filter.state'), exact: true }).selectOption('late');
  await tab.getByRole('button', { name: az.t('ui.filters.show'), exact: true }).click();
  expect(new URL(tab.url()).searchParams.get('state')).toBe('late');
  const late = await tab.getByRole('main').getByRole('row').count();
  expect(late).toBeGreaterThan(1);
  expect(late).toBeLessThan(all);
});
