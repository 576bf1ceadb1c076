import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { dayIn } from '#core/time/plain-date.ts';
import type { Thing } from '#core/withholding/thing.ts';
import type { HomeTables } from '../schema.ts';
import type { Demand } from './schema.ts';

/** What is to be withheld: its kind, where it stands, whose it is. */
export interface ThingFound {
  readonly thing: Thing;
  readonly path: string;
  readonly title: Texts;
}

/** The thing of a type and id in this forum; of one type (files) several modules may hold some. null: nobody knows it. */
export async function thingFound(
  things: readonly Thing[],
  db: Db,
  forum: Forum,
  object: { readonly type: string; readonly id: string },
): Promise<ThingFound | null> {
  for (const thing of things) {
    const found = thing.type === object.type ? await thing.find(db, forum, object.id) : null;
    if (found) return { thing, ...found };
  }
  return null;
}

/** Every demand of a forum, the newest first. */
export async function demandsOf(db: Db, forum: Pick<Forum, 'id' | 'zone'>): Promise<readonly Demand[]> {
  const tables = db.withTables<HomeTables>();
  const rows = await tables
    .selectFrom('home_demands')
    .selectAll()
    .where('forum_id', '=', forum.id)
    .orderBy('id', 'desc')
    .execute();
  const outcomes = await tables
    .selectFrom('home_demand_outcomes')
    .selectAll()
    .where('forum_id', '=', forum.id)
    .orderBy('id')
    .execute();
  // The last one counts.
  const last = new Map(outcomes.map((outcome) => [outcome.demand_id, outcome]));
  return rows.map((row): Demand => {
    const outcome = last.get(row.id);
    return {
      ...{ id: row.id, object: { type: row.object_type, id: row.object_id }, path: row.object_path },
      ...{ title: row.object_title, demander: row.demander, demanderName: row.demander_name, on: row.demanded_on },
      ...{ ground: row.ground, file: row.file_id, outcome: outcome?.outcome ?? null },
      decidedOn: outcome ? dayIn(forum.zone, outcome.decided_at) : null,
      withholding: outcome?.withholding_id ?? null,
    };
  });
}

export const demandOf = async (db: Db, forum: Pick<Forum, 'id' | 'zone'>, id: string): Promise<Demand | null> =>
  (await demandsOf(db, forum)).find((demand) => demand.id === id) ?? null;
