import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { contextOf } from '#core/house.ts';
import { addDays } from '#core/time/plain-date.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { moveItem, removeItem, writeItem } from './agenda/commands.ts';
import { itemsOf } from './agenda/queries.ts';
import { attend, begin, end, keepNote } from './attendance/commands.ts';
import { callMeeting, cancelMeeting, changeCall, invite } from './calls/commands.ts';
import { breachRows, meetingOf } from './calls/queries.ts';
import { sessionOf, writeDecision } from './contract.ts';
import { decide, endTask, giveTask } from './decisions/commands.ts';
import { decisionsOf, tasksIn } from './decisions/queries.ts';
import { answerRemark, approve, circulate, correctMinutes, publishMinutes, remark } from './minutes/commands.ts';
import { remarksOf, stagesOf } from './minutes/queries.ts';
import type { MeetingId } from './schema.ts';

const said = (made: Result<unknown>): string =>
  made.ok ? 'ok' : `${made.refusal.kind}: ${(made.refusal.fields?.[0]?.message ?? made.refusal.message).key}`;
function must<T>(made: Result<T>): T {
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}
const db = (on: Stage) => on.house.database.db;
const keeper = (on: Stage): Actor => person(on.forum.id, 'secretary');
const does = (on: Stage) => on.as(keeper(on));
const ngo = (on: Stage) =>
  loadNamedBody(asSystem(on), { key: 'arx', kind: 'ngo', name: { az: 'Arx birliyi', en: 'Arkh' }, source: 'm' });
const pass = (on: Stage, days: number) => {
  on.now = new Date(on.now.getTime() + days * 86_400_000);
};

async function called(on: Stage, days: number, given: object = {}, keeping: string | null = null) {
  const body = keeping ?? (await ngo(on));
  const call = {
    ...{ kind: 'assembly' as const, title: { az: 'Birinci iclas' }, on: addDays(on.today, days), hour: '10:00' },
    ...{ until: null, place: { az: 'Zal' }, placeId: null, link: null, group: null, convener: 'coordinator' as const },
    ...{ members: null, body, language: 'az' as const, urgent: false, reason: null, ...given },
  };
  const made = must(await does(on)(callMeeting, { call, invited: null }));
  return { ...made, call, body };
}
const text = (title: string) => ({
  ...{ kind: 'decision' as const, title: { az: title }, words: null, seat: null, presenter: null, about: [] },
});
const add = async (on: Stage, meeting: MeetingId, title: string) =>
  must(await does(on)(writeItem, { meeting, item: null, ...text(title) })).id;
/** What of meetings stands in the public record. */
const written = async (on: Stage) =>
  (await on.entries()).flatMap(({ kind }) => (kind.startsWith('meetings.') ? [kind] : []));
const moment = (meeting: MeetingId) => ({ meeting, item: null, hour: null });

/** A meeting held today with one item. */
async function held(on: Stage) {
  const made = await called(on, 0);
  const item = await add(on, made.id, 'Məsələ');
  must(await does(on)(invite, { meeting: made.id }));
  must(await does(on)(begin, moment(made.id)));
  must(await does(on)(begin, { ...moment(made.id), item }));
  return { ...made, item };
}

both('a meeting', (scratch) => {
  it('is a draft of its keepers until the invitation; then moved with a reason, its old day kept', async () => {
    const on = await stage(scratch);
    const { id, number, call } = await called(on, 20);
    expect(await written(on)).toEqual([]);
    expect(await sessionOf(db(on), on.forum, { meeting: id, item: id })).toBeNull();
    must(await does(on)(invite, { meeting: id }));
    expect(said(await does(on)(invite, { meeting: id }))).toBe('conflict: meetings.refused.invited');
    const later = { ...call, on: addDays(on.today, 30) };
    expect(said(await does(on)(changeCall, { meeting: id, call: later }))).toContain('no_move_reason');
    must(await does(on)(changeCall, { meeting: id, call: { ...later, reason: 'Zal təmirdədir' } }));
    const meeting = await meetingOf(db(on), on.forum.id, { number });
    expect(meeting?.calls.map((one) => one.on)).toEqual([call.on, later.on]);
    // No rules are in force: said once, and the meeting may go on.
    expect((await breachRows(db(on), on.forum.id, id)).map(({ kind }) => kind)).toEqual(['no_rules']);
    must(await does(on)(cancelMeeting, { meeting: id, reason: 'Qar yağıb' }));
    expect(said(await does(on)(begin, moment(id)))).toBe('conflict: meetings.refused.cancelled');
    expect(await written(on)).toEqual([...['meetings.invited', 'meetings.changed', 'meetings.cancelled']]);
  });

  it('on a past day is entered afterwards and says so; one to come does not begin before its day', async () => {
    const on = await stage(scratch);
    const past = await called(on, -10);
    expect((await meetingOf(db(on), on.forum.id, { id: past.id }))?.afterwards).toBe(true);
    expect(await written(on)).toEqual(['meetings.entered']);
    const next = await called(on, 5, {}, past.body);
    must(await does(on)(invite, { meeting: next.id }));
    expect(said(await does(on)(begin, moment(next.id)))).toBe('conflict: meetings.refused.too_early');
    expect(said(await on.as(person(on.forum.id, 'member'))(begin, moment(next.id)))).toBe(
      'forbidden: meetings.denied.keep',
    );
    expect([past.number, next.number]).toEqual([1, 2]);
  });

  it('has an agenda in versions: order, words and removal change nothing that was', async () => {
    const on = await stage(scratch);
    const { id } = await called(on, 20);
    const [first, second] = [await add(on, id, 'Bir'), await add(on, id, 'İki')];
    must(await does(on)(moveItem, { meeting: id, item: second, to: 'up' as const }));
    const titles = async () => (await itemsOf(db(on), on.forum.id, id)).map((one) => `${one.number} ${one.title.az}`);
    expect(await titles()).toEqual(['1 İki', '2 Bir']);
    must(await does(on)(removeItem, { meeting: id, item: second }));
    must(await does(on)(writeItem, { meeting: id, item: first, ...text('Bir, düzəldilmiş') }));
    expect(await titles()).toEqual(['1 Bir, düzəldilmiş']);
    expect(said(await does(on)(moveItem, { meeting: id, item: second, to: 'up' as const }))).toContain('no_item');
  });

  it('takes attendance of no seat that there is not, and nothing before it begins', async () => {
    const on = await stage(scratch);
    const { id } = await called(on, 0);
    must(await does(on)(invite, { meeting: id }));
    const rows = [{ key: 'nobody', way: 'hall' as const, carriedBy: null }];
    expect(said(await does(on)(attend, { meeting: id, from: null, rows }))).toContain('not_begun');
    must(await does(on)(begin, moment(id)));
    expect(said(await does(on)(attend, { meeting: id, from: null, rows }))).toContain('no_elector');
    expect(said(await does(on)(begin, moment(id)))).toBe('conflict: meetings.refused.begun');
  });
});

both('decisions', (scratch) => {
  it('get numbers without a gap, also by ballot, and are corrected by a new one only, once', async () => {
    const on = await stage(scratch);
    const { id, item } = await held(on);
    const decision = {
      meeting: id,
      item,
      kind: 'consensus' as const,
      words: { az: 'Yol təmir edilsin' },
      corrects: null,
    };
    const first = must(await does(on)(decide, decision));
    const byBallot = await on.house.database.transaction(async (trx) =>
      writeDecision(contextOf(on.house, { actor: keeper(on), forum: on.forum, lang: 'en', requestId: 't' }, trx), {
        ...{ on: on.today, words: { az: 'Səslə' }, kind: 'ballot', meeting: id, item, corrects: null },
        ...{ ballot: { id: '01900000-0000-7000-8000-00000000aaaa', number: 1 }, document: 'rules', article: '8.2' },
      }),
    );
    const next = must(await does(on)(decide, { ...decision, corrects: first.id }));
    expect([first.number, byBallot.number, next.number]).toEqual([1, 2, 3]);
    expect(said(await does(on)(decide, { ...decision, corrects: first.id }))).toContain('corrected_already');
    expect((await decisionsOf(db(on), on.forum.id)).map((one) => one.words.az)).toEqual([
      ...['Yol təmir edilsin', 'Səslə', 'Yol təmir edilsin'],
    ]);
  });

  it('numbers two decisions at once apart', async () => {
    const on = await stage(scratch);
    const { id, item } = await held(on);
    const decision = { meeting: id, item, kind: 'noted' as const, words: { az: 'Nəzərə alınsın' }, corrects: null };
    const made = await Promise.all([does(on)(decide, decision), does(on)(decide, decision)]);
    expect(made.map((one) => must(one).number).toSorted()).toEqual([1, 2]);
  });

  it('give tasks that are owed, and done once by whoever owes them', async () => {
    const on = await stage(scratch);
    const { id, item, body } = await held(on);
    const task = must(
      await does(on)(giveTask, {
        ...{ meeting: id, item, decision: null, words: { az: 'Siyahı' }, body, seat: null, office: null },
        due: addDays(on.today, 14),
      }),
    );
    const ended = { task: task.id, on: on.today, words: { az: 'Təqdim edildi' }, path: null };
    expect(said(await on.as(person(on.forum.id, 'evaluator'))(endTask, ended))).toBe('forbidden: meetings.denied.task');
    const roles = [{ role: 'member', forum: on.forum.id, body }];
    const member: Actor = { kind: 'person', id: '01900000-0000-7000-8000-00000000cafe', name: 'Üzv', roles };
    must(await on.as(member)(endTask, ended));
    expect(said(await on.as(member)(endTask, ended))).toBe('conflict: meetings.refused.task_ended');
    expect((await tasksIn(db(on), on.forum.id))[0]?.ended?.on).toBe(on.today);
  });
});

both('minutes', (scratch) => {
  it('go round, are remarked on, answered, approved by silence of nobody, and then stay as they are', async () => {
    const on = await stage(scratch);
    const { id, item, body } = await held(on);
    must(await does(on)(keepNote, { meeting: id, item, kind: 'text', words: { az: 'Müzakirə olundu' } }));
    expect(said(await does(on)(circulate, { meeting: id, until: on.today }))).toContain('not_ended');
    must(await does(on)(end, moment(id)));
    must(await does(on)(circulate, { meeting: id, until: addDays(on.today, 7) }));
    const words = 'Üç nəfər danışmışdı';
    const stranger = said(await on.as(person(on.forum.id, 'evaluator'))(remark, { meeting: id, item, body, words }));
    expect(stranger).toBe('forbidden: meetings.denied.remark');
    must(await does(on)(remark, { meeting: id, item, body, words }));
    const paper = { meeting: id, how: 'paper' as const, byMeeting: null };
    expect(said(await does(on)(approve, paper))).toBe('conflict: meetings.refused.remarks_open');
    const [asked] = await remarksOf(db(on), on.forum.id, id);
    must(await does(on)(answerRemark, { meeting: id, remark: asked!.id, accepted: true, words: 'Əlavə edildi' }));
    expect(said(await does(on)(approve, { ...paper, how: 'silence' }))).toContain('silence_early');
    pass(on, 8);
    expect(said(await does(on)(approve, { ...paper, how: 'silence' }))).toContain('silence_remarks');
    expect(said(await does(on)(approve, { ...paper, how: 'meeting', byMeeting: id }))).toContain('no_by_meeting');
    expect(said(await does(on)(publishMinutes, { meeting: id }))).toBe('conflict: meetings.refused.not_approved');
    must(await does(on)(approve, paper));
    const before = (await stagesOf(db(on), on.forum.id, id)).approved?.content;
    const late = said(await does(on)(keepNote, { meeting: id, item, kind: 'text', words: { az: 'Başqa' } }));
    expect(late).toBe('conflict: meetings.refused.approved');
    must(await does(on)(correctMinutes, { meeting: id, item, words: { az: 'Dörd nəfər' }, decision: '2-ci iclas' }));
    must(await does(on)(publishMinutes, { meeting: id }));
    expect((await stagesOf(db(on), on.forum.id, id)).approved?.content).toEqual(before);
    expect(before?.items[0]?.text).toEqual({ az: 'Müzakirə olundu' });
  });
});
