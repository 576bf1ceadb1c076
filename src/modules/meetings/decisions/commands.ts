import type { EntryObject } from '#core/audit/entry.ts';
import { type Ctx, command, done, no, type Verdict, YES } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { rulesOn, seatingOf, sittingsOn } from '#modules/forum/contract.ts';
import { fulfilCase, lockSubject, openCase } from '#modules/obligations/contract.ts';
import { mayKeepMeetings, memberBodies } from '../access.ts';
import { itemsOf } from '../agenda/queries.ts';
import { enteredBy, isKnownBody, lockMeeting, meetingObject, nextNumber, saidIn, wrong } from '../calls/commands.ts';
import { TASK_RULE } from '../minutes/owed/rules.ts';
import type { ItemId, MeetingId } from '../schema.ts';
import { decisionShape, outcomeShape, taskEndShape, taskShape } from './forms.ts';
import { decisionsOf, tasksIn } from './queries.ts';
import { correctedBy, decisionPath } from './rules.ts';
import type { Decision, DecisionId, DecisionTables, Task, TaskId } from './schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<DecisionTables>();
const keeper = (ctx: Ctx) => mayKeepMeetings(ctx.actor, ctx.forum);
const NO_DECISION = () => refuse('not_found', message('meetings.refused.no_decision'));

/** A decision as the public record names it. */
const decisionObject = (of: Pick<Decision, 'id' | 'number'>): EntryObject => ({
  ...{ type: 'decision', id: of.id, path: decisionPath(of) },
});

/** What stands in the register of a decision; `ballot`: the one by which it was taken. */
export interface NewDecision {
  readonly on: PlainDate;
  readonly words: Texts;
  readonly kind: Decision['kind'];
  readonly meeting: string | null;
  readonly item: string | null;
  readonly ballot: Decision['ballot'];
  readonly document: string | null;
  readonly article: string | null;
  readonly corrects: DecisionId | null;
}

/**
 * Writes a decision into the register within the caller's transaction; the caller's own entry speaks of it. Gives its
 * number, by which people cite it.
 */
export async function writeDecision(ctx: Ctx, given: NewDecision): Promise<Pick<Decision, 'id' | 'number'>> {
  const [id, number] = [uuidv7(ctx.now) as DecisionId, await nextNumber(ctx, 'decision')];
  await tables(ctx)
    .insertInto('meetings_decisions')
    .values({
      ...{ ...enteredBy(ctx), id, number, on_day: given.on, words: json(given.words), kind: given.kind },
      ...{ meeting_id: given.meeting as MeetingId | null, item_id: given.item as ItemId | null },
      ...{ ballot_id: given.ballot?.id ?? null, ballot_number: given.ballot?.number ?? null },
      ...{ document: given.document, article: given.article, corrects_id: given.corrects, entered_on: ctx.today },
    })
    .execute();
  return { id, number };
}

/** A decision without a ballot: nobody asked for a vote, or the meeting took note. It corrects an earlier one by standing in its place. */
export const decide = command({
  name: 'meetings.decide',
  input: decisionShape,
  access: keeper,
  run: async (ctx, input) => {
    const found = await lockMeeting(ctx, input.meeting);
    if (!found.ok) return found;
    const meeting = found.value;
    if (!meeting.begun) return refuse('conflict', message('meetings.refused.not_begun'));
    const item = (await itemsOf(ctx.db, ctx.forum.id, meeting.id)).find((one) => one.id === input.item);
    if (input.item && !item) return wrong('item', message('meetings.wrong.no_item'));
    const register = await decisionsOf(ctx.db, ctx.forum.id);
    const before = register.find((one) => one.id === input.corrects);
    if (input.corrects && !before) return wrong('corrects', message('meetings.wrong.no_decision'));
    const corrected = before && correctedBy(register, before);
    if (corrected) return wrong('corrects', message('meetings.wrong.corrected_already', { number: corrected.number }));
    const consensus = (await rulesOn(ctx.db, ctx.forum.id, meeting.call.on)).book.topics.consensus;
    const place = input.kind === 'consensus' ? consensus : undefined;
    const made = await writeDecision(ctx, {
      ...{ on: meeting.call.on, words: input.words, kind: input.kind, meeting: meeting.id, item: input.item },
      ...{ ballot: null, document: place?.document ?? null, article: place?.article ?? null, corrects: input.corrects },
    });
    return done(made, {
      ...{ kind: 'meetings.decided', object: decisionObject(made) },
      touched: [meetingObject(meeting), ...(before ? [decisionObject(before)] : [])],
      params: {
        ...{ number: made.number, words: shortened(saidIn(ctx, input.words)), meeting: meeting.number },
        before: before?.number ?? 0,
      },
    });
  },
});

const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

/** What became of a decision, with the page that shows it. */
export const keepOutcome = command({
  name: 'meetings.keep_outcome',
  input: outcomeShape,
  access: keeper,
  run: async (ctx, input) => {
    const decision = (await decisionsOf(ctx.db, ctx.forum.id)).find((one) => one.id === input.decision);
    if (!decision) return NO_DECISION();
    await tables(ctx)
      .insertInto('meetings_outcomes')
      .values({
        ...{ ...enteredBy(ctx), id: uuidv7(ctx.now), decision_id: decision.id, state: input.state },
        ...{ words: json(input.words), path: input.path, on_day: ctx.today },
      })
      .execute();
    return done(
      { number: decision.number },
      {
        ...{ kind: 'meetings.outcome_kept', object: decisionObject(decision) },
        params: { number: decision.number, state: input.state },
      },
    );
  },
});

/** A task: who owes what by when. It is owed as everything else is, and is late by itself. */
export const giveTask = command({
  name: 'meetings.give_task',
  input: taskShape,
  access: keeper,
  run: async (ctx, input) => {
    const found = await lockMeeting(ctx, input.meeting);
    if (!found.ok) return found;
    const meeting = found.value;
    if (!meeting.begun) return refuse('conflict', message('meetings.refused.not_begun'));
    if (!(await isKnownBody(ctx, input.body))) return wrong('body', message('meetings.wrong.no_body'));
    if (input.due < meeting.call.on) return wrong('due', message('meetings.wrong.due_before'));
    const items = await itemsOf(ctx.db, ctx.forum.id, meeting.id);
    if (input.item && !items.some((one) => one.id === input.item))
      return wrong('item', message('meetings.wrong.no_item'));
    const register = await decisionsOf(ctx.db, ctx.forum.id);
    if (input.decision && !register.some((one) => one.id === input.decision))
      return wrong('decision', message('meetings.wrong.no_decision'));
    const [id, number] = [uuidv7(ctx.now) as TaskId, await nextNumber(ctx, 'task')];
    const seating = await seatingOf(ctx.db, ctx.forum.id);
    const seat = sittingsOn(seating, meeting.call.on).find(({ holding }) => holding?.body === input.body)?.seat.id;
    await tables(ctx)
      .insertInto('meetings_tasks')
      .values({
        ...{ ...enteredBy(ctx), id, number, meeting_id: meeting.id, item_id: input.item, decision_id: input.decision },
        ...{ words: json(input.words), body_id: input.body, seat_id: input.seat ?? seat ?? null },
        ...{ office: input.office && json(input.office), given_on: meeting.call.on, due_on: input.due },
        entered_on: ctx.today,
      })
      .execute();
    const owed = await openCase(ctx, {
      ...{ rule: TASK_RULE, span: { unit: 'on_day', on: input.due }, body: input.body, title: { texts: input.words } },
      ...{ trigger: { on: meeting.call.on, at: null }, reference: null, path: `/decisions/tasks#task-${number}` },
      subject: { kind: TASK_RULE.key, group: meeting.id, id },
    });
    if (!owed.ok) return owed;
    return done(
      { id, number },
      {
        ...{ kind: 'meetings.task_given', object: taskObject({ id, number }), bodies: [input.body] },
        touched: [meetingObject(meeting)],
        params: { number, words: shortened(saidIn(ctx, input.words)), due: input.due, meeting: meeting.number },
      },
    );
  },
});

const taskObject = ({ id, number }: Pick<Task, 'id' | 'number'>): EntryObject => ({
  ...{ type: 'task', id, path: `/decisions/tasks#task-${number}` },
});

/** Staff, and whoever speaks for the organisation that owes it. For a task that is not there the same "no". */
async function mayEndTask(ctx: Ctx, id: TaskId): Promise<Verdict> {
  const staff = keeper(ctx);
  if (staff.may) return staff;
  const mine = memberBodies(ctx.actor, ctx.forum);
  const task = (await tasksIn(ctx.db, ctx.forum.id)).find((one) => one.id === id);
  return task && mine.includes(task.body) ? YES : no(message('meetings.denied.task'));
}

/** The task is done: on which day, what came of it. */
export const endTask = command({
  name: 'meetings.end_task',
  input: taskEndShape,
  access: (ctx: Ctx, input) => mayEndTask(ctx, input.task),
  assisted: 'meetings.log.task_ended',
  run: async (ctx, input) => {
    const owed = await lockSubject(ctx.db, ctx.forum.id, TASK_RULE.key, input.task);
    const task = (await tasksIn(ctx.db, ctx.forum.id)).find((one) => one.id === input.task);
    if (!task || !owed) return refuse('not_found', message('meetings.refused.no_task'));
    if (task.ended) return refuse('conflict', message('meetings.refused.task_ended'));
    if (input.on > ctx.today) return wrong('on', message('meetings.wrong.future'));
    if (input.on < task.givenOn) return wrong('on', message('meetings.wrong.before_given', { day: task.givenOn }));
    await tables(ctx)
      .insertInto('meetings_task_ends')
      .values({ ...enteredBy(ctx), task_id: task.id, on_day: input.on, words: json(input.words), path: input.path })
      .execute();
    const closed = await fulfilCase(ctx, owed, { on: input.on, source: { texts: input.words } });
    if (!closed.ok) return closed;
    return done(
      { number: task.number },
      {
        ...{ kind: 'meetings.task_ended', object: taskObject(task), bodies: [task.body] },
        params: { number: task.number, day: input.on },
      },
    );
  },
});
