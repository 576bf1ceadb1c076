import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writtenDay } from '#core/time/plain-date.ts';
import { openBrowser, type Visitor, visit } from './parts/browser.ts';
import { answerDuties } from './parts/duties.ts';
import { field } from './parts/forms.ts';
import { type House, startHouse } from './parts/house.ts';
import { wordsOf } from './parts/words.ts';

/** A forum is founded with this software alone: 23 organisations, two documents, a coordinator, a task, minutes. */
let house: House;
let browser: Browser;
let secretary: Visitor;

const az = wordsOf('az');
const FORUM = 'sinaq-rayonu';
const ASSEMBLY = '2026-12-03';
const COORDINATOR = 'Sınaq gənclər birliyi';
const PLAN_DUE = '2027-01-03';
const PLAN_TASK = 'Fəaliyyət planının layihəsini hazırlayın';

/** Four groups of 4, 6, 5 and 8 seats, as domain facts have them. */
const GROUPS = [
  ['Qeyri-hökumət təşkilatları', [COORDINATOR, 'Bağ cəmiyyəti', 'Qadınlar klubu', 'Su istifadəçiləri birliyi']],
  ['Dövlət qurumları', ['Rayon icra hakimiyyəti', ...named('Dövlət idarəsi', 5)]],
  ['Bələdiyyələr', named('Kənd bələdiyyəsi', 5)],
  ['İctimai şuralar', named('Kənd şurası', 8)],
] as const;
const ORGANISATIONS = GROUPS.flatMap(([, all]) => all);

function named(kind: string, n: number): readonly string[] {
  return Array.from({ length: n }, (_, i) => `${kind} ${i + 1}`);
}

/** As the ballot of the election names them. */
const [ELECTED, OTHER] = [1, 2].map((number) =>
  az.t('ballots.filling.label', { organisation: ORGANISATIONS[number - 1]!, number, as: 'representative' }),
) as [string, string];

beforeAll(async () => {
  house = await startHouse({ args: ['--empty'] });
  browser = await openBrowser();
  secretary = await visit(browser, { width: 412, script: false });
  secretary.tab.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const at = (below: string): string => `${house.origin}/az/${FORUM}${below}`;
const open = async (below: string): Promise<void> => void (await secretary.tab.goto(at(below)));
const main = (): Locator => secretary.tab.getByRole('main');
const said = async (): Promise<string> => (await main().textContent()) ?? '';
const fill = (label: string, value: string, within: Locator = main()) => field(within, label).fill(value);
const choose = (label: string, value: string | { label: string }) => field(main(), label).selectOption(value);
const tick = (name: string) => main().getByRole('radio', { name, exact: true }).check();
const group = (name: string) => main().getByRole('group', { name, exact: true });

/** By keyboard: the button is reached and Enter pressed; a page must follow that is not the form again. */
async function press(deed: string, within: Locator = main()): Promise<void> {
  await within.getByRole('button', { name: deed, exact: true }).press('Enter');
  await secretary.tab.waitForLoadState();
  const wrong = main().getByRole('alert');
  if ((await wrong.count()) > 0) throw new Error(`${deed}: ${await wrong.first().textContent()}`);
}
const follow = (name: string, within: Locator = main()) =>
  within
    .getByRole('link', { name, exact: true })
    .first()
    .press('Enter')
    .then(() => secretary.tab.waitForLoadState());
/** A part of a page by its heading. */
const part = (heading: string): Locator =>
  main()
    .locator('section')
    .filter({ has: secretary.tab.getByRole('heading', { name: heading, exact: true }) });

async function wait(step: string): Promise<void> {
  expect(await house.ortaq('clock', step)).toMatchObject({ code: 0, err: '' });
}

const ITEMS = [
  ['Təsis qaydasının qəbulu', 'decision'],
  ['Reqlamentin qəbulu', 'decision'],
  ['Memorandumun qəbulu', 'decision'],
  ['Koordinatorun seçilməsi', 'election'],
  ['Fəaliyyət planı', 'decision'],
] as const;
const item = (n: number): Locator => part(`${n}. ${ITEMS[n - 1]![0]}`);

async function begin(n: number): Promise<void> {
  await open('/meetings/1/record');
  await press(az.t('meetings.record.begin_item_no', { n }));
}
async function end(n: number): Promise<void> {
  await open('/meetings/1/record');
  await press(az.t('meetings.record.end_item_no', { n }));
}

/** Writes a ballot at an item of the meeting and opens it; its path. */
async function putToVote(n: number, write: () => Promise<void>): Promise<string> {
  await begin(n);
  await follow(az.t('meetings.record.ballot'), item(n));
  await write();
  await press(az.t('ballots.writing.deed'));
  const ballot = new URL(secretary.tab.url()).pathname.replace(`/az/${FORUM}`, '');
  await follow(az.t('ballots.opening.deed'));
  await press(az.t('ballots.opening.deed'));
  expect(await said()).toContain(az.t('ballots.done.opened'));
  return ballot;
}

/** Two people count the same piles one after the other, neither seeing what the other found. */
async function countTwice(ballot: string, piles: Readonly<Record<string, number>>): Promise<void> {
  for (const counter of ['sayma komissiyası, 4 nömrəli yer', 'sayma komissiyası, 12 nömrəli yer']) {
    await open(`${ballot}/counts`);
    await fill(az.t('ballots.counting.counter'), counter);
    for (const [pile, n] of Object.entries(piles)) await fill(pile, String(n));
    await press(az.t('ballots.counting.deed'));
  }
  expect(await said()).toContain(az.t('ballots.done.agreed'));
}

async function close(ballot: string): Promise<void> {
  await open(`${ballot}/closure`);
  await press(az.t('ballots.closing.deed'));
  expect(await said()).toContain(az.t('ballots.done.closed'));
}

const say = (word: 'for' | 'against' | 'abstain' | 'blank' | 'invalid') => az.t(`ballots.say.${word}`);
const hands = (yes: number, no: number, abstain: number) => ({
  ...{ [say('for')]: yes, [say('against')]: no, [say('abstain')]: abstain, [say('blank')]: 0, [say('invalid')]: 0 },
});

async function motion(title: string, version: string): Promise<void> {
  await fill(az.t('ballots.writing.title'), title);
  await fill(az.t('ballots.writing.words'), `${title}.`);
  await choose(az.t('ballots.decision_head'), 'documents');
  await choose(az.t('ballots.writing.version'), { label: version });
  if (version !== az.t('ballots.writing.founding')) await fill(az.t('ballots.writing.in_force_on'), ASSEMBLY);
}

test('before the assembly: a procedure with its invitation, two documents from templates, a meeting called', async () => {
  const { tab } = secretary;
  const link = new RegExp(`${house.origin}/az/sign-in/\\S+`).exec(house.said())![0];
  await tab.goto(link);
  await press(az.t('identity.press.deed', { name: az.t('core.first_coordinator') }));
  await tab.goto(`${house.origin}/az/forums/new`);
  await fill(az.t('home.forum.name_az'), 'Sınaq rayonu');
  await press(az.t('home.forum.open'));
  await answerDuties(tab, house.origin, az);
  await open('/bodies/new');
  await choose(az.t('places.field.kind'), 'ngo');
  await fill(az.t('places.form.name_in', { language: az.t('core.language.az') }), COORDINATOR);
  await press(az.t('places.form.add'));

  await open('/documents/founding/text');
  await fill(az.t('forum.documents.founding.meets_on'), ASSEMBLY);
  await fill(az.t('forum.documents.founding.place'), 'Mədəniyyət evi');
  await fill(az.t('forum.documents.founding.initiators'), COORDINATOR);
  const invited = ORGANISATIONS.map((name) => `${name} – rayonda fəaliyyət göstərir`).join('\n');
  await fill(az.t('forum.documents.founding.invited'), invited);
  for (const share of ['quorum', 'majority'] as const) {
    const of = group(az.t(`forum.documents.founding.${share}`));
    await field(of, az.t('forum.rulebook.field.than')).selectOption('more_than');
    await fill(az.t('forum.rulebook.field.share'), '1/2', of);
  }
  await fill(az.t('forum.documents.founding.counters'), 'iki nəfərlik sayma komissiyası');
  await press(az.t('forum.documents.founding.save'));
  await follow(az.t('forum.documents.founding.publish'));
  await fill(az.t('forum.documents.day'), '2026-11-23');
  await press(az.t('forum.documents.founding.publish'));
  expect(await said()).toContain(az.t('forum.documents.founding.article.invited', { n: 23 }));

  for (const kind of ['rules', 'memorandum'] as const) {
    await open('/documents/new');
    await press(az.t(`forum.documents.new.from_${kind}`));
    if (kind === 'rules') expect(await said()).toContain(az.t('forum.rulebook.gaps.none'));
    await open(`/documents/${kind}/versions/1/proposal`);
    await press(az.t('forum.documents.propose.deed'));
  }

  await open('/meetings/new');
  await tick(az.t('meetings.kind.assembly'));
  await tick(az.t('meetings.convener.initiators'));
  await fill(az.t('meetings.call.name'), 'Təsis yığıncağı');
  await fill(az.t('meetings.call.on'), ASSEMBLY);
  await fill(az.t('meetings.call.hour'), '10:00');
  await choose(az.t('meetings.call.body'), { label: COORDINATOR });
  await press(az.t('meetings.call.deed_new'));
  for (const [title, kind] of ITEMS) {
    await open('/meetings/1/agenda/new');
    await fill(az.t('meetings.item.title'), title);
    await tick(az.t(`meetings.item.${kind}`));
    await press(az.t('meetings.item.deed'));
  }
  await open('/meetings/1/invitation');
  await press(az.t('meetings.invite.deed'));
  await open('/meetings/1');
  expect(await said()).not.toContain(az.t('meetings.breach.title'));
  await wait('+5d');
  await open('/meetings/1');
  await wait('+5d');
});

test('the assembly: 21 of 23 are there, the procedure first, then both documents by vote', async () => {
  await open('/meetings/1/record');
  await press(az.t('meetings.record.begin'));
  await open('/meetings/1/attendance/entry');
  expect(await main().getByRole('combobox').count()).toBe(24);
  for (const [i, name] of ORGANISATIONS.entries()) await choose(`${i + 1}. ${name}`, i < 21 ? 'hall' : 'absent');
  await press(az.t('meetings.attendance.deed'));
  const quorum = az.t('meetings.quorum.yes', { there: 21, all: 23 });
  await open('/meetings/1/record');
  expect(await said()).toContain(quorum);

  const procedure = await putToVote(1, () => motion('Təsis qaydası qəbul edilsin', az.t('ballots.writing.founding')));
  await countTwice(procedure, hands(21, 0, 0));
  await close(procedure);
  // The page of the procedure follows its ballot: nothing is entered twice.
  await open('/documents/founding');
  expect(await said()).toContain(az.t('forum.documents.ballot_no', { number: 1 }));
  await end(1);

  // Hands for the rules, names for the memorandum: adopted the same day, neither governs the other.
  const versionOf = (kind: 'rules' | 'memorandum') =>
    az.t('ballots.version', { document: az.t(`forum.documents.kind.${kind}`), version: 1 });
  const rules = await putToVote(2, () => motion('Reqlament qəbul edilsin', versionOf('rules')));
  await countTwice(rules, hands(19, 1, 1));
  await close(rules);
  await end(2);
  const memorandum = await putToVote(3, () => motion('Memorandum qəbul edilsin', versionOf('memorandum')));
  await open(`${memorandum}/marks`);
  for (const [i, name] of ORGANISATIONS.entries())
    if (i < 21) await choose(`${i + 1}. ${name}`, i < 18 ? 'for' : i < 20 ? 'against' : 'abstain');
  await press(az.t('ballots.marking.deed'));
  await close(memorandum);
  await end(3);
  for (const kind of ['rules', 'memorandum']) {
    await open(`/documents/${kind}`);
    expect(await said()).toContain(az.t('forum.documents.state.in_force'));
  }
  // The list of who is there is still the one of the hall.
  await open('/meetings/1/record');
  expect(await said()).toContain(quorum);
});

test('seats are given, a coordinator elected by secret slips, the plan set as a task of one month', async () => {
  const { tab } = secretary;
  await open('/members/import');
  const rows = GROUPS.flatMap(([of, all]) => all.map((name) => ({ of, name })));
  const table = rows.map(({ of, name }, i) => `${i + 1}\t${of}\t${name}\tsədr`).join('\n');
  await fill(az.t('forum.sheets.pasted'), `seat\tgroup\torganisation\trepresentative\n${table}`);
  await fill(az.t('forum.composition.number'), '1');
  await fill(az.t('forum.composition.decided_on'), ASSEMBLY);
  await fill(az.t('forum.term.source'), 'təsis yığıncağının iştirak vərəqəsi');
  await press(az.t('forum.sheets.look'));
  await press(az.t('forum.sheets.deed', { n: 23 }));

  const ballot = await putToVote(4, async () => {
    await tick(az.t('ballots.kind.choice'));
    await fill(az.t('ballots.writing.title'), 'Koordinator');
    await fill(az.t('ballots.writing.words'), 'Koordinator kim olsun?');
    await choose(az.t('ballots.decision_head'), 'election');
    await tick(az.t('ballots.secrecy.secret'));
    await main().getByText(az.t('ballots.filling.fold')).click();
    await choose(az.t('ballots.filling.office'), 'coordinator');
    for (const candidate of [ELECTED, OTHER])
      await main().getByRole('checkbox', { name: candidate, exact: true }).check();
  });
  await countTwice(ballot, { [ELECTED]: 13, [OTHER]: 7, [say('blank')]: 1, [say('invalid')]: 0 });
  await close(ballot);
  expect(await said()).toContain(az.t('ballots.verdict.elected', { option: ELECTED }));
  await end(4);
  // The office is filled by its ballot.
  await open('/members/leads');
  expect(await said()).toContain(COORDINATOR);

  await begin(5);
  await follow(az.t('meetings.record.task'), item(5));
  await fill(az.t('meetings.tasks.words'), PLAN_TASK);
  await choose(az.t('meetings.tasks.body'), { label: COORDINATOR });
  await fill(az.t('meetings.tasks.due'), PLAN_DUE);
  await press(az.t('meetings.tasks.give'));
  await end(5);
  await press(az.t('meetings.record.end'));

  await wait('+1d');
  await open('/meetings/1/minutes/circulation');
  await fill(az.t('meetings.circulate.until'), '2026-12-08');
  await press(az.t('meetings.circulate.title'));
  await wait('+5d');
  await open('/meetings/1/minutes/approval');
  await tick(az.t('meetings.approve.silence'));
  await press(az.t('meetings.approve.title'));
  await open('/meetings/1/minutes/publication');
  await press(az.t('meetings.publish.title'));
  expect(await said()).toContain(az.t('meetings.stage.published'));

  await open('/opening');
  const shown = new RegExp(`^${az.t('home.opening.show', { name: '\0' }).replace('\0', '.+')}$`);
  for (let left = 10; left > 0 && (await tab.getByRole('button', { name: shown }).count()) > 0; left -= 1)
    await tab
      .getByRole('button', { name: shown })
      .first()
      .press('Enter')
      .then(() => tab.waitForLoadState());
  await press(az.t('home.opening.open'));
});

test('a visitor reads what was decided, by which article, and counts it again', async () => {
  const visitor = await visit(browser, { script: false });
  const read = async (below: string): Promise<string> => {
    const answer = await visitor.tab.goto(at(below));
    expect([below, answer?.status()]).toEqual([below, 200]);
    return (await visitor.tab.getByRole('main').textContent()) ?? '';
  };
  const register = await read('/decisions');
  for (const words of ['Təsis qaydası', 'Reqlament', 'Memorandum', `Koordinator: ${COORDINATOR}`])
    expect(register).toContain(words);
  const minutes = await read('/meetings/1/minutes');
  for (const words of [PLAN_TASK, COORDINATOR, 'Memorandum qəbul edilsin']) expect(minutes).toContain(words);
  // By its name, as a citation is read aloud.
  expect(minutes).not.toContain('founding');
  expect(await read('/decisions/1')).toContain(
    az.t('meetings.by_article', { article: '4', document: az.t('forum.documents.founding.title') }),
  );
  expect(await read('/documents/rules')).toContain(az.t('forum.documents.ballot_no', { number: 2 }));
  expect(await read('/decisions/tasks')).toContain(PLAN_TASK);
  // Two years, as the rules say that were adopted the same day.
  expect(await read('/members/leads')).toContain(az.date(writtenDay('2028-12-02')!));

  const ballots = [
    ['/ballots/1', az.t('ballots.verdict.adopted', { for: 21, against: 0, abstain: 0 })],
    ['/ballots/2', az.t('ballots.verdict.adopted', { for: 19, against: 1, abstain: 1 })],
    ['/ballots/3', az.t('ballots.verdict.adopted', { for: 18, against: 2, abstain: 1 })],
    ['/ballots/4', az.t('ballots.verdict.elected', { option: ELECTED })],
  ] as const;
  for (const [ballot, verdict] of ballots) {
    const page = await read(ballot);
    expect(page).toContain(verdict);
    // All of them cite the founding procedure, with the arithmetic of its articles.
    expect(page).toContain(az.t('ballots.article', { article: '3' }));
    expect(page).toContain(az.t('ballots.article', { article: '4' }));
    expect(page).toContain(az.t('ballots.result.quorum_steps'));
    const file = path.join(house.folder, 'ballot.json');
    writeFileSync(file, await (await fetch(at(`${ballot}/export.json`))).text());
    const told = await house.ortaq('verify', file);
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toContain(wordsOf('en').t('ballots.verifying.page.fits'));
  }
  await visitor.leave();
});
