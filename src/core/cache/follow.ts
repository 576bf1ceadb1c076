import type { Database } from '#core/db/database.ts';
import type { Revisions } from './revisions.ts';

/**
 * Keeps this process up with what others write. Forums are read anew with every piece of news, because one may have
 * been opened, renamed or removed; a page is never drawn with the new revision and the old name. While news may be
 * missed, or the forums cannot be read, nothing is served from the cache.
 */
export function followOthers(
  database: Pick<Database, 'onAnnounced'>,
  revisions: Revisions,
  readForums: () => Promise<void>,
): void {
  let losses = 0;
  database.onAnnounced((news) => {
    if (!news) {
      losses += 1;
      revisions.trusted = false;
      return;
    }
    const before = losses;
    readForums().then(
      () => {
        revisions.learn(news.forum, news.revision);
        if (before === losses) revisions.trusted = true;
      },
      () => {
        revisions.learn(news.forum, news.revision);
        revisions.trusted = false;
      },
    );
  });
}
