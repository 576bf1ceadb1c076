import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visit } from './parts/browser.ts';
import { type House, startHouse } from './parts/house.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** A message to pass on by telephone: copied by a press where script runs, by hand where none does. */
let house: House;
let browser: Browser;
const az = wordsOf('az');

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

test.each([true, false])('on the desk of the coordinator, with script: %s', async (script) => {
  const coordinator = await visit(browser, { script });
  await lookAs(coordinator, house, 'coordinator');
  await coordinator.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: house.origin });
  await coordinator.tab.goto(`${house.origin}/az/${LIVING}/desk`);
  const message = coordinator.tab.locator('textarea[readonly]').first();
  // Folded away until it is wanted.
  await coordinator.tab.locator('details', { has: message }).locator('summary').first().click();
  const copy = coordinator.tab.getByRole('button', { name: az.t('ui.message.copy_deed') }).first();
  const text = await message.inputValue();
  expect(text.length).toBeGreaterThan(40);
  expect([...text].length).toBeLessThan(600);
  expect(text.trim()).toMatch(/https?:\/\/\S+$/);
  expect(await copy.isVisible()).toBe(script);
  if (script) {
    await copy.click();
    await coordinator.tab.getByText(az.t('ui.message.copied')).first().waitFor();
    expect(await coordinator.tab.evaluate(() => navigator.clipboard.readText())).toBe(text);
  }
  expect(coordinator.complaints()).toEqual([]);
  await coordinator.leave();
});
