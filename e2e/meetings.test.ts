import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, sideways, type Visitor, visit } from './parts/browser.ts';
import { press } from './parts/forms.ts';
import { type House, NOW, startHouse } from './parts/house.ts';
import { LIVING, lookAs } from './parts/people.ts';
import { wordsOf } from './parts/words.ts';

/** A meeting from its call to its published minutes: every form pressed wrongly first, on a narrow dark screen. */
let house: House;
let browser: Browser;
const az = wordsOf('az');
const DAY = NOW.slice(0, 10);
const ROOM = 'https://example.org/otaq-7';
const TITLE = 'Kənd yolları üzrə növbədənkənar iclas';
const ITEM = 'Yolların təmiri üçün müraciət';
const DECIDED = 'İcra Hakimiyyətinə yolların təmiri barədə müraciət edilsin.';
const HEARD = 'Üzvlər üç kəndin yolunu müzakirə etdi.';

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const at = (path: string) => `${house.origin}/az/${LIVING}${path}`;
const named = (tab: Tab, name: string) => tab.locator(`main [name="${name}"]`);
const choose = (tab: Tab, name: string, value: string) =>
  tab.locator(`main [name="${name}"][value="${value}"]`).check();

/** The page as a person meets it: no wider than the screen, nothing that the checker of accessibility finds. */
async function sound(tab: Tab, where: string): Promise<void> {
  expect([where, await sideways(tab), ...(await axe(tab))]).toEqual([where, 0]);
  if (process.env.ORTAQ_SHOTS)
    await tab.screenshot({ path: `${process.env.ORTAQ_SHOTS}/${where}.png`, fullPage: true });
}

/** What is wrong stands at its field, what was typed stays. */
async function told(tab: Tab, where: string, key: string, params = {}): Promise<void> {
  await tab.getByRole('main').getByText(az.say({ key, params })).first().waitFor();
  await sound(tab, where);
}

const done = (tab: Tab, what: string) => tab.getByText(az.say({ key: `meetings.done.${what}` })).waitFor();

test('a meeting is called, held, minuted, published and read', async () => {
  const keeper: Visitor = await visit(browser, { dark: true });
  const { tab } = keeper;
  await lookAs(keeper, house, 'coordinator');

  // The call: nothing filled in, then too late for the rules of an assembly.
  await tab.goto(at('/meetings/new'));
  await sound(tab, 'call');
  await press(tab, az.t('meetings.call.deed_new'));
  await told(tab, 'call-empty', 'meetings.wrong.no_title');
  await named(tab, 'title_az').fill(TITLE);
  await named(tab, 'on').fill(DAY);
  await named(tab, 'hour').fill('25:00');
  await named(tab, 'place_az').fill('Durnasu, mədəniyyət evi');
  await named(tab, 'link').fill(ROOM);
  await named(tab, 'body').selectOption({ index: 1 });
  await press(tab, az.t('meetings.call.deed_new'));
  await told(tab, 'call-hour', 'meetings.wrong.hour', { found: '25:00' });
  expect(await named(tab, 'title_az').inputValue()).toBe(TITLE);
  await named(tab, 'hour').fill('14:00');
  await press(tab, az.t('meetings.call.deed_new'));
  await done(tab, 'called');
  const meeting = new URL(tab.url()).pathname.replace(`/az/${LIVING}`, '');
  const number = Number(meeting.split('/').at(-1));
  await tab.getByRole('heading', { name: az.t('meetings.breach.title') }).waitFor();
  await sound(tab, 'draft');

  // The agenda.
  await tab.goto(at(`${meeting}/agenda/new`));
  await press(tab, az.t('meetings.item.deed'));
  await told(tab, 'item-empty', 'meetings.wrong.no_item_title');
  await named(tab, 'title_az').fill(ITEM);
  await choose(tab, 'kind', 'decision');
  await named(tab, 'pages').fill('https://example.org/elsewhere');
  await press(tab, az.t('meetings.item.deed'));
  await told(tab, 'item-page', 'meetings.wrong.page', { found: 'https://example.org/elsewhere' });
  await named(tab, 'pages').fill(at('/plans'));
  await press(tab, az.t('meetings.item.deed'));
  await done(tab, 'item');
  await sound(tab, 'agenda');

  // The invitation names what of the rules is not kept, and goes out all the same.
  await tab.goto(at(`${meeting}/invitation`));
  await sound(tab, 'invitation');
  await press(tab, az.t('meetings.invite.deed'));
  await done(tab, 'invited');
  await sound(tab, 'called');
  // The address of the online room is for members.
  const strange = await (await fetch(at(meeting))).text();
  expect([strange.includes(TITLE), strange.includes(ROOM)]).toEqual([true, false]);
  await tab.goto(at(`${meeting}/message`));
  await sound(tab, 'message');

  // Before it is taken to the hall.
  await tab.goto(at(`${meeting}/desk`));
  await sound(tab, 'desk');

  // A called meeting is not moved without a word to its members.
  await tab.goto(at(`${meeting}/call`));
  await named(tab, 'on').fill('2026-11-25');
  await press(tab, az.t('meetings.call.deed_sent'));
  await told(tab, 'move', 'meetings.wrong.no_move_reason');

  // It begins; the quorum is told as members come.
  await tab.goto(at(`${meeting}/record`));
  await press(tab, az.t('meetings.record.begin'));
  await done(tab, 'begun');
  await sound(tab, 'record');
  await tab.goto(at(`${meeting}/attendance/entry`));
  const ways = tab.locator('main select[name^="way_"]');
  const seats = await ways.count();
  expect(seats).toBeGreaterThan(10);
  // What the rules do not allow is not offered.
  expect(await tab.locator('main select[name^="way_"] option[value=proxy]').count()).toBe(0);
  for (let i = 0; i < seats; i += 1) await ways.nth(i).selectOption(i < 2 ? 'hall' : 'absent');
  await press(tab, az.t('meetings.attendance.deed'));
  await done(tab, 'attended');
  const all = Number(/(\d+) yerdən/.exec((await tab.getByRole('main').textContent()) ?? '')?.[1]);
  await tab.getByText(az.t('meetings.quorum.no', { all, there: 2 })).waitFor();
  await sound(tab, 'no-quorum');
  await tab.goto(at(`${meeting}/attendance/entry`));
  for (let i = 0; i < seats; i += 1) await ways.nth(i).selectOption('hall');
  await press(tab, az.t('meetings.attendance.deed'));
  await tab.getByText(az.t('meetings.quorum.yes', { all, there: seats })).waitFor();
  await sound(tab, 'quorum');

  // Guests by organisation; a sheet without a file.
  await tab.goto(at(`${meeting}/guests`));
  await press(tab, az.t('meetings.guests.deed'));
  await told(tab, 'guest-empty', 'meetings.wrong.no_guest');
  await named(tab, 'words').fill('rayon qəzeti');
  await press(tab, az.t('meetings.guests.deed'));
  await done(tab, 'guest');
  await tab.goto(at(`${meeting}/sheets`));
  await press(tab, az.t('meetings.sheet.deed'));
  await told(tab, 'sheet-empty', 'meetings.wrong.no_file');

  // The item: begun, somebody aside, words, a decision, a task, ended.
  await tab.goto(at(`${meeting}/record`));
  await press(tab, az.t('meetings.record.begin_item_no', { n: 1 }));
  await done(tab, 'begun');
  await sound(tab, 'item-running');
  await tab.goto(at(`${meeting}/recusals?item=1`));
  await sound(tab, 'aside');
  await press(tab, az.t('meetings.aside_deed'));
  await done(tab, 'aside');
  await tab.goto(at(`${meeting}/notes?item=1`));
  await press(tab, az.t('meetings.note.deed'));
  await told(tab, 'note-empty', 'meetings.wrong.no_words');
  await named(tab, 'words_az').fill(HEARD);
  await press(tab, az.t('meetings.note.deed'));
  await done(tab, 'noted');
  await tab.goto(at(`${meeting}/decisions?item=1`));
  await press(tab, az.t('meetings.decide.deed'));
  await told(tab, 'decide-empty', 'meetings.wrong.no_words');
  await named(tab, 'words_az').fill(DECIDED);
  await press(tab, az.t('meetings.decide.deed'));
  await done(tab, 'decided');
  await tab.goto(at(`${meeting}/tasks?item=1`));
  await named(tab, 'words_az').fill('Müraciətin mətnini hazırlamaq');
  await named(tab, 'body').selectOption({ index: 1 });
  await named(tab, 'due').fill('2026-11-01');
  await press(tab, az.t('meetings.tasks.give'));
  await told(tab, 'task-early', 'meetings.wrong.due_before');
  await named(tab, 'due').fill('2026-12-20');
  await press(tab, az.t('meetings.tasks.give'));
  await done(tab, 'task');
  await press(tab, az.t('meetings.record.end_item_no', { n: 1 }));
  await done(tab, 'ended');
  await press(tab, az.t('meetings.record.end'));
  await done(tab, 'ended');
  await sound(tab, 'ended');

  // The minutes: a day that has passed, then round; a remark; silence is no approval then; paper is.
  const minutes = `${meeting}/minutes`;
  await tab.goto(at(minutes));
  await sound(tab, 'minutes-draft');
  await tab.goto(at(`${minutes}/circulation`));
  await named(tab, 'until').fill('2026-11-01');
  await press(tab, az.t('meetings.circulate.title'));
  await told(tab, 'circulate-past', 'meetings.wrong.until_past');
  await named(tab, 'until').fill('2026-11-30');
  await press(tab, az.t('meetings.circulate.title'));
  await done(tab, 'circulated');
  await tab.goto(at(`${minutes}/remarks`));
  await press(tab, az.t('meetings.remark.deed'));
  await told(tab, 'remark-empty', 'meetings.wrong.no_words');
  await named(tab, 'words').fill('Dördüncü kəndin yolu da müzakirə olundu.');
  await press(tab, az.t('meetings.remark.deed'));
  await done(tab, 'remarked');
  await sound(tab, 'minutes-remarked');
  await tab.getByRole('link', { name: az.t('meetings.remark.answer') }).click();
  await press(tab, az.t('meetings.remark.answer'));
  await told(tab, 'answer-empty', 'meetings.wrong.no_verdict');
  await choose(tab, 'accepted', 'yes');
  await named(tab, 'words').fill('Mətnə əlavə edildi.');
  await press(tab, az.t('meetings.remark.answer'));
  await done(tab, 'answered');
  await tab.goto(at(`${minutes}/approval`));
  await press(tab, az.t('meetings.approve.title'));
  await told(tab, 'approve-empty', 'meetings.wrong.no_how');
  await choose(tab, 'how', 'silence');
  await press(tab, az.t('meetings.approve.title'));
  await tab.locator('main .error, main [role=alert]').first().waitFor();
  await sound(tab, 'approve-silence');
  await choose(tab, 'how', 'paper');
  await press(tab, az.t('meetings.approve.title'));
  await done(tab, 'approved');
  await tab.goto(at(`${minutes}/publication`));
  await sound(tab, 'publication');
  await press(tab, az.t('meetings.publish.title'));
  await done(tab, 'published');
  await tab.goto(at(`${minutes}/corrections`));
  await press(tab, az.t('meetings.correction.title'));
  await told(tab, 'correction-empty', 'meetings.wrong.no_by_decision');
  await named(tab, 'words_az').fill('Dörd kəndin yolu müzakirə edilib.');
  await named(tab, 'decision').fill('6-cı iclas, 1-ci məsələ');
  await press(tab, az.t('meetings.correction.title'));
  await done(tab, 'corrected');
  await sound(tab, 'minutes-corrected');
  for (const more of ['', '/papers', '/projector', '/minutes/print', '/attendance']) {
    await tab.goto(at(meeting + more));
    await sound(tab, `kept${more.replaceAll('/', '-')}`);
  }

  // Anybody reads them, without script.
  const plain = await visit(browser, { script: false });
  await plain.tab.goto(at(minutes));
  const read = (await plain.tab.getByRole('main').textContent()) ?? '';
  for (const words of [TITLE, ITEM, HEARD, DECIDED, 'Dörd kəndin yolu']) expect(read).toContain(words);
  await plain.tab.goto(at(`/meetings/${number}`));
  expect(await plain.tab.getByRole('heading', { name: az.t('meetings.breach.title') }).count()).toBe(1);
  await plain.leave();
  expect(keeper.complaints().filter((one) => !/422|409/.test(one))).toEqual([]);
  await keeper.leave();
});
