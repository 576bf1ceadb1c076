import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NODE } from '#core/audit/primitives.ts';
import { bookOf, OF_23 } from '#modules/ballots/tallies/samples.ts';
import { fileOf, takenOf } from '#modules/ballots/verifying/samples.ts';
import { LAW } from '../src/main/verifier/law.ts';
import { openBrowser, visit } from './parts/browser.ts';
import { type House, startHouse } from './parts/house.ts';
import { cellsOffered, fillReport, photo } from './parts/measures.ts';
import { cookieOf, LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** A stranger reads what changed, takes the record home and checks it there, without us and without network. */
let house: House;
let browser: Browser;
let home: string;

const az = wordsOf('az');
const root = fileURLToPath(new URL('..', import.meta.url));

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
  home = mkdtempSync(path.join(tmpdir(), 'ortaq-log-'));
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
  if (home) rmSync(home, { recursive: true });
});

async function saved(address: string, name: string): Promise<string> {
  const answer = await fetch(`${house.origin}${address}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  const file = path.join(home, name);
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  return file;
}

const verify = (file: string) =>
  spawnSync(process.execPath, ['dist/cli.js', 'verify', file], { cwd: root, encoding: 'utf8' });

describe('the public log', () => {
  test('leads from a measure to its history, its entry and the proof, without script', async () => {
    const { tab, leave } = await visit(browser, { script: false });
    await tab.goto(`${house.origin}/az/${LIVING}/plans`);
    await tab.goto(`${house.origin}/az/${LIVING}/log?about=measure`);
    await tab
      .getByRole('link', { name: az.t('opendata.record.open') })
      .first()
      .click();
    await tab.getByRole('link', { name: az.t('plans.dossier.record_open') }).click();
    await tab.getByRole('heading', { level: 1, name: az.t('opendata.history.title') }).waitFor();
    await tab.locator('a[href*="/log/0"]').first().click();
    expect(await tab.getByText('"kind":"plans.').isVisible()).toBe(false);
    await tab.getByText(az.t('opendata.entry.show')).click();
    expect(await tab.getByText('"kind":"plans.').isVisible()).toBe(true);
    await leave();
  });

  test('fits in the shell and in a page from a file; tampered, it does not', async () => {
    const file = await saved('/log/export', 'log.zip');
    const verifier = await saved('/log/verifier.html', 'verifier.html');
    expect([verify(file).status, verify(file).stdout]).toEqual([0, expect.stringContaining('Everything fits')]);
    const { tab, context, complaints, leave } = await visit(browser, { width: 800 });
    await context.setOffline(true);
    await tab.goto(`file://${verifier}`);
    const answered = async (name: string): Promise<string> => {
      await tab.locator('#file').setInputFiles(name);
      await tab.locator('#answer.fits, #answer.no').waitFor();
      return (await tab.locator('#answer h2').textContent()) ?? '';
    };
    expect(await answered(file)).toContain(az.t('core.verifier.fits'));
    const bytes = Buffer.from(await (await fetch(`${house.origin}/log/export`)).arrayBuffer());
    const at = bytes.indexOf('"plans.');
    bytes[at + 8]! ^= 1;
    const tampered = path.join(home, 'tampered.zip');
    writeFileSync(tampered, bytes);
    expect([verify(tampered).status, verify(tampered).stderr.trim()]).toEqual([
      1,
      expect.stringContaining('bytes of the archive were changed'),
    ]);
    await tab.reload();
    expect(await answered(tampered)).toContain(az.t('core.verifier.no'));
    expect(complaints()).toEqual([]);
    await leave();
  });

  test('the same page and shell count the file of a ballot again; with one vote changed, they say so', async () => {
    const taken = takenOf({ sizes: OF_23, rules: bookOf(), mark: (at) => (at < 14 ? 'for' : 'against') });
    const text = fileOf(NODE.sha256, LAW, taken);
    const [whole, changed] = [path.join(home, 'ballot.json'), path.join(home, 'changed.json')];
    writeFileSync(whole, text);
    writeFileSync(changed, text.replace('"mark":"for"', '"mark":"against"'));
    expect([verify(whole).status, verify(whole).stdout]).toEqual([0, expect.stringContaining('Each of the 23 seats')]);
    expect([verify(changed).status, verify(changed).stderr]).toEqual([1, expect.stringContaining('DOES NOT FIT')]);
    const page = await saved('/log/verifier.html', 'verifier.html');
    const { tab, context, complaints, leave } = await visit(browser, { width: 320 });
    await context.setOffline(true);
    for (const [file, key] of [
      [whole, 'fits'],
      [changed, 'no'],
    ] as const) {
      await tab.goto(`file://${page}`);
      await tab.locator('#file').setInputFiles(file);
      await tab.locator('#answer.fits, #answer.no').waitFor();
      expect(await tab.locator('#answer h2').textContent()).toContain(az.t(`ballots.verifying.page.${key}`));
    }
    expect(complaints()).toEqual([]);
    await leave();
  });

  test('tells a member what others changed since the last press, and opening the desk is no press', async () => {
    const member = await visit(browser, { script: false });
    await lookAs(member, house, 'member');
    const desk = async () => {
      await member.tab.goto(`${house.origin}/az/${LIVING}/desk`);
      return member.tab.locator('#news');
    };
    const seen = (news: Awaited<ReturnType<typeof desk>>) =>
      news.getByRole('button', { name: az.t('home.desk.news.deed'), exact: true });
    for (let visits = 0; visits < 2; visits++) expect(await seen(await desk()).count()).toBe(1);
    await seen(await desk()).click();
    await member.tab.getByText(az.t('home.desk.news.done')).waitFor();
    const nothing = az.t('home.desk.news.none', { date: '\0' }).split('\0')[1]!;
    expect(await (await desk()).textContent()).toContain(nothing);

    const executor = await visit(browser, { width: 412 });
    await lookAs(executor, house, 'executor');
    const [[cell, path]] = [...(await cellsOffered(house, await cookieOf(executor), /\/updates\/new/))] as [
      [string, string],
    ];
    await executor.tab.goto(`${house.origin}${path}/updates/new?cell=${cell}`);
    await fillReport(executor, { state: 'under_way', text: 'İşə başlanılıb.', photo: await photo() });
    await executor.tab.getByText(az.t('plans.dossier.done.update')).waitFor();

    // The log takes it in within a second.
    let lines = (await desk()).locator('time');
    for (let tries = 0; tries < 20 && (await lines.count()) === 0; tries++) {
      await member.tab.waitForTimeout(250);
      lines = (await desk()).locator('time');
    }
    expect(await lines.count()).toBe(1);
    await (await desk()).getByRole('listitem').getByRole('link').first().click();
    expect(new URL(member.tab.url()).pathname).toBe(path);
    await executor.leave();
    await member.leave();
  });
});
