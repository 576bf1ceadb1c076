import type { Actor } from '#core/actor.ts';
import type { Result } from '#core/errors/result.ts';
import type { Together } from '#core/house.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { writeItem } from './agenda/commands.ts';
import { attend, begin, end, keepGuest, keepNote } from './attendance/commands.ts';
import { hallOf } from './attendance/queries.ts';
import { callMeeting, invite } from './calls/commands.ts';
import { meetingOf } from './calls/queries.ts';
import type { Call } from './calls/schema.ts';
import { decide, endTask, giveTask } from './decisions/commands.ts';
import { tasksIn } from './decisions/queries.ts';
import type { TaskId } from './decisions/schema.ts';
import {
  DEMO_HALL,
  DEMO_HELD,
  DEMO_KEEPER,
  DEMO_NEXT,
  DEMO_VILLAGE,
  type DemoItem,
  HELD_ITEMS,
  NEXT_ITEMS,
} from './demo/meetings.ts';
import { approve, circulate, publishMinutes } from './minutes/commands.ts';
import type { AttendanceWay, ItemId, MeetingId } from './schema.ts';
import { recordVillage } from './villages/commands.ts';

/** Where the made-up meetings are loaded. */
export interface MeetingWorld {
  readonly together: Together;
  readonly today: PlainDate;
  readonly forum: string;
  readonly language: Call['language'];
  /** Ids of bodies and places by their keys. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, string>;
  readonly coordinator: Actor;
}

/** Loads a meeting that was held, with its minutes, one that is called for next week, and one in a village. */
export async function loadMeetings(world: MeetingWorld): Promise<void> {
  const { together, today, coordinator } = world;
  together.as(coordinator);
  const held = await loadHeld(world);
  await loadMinutes(world, held);
  await loadVillage(world);
  together.at(addDays(today, DEMO_NEXT.invited));
  const next = await called(world, { title: DEMO_NEXT.title, on: DEMO_NEXT.on, hour: DEMO_NEXT.hour });
  for (const item of NEXT_ITEMS) await written(world, next, item);
  await must(together.perform(invite, { meeting: next }));
  together.at(null);
  together.as(null);
}

async function called(
  { together, today, bodies, language }: MeetingWorld,
  of: { readonly title: Call['title']; readonly on: number; readonly hour: string },
): Promise<MeetingId> {
  const call: Call = {
    ...{ kind: 'assembly', title: of.title, on: addDays(today, of.on), hour: of.hour, until: null, place: DEMO_HALL },
    ...{
      placeId: null,
      link: null,
      group: null,
      convener: 'coordinator',
      members: null,
      body: bodies.get(DEMO_KEEPER)!,
      language,
    },
    ...{ urgent: false, reason: null },
  };
  return (await must(together.perform(callMeeting, { call, invited: null }))).id;
}

async function written({ together }: MeetingWorld, meeting: MeetingId, item: DemoItem): Promise<ItemId> {
  const about = item.page ? [{ type: 'page' as const, id: item.page }] : [];
  const text = { kind: item.kind, title: { ...item.title }, words: null, seat: null, presenter: null, about };
  return (await must(together.perform(writeItem, { meeting, item: null, ...text }))).id;
}

async function loadHeld(world: MeetingWorld): Promise<MeetingId> {
  const { together, today } = world;
  const on = (days: number) => together.at(addDays(today, days));
  on(DEMO_HELD.invited);
  const meeting = await called(world, DEMO_HELD);
  const ids = new Map<DemoItem, ItemId>();
  for (const item of HELD_ITEMS.filter((one) => !one.late)) ids.set(item, await written(world, meeting, item));
  await must(together.perform(invite, { meeting }));
  on(DEMO_HELD.late);
  for (const item of HELD_ITEMS.filter((one) => one.late)) ids.set(item, await written(world, meeting, item));
  on(DEMO_HELD.on);
  await must(together.perform(begin, { meeting, item: null, hour: DEMO_HELD.begun }));
  await loadAttendance(world, meeting);
  for (const guest of DEMO_HELD.guests)
    await must(together.perform(keepGuest, { meeting, guest: null, people: null, ...guest }));
  for (const [item, id] of ids) await loadItem(world, meeting, item, id);
  await must(together.perform(end, { meeting, item: null, hour: DEMO_HELD.ended }));
  return meeting;
}

async function loadAttendance({ together, forum, bodies }: MeetingWorld, meeting: MeetingId): Promise<void> {
  const found = await meetingOf(together.db, forum, { id: meeting });
  const { electorate } = await hallOf(together.db, forum, found!);
  const of = (keys: readonly string[], body: string | null) => keys.some((key) => bodies.get(key) === body);
  const wayOf = (body: string | null): AttendanceWay => {
    if (of(DEMO_HELD.absent, body)) return 'absent';
    if (of(DEMO_HELD.excused, body)) return 'excused';
    if (of(DEMO_HELD.alternates, body)) return 'alternate';
    return of(DEMO_HELD.online, body) ? 'online' : 'hall';
  };
  const rows = electorate.rows
    .filter((row) => row.filled)
    .map((row) => ({ key: row.key, way: wayOf(row.body), carriedBy: null }));
  await must(together.perform(attend, { meeting, from: null, rows }));
}

async function loadItem(world: MeetingWorld, meeting: MeetingId, item: DemoItem, id: ItemId): Promise<void> {
  const { together, today, bodies } = world;
  await must(together.perform(begin, { meeting, item: id, hour: null }));
  for (const kind of ['text', 'said'] as const) {
    const words = item[kind];
    if (words) await must(together.perform(keepNote, { meeting, item: id, kind, words: { ...words } }));
  }
  if (item.decision)
    await must(
      together.perform(decide, {
        ...{ meeting, item: id, kind: item.decision.kind, words: { ...item.decision.words }, corrects: null },
      }),
    );
  if (item.task) {
    const { words, body, due } = item.task;
    const asked = { words: { ...words }, body: bodies.get(body)!, seat: null, office: null, due: addDays(today, due) };
    await must(together.perform(giveTask, { meeting, item: id, decision: null, ...asked }));
  }
  await must(together.perform(end, { meeting, item: id, hour: null }));
}

async function loadMinutes({ together, today, forum }: MeetingWorld, meeting: MeetingId): Promise<void> {
  const on = (days: number) => together.at(addDays(today, days));
  on(DEMO_HELD.circulated);
  await must(together.perform(circulate, { meeting, until: addDays(today, DEMO_HELD.until) }));
  on(DEMO_HELD.approved);
  await must(together.perform(approve, { meeting, how: 'silence', byMeeting: null }));
  on(DEMO_HELD.published);
  await must(together.perform(publishMinutes, { meeting }));
  const done = HELD_ITEMS.find((item) => item.task?.done !== undefined)!.task!;
  const task = (await tasksIn(together.db, forum)).find((one) => one.words.az === done.words.az)!;
  on(done.done!);
  const words = { az: 'Yeni tarixlər bildirildi.', en: 'The new dates were said.', ru: 'Новые сроки сообщены.' };
  await must(together.perform(endTask, { task: task.id, on: addDays(today, done.done!), words, path: '/plans' }));
}

async function loadVillage({ together, today, bodies, places }: MeetingWorld): Promise<void> {
  const { on, recorded, place, body, title, where, points, women, men } = DEMO_VILLAGE;
  together.at(addDays(today, recorded));
  await must(
    together.perform(recordVillage, {
      ...{ title: { ...title }, on: addDays(today, on), placeId: places.get(place)!, place: { ...where } },
      ...{ body: bodies.get(body)!, women, men, sheet: null },
      points: points.map(({ topic, words }) => ({ topic, words: { ...words } })),
    }),
  );
}

async function must<T>(deed: Promise<Result<T>>): Promise<T> {
  const made = await deed;
  if (!made.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
}

/** One input of the right shape for each command of this module, by its name. */
export const meetingsInputs = (of: {
  readonly body: string;
  readonly task: string;
  readonly id: string;
  readonly today: PlainDate;
}) => {
  const [meeting, item] = [of.id as MeetingId, of.id as ItemId];
  const words = { az: 'Qərara alındı' };
  const call = {
    ...{ kind: 'assembly', title: { az: 'Növbəti iclas' }, on: of.today, hour: '10:00', until: null, place: null },
    ...{
      placeId: null,
      link: null,
      group: null,
      convener: 'coordinator',
      members: null,
      body: of.body,
      language: 'az',
    },
    ...{ urgent: false, reason: null },
  };
  const text = { kind: 'decision', title: words, words: null, seat: null, presenter: null, about: [] };
  return {
    'meetings.call': { call, invited: null },
    'meetings.change_call': { meeting, call },
    'meetings.invite': { meeting },
    'meetings.cancel': { meeting, reason: 'Yetərsay olmayacaq' },
    'meetings.write_item': { meeting, item: null, ...text },
    'meetings.remove_item': { meeting, item },
    'meetings.move_item': { meeting, item, to: 'up' },
    'meetings.attend': { meeting, from: null, rows: [{ key: of.id, way: 'hall', carriedBy: null }] },
    'meetings.stand_aside': { meeting, item, key: of.id, aside: true },
    'meetings.begin': { meeting, item: null, hour: '10:00' },
    'meetings.end': { meeting, item: null, hour: '12:00' },
    'meetings.keep_guest': { meeting, guest: null, kind: 'press', words: 'rayon qəzeti', people: null, n: 1 },
    'meetings.keep_note': { meeting, item: null, kind: 'text', words },
    'meetings.keep_sheet': {
      meeting,
      file: { sha256: '0'.repeat(64), mediaType: 'image/jpeg', name: 'vereq.jpg', size: 1 },
    },
    'meetings.decide': { meeting, item: null, kind: 'noted', words, corrects: null },
    'meetings.keep_outcome': { decision: of.id, state: 'carried_out', words, path: '/plans' },
    'meetings.give_task': {
      ...{ meeting, item: null, decision: null, words, body: of.body, seat: null, office: null, due: of.today },
    },
    'meetings.end_task': { task: of.task as TaskId, on: of.today, words, path: null },
    'meetings.circulate': { meeting, until: of.today },
    'meetings.remark': { meeting, item: null, body: of.body, words: 'Mətndə səhv var' },
    'meetings.answer_remark': { meeting, remark: of.id, accepted: true, words: 'Düzəldildi' },
    'meetings.approve': { meeting, how: 'paper', byMeeting: null },
    'meetings.publish_minutes': { meeting },
    'meetings.correct_minutes': { meeting, item: null, words, decision: '5-ci iclas, 1-ci məsələ' },
    'meetings.desk.take_out': { meeting, desk: of.id, secretHash: '0'.repeat(64) },
    'meetings.desk.recall': { meeting, desk: of.id, reason: 'Noutbuk itib' },
    'meetings.desk.bring_in': { meeting, desk: of.id, delivery: of.id, secretHash: null, operations: [] },
    'meetings.record_village': {
      ...{ title: words, on: of.today, placeId: of.id, place: null, body: of.body, women: 3, men: 4, sheet: null },
      points: [{ topic: 'Yol', words }],
    },
  };
};
