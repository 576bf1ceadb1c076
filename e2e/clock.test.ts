import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visit } from './parts/browser.ts';
import { type House, NOW, startHouse } from './parts/house.ts';
import { cellsOffered, fillEvaluation, measuresWith, planAt } from './parts/measures.ts';
import { cookieOf, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** Time passes and nobody does anything: deadlines go by, a reply window closes, and the pages say so. */
let house: House;
let browser: Browser;
const folder = mkdtempSync(path.join(tmpdir(), 'ortaq-clock-'));
const az = wordsOf('az');

beforeAll(async () => {
  house = await startHouse({ folder });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const text = async (address: string): Promise<string> => (await fetch(address)).text();

async function wait(step: string): Promise<void> {
  const moved = await house.ortaq('clock', step);
  expect(moved).toMatchObject({ code: 0, err: '' });
}

test('an evaluation without a reply becomes public by itself, and says so', async () => {
  const evaluator = await visit(browser, { width: 412 });
  await lookAs(evaluator, house, 'evaluator');
  const offered = await cellsOffered(house, await cookieOf(evaluator), /\/evaluations\/new/);
  const [cell, at] = [...offered].at(0)!;
  const measure = `${house.origin}${at}`;
  await evaluator.tab.goto(`${measure}/evaluations/new?cell=${cell}`);
  const said = await evaluator.tab.getByRole('main').textContent();
  const finding = 'Yoxlanılan iki kənddə iş görünmədi, sənəd də göstərilmədi.';
  await fillEvaluation(evaluator, { completion: 'limited', finding, method: 'İki kənddə baxış.' }, NOW.slice(0, 10));
  await evaluator.tab.getByText(az.t('plans.dossier.done.evaluation')).waitFor();

  expect(await text(measure)).not.toContain(finding);
  await wait('+3d');
  expect(await text(measure)).not.toContain(finding);
  // Ten working days, with the holidays of the country between them, are over in a month.
  await wait('+27d');
  const published = await text(measure);
  expect(published).toContain(finding);
  // The page promised a day to the executor, and the same day stands in "no reply by".
  const promised = az.t('plans.evaluations.what_next', { date: '\0' }).split('\0');
  const date = said!.split(promised[0]!)[1]!.split(promised[1]!)[0]!;
  expect(date).toMatch(/\d{4}/);
  const [before, after] = az.t('plans.dossier.no_reply', { name: '\0', date: '\u0001' }).split('\0');
  expect(published).toContain((after ?? before)!.replace('\u0001', date));
  await evaluator.leave();
});

test('a deadline goes by and the state changes, though nobody wrote anything', async () => {
  const [late, page] = [await measuresWith(house, 'state=late'), await text(planAt(house))];
  await wait('+60d');
  const later = await measuresWith(house, 'state=late');
  expect(later.length).toBeGreaterThan(late.length);
  expect(later).toEqual(expect.arrayContaining([...late]));
  expect(await text(planAt(house))).not.toBe(page);
});

test('after a new start the time is as late as it was', async () => {
  const late = await measuresWith(house, 'state=late');
  const before = new Date((await house.ortaq('clock')).out.trim());
  await house.stop();
  house = await startHouse({ folder });
  const after = new Date((await house.ortaq('clock')).out.trim());
  expect(after.getTime()).toBeGreaterThan(new Date(NOW).getTime() + 89 * 86_400_000);
  expect(Math.abs(after.getTime() - before.getTime())).toBeLessThan(3_600_000);
  expect(await measuresWith(house, 'state=late')).toEqual(late);
});

test('only a clock that was set is moved, and never backwards', async () => {
  expect((await house.ortaq('clock', '-3d')).code).not.toBe(0);
  const real = await startHouse({ args: ['--empty'], env: { ORTAQ_NOW: '' } });
  const refused = await real.ortaq('clock', '+1d');
  expect(refused.code).toBe(1);
  expect(refused.err).not.toBe('');
  await real.stop();
});
