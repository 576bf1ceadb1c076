import type { Db } from '#core/db/database.ts';
import { opennessOf } from '#core/db/opening-rows.ts';
import { withheldIn } from '#core/db/withholding-rows.ts';
import type { Forum } from '#core/forum.ts';
import { isShownPart, type Openness } from '#core/opening/openness.ts';
import type { PagePart } from '#core/opening/part.ts';
import type { OpeningSeen } from './schema.ts';

/** Everything that becomes public with the forum, kind by kind, and what was taken back of it. */
export async function openingSeen(db: Db, forum: Forum, parts: readonly PagePart[]): Promise<OpeningSeen> {
  const openness = await opennessOf(db, forum);
  const kept = await withheldIn(db, forum);
  const seen = [];
  for (const part of parts) {
    const personal = await part.personal(db, forum);
    seen.push({
      ...{ id: part.id, name: part.name, path: part.paths[0] ?? '' },
      shown: isShownPart(openness, part.id),
      personal: personal.map((one) => ({
        ...one,
        keptBy: kept.of(one.object.type, one.object.id)?.id ?? null,
        byLevel: one.hiddenAt?.includes(openness.level) ?? false,
      })),
    });
  }
  return { opened: openness.opened, opensOn: openness.opensOn, level: openness.level, parts: seen };
}

/** How public each of these forums is, by id: for pages that tell of several. */
export async function opennessOfAll(db: Db, forums: readonly Forum[]): Promise<ReadonlyMap<string, Openness>> {
  const found = new Map<string, Openness>();
  for (const forum of forums) found.set(forum.id, await opennessOf(db, forum));
  return found;
}
