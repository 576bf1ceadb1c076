import type { Db } from '#core/db/database.ts';
import { opennessOf } from '#core/db/opening-rows.ts';
import type { Forum } from '#core/forum.ts';
import { isOpen, isShownPart } from '#core/opening/openness.ts';
import type { PagePart } from '#core/opening/part.ts';

/** The forums of which strangers may know everything: open, with every kind of their pages. */
export async function openForums(
  db: Db,
  forums: readonly Forum[],
  parts: readonly PagePart[],
): Promise<readonly Forum[]> {
  const open: Forum[] = [];
  for (const forum of forums) {
    const openness = await opennessOf(db, forum);
    if (isOpen(openness) && parts.every((part) => isShownPart(openness, part.id))) open.push(forum);
  }
  return open;
}
