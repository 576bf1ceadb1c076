import type { Db } from '#core/db/database.ts';
import { withheldIn } from '#core/db/withholding-rows.ts';
import type { Forum } from '#core/forum.ts';
import type { Withheld } from '#core/withholding/withheld.ts';
import type { VersionId } from '../schema.ts';
import { VERSION_OBJECT } from './rules.ts';

/** Why the text of a version is not shown; null: it is. */
export const withheldVersion = async (
  db: Db,
  forum: Pick<Forum, 'id' | 'zone'>,
  version: VersionId,
): Promise<Withheld | null> => (await withheldIn(db, forum)).of(VERSION_OBJECT, version);
