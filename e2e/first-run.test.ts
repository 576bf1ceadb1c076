import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Visitor, visit } from './parts/browser.ts';
import { answerDuties } from './parts/duties.ts';
import { field, press } from './parts/forms.ts';
import { type House, startHouse } from './parts/house.ts';
import { wordsOf } from './parts/words.ts';

/** The first five minutes of somebody whose installation is empty: in by the printed link, a platform, a plan by hand. */
let house: House;
let browser: Browser;
let first: Visitor;

const az = wordsOf('az');
const FORUM = 'sinaq-rayonu';

beforeAll(async () => {
  house = await startHouse({ args: ['--empty'] });
  browser = await openBrowser();
  first = await visit(browser, { width: 412, script: false });
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const heading = (name: string) => first.tab.getByRole('heading', { level: 1, name }).waitFor();

describe('an empty installation', () => {
  test('asks one question and prints a link that lets the first coordinator in, once', async () => {
    const { tab } = first;
    const link = new RegExp(`${house.origin}/az/sign-in/\\S+`).exec(house.said())?.[0];
    expect(link).toBeDefined();
    await tab.goto(house.origin);
    await heading(az.t('home.start.question'));
    await tab.goto(link!);
    const name = az.t('core.first_coordinator');
    await press(tab, az.t('identity.press.deed', { name }));
    await heading(az.t('home.start.question'));

    const other = await visit(browser);
    const answer = await other.tab.goto(link!);
    expect(answer?.status()).toBeGreaterThanOrEqual(400);
    expect(await other.tab.getByRole('main').textContent()).toContain(az.t('identity.refused.first_link_over'));
    await other.leave();
  });

  test('opens a platform by its name alone, and offers the next steps', async () => {
    const { tab } = first;
    await tab.goto(`${house.origin}/az/forums/new`);
    await press(tab, az.t('home.forum.open'));
    await tab.getByText(az.t('home.forum.name_missing')).first().waitFor();
    await field(tab, az.t('home.forum.name_az')).fill('Sınaq rayonu');
    await press(tab, az.t('home.forum.open'));
    expect(new URL(tab.url()).pathname).toBe(`/az/${FORUM}`);
    await heading(az.t('home.front.title'));
    await tab.goto(`${house.origin}/az/start`);
    await tab.getByRole('link', { name: `${az.t('home.start.go')}: ${az.t('home.start.meeting')}` }).click();
    expect(new URL(tab.url()).pathname).toBe(`/az/${FORUM}/meetings/new`);
  });

  test('stores no name before the operator has answered the legal duties, and says where', async () => {
    const { tab } = first;
    await tab.goto(`${house.origin}/az/${FORUM}/people/new`);
    await tab.getByRole('link', { name: az.t('identity.people.duties') }).click();
    await answerDuties(tab, house.origin, az);
    await tab.goto(`${house.origin}/az/${FORUM}/people/new`);
    await field(tab, az.t('identity.field.name')).waitFor();
  });

  test('takes a body and a plan by hand, kept from visitors until it is adopted', async () => {
    const { tab } = first;
    await tab.goto(`${house.origin}/az/${FORUM}/bodies/new`);
    await field(tab, az.t('places.field.kind')).selectOption('municipality');
    const name = az.t('places.form.name_in', { language: az.t('core.language.az') });
    await field(tab, name).fill('Sınaq bələdiyyəsi');
    await press(tab, az.t('places.form.add'));
    await heading('Sınaq bələdiyyəsi');

    await tab.goto(`${house.origin}/az/${FORUM}/plans/new`);
    await field(tab, az.t('plans.plan.form.title')).fill('Sınaq planı 2026–2027');
    await field(tab, az.t('plans.plan.form.starts_on')).fill('2026-11-01');
    await field(tab, az.t('plans.plan.form.ends_on')).fill('2027-12-31');
    await press(tab, az.t('plans.plan.new.deed'));
    await field(tab, az.t('plans.plan.points.number')).fill('1');
    await field(tab, az.t('plans.plan.points.name')).fill('Elektron xidmətlər');
    await press(tab, az.t('plans.plan.points.deed'));

    const plan = `${house.origin}/az/${FORUM}/plans/sinaq-plani-2026-2027`;
    await tab.goto(`${plan}/measures/new`);
    // A due day before the first day is refused with what was typed kept.
    await field(tab, az.t('plans.measures.form.number')).fill('1.1');
    await field(tab, az.t('plans.measures.form.title')).fill('Kəndlərdə ödəniş terminalları');
    await field(tab, az.t('plans.measures.form.due_on')).fill('2026-01-31');
    const executor = tab.getByRole('group', { name: az.t('plans.measures.form.executor_nth', { n: 1 }) });
    await field(executor, az.t('plans.measures.form.executor_body')).selectOption({ label: 'Sınaq bələdiyyəsi' });
    await press(tab, az.t('plans.measures.new.deed'));
    expect(await field(tab, az.t('plans.measures.form.title')).inputValue()).toBe('Kəndlərdə ödəniş terminalları');
    await field(tab, az.t('plans.measures.form.due_on')).fill('2027-06-30');
    await press(tab, az.t('plans.measures.new.deed'));
    await tab.goto(`${plan}/measures/1.1`);
    await heading('Kəndlərdə ödəniş terminalları');

    expect((await fetch(plan)).status).toBe(404);
    for (const [stage, day] of [
      ['adopted', '2026-11-02'],
      ['in_force', '2026-11-03'],
    ] as const) {
      await tab.goto(`${plan}/stages`);
      await field(tab, az.t('plans.plan.stages.stage')).selectOption(stage);
      await field(tab, az.t('plans.plan.stages.from_day')).fill(day);
      await field(tab, az.t('plans.plan.stages.source')).fill('Platformanın 1 nömrəli qərarı');
      await press(tab, az.t('plans.plan.stages.deed'));
    }
    const visitor = await visit(browser, { script: false });
    // In preparation strangers learn the name of the platform and nothing else.
    await visitor.tab.goto(plan);
    await visitor.tab.getByText('“Sınaq rayonu”').waitFor();
    expect((await fetch(plan)).status).toBe(404);

    await tab.goto(`${house.origin}/az/${FORUM}/opening`);
    for (const part of ['plans.part', 'places.part'] as const)
      await press(tab, az.t('home.opening.show', { name: az.t(part) }));
    await press(tab, az.t('home.opening.open'));
    await tab.getByText(az.t('home.opening.done_opened'), { exact: true }).waitFor();
    await visitor.tab.goto(plan);
    await visitor.tab.getByRole('link', { name: 'Kəndlərdə ödəniş terminalları' }).click();
    expect(await visitor.tab.getByRole('main').textContent()).toContain('Sınaq bələdiyyəsi');
    await visitor.leave();
  });
});

/** The recovered rows of the real plan, where somebody laid them beside this folder. */
const REAL = fileURLToPath(new URL('../../shared/data/nap-2016-2018.csv', import.meta.url));

test.skipIf(!existsSync(REAL))(
  'the recovered national plan comes in by one command, the unknown stays unknown',
  async () => {
    const told = await house.ortaq('import', 'plan', REAL);
    expect(told.err).toBe('');
    expect(told.code).toBe(0);
    expect(told.out).toMatch(/58 .*13 /);
    const { tab } = first;
    await tab.goto(`${house.origin}/az/${FORUM}/plans`);
    await tab.getByRole('link', { name: /2016/ }).first().click();
    const page = (await tab.getByRole('main').textContent()) ?? '';
    expect(page).toContain('58');
    expect(page).toContain('13');
    expect(await (await fetch(tab.url())).text()).toContain('measures/');
  },
);
