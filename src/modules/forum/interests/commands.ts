import { bodiesOf } from '#core/actor.ts';
import { type Ctx, command, done, no, type Verdict, YES } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { wayOf } from '#core/way.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { mayKeepSeats } from '../access.ts';
import { enteredBy, seatObject } from '../seating/commands.ts';
import { seatingOf } from '../seats/queries.ts';
import { sittingOn } from '../seats/rules.ts';
import type { SeatId } from '../seats/schema.ts';
import { interestEndShape, interestShape } from './forms.ts';
import { interestsOf } from './queries.ts';
import type { InterestId, InterestTables } from './schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<InterestTables>();
const wrong = (field: string, what: Message) => refuseFields([{ field, message: what }]);

/** Whoever speaks for the seat today, by an own account or through a helper; staff for what was said or written elsewhere. */
async function mayDeclare(ctx: Ctx, id: SeatId): Promise<Verdict> {
  const staff = mayKeepSeats(ctx.actor, ctx.forum);
  if (staff.may) return staff;
  const holding = sittingOn(await seatingOf(ctx.db, ctx.forum.id), { id }, ctx.today)?.holding;
  const speaks = (['member', 'alternate'] as const).flatMap((role) => bodiesOf(ctx.actor, role, ctx.forum.id));
  return holding && speaks.includes(holding.body) ? YES : no(message('forum.interests.denied'));
}

/**
 * A member says where it, or who speaks for it, has an interest of its own: on that it does not vote, from the day on
 * which it says so. Past votes stay what they were.
 */
export const declareInterest = command({
  name: 'forum.declare_interest',
  input: interestShape,
  access: (ctx: Ctx, input) => mayDeclare(ctx, input.seat),
  assisted: 'forum.log.interest_declared',
  run: async (ctx, input) => {
    const seating = await seatingOf(ctx.db, ctx.forum.id);
    const seat = seating.seats.find((one) => one.id === input.seat);
    const sitting = seat && sittingOn(seating, seat, ctx.today);
    if (!seat || !sitting?.holding) return refuse('not_found', message('forum.refused.no_holding'));
    const mandate = input.of === 'organisation' ? null : sitting[input.of];
    if (input.of !== 'organisation' && !mandate) return wrong('of', message('forum.interests.wrong_nobody'));
    const bodies = [sitting.holding.body, ...(input.about.type === 'body' ? [input.about.id] : [])];
    const names = await bodyNames(ctx.db, ctx.forum.id, bodies);
    const nameOf = (body: string): string => choose(names.get(body) ?? {}, ctx.lang).text;
    if (input.about.type === 'body' && !names.has(input.about.id)) return wrong('body', message('forum.wrong.no_body'));
    const id = uuidv7(ctx.now) as InterestId;
    await tables(ctx)
      .insertInto('forum_interests')
      .values({
        ...{ ...enteredBy(ctx), id, seat_id: seat.id, mandate_id: mandate?.id ?? null, kind: input.kind },
        ...{ about_type: input.about.type, about_id: input.about.id, words: input.words, from_day: ctx.today },
        way: wayOf(ctx.actor),
      })
      .execute();
    const about = input.about.type === 'body' ? nameOf(input.about.id) : input.about.id;
    return done(
      { id },
      {
        ...{ kind: 'forum.interest_declared', object: seatObject(seat), bodies },
        params: { seat: seat.number, body: nameOf(sitting.holding.body), about },
      },
    );
  },
});

/** The interest is no more, as staff was shown: from the next day on the member votes on that matter again. */
export const endInterest = command({
  name: 'forum.end_interest',
  input: interestEndShape,
  access: (ctx: Ctx) => mayKeepSeats(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const found = (await interestsOf(ctx.db, ctx.forum.id)).find((one) => one.id === input.interest);
    const seat = (await seatingOf(ctx.db, ctx.forum.id)).seats.find((one) => one.id === found?.seat);
    if (!found || !seat) return refuse('not_found', message('forum.interests.refused_none'));
    // An interest that ended before it was said so would make past votes look wrong, or right, afterwards.
    if (input.last < ctx.today) return wrong('last', message('forum.interests.wrong_past'));
    const made = await tables(ctx)
      .insertInto('forum_interest_ends')
      .values({ ...enteredBy(ctx), interest_id: found.id, last_day: input.last })
      .onConflict((key) => key.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return refuse('conflict', message('forum.refused.ended_already'));
    return done(
      { seat: seat.number },
      {
        ...{ kind: 'forum.interest_ended', object: seatObject(seat) },
        params: { seat: seat.number, day: input.last },
      },
    );
  },
});
