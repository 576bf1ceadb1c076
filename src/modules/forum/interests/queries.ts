import type { Db } from '#core/db/database.ts';
import { withheldIn } from '#core/db/withholding-rows.ts';
import type { Forum } from '#core/forum.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { seatingOf } from '../seats/queries.ts';
import { WITHHELD_INTEREST } from './rules.ts';
import type { Interest, InterestTables } from './schema.ts';

/** Every declared interest of a forum, past ones too, the latest first. */
export async function interestsOf(db: Db, forum: string): Promise<readonly Interest[]> {
  const rows = await db
    .withTables<InterestTables>()
    .selectFrom('forum_interests as i')
    .leftJoin('forum_interest_ends as e', (on) =>
      on.onRef('e.forum_id', '=', 'i.forum_id').onRef('e.interest_id', '=', 'i.id'),
    )
    .selectAll('i')
    .select('e.last_day')
    .where('i.forum_id', '=', forum)
    .orderBy('i.id', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, seat: row.seat_id, mandate: row.mandate_id, kind: row.kind, words: row.words },
    ...{ about: { type: row.about_type, id: row.about_id }, from: row.from_day, last: row.last_day },
    enteredOn: row.entered_on,
  }));
}

/** The same without the words that are withheld; that somebody stands aside stays. */
export async function interestsSeen(db: Db, forum: Pick<Forum, 'id' | 'zone'>): Promise<readonly Interest[]> {
  const withheld = await withheldIn(db, forum);
  const gone = ({ id }: Interest) => withheld.of(WITHHELD_INTEREST, id) !== null;
  return (await interestsOf(db, forum.id)).map((one) => (gone(one) ? { ...one, words: null } : one));
}

/** An interest that can be withheld, by its id: where it stands, and of which organisation it is. */
export async function findInterest(db: Db, forum: Pick<Forum, 'id'>, id: string) {
  const found = (await interestsOf(db, forum.id)).find((one) => one.id === id);
  if (!found) return null;
  const { holdings } = await seatingOf(db, forum.id);
  const body = holdings.find((one) => one.seat === found.seat)?.body;
  const names = await bodyNames(db, forum.id, body ? [body] : []);
  return { path: `/members/interests#interest-${id}`, title: (body && names.get(body)) || { az: '–' } };
}
