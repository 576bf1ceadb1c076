import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { lawOf } from '../law/rules.ts';
import type { Rule } from '../schema.ts';

/** Rules that the forum itself wrote, every version. */
export async function ownRules(db: Db, forum: string): Promise<readonly Rule[]> {
  const { rows } = await sql<Rule>`
    select key, version, title, basis, basis_url as "basisUrl", owed_to as "owedTo", span, extension,
      soon_days as "soonDays", never_days as "neverDays", escalation, from_day as "from", to_day as "to"
    from obligations_rules where forum_id = ${forum} order by key, version`.execute(db);
  return rows;
}

/** Every rule by which a case can be opened by hand: the law of the country, then the forum's own; all versions. */
export const rulesOf = async (db: Db, forum: Pick<Forum, 'id' | 'country'>): Promise<readonly Rule[]> => [
  ...lawOf(forum.country),
  ...(await ownRules(db, forum.id)),
];
