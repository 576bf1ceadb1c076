import { type Answer, get, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isKept, keptDraft } from '../drafts/routes.ts';
import { askedEdition } from '../editions/routes.ts';
import { editionOf } from '../queries.ts';
import type { Questionnaire } from '../schema.ts';
import { FILES, type FileKind, fileOf, typeOf } from './api.ts';

async function file(kind: FileKind, content: Questionnaire, name: string, cacheable: boolean): Promise<Answer> {
  const body = await fileOf(kind, content);
  if (body === null) return refused({ kind: 'conflict', message: message('surveys.questionnaires.giving.unfinished') });
  return { kind: 'file', type: typeOf(kind), body, name: `${name}.${kind}`, cacheable };
}

const draft =
  (kind: FileKind) =>
  async (web: Web): Promise<Answer> => {
    const kept = await keptDraft(web);
    return isKept(kept) ? file(kind, kept.draft.content, `${kept.draft.content.name}-draft`, false) : kept;
  };

const edition =
  (kind: FileKind) =>
  async (web: Web): Promise<Answer> => {
    const asked = await askedEdition(web);
    const found = asked && (await editionOf(web.db, web.forum.id, asked.kept.id, asked.number));
    if (!found) return refused({ kind: 'not_found', message: message('surveys.questionnaires.unknown') });
    return file(kind, found.content, `${found.content.name}-${found.edition}`, true);
  };

const HERE = '/surveys/questionnaires/:number';

/** Questionnaires as files: an edition for everybody, a draft for its keepers. */
export const givingRoutes: readonly Route[] = FILES.flatMap((kind) => [
  get(`${HERE}/draft.${kind}`, draft(kind)),
  get(`${HERE}/editions/:edition/form.${kind}`, edition(kind)),
]);
