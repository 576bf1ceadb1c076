import { rmSync } from 'node:fs';
import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, sideways, visit } from './parts/browser.ts';
import { laptop, sendForms } from './parts/hall.ts';
import { type House, NOW, startHouse } from './parts/house.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** A hall without internet: one laptop, everybody's seat, two votes, the browser closed half-way, and all of it arrives once. */
let house: House;
let browser: Browser;
const az = wordsOf('az');
const own = laptop();
const DAY = NOW.slice(0, 10);
const FIRST = 'Fəaliyyət planı bəyənilsin';
const PIN = '402915';
const ELECTION = 'Sədr müavininin seçkisi';
const SECOND = 'Növbəti iclas aprel ayında keçirilsin';

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
  rmSync(own.folder, { recursive: true, force: true });
});

/** An election of the deputy among three, secret, prepared for the second item. */
async function prepareElection(tab: Tab, at: string): Promise<void> {
  await tab.goto(`${house.origin}/az/${LIVING}${at}/record?item=2`);
  const asked = await tab.locator('a[href*="ballots/new?meeting="]').last().getAttribute('href');
  await tab.goto(`${house.origin}${asked}`);
  const { searchParams } = new URL(asked!, house.origin);
  const stands = await tab
    .locator('input[name=stands]')
    .evaluateAll((all) => all.slice(0, 3).map((one) => (one as HTMLInputElement).value));
  expect(stands).toHaveLength(3);
  const form = new URLSearchParams({
    ...{ kind: 'choice', decision: 'election', secrecy: 'secret', mode: 'hall', closes_hour: '18', office: 'deputy' },
    ...{ title_az: ELECTION, words_az: 'Sədr müavini seçilsin', office_from: '' },
    ...{ meeting: searchParams.get('meeting')!, item: searchParams.get('item')! },
  });
  for (const stand of stands) form.append('stands', stand);
  const sent = await tab.context().request.post(`${house.origin}/az/${LIVING}/ballots`, {
    ...{ data: form.toString(), maxRedirects: 0 },
    headers: { origin: house.origin, 'content-type': 'application/x-www-form-urlencoded' },
  });
  if (sent.status() !== 303) throw new Error(`${sent.status()} ${await sent.text()}`);
}

/** Calls a meeting of today with two items through the pages; its path. */
async function callMeeting(tab: Tab): Promise<string> {
  const root = `/az/${LIVING}`;
  await tab.goto(`${house.origin}${root}/meetings/new`);
  const body = await tab.locator('select[name=body] option').nth(1).getAttribute('value');
  const call = { kind: 'assembly', convener: 'coordinator', on: DAY, hour: '14:00', title_az: 'Zal iclası' };
  await sendForms(house, tab.context(), [
    ['/meetings/new', { ...call, place_az: 'Mədəniyyət evi', body: body ?? '', language: 'az' }],
  ]);
  await tab.goto(`${house.origin}${root}/meetings`);
  const links = await tab
    .locator(`a[href^="${root}/meetings/"]`)
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  const numbers = links.flatMap((href) => Number(/meetings\/(\d+)$/.exec(href)?.[1]) || []);
  const at = `/meetings/${Math.max(...numbers)}`;
  await sendForms(house, tab.context(), [
    [`${at}/agenda/new`, { kind: 'decision', title_az: 'Plan' }],
    [`${at}/agenda/new`, { kind: 'decision', title_az: 'Müxtəlif' }],
    [`${at}/invitation`, {}],
  ]);
  return at;
}

const key = (tab: Tab, name: string) => tab.getByRole('button', { name, exact: true });
const part = (tab: Tab, name: 'attendance' | 'items' | 'delivery') =>
  tab.getByRole('link', { name: az.t(`phone.desk.${name}`), exact: true }).click();

async function unlock(tab: Tab): Promise<void> {
  await tab.getByLabel(az.t('phone.lock.pin')).fill(PIN);
  await key(tab, az.t('phone.lock.open')).click();
}

/** Everything that the browser keeps of the program, as text. */
const onDisk = (tab: Tab): Promise<string> =>
  tab.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((found) => {
      const asked = indexedDB.open('ortaq-phone');
      asked.onsuccess = () => found(asked.result);
    });
    const rooms = [...db.objectStoreNames].map(
      (name) =>
        new Promise<unknown>((found) => {
          const asked = db.transaction(name).objectStore(name).getAll();
          asked.onsuccess = () => found(asked.result);
        }),
    );
    const text = JSON.stringify(await Promise.all(rooms), (_, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
    );
    db.close();
    return text;
  });

async function sound(tab: Tab, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await tab.emulateMedia({ colorScheme });
    expect([where, colorScheme, ...(await axe(tab))]).toEqual([where, colorScheme]);
  }
  await tab.emulateMedia({ colorScheme: 'light' });
  expect([where, await sideways(tab)]).toEqual([where, 0]);
  if (process.env.ORTAQ_SHOTS)
    await tab.screenshot({ path: `${process.env.ORTAQ_SHOTS}/${where}.png`, fullPage: true });
}

/** The election by slips: no half at first, so a second round; each counted by two people who do not see the other. */
async function elect(tab: Tab, wall: Tab, filled: number): Promise<void> {
  const count = async (numbers: readonly number[]): Promise<void> => {
    for (const counter of ['first', 'second'] as const) {
      await tab.getByRole('heading', { name: az.t(`phone.count.${counter}`) }).waitFor();
      const boxes = tab.locator('.call fieldset');
      const inputs = boxes.first().locator('input');
      expect(await boxes.count()).toBe(1);
      for (const [i, n] of numbers.entries()) await inputs.nth(i).fill(String(n));
      if (counter === 'second') await sound(tab, `slips-${numbers.length}`);
      await key(tab, az.t('phone.count.keep')).click();
    }
    await tab.getByText(az.t('phone.election.kept', { n: filled })).waitFor();
    await wall.getByText(az.t('phone.wall.voting')).waitFor();
    await key(tab, az.t('phone.election.end')).click();
  };
  const most = Math.floor((filled - 1) / 2);
  await key(tab, az.t('phone.election.begin', { title: ELECTION })).click();
  await count([most, filled - most - 1, 1]);
  await tab.getByText(az.t('phone.election.verdict.second_round')).waitFor();
  await wall.getByText(az.t('phone.election.verdict.second_round')).waitFor();
  await key(tab, az.t('phone.election.second', { title: ELECTION })).click();
  await count([filled - 2, 2]);
  const elected = az.t('phone.election.verdict.elected', { option: '' }).trim();
  await tab.getByText(elected).waitFor();
  await wall.getByText(elected).waitFor();
  await sound(tab, 'elected');
  await sound(wall, 'wall-elected');
}

test('a meeting is taken out, held without internet, and comes back once', async () => {
  let { context, tab } = await own.open();
  const complaints: string[] = [];
  const listen = (one: Tab) => {
    one.on('pageerror', (problem) => complaints.push(problem.message));
    one.on('console', (said) => said.type() === 'error' && /policy/i.test(said.text()) && complaints.push(said.text()));
  };
  listen(tab);
  await lookAs({ tab } as never, house, 'secretary');
  const at = await callMeeting(tab);
  await prepareElection(tab, at);
  const page = `${house.origin}/az/${LIVING}${at}`;

  // Out of the site, onto this laptop.
  await tab.goto(page);
  await tab.getByRole('link', { name: az.t('meetings.desk.title'), exact: true }).click();
  await sound(tab, 'site');
  await tab.getByRole('link', { name: az.t('meetings.desk.take'), exact: true }).click();
  await key(tab, az.t('phone.take.do')).waitFor();
  await tab.getByLabel(az.t('phone.lock.offer')).check();
  await tab.getByLabel(az.t('phone.lock.new')).fill('123456');
  await tab.getByLabel(az.t('phone.lock.again')).fill('123456');
  await key(tab, az.t('phone.take.do')).click();
  await tab.getByText(az.t('phone.lock.simple')).waitFor();
  await tab.getByLabel(az.t('phone.lock.new')).fill(PIN);
  await tab.getByLabel(az.t('phone.lock.again')).fill(PIN);
  await sound(tab, 'take');
  await key(tab, az.t('phone.take.do')).click();
  await tab.getByRole('heading', { name: 'Zal iclası' }).waitFor();
  const desk = tab.url();
  await tab.evaluate(async () => void (await navigator.serviceWorker.ready));

  // Locked for everybody else.
  const coordinator = await visit(browser, { width: 412 });
  await lookAs(coordinator, house, 'coordinator');
  await coordinator.tab.goto(page);
  await coordinator.tab.getByText(az.t('meetings.desk.refused.out', { number: Number(at.split('/')[2]) })).waitFor();
  await expect(
    sendForms(house, coordinator.context, [[`${at}/agenda/new`, { kind: 'decision', title_az: 'Gec' }]]),
  ).rejects.toThrow('409');

  // The hall has no internet, and the laptop is started anew there.
  await context.setOffline(true);
  await tab.goto(desk);
  await tab.reload();
  await unlock(tab);
  await tab.getByRole('heading', { name: 'Zal iclası' }).waitFor();
  await tab.getByText(az.t('phone.net.offline')).waitFor();
  const seats = tab.locator('.seats button');
  const filled = await seats.count();
  expect(filled).toBeGreaterThan(15);
  for (let i = 0; i < filled; i += 1) await seats.nth(i).click();
  await tab
    .locator('.seats button[aria-pressed=true]')
    .nth(filled - 1)
    .waitFor();
  await key(tab, az.t('phone.desk.begin')).click();
  await sound(tab, 'attendance');

  // Who was invited: the organisation and how many, no name.
  await tab.getByText(az.t('phone.guests.add')).click();
  await tab.getByLabel(az.t('phone.guests.words')).fill('Durna qəzeti');
  await tab.getByLabel(az.t('phone.guests.n')).fill('2');
  await key(tab, az.t('phone.add.keep')).click();
  await tab.getByText('Durna qəzeti').waitFor();

  // First vote: names called, by letters alone.
  await part(tab, 'items');
  await key(tab, `${az.t('phone.item.begin')} 1`).click();
  await tab.getByLabel(az.t('phone.motion.words')).fill(FIRST);
  await sound(tab, 'item');
  await key(tab, az.t('phone.motion.open')).click();
  await tab.getByText(az.t('phone.call.now')).waitFor();
  await sound(tab, 'calling');
  const said = () => tab.locator('.said li');
  for (let i = 0; i < filled - 2; i += 1) {
    await tab.keyboard.press(i % 7 === 6 ? 's' : i % 5 === 4 ? 'a' : 'f');
    await said().nth(i).waitFor();
  }

  // The battery is empty. Nothing that was said is lost, though the session is.
  await context.close();
  ({ context, tab } = await own.open());
  listen(tab);
  await context.clearCookies();
  await context.setOffline(true);
  await tab.goto(`${desk}/items`);
  // A finder of the laptop sees nothing of the meeting, neither on the page nor on the disk.
  await tab.getByLabel(az.t('phone.lock.pin')).fill('000000');
  await key(tab, az.t('phone.lock.open')).click();
  await tab.getByText(az.t('phone.lock.wrong')).waitFor();
  await sound(tab, 'locked');
  expect(await tab.getByRole('heading', { name: 'Zal iclası' }).count()).toBe(0);
  const disk = await onDisk(tab);
  expect(disk).toContain('sealed');
  for (const word of ['Zal iclası', FIRST, 'secret', 'snapshot']) expect(disk).not.toContain(word);
  await unlock(tab);
  // The window on the projector shows the motion, and nothing of the vote.
  const opening = context.waitForEvent('page');
  await tab.getByRole('link', { name: az.t('phone.wall.open') }).click();
  const wall = await opening;
  listen(wall);
  await wall.setViewportSize({ width: 1280, height: 720 });
  await wall.getByRole('heading', { name: FIRST }).waitFor();
  await wall.getByText(az.t('phone.wall.voting')).waitFor();
  await sound(wall, 'wall-voting');
  await tab.bringToFront();
  await said()
    .nth(filled - 3)
    .waitFor();
  expect(await said().count()).toBe(filled - 2);
  // Too early: two were not called yet.
  await key(tab, az.t('phone.motion.end')).click();
  await tab.getByText(az.t('meetings.desk.no.uncalled', { n: 2 })).waitFor();
  await key(tab, az.t('phone.mark.for')).click();
  await said()
    .nth(filled - 2)
    .waitFor();
  // A slip of the finger is taken back.
  await tab.getByRole('button', { name: az.t('phone.desk.undo', { what: '' }).trim() }).click();
  await expect.poll(() => said().count()).toBe(filled - 2);
  await key(tab, az.t('phone.mark.for')).click();
  await said()
    .nth(filled - 2)
    .waitFor();
  await key(tab, az.t('phone.mark.for')).click();
  await tab.getByText(az.t('phone.call.all')).waitFor();
  await key(tab, az.t('phone.motion.end')).click();
  await tab.getByText(FIRST).first().waitFor();
  await sound(tab, 'result');
  await wall.getByText(az.t('phone.result.adopted')).waitFor();
  await sound(wall, 'wall-result');
  // One key leads to the next item and back to where the meeting is.
  await wall.keyboard.press('ArrowRight');
  await wall.getByRole('heading', { name: 'Müxtəlif' }).waitFor();
  await wall.keyboard.press('Home');
  await wall.getByRole('heading', { name: FIRST }).waitFor();
  await key(tab, `${az.t('phone.item.end')} 1`).click();

  // Second vote: hands, counted by constituency.
  await key(tab, `${az.t('phone.item.begin')} 2`).click();
  await elect(tab, wall, filled);
  await tab.getByLabel(az.t('phone.motion.words')).fill(SECOND);
  await tab.getByLabel(az.t('phone.motion.counting')).selectOption('hands');
  await key(tab, az.t('phone.motion.open')).click();
  const fields = tab.getByLabel(az.t('phone.mark.for'), { exact: true });
  await fields.first().waitFor();
  const groups = await fields.count();
  expect(groups).toBeGreaterThan(1);
  await fields.first().fill('99');
  await key(tab, az.t('phone.count.keep')).click();
  await tab.getByRole('alert').waitFor();
  for (let i = 0; i < groups; i += 1) await fields.nth(i).fill('2');
  await key(tab, az.t('phone.count.keep')).click();
  await tab.getByText(az.t('phone.count.kept', { for: 2 * groups, against: 0, abstain: 0 })).waitFor();
  await sound(tab, 'hands');
  await key(tab, az.t('phone.motion.end')).click();
  await key(tab, `${az.t('phone.item.end')} 2`).click();
  await part(tab, 'delivery');
  await key(tab, az.t('phone.end.do')).click();
  await key(tab, az.t('phone.deliver.do')).click();
  await tab.getByText(az.t('phone.deliver.waiting')).waitFor();
  await sound(tab, 'waiting');

  // Back in town: the first answer is lost on the way, the second one arrives. Nobody signed in again.
  let asked = 0;
  await context.route('**/desk/delivery', async (route) => {
    asked += 1;
    const answer = await route.fetch();
    if (asked === 1) return route.abort();
    return route.fulfill({ response: answer });
  });
  await context.setOffline(false);
  await expect.poll(() => asked, { timeout: 30_000 }).toBeGreaterThan(0);
  await key(tab, az.t('phone.deliver.now')).click();
  await tab.getByText(az.t('phone.deliver.done', { time: '', n: 0 }).split('.')[0]!).waitFor();
  await tab.getByText(az.t('phone.net.all_sent')).waitFor();
  await sound(tab, 'delivered');
  expect(asked).toBeGreaterThan(1);
  await context.close();

  // On the site: once, and open again.
  await coordinator.tab.goto(page);
  expect(await coordinator.tab.getByText(az.t('meetings.state.ended')).count()).toBeGreaterThan(0);
  await coordinator.tab.goto(`${page}/minutes`);
  const minutes = await coordinator.tab.getByRole('main').textContent();
  for (const words of [FIRST, SECOND]) expect(minutes!.split(words).length - 1).toBeGreaterThan(0);
  await coordinator.tab.goto(`${house.origin}/az/${LIVING}/ballots`);
  const ballots = await coordinator.tab.getByRole('main').textContent();
  for (const words of [FIRST, SECOND]) expect(ballots!.split(words).length - 1).toBe(1);
  // Both rounds, and the office filled by the second.
  expect(ballots!.split(ELECTION).length - 1).toBe(2);
  await coordinator.tab.getByRole('link', { name: ELECTION }).first().click();
  await coordinator.tab
    .getByText(az.t('ballots.filling.done', { office: az.t('forum.leads.office.deputy') }))
    .first()
    .waitFor();
  await coordinator.leave();
  expect(complaints).toEqual([]);
});
