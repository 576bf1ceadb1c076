import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, sideways, type Visitor, visit } from './parts/browser.ts';
import { press } from './parts/forms.ts';
import { type House, startHouse } from './parts/house.ts';
import { lastLetter } from './parts/letters.ts';
import { photo } from './parts/measures.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** Evenings of a forum: a village recorded by a helper, a meeting called off, a lot, an office filled, a task done, a desk called back. */
let house: House;
let browser: Browser;
let keeper: Visitor;
const az = wordsOf('az');
const LOT = 'Plan qrupunun rəhbəri';
const OFFICE = 'Koordinatorun müavininin seçilməsi';
const DAY_OF_RULES = '2026-12-08';

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
  keeper = await visit(browser);
  keeper.tab.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const at = (path: string) => `${house.origin}/az/${LIVING}${path}`;
const named = (tab: Tab, name: string) => tab.locator(`main [name="${name}"]`);
const choose = (tab: Tab, name: string, value: string) =>
  tab.locator(`main [name="${name}"][value="${value}"]`).check();
const said = async (tab: Tab): Promise<string> => (await tab.getByRole('main').textContent()) ?? '';

/** The page as a person meets it, in light and dark: no wider than the screen, nothing that the checker finds. */
async function sound(tab: Tab, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await tab.emulateMedia({ colorScheme });
    expect([where, colorScheme, await sideways(tab), ...(await axe(tab))]).toEqual([where, colorScheme, 0]);
    if (process.env.ORTAQ_SHOTS)
      await tab.screenshot({ path: `${process.env.ORTAQ_SHOTS}/${where}-${colorScheme}.png`, fullPage: true });
  }
  await tab.emulateMedia({ colorScheme: 'light' });
}
async function told(tab: Tab, key: string, params = {}): Promise<void> {
  const found = tab.getByRole('main').getByText(az.say({ key, params })).first();
  await found.waitFor().catch(async () => {
    throw new Error(`${key} is not said at ${tab.url()}:\n${await said(tab)}`);
  });
}
const done = (tab: Tab, what: string) => told(tab, `meetings.done.${what}`);

async function add(tab: Tab, meeting: string, title: string, kind: string): Promise<void> {
  await tab.goto(at(`${meeting}/agenda/new`));
  await named(tab, 'title_az').fill(title);
  await choose(tab, 'kind', kind);
  await press(tab, az.t('meetings.item.deed'));
  await done(tab, 'item');
}

async function call(tab: Tab, title: string, on: string): Promise<string> {
  await tab.goto(at('/meetings/new'));
  await choose(tab, 'kind', 'extraordinary');
  await named(tab, 'title_az').fill(title);
  await named(tab, 'on').fill(on);
  await named(tab, 'place_az').fill('Durnasu, mədəniyyət evi');
  await named(tab, 'body').selectOption({ index: 1 });
  await press(tab, az.t('meetings.call.deed_new'));
  await done(tab, 'called');
  return new URL(tab.url()).pathname.replace(`/az/${LIVING}`, '');
}

/** Two people count the same piles; then the form of closing. */
async function countTwice(tab: Tab, ballot: string, piles: readonly number[]): Promise<void> {
  for (const counter of ['sayma komissiyası, 3 nömrəli yer', 'sayma komissiyası, 12 nömrəli yer']) {
    await tab.goto(at(`${ballot}/counts`));
    await sound(tab, 'count');
    await named(tab, 'counter').fill(counter);
    const fields = tab.locator('main input[inputmode=numeric]');
    expect(await fields.count()).toBe(piles.length);
    for (const [i, n] of piles.entries()) await fields.nth(i).fill(String(n));
    await press(tab, az.t('ballots.counting.deed'));
  }
  await told(tab, 'ballots.done.agreed');
}

async function open(tab: Tab): Promise<string> {
  await press(tab, az.t('ballots.writing.deed'));
  const path = new URL(tab.url()).pathname;
  await tab.goto(`${house.origin}${path}/opening`);
  await press(tab, az.t('ballots.opening.deed'));
  await told(tab, 'ballots.done.opened');
  return path.replace(`/az/${LIVING}`, '');
}

test('a helper records a meeting in a village; the picture of the sheet stays with the keepers', async () => {
  const { tab } = keeper;
  await lookAs(keeper, house, 'coordinator');
  await tab.goto(at('/people/new'));
  await named(tab, 'name').fill('Aygün Sınaqlı');
  await named(tab, 'email').fill('aygun@example.org');
  await choose(tab, 'invite', 'yes');
  await choose(tab, 'role', 'helper');
  await tab.locator('main form[action$="/people"] button[type=submit]').click();
  await tab.waitForLoadState();
  const link = new RegExp(`${house.origin}/az/sign-in/\\S+`).exec(lastLetter(house))![0];

  const helper = await visit(browser, { dark: true });
  const own = helper.tab;
  own.setDefaultTimeout(15_000);
  await own.goto(link);
  await own.getByRole('main').getByRole('button').first().click();
  await own.waitForLoadState();
  await own.goto(at('/meetings'));
  await own.getByRole('link', { name: az.t('meetings.village.title') }).click();
  await sound(own, 'village');
  await press(own, az.t('meetings.village.deed'));
  await told(own, 'meetings.wrong.no_title');
  await sound(own, 'village-empty');
  await named(own, 'title_az').fill('Su kəməri barədə sakinlərlə görüş');
  await named(own, 'on').fill('2026-11-21');
  await named(own, 'place_id').selectOption({ index: 1 });
  await named(own, 'body').selectOption({ index: 1 });
  await named(own, 'women').fill('11');
  await named(own, 'men').fill('9');
  await named(own, 'topic_0').fill('Su kəməri');
  await named(own, 'words_0').fill('Su gündə iki saat verilir.');
  await named(own, 'sheet').setInputFiles({ name: 'vərəq.jpg', mimeType: 'image/jpeg', buffer: await photo() });
  await press(own, az.t('meetings.village.deed'));
  await done(own, 'recorded');
  await sound(own, 'village-page');
  const path = new URL(own.url()).pathname.replace(`/az/${LIVING}`, '');

  // Counts for everybody; the picture for who keeps meetings.
  const read = async (below: string) => await (await fetch(at(below))).text();
  expect(await read(path)).toContain('Su gündə iki saat verilir.');
  for (const below of [path, `${path}/attendance`]) expect(await read(below)).not.toContain('/files/');
  await tab.goto(at(path));
  const picture = await tab.locator('main a[href*="/files/"]').first().getAttribute('href');
  expect((await tab.request.get(`${house.origin}${picture}`)).status()).toBe(200);
  expect((await fetch(`${house.origin}${picture}`)).status).not.toBe(200);
  expect(helper.complaints().filter((one) => !/422/.test(one))).toEqual([]);
  await helper.leave();
});

test('an agenda is put in another order, an item taken off, a meeting called off', async () => {
  const { tab } = keeper;
  await lookAs(keeper, house, 'secretary');
  const meeting = await call(tab, 'Ləğv olunacaq iclas', '2026-12-20');
  for (const title of ['Birinci', 'İkinci', 'Üçüncü']) await add(tab, meeting, title, 'information');
  const titles = () => tab.locator('main ol > li a').allTextContents();
  await press(tab, az.t('meetings.agenda.up_what', { n: 3 }));
  await done(tab, 'ordered');
  expect(await titles()).toEqual(['Birinci', 'Üçüncü', 'İkinci']);
  await press(tab, az.t('meetings.agenda.down_what', { n: 1 }));
  await done(tab, 'ordered');
  expect(await titles()).toEqual(['Üçüncü', 'Birinci', 'İkinci']);
  await sound(tab, 'agenda-order');
  await press(tab, az.t('meetings.agenda.remove_what', { n: 2 }));
  await done(tab, 'removed');
  expect(await titles()).toEqual(['Üçüncü', 'İkinci']);
  await tab.goto(at(`${meeting}/invitation`));
  await press(tab, az.t('meetings.invite.deed'));
  await tab.goto(at(`${meeting}/cancellation`));
  await press(tab, az.t('meetings.cancel.title'));
  await told(tab, 'meetings.wrong.no_reason');
  await sound(tab, 'cancel');
  await named(tab, 'reason').fill('Qar yolları bağlayıb.');
  await press(tab, az.t('meetings.cancel.title'));
  await done(tab, 'cancelled');
  await sound(tab, 'cancelled');
  const strange = await (await fetch(at(meeting))).text();
  expect(strange).toContain('Qar yolları bağlayıb.');
  await tab.goto(at(`${meeting}/record`));
  await told(tab, 'meetings.refused.cancelled');
  await tab.goto(at(`${meeting}/message`));
  expect(await tab.locator('textarea').first().inputValue()).toContain('ləğv edilib');
});

test('the rules say that a lot decides: the next version of them is adopted', async () => {
  const { tab } = keeper;
  await tab.goto(at('/documents/rules/versions/2/next'));
  await press(tab, az.t('forum.documents.next.title'));
  await tab.goto(at('/documents/rules/versions/3/rules'));
  await choose(tab, 'tie_how', 'lot');
  await tab.locator('main form[action$="/rules"] button[type=submit]').first().click();
  await tab.waitForURL(/done=rules/);
  await tab.goto(at('/documents/rules/versions/3/proposal'));
  await named(tab, 'members').fill('4');
  await named(tab, 'reason').fill('Səslər bərabər olanda püşk ədalətlidir.');
  await press(tab, az.t('forum.documents.propose.deed'));
  await told(tab, 'forum.documents.done.proposed');
  expect(await house.ortaq('clock', '+14d')).toMatchObject({ code: 0, err: '' });
  await lookAs(keeper, house, 'secretary');
  await tab.goto(at('/ballots/new'));
  await named(tab, 'title_az').fill('Reqlamentə dəyişiklik qəbul edilsin');
  await named(tab, 'words_az').fill('Reqlamentə dəyişiklik qəbul edilsin.');
  await named(tab, 'decision').selectOption('documents');
  await named(tab, 'version').selectOption({ index: 1 });
  await named(tab, 'in_force_on').fill(DAY_OF_RULES);
  const ballot = await open(tab);
  await tab.goto(at(`${ballot}/marks`));
  await sound(tab, 'roll-call');
  const votes = tab.locator('main select[name^="say_"]');
  for (let i = 0; i < (await votes.count()); i += 1) await votes.nth(i).selectOption('for');
  await press(tab, az.t('ballots.marking.deed'));
  await tab.goto(at(`${ballot}/closure`));
  await press(tab, az.t('ballots.closing.deed'));
  await told(tab, 'ballots.done.closed');
  expect(await said(tab)).toContain(az.t('ballots.effect.version'));
  expect(await house.ortaq('clock', '+1d')).toMatchObject({ code: 0, err: '' });
}, 120_000);

test('equal votes are decided by lot, an office is filled by its ballot, a task is done, a desk called back', async () => {
  const { tab } = keeper;
  await lookAs(keeper, house, 'secretary');
  const meeting = await call(tab, 'Seçkilər axşamı', DAY_OF_RULES);
  await add(tab, meeting, LOT, 'election');
  await add(tab, meeting, OFFICE, 'election');
  await tab.goto(at(`${meeting}/invitation`));
  await press(tab, az.t('meetings.invite.deed'));

  // The laptop that took it is lost: the meeting is called back, with the reason.
  await tab.goto(at(`${meeting}/desk`));
  await tab
    .getByRole('main')
    .getByRole('link', { name: az.t('meetings.desk.take'), exact: true })
    .click();
  await tab.getByRole('button', { name: az.t('phone.take.do'), exact: true }).click();
  await tab.getByRole('heading', { name: 'Seçkilər axşamı' }).waitFor();
  await tab.goto(at(`${meeting}/desk`));
  await sound(tab, 'desk-out');
  await press(tab, az.t('meetings.desk.recall_do'));
  await tab.locator('main [role=alert]').first().waitFor();
  await named(tab, 'reason').fill('Noutbuk avtobusda qalıb.');
  await press(tab, az.t('meetings.desk.recall_do'));
  await told(tab, 'meetings.desk.done_recalled');
  await sound(tab, 'desk-recalled');

  await tab.goto(at(`${meeting}/record`));
  await press(tab, az.t('meetings.record.begin'));
  await tab.goto(at(`${meeting}/attendance/entry`));
  const ways = tab.locator('main select[name^="way_"]');
  const seats = await ways.count();
  for (let i = 0; i < seats; i += 1) await ways.nth(i).selectOption('hall');
  await press(tab, az.t('meetings.attendance.deed'));
  await done(tab, 'attended');

  await tab.goto(at(`${meeting}/record`));
  await press(tab, az.t('meetings.record.begin_item_no', { n: 1 }));
  await tab
    .getByRole('link', { name: az.t('meetings.record.ballot') })
    .first()
    .click();
  await choose(tab, 'kind', 'choice');
  await named(tab, 'title_az').fill(LOT);
  await named(tab, 'words_az').fill('Plan qrupuna kim rəhbərlik etsin?');
  await named(tab, 'options_az').fill('Arxboyu\nDurna qatarı');
  await named(tab, 'decision').selectOption('election');
  await choose(tab, 'secrecy', 'secret');
  const equal = await open(tab);
  const half = Math.floor(seats / 2);
  await countTwice(tab, equal, [half, half, seats - 2 * half, 0]);
  await tab.goto(at(`${equal}/closure`));
  await sound(tab, 'closure');
  await press(tab, az.t('ballots.closing.deed'));
  await told(tab, 'ballots.closing.wrong.tie_lot', { article: '8.3' });
  await sound(tab, 'closure-tie');
  await choose(tab, 'settled_between', '1');
  await choose(tab, 'settled_between', '2');
  await named(tab, 'settled_option').selectOption('2');
  await named(tab, 'settled_by').fill('sayma komissiyası');
  await named(tab, 'settled_before').fill('iclas iştirakçıları');
  await press(tab, az.t('ballots.closing.deed'));
  await told(tab, 'ballots.done.closed');
  expect(await said(tab)).toContain(az.t('ballots.verdict.elected', { option: 'Durna qatarı' }));
  await sound(tab, 'lot-result');

  await tab.goto(at(`${meeting}/record`));
  await press(tab, az.t('meetings.record.end_item_no', { n: 1 }));
  await press(tab, az.t('meetings.record.begin_item_no', { n: 2 }));
  await tab
    .getByRole('link', { name: az.t('meetings.record.ballot') })
    .last()
    .click();
  await choose(tab, 'kind', 'choice');
  await named(tab, 'title_az').fill(OFFICE);
  await named(tab, 'words_az').fill('Müavin kim olsun?');
  await named(tab, 'decision').selectOption('election');
  await choose(tab, 'secrecy', 'secret');
  await tab.getByText(az.t('ballots.filling.fold')).click();
  await named(tab, 'office').selectOption('deputy');
  await sound(tab, 'office');
  const stands = tab.locator('main [name=stands][value$=":representative"]');
  for (const n of [3, 5]) await stands.nth(n).check();
  const ballot = await open(tab);
  await countTwice(tab, ballot, [seats - 3, 2, 1, 0]);
  await tab.goto(at(`${ballot}/closure`));
  await press(tab, az.t('ballots.closing.deed'));
  await told(tab, 'ballots.done.closed');
  const office = az.t('forum.leads.office.deputy');
  await told(tab, 'ballots.filling.done', { office });
  await sound(tab, 'office-filled');
  await tab.goto(at('/members/leads'));
  expect(await said(tab)).toContain(office);

  await tab.goto(at(`${meeting}/tasks?item=2`));
  await named(tab, 'words_az').fill('Müavinin vəzifələrini yazmaq');
  await named(tab, 'body').selectOption({ index: 1 });
  await named(tab, 'due').fill('2026-12-30');
  await press(tab, az.t('meetings.tasks.give'));
  await done(tab, 'task');
  await press(tab, az.t('meetings.record.end_item_no', { n: 2 }));
  await press(tab, az.t('meetings.record.end'));
  await tab.goto(at('/decisions/tasks'));
  const row = tab.locator('main tr').filter({ hasText: 'Müavinin vəzifələrini yazmaq' });
  await row.getByRole('link', { name: az.t('meetings.tasks.end') }).click();
  await press(tab, az.t('meetings.tasks.end'));
  await told(tab, 'meetings.wrong.no_words');
  await sound(tab, 'task-end');
  await named(tab, 'words_az').fill('Vəzifələr yazılıb və üzvlərə göndərilib.');
  await press(tab, az.t('meetings.tasks.end'));
  await done(tab, 'task_ended');
  await sound(tab, 'tasks');
  await tab.goto(at(`${meeting}/minutes`));
  await sound(tab, 'minutes');
  expect(keeper.complaints().filter((one) => !/422|409|404/.test(one))).toEqual([]);
}, 180_000);
