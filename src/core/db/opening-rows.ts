import { sql } from 'kysely';
import { firstLevel, type Level } from '#core/caution/level.ts';
import type { Ctx } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { type OpeningStep, type Openness, opennessFrom } from '#core/opening/openness.ts';

/** How public a forum is, asked of the database; pages keep the answer as long as a page is kept (`#core/cache/kept.ts`). */
export async function opennessOf(db: Db, forum: Pick<Forum, 'id' | 'country' | 'demonstration'>): Promise<Openness> {
  // Made up, or the installation's own: nobody could be hurt by what it shows.
  if (forum.demonstration || forum.id === REFERENCE) return opennessFrom([], firstLevel(forum.country));
  const { rows } = await sql<{ steps: readonly OpeningStep[]; level: Level | null }>`
    select coalesce((select jsonb_agg(jsonb_build_object('step', o.step, 'part', o.part, 'opensOn', o.opens_on) order by o.id)
        from core_openings o where o.forum_id = ${forum.id}), '[]') as steps,
      (select c.level from core_cautions c where c.forum_id = ${forum.id} order by c.id desc limit 1) as level`.execute(
    db,
  );
  const [row] = rows;
  return opennessFrom(row?.steps ?? [], row?.level ?? firstLevel(forum.country));
}

const by = (ctx: Ctx): string | null => (ctx.actor.kind === 'person' ? ctx.actor.id : null);

/** Writes one step of a forum's way to the public, inside the caller's command. */
export async function writeStep(ctx: Ctx, forum: string, { step, part, opensOn }: OpeningStep): Promise<string> {
  const id = uuidv7(ctx.now);
  await ctx.db
    .withTables<CoreTables>()
    .insertInto('core_openings')
    .values({ forum_id: forum, id, step, part, opens_on: opensOn, at: ctx.now, by: by(ctx) })
    .execute();
  return id;
}

/** Writes the caution level of a forum, inside the caller's command. */
export async function writeLevel(ctx: Ctx, forum: string, level: Level): Promise<string> {
  const id = uuidv7(ctx.now);
  await ctx.db
    .withTables<CoreTables>()
    .insertInto('core_cautions')
    .values({ forum_id: forum, id, level, at: ctx.now, by: by(ctx) })
    .execute();
  return id;
}
