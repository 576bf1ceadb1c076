import type { Forum } from '#core/forum.ts';
import type { Answer, Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { OpendataNeeds } from '../schema.ts';
import { headNote, logArchive } from './queries.ts';

const nothing = (): Answer => ({
  kind: 'refused',
  refusal: { kind: 'not_found', message: message('errors.not_found_page') },
});

/** Archives under way, by name: whoever asks meanwhile gets the same one, so that many who ask cost no more than one. */
export type UnderWay = Map<string, Promise<Uint8Array>>;

/** Everything that is needed to check the record without us, as a zip archive to be saved: of one forum, or (null) all. */
export async function exportAnswer(
  web: Web,
  needs: OpendataNeeds,
  forum: Forum | null,
  underWay: UnderWay,
): Promise<Answer> {
  const name = forum?.slug ?? 'log';
  let archive = underWay.get(name);
  if (!archive) {
    archive = logArchive(web.db, needs, forum).finally(() => underWay.delete(name));
    underWay.set(name, archive);
  }
  return { kind: 'file', type: 'application/zip', body: await archive, name: `${name}-${web.today}.zip` };
}

/** The page that checks an archive, to be saved: it runs from a file, not on our site. */
export async function verifierAnswer(needs: OpendataNeeds): Promise<Answer> {
  const body = await needs.verifier();
  return body ? { kind: 'file', type: 'text/html; charset=utf-8', body, name: 'ortaq-verifier.html' } : nothing();
}

/** The signed head of a forum's log as others' programs ask for it (C2SP tlog-tiles, `<prefix>/checkpoint`). */
export async function headAnswer(web: Web, needs: OpendataNeeds): Promise<Answer> {
  const note = await headNote(web.db, needs, web.params.log ?? '');
  return note ? { kind: 'file', type: 'text/plain; charset=utf-8', body: note } : nothing();
}
