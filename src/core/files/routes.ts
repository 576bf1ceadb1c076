import type { Actor } from '#core/actor.ts';
import type { Db } from '#core/db/database.ts';
import { withheldBecause } from '#core/db/withholding-rows.ts';
import type { Refusal } from '#core/errors/result.ts';
import { getRoot, type Route, refused } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { FILE_OBJECT } from '#core/withholding/withheld.ts';
import { fileById } from './queries.ts';
import { fileAnswer, noFile } from './serve.ts';
import type { FileStore } from './store.ts';

const WITHHELD: Refusal = { kind: 'withheld', message: message('core.files.withheld') };

/** Who asks for which file that is not public by itself. */
export interface FileAsked {
  readonly db: Db;
  readonly actor: Actor;
  /** The day of the file's forum. */
  readonly today: PlainDate;
  readonly forum: string;
  readonly file: string;
}

/** May this reader have the file? Each room answers for the files of its own things, and "no" for all others. */
export type FileReader = (asked: FileAsked) => Promise<boolean>;

/**
 * Kept files by forum and id. What is not public is given only to whom a reader lets in; others learn nothing. What is
 * withheld is given to those who keep the record alone; others are told that it is.
 */
export function fileRoutes(store: FileStore, keepers: FileReader, others: readonly FileReader[]): readonly Route[] {
  const readers = [keepers, ...others];
  const isRead = async (asked: FileAsked): Promise<boolean> => {
    for (const reads of readers) if (await reads(asked)) return true;
    return false;
  };
  const file: Route = getRoot('/files/:forum/:id', async (web) => {
    const { forum = '', id = '' } = web.params;
    if (!isId(forum) || !isId(id)) return noFile();
    const row = await fileById(web.db, forum, id);
    if (!row) return noFile();
    const { db, actor, today } = web;
    const asked = { db, actor, today, forum, file: id };
    const withheld = await withheldBecause(db, forum, FILE_OBJECT, id);
    if (withheld && !(await keepers(asked))) return row.public || (await isRead(asked)) ? refused(WITHHELD) : noFile();
    if (!row.public && !(await isRead(asked))) return noFile();
    return fileAnswer(store, row, web.url.searchParams.get('size') === 'thumb' ? 'thumb' : 'whole');
  });
  return [file];
}
