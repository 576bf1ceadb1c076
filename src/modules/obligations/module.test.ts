import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type Actor, SYSTEM } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { Runner } from '#core/jobs/runner.ts';
import { addDays, day } from '#core/time/plain-date.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../texts.gen.ts';
import { addCalendarDay, withdrawCalendarDay } from './calendar/commands.ts';
import { caseByNumber, casesPage } from './cases/queries.ts';
import { PUBLIC_EYES } from './cases/schema.ts';
import { extendByHand, fulfilByHand, openByHand, waiveByHand } from './keeping/commands.ts';
import { obligationsModule } from './module.ts';
import { stateOn } from './rules.ts';
import { quietNeeds } from './samples.ts';

const BARE = { files: [], seenBy: 'concerned' as const, paper: null };

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const module = obligationsModule(quietNeeds((code) => langs[code]));

const said = (made: Result<unknown>): string =>
  made.ok ? 'ok' : `${made.refusal.kind}: ${(made.refusal.fields?.[0]?.message ?? made.refusal.message).key}`;
const keeper = (on: Stage): Actor => person(on.forum.id, 'secretary');
const moment = (on: Stage) => ({ today: on.today, now: on.now });
const bodyOf = (on: Stage, key = 'excom'): Promise<string> =>
  loadNamedBody(asSystem(on), { key, kind: 'ngo', name: { az: `${key} adı`, en: `Body ${key}` }, source: 'm' });
const come = (on: Stage, actor?: Actor) =>
  visitor(on, { routes: module.routes, langs, language: 'en', ...(actor ? { actor } : {}) });

async function opened(on: Stage, given: Partial<Parameters<typeof openByHand.run>[1]> & { body: string }) {
  const made = await on.as(keeper(on))(openByHand, {
    ...{
      rule: 'az.information.answer',
      title: { en: 'Answer about the budget' },
      on: on.today,
      at: null,
      reference: 'No 12',
    },
    ...given,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

function runnerOf(on: Stage): Runner {
  return new Runner({
    house: on.house,
    kinds: module.jobs ?? [],
    forums: () => [on.reference, on.forum],
    onTrouble: ({ problem }) => {
      throw problem;
    },
  });
}
const seenOf = async (on: Stage, number: number) =>
  (await caseByNumber(on.house.database.db, on.forum.id, number, moment(on), { all: true, bodies: [] }))!;

both('a case opened by hand', (scratch) => {
  it('has the due day of the law with every day explained; the page, the query and the files agree', async () => {
    const on = await stage(scratch);
    on.now = new Date('2026-03-19T08:00:00Z');
    const { number, due } = await opened(on, { body: await bodyOf(on) });
    expect([number, due]).toEqual([1, '2026-04-08']);
    const page = await come(on).get('/obligations/1');
    expect(page.status).toBe(200);
    for (const text of [
      '8 April 2026',
      'Body excom',
      'public holiday: Novruz',
      'art. 24.1',
      'Letter or document',
      'No 12',
    ])
      expect(page.text).toContain(text);
    const rows = page.text.match(/<tr>/g)!.length - 1;
    const json = JSON.parse((await come(on).get('/obligations/1.json')).text);
    expect(json.due_on).toBe(due);
    expect(json.days).toHaveLength(rows);
    expect(json.days.filter((one: { counted: boolean }) => one.counted)).toHaveLength(7);
    const list = await come(on).get('/obligations');
    expect(list.text).toContain('8 April 2026');
    expect(JSON.parse((await come(on).get('/obligations.json')).text).cases[0]).toMatchObject({
      number: 1,
      due_on: due,
    });
    expect((await come(on).get('/obligations.ics')).text).toContain('DTSTART;VALUE=DATE:20260408');
    expect(await on.entries()).toEqual([
      { kind: 'places.body_added', params: expect.anything() },
      { kind: 'obligations.case_opened', params: { number: 1, due } },
    ]);
  });

  it('is refused for days, rules, bodies and hours that cannot be', async () => {
    const on = await stage(scratch);
    const body = await bodyOf(on);
    const base = { rule: 'az.information.answer', body, title: { en: 'x' }, on: on.today, at: null, reference: null };
    const tries: readonly (readonly [object, string])[] = [
      [{ on: addDays(on.today, 1) }, 'bad_input: obligations.wrong.future'],
      [{ rule: 'no.such' }, 'bad_input: obligations.wrong.rule_then'],
      [{ rule: 'ogp.results_meeting', on: day('2021-12-31') }, 'bad_input: obligations.wrong.rule_then'],
      [{ body: on.forum.id }, 'bad_input: obligations.wrong.body'],
      [{ rule: 'az.information.danger' }, 'bad_input: obligations.refused.no_hour'],
      [{ on: '2026-02-30' }, 'bad_input: errors.shape'],
    ];
    for (const [given, verdict] of tries)
      expect(said(await on.as(keeper(on))(openByHand, { ...base, ...given } as never))).toBe(verdict);
    expect(said(await on.as(person(on.forum.id, 'member'))(openByHand, base))).toBe(
      'forbidden: obligations.denied.keep',
    );
  });

  it('is done, done late, waived, extended once; each closed case stays as it is', async () => {
    const on = await stage(scratch);
    on.now = new Date('2026-03-19T08:00:00Z');
    const body = await bodyOf(on);
    const act = on.as(keeper(on));
    const [a, b, c] = [await opened(on, { body }), await opened(on, { body }), await opened(on, { body })];
    expect(said(await act(extendByHand, { case: c.id, reason: { en: 'A large search' } }))).toBe('ok');
    expect(said(await act(extendByHand, { case: c.id, reason: { en: 'Again' } }))).toBe(
      'conflict: obligations.refused.no_extension',
    );
    expect((await seenOf(on, c.number)).dueOn).toBe('2026-04-17');
    expect((await seenOf(on, c.number)).changes).toMatchObject([
      { kind: 'extended', oldDue: '2026-04-08', newDue: '2026-04-17' },
    ]);
    on.now = new Date('2026-04-20T08:00:00Z');
    const did = (id: string, date: string) => ({
      case: id,
      on: day(date),
      source: { en: 'Letter No 14' },
      url: null,
      ...BARE,
    });
    expect(said(await act(fulfilByHand, did(a.id, '2026-03-18')))).toBe('bad_input: obligations.wrong.before_trigger');
    expect(said(await act(fulfilByHand, did(a.id, '2026-04-08')))).toBe('ok');
    expect(said(await act(fulfilByHand, did(a.id, '2026-04-08')))).toBe('conflict: obligations.refused.done_already');
    expect(said(await act(fulfilByHand, did(b.id, '2026-04-09')))).toBe('ok');
    expect(said(await act(extendByHand, { case: c.id, reason: { en: 'Late' } }))).toContain('conflict');
    expect(said(await act(waiveByHand, { case: c.id, reason: { en: 'The requester took it back' } }))).toBe('ok');
    const states = await Promise.all(
      [a, b, c].map(async ({ number }) => stateOn(await seenOf(on, number), moment(on))),
    );
    expect(states).toEqual(['done', 'done_late', 'waived']);
    for (const state of ['done', 'done_late', 'waived'] as const) {
      const asked = { state, body: null };
      const page = await casesPage(on.house.database.db, on.forum.id, asked, moment(on), PUBLIC_EYES, {
        size: 9,
        skip: 0,
      });
      expect(page).toHaveLength(1);
    }
    expect((await come(on).get('/obligations/3')).text).toContain('The requester took it back');
  });

  it('of hours falls due within a day, and the page is kept no longer', async () => {
    const on = await stage(scratch);
    on.now = new Date('2026-04-13T08:00:00Z');
    const body = await bodyOf(on);
    await opened(on, { body, rule: 'az.information.urgent', at: 12 * 60 });
    const seen = await seenOf(on, 1);
    expect(seen.dueAt?.toISOString()).toBe('2026-04-14T08:00:00.000Z');
    on.now = new Date('2026-04-14T07:59:00Z');
    expect(stateOn(seen, moment(on))).toBe('due_soon');
    on.now = new Date('2026-04-14T08:00:00Z');
    expect(stateOn(seen, moment(on))).toBe('overdue');
  });
});

both('a body that is late for the first time', (scratch) => {
  it('is not named in public before it was told; its keepers and itself see it', async () => {
    const on = await stage(scratch);
    on.now = new Date('2026-03-19T08:00:00Z');
    const body = await bodyOf(on);
    const { id } = await opened(on, { body });
    on.now = new Date('2026-04-09T08:00:00Z');
    const stranger = come(on);
    expect((await stranger.get('/obligations')).text).toContain('1 more matter is overdue for the first time');
    expect((await stranger.get('/obligations')).text).not.toContain('Answer about the budget');
    expect((await stranger.get('/obligations/1')).status).toBe(404);
    expect((await stranger.get('/obligations/1.json')).status).toBe(404);
    expect((await come(on, keeper(on)).get('/obligations')).text).toContain('Answer about the budget');
    const own: Actor = {
      kind: 'person',
      id: on.forum.id,
      name: 'x',
      roles: [{ role: 'executor', forum: on.forum.id, body }],
    };
    expect((await come(on, own).get('/obligations/1')).status).toBe(200);
    await sql`insert into obligations_first_latenesses (forum_id, body_id, case_id, told_on, public_on, entered_at)
      values (${on.forum.id}, ${body}, ${id}, '2026-04-09', '2026-04-12', ${on.now})`.execute(on.house.database.db);
    on.now = new Date('2026-04-11T08:00:00Z');
    expect((await stranger.get('/obligations/1')).status).toBe(404);
    on.now = new Date('2026-04-12T08:00:00Z');
    expect((await stranger.get('/obligations')).text).toContain('Overdue by 4 days');
    expect(JSON.parse((await stranger.get('/obligations.json?state=overdue')).text).cases).toHaveLength(1);
  });
});

both('a day that a decree adds to the calendar', (scratch) => {
  const dayOf = (date: string, kind: 'rest' | 'working' | 'holiday') => ({
    ...{
      country: 'AZ',
      day: day(date),
      kind,
      name: { az: 'Qərarla', en: 'By decree' },
      source: 'Cabinet No 1',
      url: null,
    },
  });
  const add = (on: Stage, date: string, kind: 'rest' | 'working' | 'holiday') =>
    on.as(person(null, 'operator'), on.reference)(addCalendarDay, dayOf(date, kind));

  it('counts open cases anew in the background and leaves a trace on each; taken back, it leaves another', async () => {
    const on = await stage(scratch);
    on.now = new Date('2026-03-19T08:00:00Z');
    const body = await bodyOf(on);
    await opened(on, { body });
    const done = await opened(on, { body });
    await on.as(keeper(on))(fulfilByHand, {
      case: done.id,
      on: on.today,
      source: { en: 'Letter' },
      url: null,
      ...BARE,
    });
    const added = await add(on, '2026-04-01', 'rest');
    expect(said(added)).toBe('ok');
    expect((await seenOf(on, 1)).dueOn).toBe('2026-04-08');
    const runner = runnerOf(on);
    await runner.runDue();
    expect(await seenOf(on, 1)).toMatchObject({
      dueOn: '2026-04-09',
      changes: [
        { kind: 'calendar', oldDue: '2026-04-08', newDue: '2026-04-09', why: { params: { source: 'Cabinet No 1' } } },
      ],
    });
    expect((await seenOf(on, done.number)).changes).toEqual([]);
    const page = (await come(on).get('/obligations/1')).text;
    expect(page).toContain('Due 9 April 2026 instead of 8 April 2026.');
    expect(page).toContain('declared a rest day: By decree');
    expect((await on.entries()).at(-1)).toEqual({
      kind: 'obligations.due_days_moved',
      params: { n: 1, day: '2026-04-01' },
    });
    await runner.runDue();
    expect((await seenOf(on, 1)).changes).toHaveLength(1);
    if (!added.ok) return;
    const operator = on.as(person(null, 'operator'), on.reference);
    expect(said(await operator(withdrawCalendarDay, { day: added.value.id, reason: 'Mistake' }))).toBe('ok');
    expect(said(await operator(withdrawCalendarDay, { day: added.value.id, reason: 'Mistake' }))).toContain('conflict');
    await runner.runDue();
    expect(await seenOf(on, 1)).toMatchObject({ dueOn: '2026-04-08', changes: [{}, { newDue: '2026-04-08' }] });
  });

  it('can be a working Saturday, which makes terms end earlier', async () => {
    const on = await stage(scratch);
    on.now = new Date('2026-03-19T08:00:00Z');
    await opened(on, { body: await bodyOf(on) });
    expect(said(await add(on, '2026-04-04', 'working'))).toBe('ok');
    await runnerOf(on).runDue();
    expect((await seenOf(on, 1)).dueOn).toBe('2026-04-07');
  });

  it('is refused with a sentence when it contradicts what is there', async () => {
    const on = await stage(scratch);
    expect(said(await add(on, '2026-04-01', 'rest'))).toBe('ok');
    const tries: readonly (readonly [string, 'rest' | 'working' | 'holiday', string])[] = [
      ['2026-04-01', 'working', 'bad_input: obligations.calendar.contradicts'],
      ['2026-04-01', 'holiday', 'bad_input: obligations.calendar.contradicts'],
      ['2026-04-02', 'working', 'bad_input: obligations.calendar.works_already'],
      ['2026-03-20', 'working', 'bad_input: obligations.calendar.is_holiday'],
      ['2026-04-04', 'rest', 'bad_input: obligations.calendar.rests_already'],
      ['2025-06-21', 'rest', 'bad_input: obligations.calendar.contradicts'],
      ['2040-01-01', 'rest', 'bad_input: core.due.outside'],
    ];
    for (const [date, kind, verdict] of tries)
      expect(`${date} ${kind} ${said(await add(on, date, kind))}`).toBe(`${date} ${kind} ${verdict}`);
    const coordinator = on.as(person(on.forum.id, 'coordinator'), on.reference);
    expect(said(await coordinator(addCalendarDay, dayOf('2026-05-04', 'rest')))).toBe(
      'forbidden: obligations.denied.calendar',
    );
  });

  it('is added in a page by the operator, errors at the field', async () => {
    const on = await stage(scratch);
    const operator = come(on, person(null, 'operator'));
    const typed = { day: '01.04.2026', kind: 'rest', name_az: 'Qərarla', source: 'Nazirlər Kabineti', url: '' };
    expect((await operator.post('/en/calendars/AZ', { ...typed, day: '31.04.2026' })).text).toContain('href="#f-day"');
    expect((await operator.post('/en/calendars/AZ', typed)).to).toBe('/en/calendars/AZ?done=added');
    const shown = await come(on).get('/en/calendars/AZ');
    expect(shown.page?.title).toBe('Working-day calendar: Azerbaijan');
    expect(shown.text).toContain('1 April 2026');
    expect((await come(on).post('/en/calendars/AZ', typed)).status).toBe(401);
    expect((await come(on).get('/en/calendars/XX')).status).toBe(404);
  });
});

both('the pages of keepers', (scratch) => {
  it('open a case, record what was done and write a rule, each only for keepers', async () => {
    const on = await stage(scratch);
    const body = await bodyOf(on);
    const act = come(on, keeper(on));
    for (const path of ['/obligations/new', '/obligations/rules/new']) {
      expect((await come(on).get(path)).status).toBe(401);
      expect((await act.get(path)).status).toBe(200);
    }
    const rule = { key: 'minutes', title_en: 'Minutes', basis: 'Rules, art. 9', owed_to: 'members', n: '10' };
    const more = { unit: 'working_days', extension: '', from: '2026-01-01', url: '' };
    expect((await act.post('/obligations/rules', { ...rule, ...more, n: '10000' })).text).toContain('href="#f-n"');
    expect((await act.post('/obligations/rules', { ...rule, ...more, n: '0' })).text).toContain('href="#f-n"');
    expect((await act.post('/obligations/rules', { ...rule, ...more })).to).toContain('done=written');
    expect((await come(on).get('/obligations/rules')).text).toContain('10 working days');
    const typed = { rule: 'minutes', body, title: 'Minutes of the founding', on: '20.11.2026', at: '', reference: '' };
    const wrong = await act.post('/obligations', { ...typed, on: '31.02.2026', title: '' });
    expect([...wrong.text.matchAll(/<a href="#f-(\w+)">/g)].map(([, field]) => field)).toEqual(['title', 'on']);
    expect((await act.post('/obligations', typed)).to).toContain('/obligations/1?done=opened');
    expect((await act.post('/obligations/1/fulfilment', { on_day: '2026-11-23', source: '', url: '' })).text).toContain(
      'href="#f-source"',
    );
    expect(
      (await act.post('/obligations/1/fulfilment', { on_day: '2026-11-23', source: 'Page', url: '' })).to,
    ).toContain('done=fulfilled');
    expect((await come(on).get('/obligations/1')).text).toContain('Done in time');
    expect((await come(on).post('/obligations/1/waiver', { reason: 'x' })).status).toBe(401);
  });
});

it('the program alone counts anew', () => {
  const recount = module.commands.find(({ name }) => name === 'obligations.recount')!;
  const ask = (actor: Actor) => (recount.access as (ctx: object) => { may: boolean })({ actor }).may;
  expect([ask(SYSTEM), ask(person(null, 'operator'))]).toEqual([true, false]);
});
