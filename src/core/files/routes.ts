import type { Actor } from '#core/actor.ts';
import { getRoot, type Route } from '#core/http/route.ts';
import { fileById } from './queries.ts';
import { fileAnswer, noFile } from './serve.ts';
import type { FileStore } from './store.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Kept files by forum and id. What is not public is given only to whom `mayReadPrivate` lets in; others learn nothing. */
export function fileRoutes(
  store: FileStore,
  mayReadPrivate: (actor: Actor, forum: string) => boolean,
): readonly Route[] {
  const file: Route = getRoot('/files/:forum/:id', async (web) => {
    const { forum = '', id = '' } = web.params;
    if (!UUID.test(forum) || !UUID.test(id)) return noFile();
    const row = await fileById(web.db, forum, id);
    if (!row || !(row.public || mayReadPrivate(web.actor, forum))) return noFile();
    return fileAnswer(store, row, web.url.searchParams.get('size') === 'thumb' ? 'thumb' : 'whole');
  });
  return [file];
}
