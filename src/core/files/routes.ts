import type { Actor } from '#core/actor.ts';
import type { Db } from '#core/db/database.ts';
import { getRoot, type Route } from '#core/http/route.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { fileById } from './queries.ts';
import { fileAnswer, noFile } from './serve.ts';
import type { FileStore } from './store.ts';

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

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Kept files by forum and id. What is not public is given only to whom a reader lets in; others learn nothing. */
export function fileRoutes(store: FileStore, readers: readonly FileReader[]): readonly Route[] {
  const isRead = async (asked: FileAsked): Promise<boolean> => {
    for (const reads of readers) if (await reads(asked)) return true;
    return false;
  };
  const file: Route = getRoot('/files/:forum/:id', async (web) => {
    const { forum = '', id = '' } = web.params;
    if (!UUID.test(forum) || !UUID.test(id)) return noFile();
    const row = await fileById(web.db, forum, id);
    if (!row) return noFile();
    const { db, actor, today } = web;
    if (!row.public && !(await isRead({ db, actor, today, forum, file: id }))) return noFile();
    return fileAnswer(store, row, web.url.searchParams.get('size') === 'thumb' ? 'thumb' : 'whole');
  });
  return [file];
}
