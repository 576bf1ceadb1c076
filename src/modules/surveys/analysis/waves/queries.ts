import type { Db } from '#core/db/database.ts';
import { roundsOf } from '../../rounds/queries.ts';
import type { Round } from '../../rounds/schema.ts';
import { latestPublication } from '../publishing/queries.ts';
import type { PublicationTables } from '../publishing/schema.ts';
import { MOST_WAVES } from './rules.ts';
import type { Wave } from './schema.ts';

/** Rounds of the same questionnaire of which figures are out, the earliest first; the last ones where there are many. */
export async function publishedRounds(db: Db, forum: string, of: Round): Promise<readonly Round[]> {
  const rows = await db
    .withTables<PublicationTables>()
    .selectFrom('surveys_publications')
    .select('round_id')
    .distinct()
    .where('forum_id', '=', forum)
    .execute();
  const out = new Set(rows.map(({ round_id }) => round_id));
  const rounds = await roundsOf(db, forum);
  return rounds
    .filter(({ id, declaration }) => out.has(id) && declaration.questionnaire === of.declaration.questionnaire)
    .toSorted((a, b) => a.number - b.number)
    .slice(-MOST_WAVES);
}

/** These rounds with what is out of them. */
export async function wavesOf(db: Db, forum: string, rounds: readonly Round[]): Promise<readonly Wave[]> {
  const found = await Promise.all(
    rounds.map(async ({ id, number, declaration }): Promise<Wave | null> => {
      const { title, from, until, sampling } = declaration;
      const out = await latestPublication(db, forum, id);
      const places = declaration.places.map(({ place }) => place);
      return out && { number, title, from, until, sampling, places, results: out.results };
    }),
  );
  return found.flatMap((one) => (one ? [one] : []));
}
