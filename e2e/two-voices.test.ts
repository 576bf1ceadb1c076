import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type Visitor, visit } from './parts/browser.ts';
import { type House, NOW, startHouse } from './parts/house.ts';
import { cellsOffered, differing, fillEvaluation, fillReport, measuresWith, photo, planAt } from './parts/measures.ts';
import { cookieOf, LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** An executor says "complete" with a photo, an evaluator says "limited" with a reason, the executor replies, and the plan counts that they differ. */
let house: House;
let browser: Browser;
let [executor, evaluator, coordinator, resident]: Visitor[] = [];

const az = wordsOf('az');
const FINDING = 'Üç kənddən birində iş bitib, ikisində hələ başlanmayıb.';
const METHOD = 'Üç kəndin hər birində bir dəfə yerində baxış.';
const REPLY = 'Qalan iki kənddə iş yanvarda bitəcək.';

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
  const visitors = await Promise.all([1, 2, 3, 4].map(() => visit(browser, { width: 412 })));
  [executor, evaluator, coordinator, resident] = visitors;
  await lookAs(executor!, house, 'executor');
  await lookAs(evaluator!, house, 'evaluator');
  await lookAs(coordinator!, house, 'coordinator');
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** A cell of the executor that the evaluator may judge, of a measure on which the voices do not differ yet. */
async function freeCell(): Promise<{ cell: string; path: string }> {
  const before = await differing(house);
  const mine = await cellsOffered(house, await cookieOf(executor!), /\/updates\/new/);
  const theirs = await cellsOffered(house, await cookieOf(evaluator!), /\/evaluations\/new/);
  for (const [cell, path] of mine) {
    if (theirs.has(cell) && !before.some((measure) => path.endsWith(measure))) return { cell, path };
  }
  throw new Error('the demonstration has no cell on which this journey can happen');
}

const press = (visitor: Visitor, link: string) => visitor.tab.getByRole('link', { name: link, exact: true }).first();

test('both voices are heard and their disagreement is counted', async () => {
  const before = await differing(house);
  const { cell, path } = await freeCell();
  const measure = `${house.origin}${path}`;

  await executor!.tab.goto(`${measure}/updates/new?cell=${cell}`);
  await fillReport(executor!, { state: 'complete', text: 'İş bütün kəndlərdə bitdi.', photo: await photo() });
  await executor!.tab.getByText(az.t('plans.dossier.done.update')).waitFor();

  // The photo is public, and says neither where nor with what it was taken.
  await resident!.tab.goto(measure);
  const picture = await resident!.tab
    .getByRole('main')
    .locator('[href*="/files/"], [src*="/files/"]')
    .first()
    .evaluate((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '');
  const answer = await fetch(new URL(picture, house.origin));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^image\//);
  const kept = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
  expect(kept.exif).toBeUndefined();

  const reported = await differing(house);
  await evaluator!.tab.goto(`${measure}/evaluations/new?cell=${cell}`);
  await fillEvaluation(evaluator!, { completion: 'limited', finding: FINDING, method: METHOD }, NOW.slice(0, 10));
  await evaluator!.tab.getByText(az.t('plans.dossier.done.evaluation')).waitFor();

  // Until the executor has had its say, nobody else reads it, and it counts nowhere.
  expect(await (await fetch(measure)).text()).not.toContain(FINDING);
  expect(await differing(house)).toEqual(reported);

  await executor!.tab.goto(measure);
  await executor!.tab.getByText(FINDING).first().waitFor();
  await press(executor!, az.t('plans.dossier.do.reply')).click();
  await executor!.tab.getByLabel(az.t('plans.evaluations.reply_text'), { exact: true }).fill(REPLY);
  await executor!.tab.getByRole('button', { name: az.t('plans.evaluations.reply_publish'), exact: true }).click();
  await executor!.tab.getByText(az.t('plans.dossier.done.reply')).waitFor();

  const public_ = await (await fetch(measure)).text();
  for (const words of [FINDING, METHOD, REPLY]) expect(public_).toContain(words);
  const after = await differing(house);
  expect(after).toHaveLength(before.length + 1);
  expect(after.some((at) => path.endsWith(at))).toBe(true);

  await resident!.tab.goto(`${planAt(house)}?voices=differ`);
  const all = (await measuresWith(house, '')).length;
  const found = az.t('plans.overview.found', { found: az.number(after.length), all: az.number(all) });
  expect(await resident!.tab.getByRole('main').textContent()).toContain(found);
});

test('an organisation does not judge what it executes itself', async () => {
  const judged = await cellsOffered(house, await cookieOf(evaluator!), /\/evaluations\/new/);
  const all = await cellsOffered(house, await cookieOf(coordinator!), /\/people\/deeds\/new.*report_update/);
  const own = [...all].find(([cell]) => !judged.has(cell));
  expect(own).toBeDefined();
  const answer = await evaluator!.tab.goto(`${house.origin}${own![1]}/evaluations/new?cell=${own![0]}`);
  expect(answer?.status()).toBe(403);
});

test('a link for one deed opens without acting, acts once by a press, and then says that it was used', async () => {
  const offered = await cellsOffered(house, await cookieOf(coordinator!), /\/people\/deeds\/new.*report_update/);
  const [cell, path] = [...offered][0]!;
  const { tab } = coordinator!;
  await tab.goto(`${house.origin}${path}`);
  await tab.locator(`a[href*="${cell}"]`, { hasText: az.t('plans.dossier.do.report_link') }).click();
  await tab.getByRole('button', { name: az.t('identity.deeds.make_deed'), exact: true }).click();
  const message = await tab.getByLabel(az.t('ui.message.copy')).inputValue();
  const address = new RegExp(`${house.origin}/az/${LIVING}/deeds/\\S+`).exec(message)?.[0];
  expect(address).toBeDefined();

  const whoever = await visit(browser, { width: 320, script: false });
  const reported = await (await fetch(`${house.origin}${path}`)).text();
  // Messengers open links to show what is behind them: nothing happens by that, however often.
  for (let i = 0; i < 3; i++) expect((await fetch(address!)).status).toBe(200);
  expect(await (await fetch(`${house.origin}${path}`)).text()).toBe(reported);

  await whoever.tab.goto(address!);
  await whoever.tab.getByRole('link', { name: az.t('identity.deed.open'), exact: true }).click();
  const form = whoever.tab.url();
  const text = 'Keçidlə göndərilən hesabat.';
  await fillReport(whoever, { state: 'under_way', text, photo: await photo() });
  await whoever.tab.getByText(az.t('plans.dossier.done.update')).waitFor();
  expect(await (await fetch(`${house.origin}${path}`)).text()).toContain(text);

  const again = await whoever.tab.goto(address!);
  expect(again?.status()).toBe(410);
  await whoever.tab.getByText(az.t('identity.refused.deed_used')).waitFor();
  const formAgain = await whoever.tab.goto(form);
  expect(formAgain?.status()).toBeGreaterThanOrEqual(400);
  expect(await whoever.tab.getByRole('main').textContent()).not.toContain(az.t('errors.title.surprise'));
});
