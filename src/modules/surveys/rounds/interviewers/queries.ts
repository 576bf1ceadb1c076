import type { Db } from '#core/db/database.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { RoundId, SurveyTables } from '../../schema.ts';

/** One person asks for a round, in one place or wherever it asks. */
export interface Assignment {
  readonly id: string;
  readonly round: RoundId;
  readonly person: string;
  readonly place: string | null;
  readonly wanted: number | null;
  readonly on: PlainDate;
  /** The day of its end; null: it stands. */
  readonly endedOn: PlainDate | null;
}

const rows = (db: Db, forum: string) =>
  db
    .withTables<SurveyTables>()
    .selectFrom('surveys_assignments as a')
    .leftJoin('surveys_assignment_ends as e', (join) =>
      join.onRef('e.forum_id', '=', 'a.forum_id').onRef('e.assignment_id', '=', 'a.id'),
    )
    .select([
      'a.id',
      'a.round_id as round',
      'a.person_id as person',
      'a.place_id as place',
      'a.wanted',
      'a.on_day as on',
    ])
    .select('e.on_day as endedOn')
    .where('a.forum_id', '=', forum)
    .orderBy('a.id');

/** Everybody who asks or asked for a round. */
export const assignmentsOf = (db: Db, forum: string, round: RoundId): Promise<readonly Assignment[]> =>
  rows(db, forum).where('a.round_id', '=', round).execute();

/** Where somebody asks now. */
export const assignmentsTo = (db: Db, forum: string, person: string): Promise<readonly Assignment[]> =>
  rows(db, forum).where('a.person_id', '=', person).where('e.assignment_id', 'is', null).execute();

/** How many interviews of a round each person handed in, by person and place. */
export async function handedIn(
  db: Db,
  forum: string,
  round: RoundId,
): Promise<readonly { readonly person: string | null; readonly place: string | null; readonly n: number }[]> {
  const found = await db
    .withTables<SurveyTables>()
    .selectFrom('surveys_interviews')
    .select(['entered_by as person', 'place_id as place'])
    .select((is) => is.fn.countAll<number>().as('n'))
    .where('forum_id', '=', forum)
    .where('round_id', '=', round)
    .groupBy(['entered_by', 'place_id'])
    .execute();
  return found.map((row) => ({ ...row, n: Number(row.n) }));
}
