import { connect } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Visitor, visit } from './parts/browser.ts';
import { type House, NOW, startHouse } from './parts/house.ts';
import { cellsOffered, fillReport, photo } from './parts/measures.ts';
import { cookieOf, LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** What no honest browser sends: each gets a clear "no", nothing is left half-done, and the server goes on. */
let house: House;
let browser: Browser;
let executor: Visitor;
let cookie: string;
let mine: ReadonlyMap<string, string>;

const az = wordsOf('az');
const forum = (path: string): string => `${house.origin}/az/${LIVING}${path}`;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
  executor = await visit(browser, { width: 412 });
  await lookAs(executor, house, 'executor');
  cookie = await cookieOf(executor);
  mine = await cellsOffered(house, cookie, /\/updates\/new/);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const surprise = (html: string): boolean => html.includes(az.t('errors.title.surprise'));

/** The server lives, and complained of no surprise on its standard error. */
async function standsFirm(): Promise<void> {
  expect(await (await fetch(`${house.origin}/healthz`)).text()).toBe('ok');
  expect(house.complained()).not.toContain('surprise');
}

const report = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) => {
  const [cell, path] = [...mine][0]!;
  return fetch(`${house.origin}${path}/updates`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: house.origin, ...headers },
    body: new URLSearchParams({ cell, on_day: NOW.slice(0, 10), ...fields }),
  });
};

describe('addresses', () => {
  test.each([
    ['a page that is not there', '/az/durnasu/plans/yox-belə-plan'],
    ['a measure that is not there', '/az/durnasu/plans/local/measures/99.99'],
    ['a language that is not spoken here', '/de/durnasu/plans'],
    ['a platform that is not there', '/az/atlantida'],
    ['an id that is none', '/az/durnasu/plans/imports/1;drop table'],
    ['an id of nothing', '/az/durnasu/people/00000000-0000-7000-8000-0000000000ff'],
    ['a path that climbs', '/files/../../etc/passwd'],
    ['a path that climbs in disguise', '/files/..%2f..%2f..%2fetc%2fpasswd'],
    ['a path that climbs in a file name', '/files/01900000-0000-7000-8000-000000000001/..%5C..%5Cetc'],
    ['half a letter', '/az/durnasu/plans/%e0%a4%a'],
    ['a NUL', '/az/durnasu/plans/%00'],
    ['a very long one', `/az/durnasu/plans/${'a'.repeat(6_000)}`],
    ['strange conditions', "/az/durnasu/plans/local?state=%27%22%3E%3Cscript%3E&page=-1&point='&place=%00&executor=x"],
    ['a page number out of this world', '/az/durnasu/plans/local?page=99999999999999999999'],
  ])('%s gets a clear answer', async (_name, path) => {
    const answer = await fetch(`${house.origin}${path}`, { redirect: 'manual' });
    const html = await answer.text();
    expect([200, 301, 303, 400, 401, 403, 404, 414, 431]).toContain(answer.status);
    expect(surprise(html)).toBe(false);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('root:');
    await standsFirm();
  });

  test('a machine gets a machine’s no', async () => {
    const answer = await fetch(forum('/plans/local/measures/99.99.json'));
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 404 });
  });

  test('somebody else’s file stays shut', async () => {
    const answer = await fetch(
      `${house.origin}/files/00000000-0000-7000-8000-000000000000/00000000-0000-7000-8000-000000000001`,
    );
    expect(answer.status).toBe(404);
  });
});

describe('methods', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('%s changes nothing', async (method) => {
    const answer = await fetch(forum('/plans/local'), { method });
    expect(answer.status).toBeLessThan(500);
    expect(surprise(await answer.text())).toBe(false);
    await standsFirm();
  });

  test('a request that is no HTTP is dropped', async () => {
    const said = await new Promise<string>((resolve) => {
      const socket = connect(house.port, '127.0.0.1', () => socket.end('\u0016\u0003\u0001 salam\r\n\r\n'));
      let text = '';
      socket.on('data', (piece) => {
        text += piece;
      });
      socket.on('close', () => resolve(text));
      socket.on('error', () => resolve(text));
    });
    expect(said).toMatch(/^(HTTP\/1\.1 400|$)/);
    await standsFirm();
  });
});

describe('a post', () => {
  test('from another site, or from nowhere, is refused in words', async () => {
    for (const origin of ['https://example.org', 'null', '']) {
      const answer = await report({ state: 'not_started', text: 'yad' }, { origin });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain(az.t('errors.bad_origin'));
    }
    const crossed = await report({ state: 'not_started', text: 'yad' }, { 'sec-fetch-site': 'cross-site' });
    expect(crossed.status).toBe(403);
  });

  test('of a stranger leads to the sign-in and writes nothing', async () => {
    const answer = await report({ state: 'not_started', text: 'kənardan' }, { cookie: '' });
    expect([401, 403]).toContain(answer.status);
    const [, path] = [...mine][0]!;
    expect(await (await fetch(`${house.origin}${path}`)).text()).not.toContain('kənardan');
  });

  test('in a kind of form that no browser sends is refused', async () => {
    const [, path] = [...mine][0]!;
    for (const [type, body] of [
      ['application/json', '{"cell":1}'],
      ['text/plain', 'cell=1'],
      ['multipart/form-data; boundary=x', '--x\r\nbroken'],
      ['multipart/form-data', 'no boundary'],
      ['application/x-www-form-urlencoded', '%ff%fe=%zz&&&==='],
    ] as const) {
      const answer = await fetch(`${house.origin}${path}/updates`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin: house.origin, 'content-type': type },
        body,
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(surprise(await answer.text())).toBe(false);
    }
    await standsFirm();
  });

  test('with ten megabytes in a field is refused in words, and nothing is kept', async () => {
    const answer = await report({ state: 'not_started', text: 'ağır'.repeat(2_500_000) });
    expect([413, 422]).toContain(answer.status);
    expect(surprise(await answer.text())).toBe(false);
    await standsFirm();
  });

  test('larger than anything is cut off, and the server goes on', async () => {
    const [, path] = [...mine][0]!;
    const sent = await new Promise<string>((resolve) => {
      const socket = connect(house.port, '127.0.0.1');
      socket.write(
        `POST ${path}/updates HTTP/1.1\r\nhost: localhost:${house.port}\r\norigin: ${house.origin}\r\ncookie: ${cookie}\r\n` +
          'content-type: application/x-www-form-urlencoded\r\ncontent-length: 99999999999\r\n\r\ntext=',
      );
      let text = '';
      socket.on('data', (piece) => {
        text += piece;
        socket.destroy();
        resolve(text);
      });
      socket.on('error', () => resolve(text));
      socket.on('close', () => resolve(text));
    });
    expect(sent).toMatch(/^(HTTP\/1\.1 4\d\d|$)/);
    await standsFirm();
  });

  test('on another’s cell is refused, and on one that is not there in the same words', async () => {
    const html = await (await fetch(forum('/plans/local'))).text();
    expect(html).toContain('measures/');
    const strange = await report({ cell: '00000000-0000-7000-8000-0000000000ff', state: 'not_started', text: 'x' });
    const broken = await report({ cell: "1' or 1=1 --", state: 'not_started', text: 'x' });
    expect(strange.status).toBe(403);
    expect([403, 404, 422]).toContain(broken.status);
    await standsFirm();
  });

  test('with days that cannot be, states that are none and addresses that are scripts is refused at its fields', async () => {
    const answer = await report({
      state: 'finished',
      text: '',
      on_day: '2026-02-30',
      evidence_title_1: 'x',
      evidence_kind_1: 'link',
      evidence_url_1: 'javascript:alert(1)',
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(az.t('plans.reports.state_missing'));
    expect(html).toContain(az.t('plans.reports.text_missing'));
    expect(html).not.toMatch(/href="javascript:/i);
  });
});

describe('what people write', () => {
  test('is shown as they wrote it and never becomes a script', async () => {
    const { tab } = executor;
    const [cell, path] = [...mine][0]!;
    const words = `<script>alert(1)</script> "><img src=x onerror=alert(2)> {{7*7}} \${7*7} ' OR 1=1 --`;
    const alarms: string[] = [];
    tab.on('dialog', (dialog) => {
      alarms.push(dialog.message());
      void dialog.dismiss();
    });
    await tab.goto(`${house.origin}${path}/updates/new?cell=${cell}`);
    await fillReport(executor, { state: 'under_way', text: words, photo: await photo() });
    await tab.getByText(az.t('plans.dossier.done.update')).waitFor();
    expect(await tab.getByRole('main').textContent()).toContain(words);
    expect(alarms).toEqual([]);
    // For machines it is data: in JSON as such (and never sniffed to be a page), in a feed escaped.
    const json = await fetch(`${house.origin}${path}.json`);
    expect(json.headers.get('content-type')).toContain('application/json');
    expect(json.headers.get('x-content-type-options')).toBe('nosniff');
    expect(JSON.stringify(await json.json())).toContain('alert(1)');
    const feed = await fetch(`${house.origin}${path}.atom`);
    expect(feed.status).toBe(200);
    expect(await feed.text()).not.toContain('<script>');
  });

  test('a file that is not what it claims is refused', async () => {
    const { tab } = executor;
    const [cell, path] = [...mine][0]!;
    await tab.goto(`${house.origin}${path}/updates/new?cell=${cell}`);
    await tab.getByLabel(az.t('plans.reports.files')).setInputFiles({
      name: '../../foto.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('<html><script>alert(1)</script></html>'),
    });
    const fill = { state: 'under_way', text: 'Saxta foto.' } as const;
    await fillReport(executor, fill);
    expect(await tab.getByRole('main').textContent()).not.toContain(az.t('plans.dossier.done.update'));
    expect(await tab.getByLabel(az.t('plans.reports.text'), { exact: true }).inputValue()).toBe(fill.text);
    await standsFirm();
  });
});

test('two presses of one button at once are two answers and no surprise', async () => {
  const coordinator = await visit(browser, { width: 412 });
  await lookAs(coordinator, house, 'coordinator');
  const offered = await cellsOffered(house, await cookieOf(coordinator), /\/people\/deeds\/new.*report_update/);
  const [cell, path] = [...offered][0]!;
  const { tab } = coordinator;
  await tab.goto(`${house.origin}${path}`);
  await tab.locator(`a[href*="${cell}"]`, { hasText: az.t('plans.dossier.do.report_link') }).click();
  await tab.getByRole('button', { name: az.t('identity.deeds.make_deed'), exact: true }).click();
  const message = await tab.getByLabel(az.t('ui.message.copy')).inputValue();
  const address = new RegExp(`${house.origin}/az/${LIVING}/deeds/\\S+`).exec(message)![0];
  const secret = address.split('/').at(-1);
  const send = (n: number) =>
    fetch(`${house.origin}${path}/updates?deed=${secret}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: house.origin },
      body: new URLSearchParams({ cell, state: 'not_started', text: `eyni anda ${n}`, on_day: NOW.slice(0, 10) }),
    });
  // One link, pressed five times at once: it is used once.
  const statuses = (await Promise.all([1, 2, 3, 4, 5].map(send))).map((answer) => answer.status);
  expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  const html = await (await fetch(`${house.origin}${path}`)).text();
  expect(html.match(/eyni anda \d/g)?.filter((said, i, all) => all.indexOf(said) === i)).toHaveLength(1);
  await standsFirm();
});
