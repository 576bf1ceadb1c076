import type { Db } from '#core/db/database.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { SeatTables } from '../schema.ts';
import { earlier } from './rules.ts';
import type { Composition, Constituency, End, Holding, Mandate, Seat, Seating } from './schema.ts';

const tables = (db: Db) => db.withTables<SeatTables>();

/** Everything about who sits where in a forum, of all days: some dozen rows, read whole. */
export async function seatingOf(db: Db, forum: string): Promise<Seating> {
  return {
    compositions: await compositionsOf(db, forum),
    constituencies: await constituenciesOf(db, forum),
    seats: await allSeats(db, forum),
    holdings: await holdingsIn(db, forum),
    mandates: await mandatesIn(db, forum),
  };
}

/** Has this forum any seat? From then on representatives and alternates are named at the seats only. */
export async function hasSeats(db: Db, forum: string): Promise<boolean> {
  const row = await tables(db).selectFrom('forum_seats').select('id').where('forum_id', '=', forum).executeTakeFirst();
  return row !== undefined;
}

/** Does this role of identity follow from a mandate that was not ended? */
export async function hasMandate(db: Db, forum: string, role: string): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('forum_mandates as m')
    .leftJoin('forum_mandate_ends as e', (on) =>
      on.onRef('e.forum_id', '=', 'm.forum_id').onRef('e.mandate_id', '=', 'm.id'),
    )
    .select('m.id')
    .where('m.forum_id', '=', forum)
    .where('m.role_id', '=', role)
    .where('e.mandate_id', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

async function compositionsOf(db: Db, forum: string): Promise<readonly Composition[]> {
  const places = await tables(db)
    .selectFrom('forum_composition_places')
    .select(['composition_id', 'place_id'])
    .where('forum_id', '=', forum)
    .execute();
  const rows = await tables(db)
    .selectFrom('forum_compositions')
    .selectAll()
    .where('forum_id', '=', forum)
    .orderBy('from_day')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, number: row.number, decidedOn: row.decided_on, from: row.from_day },
    ...{ reason: row.reason, url: row.url, enteredOn: row.entered_on },
    places: places.flatMap((one) => (one.composition_id === row.id ? [one.place_id] : [])),
  }));
}

async function constituenciesOf(db: Db, forum: string): Promise<readonly Constituency[]> {
  const rows = await tables(db)
    .selectFrom('forum_constituencies')
    .selectAll()
    .where('forum_id', '=', forum)
    .orderBy('position')
    .execute();
  return rows.map(({ id, position, name, composition_id }) => ({ id, position, name, composition: composition_id }));
}

async function allSeats(db: Db, forum: string): Promise<readonly Seat[]> {
  const rows = await tables(db)
    .selectFrom('forum_seats as s')
    .leftJoin('forum_seat_ends as e', (on) => on.onRef('e.forum_id', '=', 's.forum_id').onRef('e.seat_id', '=', 's.id'))
    .selectAll('s')
    .select(['e.last_day', 'e.decision', 'e.reason', 'e.entered_on'])
    .where('s.forum_id', '=', forum)
    .orderBy('s.number')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, constituency: row.constituency_id, composition: row.composition_id },
    ...{ from: row.from_day, last: row.last_day },
    end:
      row.entered_on === null
        ? null
        : { reason: row.reason ?? '', decision: row.decision ?? '', enteredOn: row.entered_on, mistake: false },
  }));
}

async function holdingsIn(db: Db, forum: string): Promise<readonly Holding[]> {
  const rows = await tables(db)
    .selectFrom('forum_holdings as h')
    .leftJoin('forum_holding_ends as e', (on) =>
      on.onRef('e.forum_id', '=', 'h.forum_id').onRef('e.holding_id', '=', 'h.id'),
    )
    .selectAll('h')
    .select(['e.last_day', 'e.reason', 'e.entered_on as ended_on'])
    .where('h.forum_id', '=', forum)
    .orderBy('h.id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, seat: row.seat_id, body: row.body_id, source: row.source, enteredOn: row.entered_on },
    ...spanOf(row),
  }));
}

async function mandatesIn(db: Db, forum: string): Promise<readonly Mandate[]> {
  const rows = await tables(db)
    .selectFrom('forum_mandates as m')
    .leftJoin('forum_mandate_ends as e', (on) =>
      on.onRef('e.forum_id', '=', 'm.forum_id').onRef('e.mandate_id', '=', 'm.id'),
    )
    .selectAll('m')
    .select(['e.last_day', 'e.reason', 'e.entered_on as ended_on'])
    .where('m.forum_id', '=', forum)
    .orderBy('m.id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, holding: row.holding_id, kind: row.kind, person: row.person_id, office: row.office },
    ...{ source: row.source, role: row.role_id, enteredOn: row.entered_on },
    ...spanOf(row),
  }));
}

interface Ended {
  readonly from_day: PlainDate;
  readonly to_day: PlainDate | null;
  readonly last_day: PlainDate | null;
  readonly reason: string | null;
  readonly ended_on: PlainDate | null;
}

/** First and last day with the end that was entered, if any. */
function spanOf(row: Ended): Pick<Holding, 'from' | 'last' | 'end'> {
  const end: End | null =
    row.ended_on === null
      ? null
      : { reason: row.reason ?? '', enteredOn: row.ended_on, mistake: row.last_day === null };
  return { from: row.from_day, last: earlier(row.to_day, row.last_day), end };
}
