import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { RoleDesk } from '#modules/identity/contract.ts';
import { placesById } from '#modules/places/contract.ts';
import { mayKeepSeats } from '../access.ts';
import type { SeatTables } from '../schema.ts';
import { boundRoles, enteredBy, lockedSeating, seatObject } from '../seating/commands.ts';
import { endFault } from '../seating/rules.ts';
import type { CompositionId, ConstituencyId, SeatId, Seating } from '../seats/schema.ts';
import { type DecisionInput, decisionShape, seatEndShape } from './forms.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<SeatTables>();
const wrong = (field: string, what: Message) => refuseFields([{ field, message: what }]);

/** So many seats can a forum have: what a ballot of the program is measured with. */
const MOST_IN_FORUM = 10_000;

/**
 * A decision by which the forum is composed, or grows: groups, seats, places, from a day. The first one is the
 * founding. Seats of earlier days stay what they were.
 */
export const decideComposition = command({
  name: 'forum.decide_composition',
  input: decisionShape,
  access: (ctx: Ctx) => mayKeepSeats(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const seating = await lockedSeating(ctx);
    const lawful = await judge(ctx, seating, input);
    if (!lawful.ok) return lawful;
    const kind = seating.compositions.length === 0 ? 'founding' : 'expansion';
    const composition = uuidv7(ctx.now) as CompositionId;
    const { number, decidedOn, from, reason, url } = input;
    const made = await tables(ctx)
      .insertInto('forum_compositions')
      .values({
        ...{ ...enteredBy(ctx), id: composition, kind, number, decided_on: decidedOn, from_day: from, reason, url },
      })
      .onConflict((key) => key.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return refuse('conflict', message('forum.refused.founded_already'));
    for (const place of input.places)
      await tables(ctx)
        .insertInto('forum_composition_places')
        .values({ forum_id: ctx.forum.id, composition_id: composition, place_id: place })
        .execute();
    const groups = [...input.more];
    for (const [i, { name, seats }] of input.fresh.entries())
      groups.push({
        constituency: await addGroup(ctx, composition, name, seating.constituencies.length + i + 1),
        seats,
      });
    const first = Math.max(0, ...seating.seats.map((seat) => seat.number)) + 1;
    const added = await addSeats(ctx, { composition, from, first }, groups);
    return done(
      { id: composition, seats: added },
      {
        kind: 'forum.composition_decided',
        object: { type: 'composition', id: composition, path: '/members/decisions' },
        params: { number, day: decidedOn, seats: added, places: input.places.length, from },
      },
    );
  },
});

async function judge(ctx: Ctx, seating: Seating, input: DecisionInput): Promise<Result<null>> {
  const [founding] = seating.compositions;
  if (input.decidedOn > ctx.today) return wrong('decided_on', message('forum.wrong.decided_later'));
  if (input.from < input.decidedOn)
    return wrong('from', message('forum.wrong.from_before_decided', { day: input.decidedOn }));
  if (founding && input.from < founding.from)
    return wrong('from', message('forum.wrong.before_founding', { day: founding.from }));
  if (input.more.length + input.fresh.length + input.places.length === 0 || (!founding && input.fresh.length === 0))
    return wrong('group_0_az', message('forum.wrong.nothing_decided'));
  const known = new Set(seating.constituencies.map((one) => one.id));
  if (!input.more.every(({ constituency }) => known.has(constituency)))
    return refuse('not_found', message('forum.refused.no_group'));
  const total = [...input.more, ...input.fresh].reduce((sum, { seats }) => sum + seats, seating.seats.length);
  if (total > MOST_IN_FORUM) return wrong('group_0_seats', message('forum.wrong.too_many', { max: MOST_IN_FORUM }));
  const places = await placesById(ctx.db, ctx.forum.id, input.places);
  return places.length === new Set(input.places).size ? ok(null) : wrong('places', message('forum.wrong.no_place'));
}

/** Writes a group of members that a decision made. */
export async function addGroup(
  ctx: Ctx,
  composition: CompositionId,
  name: Texts,
  position: number,
): Promise<ConstituencyId> {
  const id = uuidv7(ctx.now) as ConstituencyId;
  await tables(ctx)
    .insertInto('forum_constituencies')
    .values({
      forum_id: ctx.forum.id,
      id,
      composition_id: composition,
      position,
      name: json(name),
      entered_at: ctx.now,
    })
    .execute();
  return id;
}

/** Numbers go on where the last seat ended, and are never used again. */
async function addSeats(
  ctx: Ctx,
  { composition, from, first }: { composition: CompositionId; from: DecisionInput['from']; first: number },
  groups: readonly { readonly constituency: ConstituencyId; readonly seats: number }[],
): Promise<number> {
  const rows = groups
    .flatMap(({ constituency, seats }) => Array.from({ length: seats }, () => constituency))
    .map((constituency, i) => ({
      ...{ forum_id: ctx.forum.id, id: uuidv7(ctx.now) as SeatId, number: first + i },
      ...{ constituency_id: constituency, composition_id: composition, from_day: from },
    }));
  if (rows.length > 0) await tables(ctx).insertInto('forum_seats').values(rows).execute();
  return rows.length;
}

/** A seat is given up by a decision; who held it holds it no longer than it stands. */
export const closeSeat = (desk: RoleDesk) =>
  command({
    name: 'forum.close_seat',
    input: seatEndShape,
    access: (ctx: Ctx) => mayKeepSeats(ctx.actor, ctx.forum),
    run: async (ctx, input) => {
      const seating = await lockedSeating(ctx);
      const seat = seating.seats.find((one) => one.id === input.seat);
      if (!seat) return refuse('not_found', message('forum.refused.no_seat'));
      if (seat.end) return refuse('conflict', message('forum.refused.ended_already'));
      const fault = endFault(seat, input.last);
      if (fault) return refuseFields([fault]);
      const { last, decision, reason } = input;
      await tables(ctx)
        .insertInto('forum_seat_ends')
        .values({ ...enteredBy(ctx), seat_id: seat.id, last_day: last, decision, reason })
        .execute();
      const holdings = new Set(seating.holdings.flatMap((one) => (one.seat === seat.id ? [one.id] : [])));
      await boundRoles(
        ctx,
        desk,
        seating.mandates.filter((one) => holdings.has(one.holding)),
      );
      return done(
        { number: seat.number },
        {
          ...{ kind: 'forum.seat_closed', object: seatObject(seat) },
          params: { seat: seat.number, day: last, decision, reason },
        },
      );
    },
  });
