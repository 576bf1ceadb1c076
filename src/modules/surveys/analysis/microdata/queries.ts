import type { Db } from '#core/db/database.ts';
import type { Round } from '../../rounds/schema.ts';
import type { RoundId } from '../../schema.ts';
import type { Anonymity } from '../../statistics/anonymity/schema.ts';
import { alikeIn } from '../counting/queries.ts';
import { type Countable, latestPublication } from '../publishing/queries.ts';
import { checkedOf, chosenOf, columnsIn, type GivenBack, givenBack, microdataOf } from './rules.ts';
import type { Checked, Chosen, Microdata, MicrodataTables, Release } from './schema.ts';

/** What went out as rows of a round; null: nothing. */
export async function releaseOf(db: Db, forum: string, round: RoundId): Promise<Release | null> {
  const row = await db
    .withTables<MicrodataTables>()
    .selectFrom('surveys_microdata')
    .select(['content', 'checked', 'on_day as on'])
    .where('forum_id', '=', forum)
    .where('round_id', '=', round)
    .executeTakeFirst();
  return row ?? null;
}

/** The check by which rows of a round went out, without the rows; null: none are out. */
export async function checkedIn(db: Db, forum: string, round: RoundId): Promise<Checked | null> {
  const row = await db
    .withTables<MicrodataTables>()
    .selectFrom('surveys_microdata')
    .select('checked')
    .where('forum_id', '=', forum)
    .where('round_id', '=', round)
    .executeTakeFirst();
  return row?.checked ?? null;
}

/** What would go out with these columns, with its check. */
export interface Prepared {
  readonly content: Microdata;
  readonly check: Anonymity;
  readonly givenBack: readonly GivenBack[];
}

/** Null: nothing of the round is published yet. */
export async function preparedNow(
  db: Db,
  forum: string,
  round: Round,
  { splits, asked }: Countable,
  chosen: Chosen,
): Promise<Prepared | null> {
  const latest = await latestPublication(db, forum, round.id);
  if (!latest) return null;
  const columns = chosenOf(columnsIn(splits, asked), chosen);
  const people = await alikeIn(db, forum, round.id, columns);
  return {
    ...{ content: microdataOf(people, columns), givenBack: givenBack(latest, columns) },
    check: checkedOf(people, columns, chosen, round.declaration),
  };
}
