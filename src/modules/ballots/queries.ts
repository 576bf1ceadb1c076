import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Rulebook, Voters } from '#modules/forum/contract.ts';
import { pathOf } from './rules.ts';
import type {
  Ballot,
  BallotId,
  Closure,
  Count,
  Effect,
  Opening,
  RollRow,
  SeatMark,
  SeatOutcome,
  Ties,
} from './schema.ts';
import { isSecretRemote } from './secret/rules.ts';
import type { BallotTables } from './tables/schema.ts';
import type { Result } from './tallies/schema.ts';

const tables = (db: Db) => db.withTables<BallotTables>();

type Kept = Omit<Ballot, 'options' | 'opening' | 'withdrawal' | 'closure'>;
interface Row extends Kept {
  readonly options: readonly { readonly id: number; readonly label: Texts }[] | null;
  readonly opened_on: PlainDate | null;
  readonly opened_at: Date | null;
  readonly window_ends: Date | null;
  readonly ruled_by: Opening['by'] | null;
  readonly book: Rulebook | null;
  readonly voters: readonly Voters[] | null;
  readonly roll_hash: string | null;
  readonly withdrawn_on: PlainDate | null;
  readonly reason: Texts | null;
  readonly closed_on: PlainDate | null;
  readonly closed_at: Date | null;
  readonly ties: Ties | null;
  readonly result: Result | null;
  readonly effect: Effect | null;
  readonly result_hash: string | null;
}

const all = async (db: Db, forum: string, which: RawBuilder<unknown>): Promise<readonly Ballot[]> => {
  const { rows } = await sql<Row>`
    select b.id, b.number, b.title, b.words, b.kind, b.method, b.decision, b.secrecy, b.secrecy_reason as "secrecyReason",
      b.mode, b.about, b.decides, b.meeting_id as meeting, b.item_id as item, b.again_of as "againOf",
      b.closes_at as "closesAt", b.origin, b.entered_on as "enteredOn",
      (select jsonb_agg(jsonb_build_object('id', p.position, 'label', p.label) order by p.position)
        from ballots_options p where p.forum_id = b.forum_id and p.ballot_id = b.id) as options,
      o.opened_on, o.opened_at, o.closes_at as window_ends, o.ruled_by, o.book, o.voters, o.roll_hash,
      w.on_day as withdrawn_on, w.reason, c.closed_on, c.closed_at, c.ties, c.result, c.effect, c.result_hash
    from ballots_ballots b
    left join ballots_openings o on o.forum_id = b.forum_id and o.ballot_id = b.id
    left join ballots_withdrawals w on w.forum_id = b.forum_id and w.ballot_id = b.id
    left join ballots_closures c on c.forum_id = b.forum_id and c.ballot_id = b.id
    where b.forum_id = ${forum} and ${which}
    order by b.number desc`.execute(db);
  return rows.map(ballotOf);
};

function ballotOf(row: Row): Ballot {
  const { id, number, title, words, kind, method, decision, secrecy, secrecyReason, mode, about, decides } = row;
  const { meeting, item, againOf, closesAt, origin, enteredOn } = row;
  return {
    ...{ id, number, title, words, kind, method, decision, secrecy, secrecyReason, mode, about, decides },
    ...{ meeting, item, againOf, closesAt, origin, enteredOn },
    options: (row.options ?? []).map((option) => ({ id: String(option.id), label: option.label })),
    opening: row.opened_on && openingOf(row),
    withdrawal: row.withdrawn_on && { on: row.withdrawn_on, reason: row.reason ?? {} },
    closure: row.closed_on && closureOf(row),
  };
}

const openingOf = (row: Row): Opening => ({
  ...{ on: row.opened_on!, at: row.opened_at!, closesAt: row.window_ends, by: row.ruled_by! },
  ...{ book: row.book!, voters: row.voters!, rollHash: row.roll_hash! },
});

const closureOf = (row: Row): Closure => ({
  ...{ on: row.closed_on!, at: row.closed_at!, ...row.ties!, result: row.result! },
  ...{ effect: row.effect, resultHash: row.result_hash! },
});

/** Every ballot of a forum, the latest first. */
export const ballotsOf = (db: Db, forum: string): Promise<readonly Ballot[]> => all(db, forum, sql`true`);

/** The ballots of a meeting, in the order of their numbers. */
export const ballotsOfMeeting = async (db: Db, forum: string, meeting: string): Promise<readonly Ballot[]> =>
  (await all(db, forum, sql`b.meeting_id = ${meeting}`)).toReversed();

/** Ballots that are open at this moment or wait for somebody to close them. */
export const openBallots = (db: Db, forum: string): Promise<readonly Ballot[]> =>
  all(db, forum, sql`o.opened_on is not null and w.on_day is null and c.closed_on is null`);

export const ballotById = async (db: Db, forum: string, id: string): Promise<Ballot | null> =>
  (await all(db, forum, sql`b.id = ${id}`))[0] ?? null;

/** By the number of its address; null for anything that is none. */
export async function ballotByNumber(db: Db, forum: string, number: string): Promise<Ballot | null> {
  if (!/^[1-9]\d{0,6}$/.test(number)) return null;
  return (await all(db, forum, sql`b.number = ${Number(number)}`))[0] ?? null;
}

/** The ballot by which one was voted once more; null: it was not. */
export const ballotAfter = async (db: Db, forum: string, id: BallotId): Promise<Ballot | null> =>
  (await all(db, forum, sql`b.again_of = ${id}`))[0] ?? null;

/** The frozen roll by seat number; empty before the opening. */
export async function rollOf(db: Db, forum: string, id: BallotId): Promise<readonly RollRow[]> {
  const rows = await tables(db)
    .selectFrom('ballots_roll')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('ballot_id', '=', id)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    ...{ key: row.key, number: row.number, seat: row.seat_id, constituency: row.constituency },
    ...{ organisation: row.organisation, body: row.body_id, filled: row.filled, recused: row.recused },
  }));
}

/** What was said for seats so far. Nobody sees it before the closing but who entered it. */
export async function marksOf(db: Db, forum: string, id: BallotId): Promise<readonly SeatMark[]> {
  const rows = await tables(db)
    .selectFrom('ballots_marks')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('ballot_id', '=', id)
    .execute();
  return rows.map((row) => ({
    ...{ key: row.key, say: row.slip, speaker: row.speaker, carriedBy: row.carried_by },
    ...{ way: row.way, person: row.person_id },
  }));
}

export async function countsOf(db: Db, forum: string, id: BallotId): Promise<readonly Count[]> {
  const rows = await tables(db)
    .selectFrom('ballots_counts')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('ballot_id', '=', id)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ number: row.number, piles: row.piles, counter: row.counter, by: row.entered_by }));
}

/** How every seat ended, by the key of the roll; empty before the closing. */
export async function outcomesOf(db: Db, forum: string, id: BallotId): Promise<ReadonlyMap<string, SeatOutcome>> {
  const rows = await tables(db)
    .selectFrom('ballots_outcomes')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('ballot_id', '=', id)
    .execute();
  return new Map(
    rows.map((row) => [
      row.key,
      {
        ...{ key: row.key, outcome: row.outcome, slip: row.slip, way: row.way },
        ...{ carriedBy: row.carried_by, person: row.person_id },
      },
    ]),
  );
}

/** The file of a closed ballot, byte for byte as it was sealed; null: it is not closed. */
export async function fileOf(db: Db, forum: string, id: BallotId): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('ballots_closures')
    .select('file')
    .where('forum_id', '=', forum)
    .where('ballot_id', '=', id)
    .executeTakeFirst();
  return row?.file ?? null;
}

/** Addresses of public pages, for the map of a site. */
export const publicBallotPaths = async (db: Db, forum: string): Promise<readonly string[]> => [
  ...['/ballots', '/ballots/secrecy'],
  ...(await ballotsOf(db, forum)).flatMap((one) =>
    one.closure && isSecretRemote(one) ? [pathOf(one), `${pathOf(one)}/secret`] : [pathOf(one)],
  ),
];

/** The version of a founding document on which a ballot decides; null: it decides of something else, or there is none. */
export async function ballotDecides(db: Db, forum: string, id: string): Promise<string | null> {
  const decides = (await ballotById(db, forum, id))?.decides;
  return decides?.what === 'version' ? decides.version : null;
}

/** What is voted on, by the address of the ballot. */
export const ballotTitles = async (db: Db, forum: string): Promise<ReadonlyMap<string, Texts>> =>
  new Map((await ballotsOf(db, forum)).map((one) => [pathOf(one), one.title]));

/** The seat of an open ballot that a link or printed code is for, found by its object; null: of none. */
export async function seatOfObject(
  db: Db,
  forum: string,
  object: string,
  isOf: (ballot: Ballot) => boolean,
  objectOf: (ballot: BallotId, key: string) => string,
): Promise<{ readonly ballot: Ballot; readonly row: RollRow } | null> {
  for (const ballot of await openBallots(db, forum)) {
    if (!isOf(ballot)) continue;
    const row = (await rollOf(db, forum, ballot.id)).find(({ key }) => objectOf(ballot.id, key) === object);
    if (row) return { ballot, row };
  }
  return null;
}
