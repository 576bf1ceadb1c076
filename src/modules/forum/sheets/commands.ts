import { type Ctx, command, done } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { fold } from '#core/i18n/names.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { peopleOf, type RoleDesk } from '#modules/identity/contract.ts';
import { BODY_KINDS, bodyBySlug, bodyFinder, ensureBody } from '#modules/places/contract.ts';
import { mayNameSpeakers } from '../access.ts';
import { addGroup } from '../composition/commands.ts';
import type { SeatTables } from '../schema.ts';
import { enteredBy, giveSeat, lockedSeating, seatingCommands, seatObject } from '../seating/commands.ts';
import { earlier } from '../seats/rules.ts';
import { type CompositionId, type HoldingId, MANDATE_KINDS, type SeatId, type Seating } from '../seats/schema.ts';
import { type SeatsImport, seatsImportShape } from './forms.ts';
import { judgeRows, type SeatWorld, verdictsOf } from './rules.ts';
import type { JudgedRow, SeatRow } from './schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<SeatTables>();

/** What rows are compared with, from what stands now; the same for the dry run and for the deed. */
export async function worldOf(
  { db, forum }: Pick<Ctx, 'db'> & { readonly forum: { readonly id: string } },
  seating: Seating,
  rows: readonly SeatRow[],
): Promise<SeatWorld> {
  const find = await bodyFinder(db, forum.id);
  const bySlug = new Map<string, string>();
  for (const { organisation } of rows) {
    const body = organisation?.slug ? await bodyBySlug(db, forum.id, organisation.slug) : null;
    if (body && organisation?.slug) bySlug.set(organisation.slug, body.id);
  }
  return {
    seating,
    bodyOf: ({ name, slug }) => {
      const match = find(name);
      const known = slug ? bySlug.get(slug) : undefined;
      if (known) return known;
      return match.kind === 'one' ? match.item.id : match.kind === 'several' ? 'several' : 'new';
    },
  };
}

/**
 * Seats, holders and speakers out of a table: what is missing is made, nothing that stands is changed, all rows or none.
 * Seats of one first day come from one decision; the earliest of a forum without seats is its founding.
 */
export const importSeats = (desk: RoleDesk) =>
  command({
    name: 'forum.import_seats',
    input: seatsImportShape,
    access: (ctx: Ctx) => mayNameSpeakers(ctx.actor, ctx.forum),
    run: async (ctx, input) => {
      if (input.decidedOn > ctx.today)
        return refuseFields([{ field: 'decided_on', message: message('forum.wrong.decided_later') }]);
      const seating = await lockedSeating(ctx);
      const world = await worldOf(ctx, seating, input.rows);
      const judged = judgeRows(input.rows, world);
      const { create, refused } = verdictsOf(judged);
      if (refused > 0) return refuse('bad_input', message('forum.sheets.refused_rows', { n: refused }));
      if (create === 0) return refuse('conflict', message('forum.sheets.refused_nothing'));
      const made = await makeSeats(ctx, seating, judged, input);
      for (const one of judged) {
        const seat = one.seat ?? made.get(one.row.seat);
        if (!seat || !one.row.organisation) continue;
        const seated = await seatRow(ctx, desk, { one, seat, world, source: input.source });
        if (!seated.ok) return seated;
      }
      const touched = judged.flatMap(({ verdict, seat, row }) => {
        const id = seat ?? made.get(row.seat);
        return verdict === 'create' && id ? [seatObject({ id, number: row.seat })] : [];
      });
      return done(
        { seats: made.size, rows: create },
        {
          ...{ kind: 'forum.seats_imported', object: { type: 'seats', id: ctx.forum.id, path: '/members' }, touched },
          params: { rows: create, seats: made.size, source: input.source },
        },
      );
    },
  });

/** Decisions, groups and seats that the rows need; the ids of new seats by their number. */
async function makeSeats(
  ctx: Ctx,
  seating: Seating,
  judged: readonly JudgedRow[],
  { number, decidedOn }: SeatsImport,
): Promise<ReadonlyMap<number, SeatId>> {
  const fresh = judged.flatMap(({ row, makes }) => (makes.includes('seat') ? [row] : []));
  const made = new Map<number, SeatId>();
  const groups = new Map(
    seating.constituencies.flatMap(({ id, name }) => Object.values(name).map((n) => [fold(n), id])),
  );
  let position = Math.max(0, ...seating.constituencies.map((one) => one.position));
  let isFounding = seating.compositions.length === 0;
  for (const from of [...new Set(fresh.map(({ seatFrom }) => seatFrom))].sort()) {
    const composition = await writeDecision(ctx, { number, decidedOn, from, isFounding });
    isFounding = false;
    for (const row of fresh.filter(({ seatFrom }) => seatFrom === from)) {
      const named = fold(row.group);
      if (!groups.has(named)) {
        position += 1;
        groups.set(named, await addGroup(ctx, composition, { [ctx.lang]: row.group }, position));
      }
      const id = uuidv7(ctx.now) as SeatId;
      await tables(ctx)
        .insertInto('forum_seats')
        .values({
          ...{ forum_id: ctx.forum.id, id, number: row.seat, constituency_id: groups.get(named)! },
          ...{ composition_id: composition, from_day: from },
        })
        .execute();
      made.set(row.seat, id);
    }
  }
  return made;
}

async function writeDecision(
  ctx: Ctx,
  of: {
    readonly number: string;
    readonly decidedOn: PlainDate;
    readonly from: PlainDate;
    readonly isFounding: boolean;
  },
): Promise<CompositionId> {
  const id = uuidv7(ctx.now) as CompositionId;
  const { number, decidedOn, from, isFounding } = of;
  await tables(ctx)
    .insertInto('forum_compositions')
    .values({
      ...{ ...enteredBy(ctx), id, kind: isFounding ? 'founding' : 'expansion', number, from_day: from },
      ...{ decided_on: earlier(decidedOn, from) ?? from, reason: null, url: null },
    })
    .execute();
  return id;
}

interface Seated {
  readonly one: JudgedRow;
  readonly seat: SeatId;
  readonly world: SeatWorld;
  readonly source: string;
}

/** The organisation takes its seat, and who speaks for it is named: by the commands of single seats. */
async function seatRow(ctx: Ctx, desk: RoleDesk, { one, seat, world, source }: Seated): Promise<Result<null>> {
  const wanted = one.row.organisation!;
  let holding: HoldingId | null = one.holding;
  if (one.makes.includes('holding')) {
    const known = world.bodyOf(wanted);
    const body =
      known === 'new'
        ? await ensureBody(ctx, {
            ...{
              kind: BODY_KINDS.find((kind) => kind === wanted.kind) ?? 'ngo',
              name: { [ctx.lang]: wanted.name },
              source,
            },
            ...(wanted.slug ? { slug: wanted.slug } : {}),
          })
        : ok({ id: known });
    if (!body.ok) return body;
    const held = await giveSeat.run(ctx, { seat, body: body.value.id, from: wanted.from, to: wanted.until, source });
    if (!held.ok) return held;
    holding = held.value.value.id;
  }
  for (const kind of MANDATE_KINDS) {
    const speaker = one.row[kind];
    if (!speaker || !holding || !one.makes.includes(kind)) continue;
    const made = await seatingCommands(desk).nameSpeaker.run(ctx, {
      ...{ holding, kind, from: speaker.from, to: speaker.until, source },
      office: speaker.office === null ? null : { [ctx.lang]: speaker.office },
      who: speaker.name === null ? null : await personNamed(ctx, speaker.name),
    });
    if (!made.ok) return made;
  }
  return ok(null);
}

/** Somebody of that very name who is written down already, else a new person without any contact. */
async function personNamed(ctx: Ctx, name: string) {
  const people = await peopleOf(ctx.db, [ctx.forum.id]);
  const known = people.filter((one) => one.closedAt === null && Object.values(one.name).includes(name));
  if (known.length === 1) return { id: known[0]!.id };
  const language = ctx.forum.languages[0] ?? ctx.lang;
  return { facts: { name: { [language]: name }, language, email: null, phone: null } };
}
