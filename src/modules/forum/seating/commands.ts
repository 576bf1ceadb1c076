import type { EntryObject } from '#core/audit/entry.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type FieldError, ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { addDays } from '#core/time/plain-date.ts';
import { personOf } from '#core/way.ts';
import type { RoleDesk } from '#modules/identity/contract.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { mayKeepSeats, mayNameSpeakers } from '../access.ts';
import type { SeatTables } from '../schema.ts';
import { seatingOf } from '../seats/queries.ts';
import { earlier, holdingSpan, mandateSpan } from '../seats/rules.ts';
import type { Holding, HoldingId, Mandate, MandateId, Seat, Seating } from '../seats/schema.ts';
import { holdingEndShape, holdingShape, mandateEndShape, mandateShape } from './forms.ts';
import { endFault, hangingOn, holdingFault, mandateFault } from './rules.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<SeatTables>();
const wrong = (fault: FieldError) => refuseFields([fault]);

/** Columns of every row that somebody writes. */
export const enteredBy = (ctx: Ctx) => ({
  forum_id: ctx.forum.id,
  entered_on: ctx.today,
  entered_at: ctx.now,
  entered_by: personOf(ctx.actor),
});

/** A seat as the public record names it. */
export const seatObject = ({ id, number }: Pick<Seat, 'id' | 'number'>): EntryObject => ({
  type: 'seat',
  id,
  path: `/members/${number}`,
});

/** The seating of the forum; whoever changes it waits here, so that no two rows of one seat cross. */
export async function lockedSeating(ctx: Ctx): Promise<Seating> {
  await tables(ctx)
    .selectFrom('forum_compositions')
    .select('id')
    .where('forum_id', '=', ctx.forum.id)
    .orderBy('id')
    .forUpdate()
    .execute();
  return seatingOf(ctx.db, ctx.forum.id);
}

/** The name of the organisation as the record says it; null: the forum may name no such body. */
async function bodyName(ctx: Ctx, body: string): Promise<string | null> {
  const name = (await bodyNames(ctx.db, ctx.forum.id, [body])).get(body);
  return name ? choose(name, ctx.lang).text : null;
}

/** An organisation takes a seat, from a day, perhaps for a term. */
export const giveSeat = command({
  name: 'forum.give_seat',
  input: holdingShape,
  access: (ctx: Ctx) => mayKeepSeats(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const seating = await lockedSeating(ctx);
    const seat = seating.seats.find((one) => one.id === input.seat);
    if (!seat) return refuse('not_found', message('forum.refused.no_seat'));
    const name = await bodyName(ctx, input.body);
    if (!name) return wrong({ field: 'body', message: message('forum.wrong.no_body') });
    const fault = holdingFault(seating, seat, { from: input.from, last: input.to });
    if (fault) return wrong(fault);
    const id = uuidv7(ctx.now) as HoldingId;
    await tables(ctx)
      .insertInto('forum_holdings')
      .values({
        ...enteredBy(ctx),
        ...{ id, seat_id: seat.id, body_id: input.body, from_day: input.from, to_day: input.to, source: input.source },
      })
      .execute();
    return done(
      { id, number: seat.number },
      {
        ...{ kind: 'forum.seat_given', object: seatObject(seat), bodies: [input.body] },
        params: { seat: seat.number, body: name, day: input.from },
      },
    );
  },
});

interface Placed {
  readonly seating: Seating;
  readonly seat: Seat;
  readonly holding: Holding;
  readonly body: string;
}

/** The holding with its seat, as it stands. */
async function placed(ctx: Ctx, id: HoldingId | undefined): Promise<Result<Placed>> {
  const seating = await lockedSeating(ctx);
  const holding = seating.holdings.find((one) => one.id === id);
  const seat = seating.seats.find((one) => one.id === holding?.seat);
  if (!holding || !seat) return refuse('not_found', message('forum.refused.no_holding'));
  return ok({ seating, seat, holding, body: (await bodyName(ctx, holding.body)) ?? '–' });
}

/** What the record says of a row of a seat: never whose mandate it is. */
const about = ({ seat, holding, body }: Placed) => ({
  object: seatObject(seat),
  bodies: [holding.body],
  params: { seat: seat.number, body },
});

/** The commands of seats; `desk` gives and ends the roles that follow from mandates. */
export const seatingCommands = (desk: RoleDesk) => ({
  endHolding: endHolding(desk),
  nameSpeaker: nameSpeaker(desk),
  endMandate: endMandate(desk),
});
export type SeatingCommands = ReturnType<typeof seatingCommands>;

/** The organisation gives the seat up, or never held it. Who spoke for it speaks no more. */
const endHolding = (desk: RoleDesk) =>
  command({
    name: 'forum.end_holding',
    input: holdingEndShape,
    access: (ctx: Ctx) => mayKeepSeats(ctx.actor, ctx.forum),
    run: async (ctx, input) => {
      const found = await placed(ctx, input.holding);
      if (!found.ok) return found;
      const { holding, seat, seating } = found.value;
      if (holding.end) return refuse('conflict', message('forum.refused.ended_already'));
      const fault = input.last && endFault(holdingSpan(seating, holding), input.last);
      if (fault) return wrong(fault);
      await tables(ctx)
        .insertInto('forum_holding_ends')
        .values({ ...enteredBy(ctx), holding_id: holding.id, last_day: input.last, reason: input.reason })
        .execute();
      await boundRoles(ctx, desk, hangingOn(seating, holding));
      const { object, bodies, params } = about(found.value);
      const value = { number: seat.number };
      return input.last
        ? done(value, {
            ...{ kind: 'forum.holding_ended', object, bodies },
            params: { ...params, day: input.last, reason: input.reason },
          })
        : done(value, { kind: 'forum.holding_mistaken', object, bodies, params: { ...params, reason: input.reason } });
    },
  });

/** The roles that follow from these mandates count no longer than they do. */
export async function boundRoles(ctx: Ctx, desk: RoleDesk, mandates: readonly Mandate[]): Promise<void> {
  const seating = await seatingOf(ctx.db, ctx.forum.id);
  for (const { id, role } of mandates) {
    const now = seating.mandates.find((one) => one.id === id);
    const holding = seating.holdings.find((one) => one.id === now?.holding);
    if (!now || !role) continue;
    const never = now.end?.mistake || holding?.end?.mistake;
    const last = never ? addDays(ctx.today, -1) : mandateSpan(seating, now).last;
    if (last === null) continue;
    const next = await desk.bound(ctx, role, last);
    if (next !== role)
      await tables(ctx)
        .updateTable('forum_mandates')
        .set({ role_id: next })
        .where('forum_id', '=', ctx.forum.id)
        .where('id', '=', id)
        .execute();
  }
}

const ROLE_OF = { representative: 'member', alternate: 'alternate' } as const;

/** Somebody speaks for the organisation on its seat: as its representative, or when that one cannot. */
const nameSpeaker = (desk: RoleDesk) =>
  command({
    name: 'forum.name_speaker',
    input: mandateShape,
    access: (ctx: Ctx) => mayNameSpeakers(ctx.actor, ctx.forum),
    run: async (ctx, input) => {
      const found = await placed(ctx, input.holding);
      if (!found.ok) return found;
      const { seating, seat, holding } = found.value;
      if (holding.end?.mistake) return refuse('conflict', message('forum.refused.no_holding'));
      const { kind, from, to } = input;
      const person = input.who && 'id' in input.who ? input.who.id : null;
      const fault = mandateFault(seating, holding, { kind, person, from, last: to });
      if (fault) return wrong(fault);
      if (!input.who && !input.office) return wrong({ field: 'person', message: message('forum.wrong.nobody') });
      const last = earlier(to, holdingSpan(seating, holding).last);
      const asked = { role: ROLE_OF[kind], body: holding.body, from, to: last };
      const given = input.who ? await desk.give(ctx, input.who, asked) : ok({ person: null, role: null });
      if (!given.ok) return given;
      const id = uuidv7(ctx.now) as MandateId;
      await tables(ctx)
        .insertInto('forum_mandates')
        .values({
          ...enteredBy(ctx),
          ...{ id, holding_id: holding.id, kind, person_id: given.value.person, role_id: given.value.role },
          ...{ office: input.office && json(input.office), from_day: from, to_day: to, source: input.source },
        })
        .execute();
      const { object, bodies, params } = about(found.value);
      return done(
        { id, number: seat.number, person: given.value.person },
        { kind: 'forum.mandate_given', object, bodies, params: { ...params, kind, day: from } },
      );
    },
  });

/** A mandate ends on a day; or it was entered by mistake. Why is one of a few words: a free text would tell of illness. */
const endMandate = (desk: RoleDesk) =>
  command({
    name: 'forum.end_mandate',
    input: mandateEndShape,
    access: (ctx: Ctx) => mayNameSpeakers(ctx.actor, ctx.forum),
    run: async (ctx, input) => {
      const before = await seatingOf(ctx.db, ctx.forum.id);
      const found = await placed(ctx, before.mandates.find((one) => one.id === input.mandate)?.holding);
      if (!found.ok) return refuse('not_found', message('forum.refused.no_mandate'));
      const { seating, seat } = found.value;
      const mandate = seating.mandates.find((one) => one.id === input.mandate)!;
      if (mandate.end) return refuse('conflict', message('forum.refused.ended_already'));
      const fault = input.last && endFault(mandateSpan(seating, mandate), input.last);
      if (fault) return wrong(fault);
      await tables(ctx)
        .insertInto('forum_mandate_ends')
        .values({ ...enteredBy(ctx), mandate_id: mandate.id, last_day: input.last, reason: input.reason })
        .execute();
      await boundRoles(ctx, desk, [mandate]);
      const { object, bodies, params } = about(found.value);
      const { kind } = mandate;
      const value = { number: seat.number };
      return input.last
        ? done(value, {
            ...{ kind: 'forum.mandate_ended', object, bodies },
            params: { ...params, kind, day: input.last },
          })
        : done(value, { kind: 'forum.mandate_mistaken', object, bodies, params: { ...params, kind } });
    },
  });
