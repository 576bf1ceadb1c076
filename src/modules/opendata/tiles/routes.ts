import { type Answer, getRoot, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { OpendataNeeds } from '../schema.ts';
import { tileAt } from './queries.ts';

/** "067", "x234/067", "x234/067.p/17", "x001/x234/067.p/17": a number takes one segment for three digits. */
const SEGMENTS = ['/:first', '/:first/:second', '/:first/:second/:third', '/:first/:second/:third/:fourth'] as const;

/** Public logs as programs of others read them, piece by piece (C2SP tlog-tiles, `<prefix>/tile/…`). */
export const tileRoutes = (needs: OpendataNeeds): readonly Route[] =>
  SEGMENTS.map((rest) => getRoot(`/log/:log/tile/:level${rest}`, (web) => tileAnswer(web, needs)));

async function tileAnswer({ params, db }: Web, needs: OpendataNeeds): Promise<Answer> {
  const { log = '', level, first, second, third, fourth } = params;
  const path = [level, first, second, third, fourth].filter((part) => part !== undefined).join('/');
  const tile = await tileAt(db, needs, log, path);
  if (!tile) return refused({ kind: 'not_found', message: message('errors.not_found_page') });
  // A whole tile stays what it is for ever; a narrower one will be asked for no more once the tree has grown.
  return { kind: 'file', type: 'application/octet-stream', body: tile.bytes, immutable: tile.whole };
}
