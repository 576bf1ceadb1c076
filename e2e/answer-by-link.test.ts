import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visit } from './parts/browser.ts';
import { type House, startHouse } from './parts/house.ts';
import { judgePage } from './parts/judge.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** A body without an account answers one case: the secretary makes the link, the body's clerk has a small phone. */
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

const RULE = 'az.information.answer';

test('a link for exactly one answer, with the letter, and words to pass on', async () => {
  const { cases } = await (await fetch(`${house.origin}/az/${LIVING}/obligations.json`)).json();
  const { number } = (cases as { number: number; rule: string }[]).find(({ rule }) => rule === RULE)!;
  const at = `/az/${LIVING}/obligations/${number}`;
  const secretary = await visit(browser, { width: 1200 });
  await lookAs(secretary, house, 'secretary');
  for (const page of [at, `${at}/fulfilment`, `${at}/fulfilment?way=paper`, `${at}/waiver`])
    expect(await judgePage(secretary, house.origin, page)).toEqual([]);
  await secretary.tab.goto(`${house.origin}${at}`);
  await secretary.tab.getByRole('link', { name: az.t('obligations.link_fulfil') }).click();
  await secretary.tab.getByRole('button', { name: az.t('identity.deeds.make_deed') }).click();
  const invitation = await secretary.tab.locator('textarea[readonly]').first().inputValue();
  const link = /https?:\/\/\S+$/.exec(invitation.trim())![0];
  expect(invitation.length).toBeLessThan(600);

  const clerk = await visit(browser, { width: 320 });
  await clerk.tab.goto(link);
  await clerk.tab.getByRole('link', { name: az.t('identity.deed.open') }).click();
  const form = new URL(clerk.tab.url());
  expect(await judgePage(clerk, house.origin, `${form.pathname}${form.search}`)).toEqual([]);
  await clerk.tab.getByLabel(az.t('obligations.source')).fill('41 nömrəli məktub');
  const letter = { name: 'cavab.txt', mimeType: 'text/plain', buffer: Buffer.from('Sorğunuza cavab') };
  await clerk.tab.locator('[name=files]').setInputFiles(letter);
  await clerk.tab.getByRole('button', { name: az.t('obligations.fulfil.title_body') }).click();
  await clerk.tab.getByText(az.t('obligations.said_by_body')).waitFor();
  const result = await clerk.tab.locator('#m-result').inputValue();
  expect(result.endsWith(at)).toBe(true);
  expect(await judgePage(clerk, house.origin, `${at}?done=fulfilled`)).toEqual([]);
  // The letter is for the body and the keepers; the link is spent.
  expect(await clerk.tab.getByText('cavab.txt').count()).toBe(0);
  expect((await clerk.tab.goto(link))?.status()).toBe(410);
  await secretary.tab.goto(`${house.origin}${at}`);
  await secretary.tab.getByRole('link', { name: 'cavab.txt' }).waitFor();
  await Promise.all([clerk.leave(), secretary.leave()]);
});
