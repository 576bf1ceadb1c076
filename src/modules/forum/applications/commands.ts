import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { wayOf } from '#core/way.ts';
import { fulfilCase, lockSubject, openCase } from '#modules/obligations/contract.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { mayApply, mayKeepSeats } from '../access.ts';
import { enteredBy } from '../seating/commands.ts';
import { seatingOf } from '../seats/queries.ts';
import { answerShape, applicationShape, criteriaShape } from './forms.ts';
import { applicationsOf, criteriaOf } from './queries.ts';
import { APPLICATION_KIND, APPLICATION_RULE, criteriaOn, MOST_WAITING, waitingTwin } from './rules.ts';
import type { ApplicationId, ApplicationTables, CriteriaId } from './schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<ApplicationTables>();
const wrong = (field: string, what: Message) => refuseFields([{ field, message: what }]);
const object = (id: string, number: number) => ({
  ...{ type: 'application', id, path: `/members/applications/${number}` },
});

/** Publishes what the forum asks of members, as a new version from a day. Applications keep the version of their day. */
export const writeCriteria = command({
  name: 'forum.write_criteria',
  input: criteriaShape,
  access: (ctx: Ctx) => mayKeepSeats(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const before = await criteriaOf(ctx.db, ctx.forum.id);
    const body = (await bodyNames(ctx.db, ctx.forum.id, [input.body])).get(input.body);
    if (!body) return wrong('body', message('forum.wrong.no_body'));
    if (input.from < ctx.today) return wrong('from', message('forum.applications.wrong_past'));
    const version = (before.at(-1)?.version ?? 0) + 1;
    const id = uuidv7(ctx.now) as CriteriaId;
    const made = await tables(ctx)
      .insertInto('forum_criteria')
      .values({
        ...{ ...enteredBy(ctx), id, version, from_day: input.from, items: json(input.items) },
        ...{ answer_days: input.answerDays, body_id: input.body, source: input.source },
      })
      .onConflict((key) => key.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return refuse('conflict', message('forum.applications.refused_version'));
    return done(
      { version },
      {
        ...{ kind: 'forum.criteria_written', object: { type: 'criteria', id, path: '/members/applications' } },
        params: { version, day: input.from, source: input.source },
      },
    );
  },
});

/**
 * An organisation applies for a seat, by the form or on paper that staff enters. The answer is owed from that day on.
 * The same organisation waiting in the same group is not written twice.
 */
export const apply = command({
  name: 'forum.apply',
  input: applicationShape,
  access: (ctx: Ctx, input) => (input.paper ? mayKeepSeats(ctx.actor, ctx.forum) : mayApply(ctx.forum)),
  assisted: 'forum.log.application_received',
  run: async (ctx, input) => {
    const receivedOn = input.paper?.day ?? ctx.today;
    if (receivedOn > ctx.today) return wrong('paper_day', message('core.paper.day_future'));
    const criteria = criteriaOn(await criteriaOf(ctx.db, ctx.forum.id), receivedOn);
    if (!criteria) return refuse('conflict', message('forum.applications.refused_closed'));
    // The row of the version is locked: of two presses at once the second sees the first.
    await lockCriteria(ctx, criteria.id);
    const { constituencies } = await seatingOf(ctx.db, ctx.forum.id);
    const group = constituencies.find((one) => one.id === input.constituency);
    if (!group) return wrong('constituency', message('forum.applications.wrong_group'));
    const others = await applicationsOf(ctx.db, ctx.forum.id);
    const twin = waitingTwin(others, input);
    if (twin) return wrong('organisation', message('forum.applications.wrong_twin', { number: twin.number }));
    if (!input.paper && others.filter((one) => !one.answer).length >= MOST_WAITING)
      return refuse('conflict', message('forum.applications.refused_full'));
    const [id, number] = [uuidv7(ctx.now) as ApplicationId, (others[0]?.number ?? 0) + 1];
    const owed = await openCase(ctx, {
      ...{ rule: APPLICATION_RULE, span: { unit: 'working_days', n: criteria.answerDays }, body: criteria.body },
      title: message('forum.applications.title_of', { number }),
      ...{ trigger: { on: receivedOn, at: null }, reference: null, path: object(id, number).path },
      subject: { kind: APPLICATION_KIND, group: id, id },
    });
    if (!owed.ok) return owed;
    const { organisation, words, contact, paper } = input;
    await tables(ctx)
      .insertInto('forum_applications')
      .values({
        ...{ ...enteredBy(ctx), id, number, constituency_id: group.id, criteria_id: criteria.id },
        ...{ organisation, words, contact, received_on: receivedOn, due_on: owed.value.due },
        ...{ way: paper ? 'paper' : wayOf(ctx.actor), paper_ref: paper?.ref ?? null, paper_day: paper?.day ?? null },
      })
      .execute();
    return done(
      { number, due: owed.value.due },
      {
        ...{ kind: 'forum.application_received', object: object(id, number), bodies: [criteria.body] },
        params: { number, group: choose(group.name, ctx.lang).text, due: owed.value.due },
        ...(paper ? { way: 'paper' as const } : {}),
      },
    );
  },
});

/** The reasoned answer; or the organisation took its application back. */
export const answerApplication = command({
  name: 'forum.answer_application',
  input: answerShape,
  access: (ctx: Ctx) => mayKeepSeats(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const owed = await lockSubject(ctx.db, ctx.forum.id, APPLICATION_KIND, input.application);
    const found = (await applicationsOf(ctx.db, ctx.forum.id)).find((one) => one.id === input.application);
    if (!found || !owed) return refuse('not_found', message('forum.applications.refused_none'));
    if (found.answer) return refuse('conflict', message('forum.applications.refused_answered'));
    const { outcome, decidedOn, decision, reason } = input;
    if (decidedOn > ctx.today) return wrong('decided_on', message('forum.wrong.decided_later'));
    if (decidedOn < found.receivedOn)
      return wrong('decided_on', message('forum.wrong.too_early', { day: found.receivedOn }));
    if (outcome !== 'withdrawn' && !decision) return wrong('decision', message('forum.wrong.no_number'));
    await tables(ctx)
      .insertInto('forum_application_answers')
      .values({ ...enteredBy(ctx), application_id: found.id, outcome, decided_on: decidedOn, decision, reason })
      .execute();
    const source = message('forum.applications.answered_by', { decision: decision ?? '–' });
    const closed = await fulfilCase(ctx, owed, { on: decidedOn, source });
    if (!closed.ok) return closed;
    return done(
      { number: found.number },
      {
        ...{ kind: 'forum.application_answered', object: object(found.id, found.number), bodies: [owed.body_id] },
        params: { number: found.number, outcome, day: decidedOn },
      },
    );
  },
});

const lockCriteria = (ctx: Ctx, id: CriteriaId) =>
  tables(ctx)
    .selectFrom('forum_criteria')
    .select('id')
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
