import * as v from 'valibot';
import { command, done } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { actingFor } from '#modules/identity/contract.ts';
import { mayKeepSurveys } from '../../access.ts';
import { enteredBy, lockOpen, roundObject, tablesOf } from '../commands.ts';
import { roundShape } from '../forms.ts';
import { MOST } from '../rules.ts';
import { assignmentsOf } from './queries.ts';

/** An account with the role of interviewer asks for a round from now on. */
export const assignInterviewer = command({
  name: 'surveys.assign_interviewer',
  input: v.object({
    ...roundShape.entries,
    ...{ person: idShape(), place: v.nullable(idShape()) },
    wanted: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST.wanted))),
  }),
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: async (ctx, { round: id, person, place, wanted }) => {
    const open = await lockOpen(ctx, id);
    if (!open.ok) return open;
    const asks = await actingFor(ctx.db, { forum: ctx.forum.id, body: null, today: ctx.today, role: 'interviewer' });
    if (!asks.some((one) => one.id === person))
      return refuseFields([{ field: 'person', message: message('surveys.asking.wrong.person') }]);
    const { places } = open.value.declaration;
    if (place && !places.some((one) => one.place === place))
      return refuseFields([{ field: 'place', message: message('surveys.asking.wrong.place') }]);
    const now = await assignmentsOf(ctx.db, ctx.forum.id, id);
    if (now.some((one) => one.person === person && one.place === place && !one.endedOn))
      return refuseFields([{ field: 'person', message: message('surveys.asking.wrong.twice') }]);
    const assignment = uuidv7(ctx.now);
    await tablesOf(ctx)
      .insertInto('surveys_assignments')
      .values({
        ...{ ...enteredBy(ctx), id: assignment, round_id: id, person_id: person, place_id: place, wanted },
        on_day: ctx.today,
      })
      .execute();
    const { number } = open.value;
    // How many ask, never who: interviewers are not public.
    const entry = { kind: 'surveys.interviewer_assigned', object: roundObject(open.value), params: { number } };
    return done({ id: assignment }, entry);
  },
});

/** Whoever has no assignment left delivers nothing more: what is on their phone stays there until somebody decides. */
export const endAssignment = command({
  name: 'surveys.end_assignment',
  input: v.object({ ...roundShape.entries, assignment: idShape() }),
  access: (ctx) => mayKeepSurveys(ctx.actor, ctx.forum),
  run: async (ctx, { round: id, assignment }) => {
    const open = await lockOpen(ctx, id);
    if (!open.ok) return open;
    const found = (await assignmentsOf(ctx.db, ctx.forum.id, id)).find((one) => one.id === assignment);
    if (!found) return refuse('not_found', message('surveys.asking.none'));
    if (found.endedOn) return done({ id: assignment }, null);
    await tablesOf(ctx)
      .insertInto('surveys_assignment_ends')
      .values({ ...enteredBy(ctx), assignment_id: assignment, on_day: ctx.today })
      .execute();
    const { number } = open.value;
    const entry = { kind: 'surveys.assignment_ended', object: roundObject(open.value), params: { number } };
    return done({ id: assignment }, entry);
  },
});
