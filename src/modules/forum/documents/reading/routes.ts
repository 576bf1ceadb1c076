import type { ComponentChildren } from 'preact';
import { type Result, refuse } from '#core/errors/result.ts';
import { type Answer, page, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { Filled } from '#ui/filled.ts';
import { mayKeepDocuments } from '../access.ts';
import { documentsOf } from '../queries.ts';
import { isPublic } from '../rules.ts';
import type { Document, Version } from '../schema.ts';

/** A version as it stands in the address. */
export interface Opened {
  readonly document: Document;
  readonly version: Version;
  readonly documents: readonly Document[];
}

export const mayKeep = (web: Web): boolean => mayKeepDocuments(web.actor, web.forum).may;

/** Why whoever asks may not keep documents, as an answer; null: they may. */
export function keeperOnly(web: Web): Answer | null {
  const verdict = mayKeepDocuments(web.actor, web.forum);
  if (verdict.may) return null;
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

/** The version in the address as this reader sees it: a draft is there for its keepers only. */
export async function seenVersion(web: Web): Promise<Result<Opened>> {
  const documents = await documentsOf(web.db, web.forum.id);
  const document = documents.find((one) => one.slug === web.params.document);
  const version = document?.versions.find((one) => String(one.number) === web.params.version);
  if (!document || !version || (!isPublic(version) && !mayKeep(web)))
    return refuse('not_found', message('forum.documents.wrong.no_version'));
  return { ok: true, value: { document, version, documents } };
}

/** The version in the address for a deed of its keepers; `fits`: what must be true of it. */
export async function openedVersion(web: Web, fits: (version: Version) => boolean): Promise<Result<Opened>> {
  const verdict = mayKeepDocuments(web.actor, web.forum);
  if (!verdict.may) return refuse(web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', verdict.reason);
  const found = await seenVersion(web);
  if (!found.ok || fits(found.value.version)) return found;
  return refuse('conflict', message('forum.documents.wrong.not_now'));
}

/** Page of a version. */
export const pathOf = (web: Web, { slug, number }: { readonly slug: string; readonly number: number }): string =>
  web.at(`/documents/${slug}/versions/${number}`);

export const crumbs = (web: Web) => [{ label: web.lang.t('forum.documents.title'), href: web.at('/documents') }];

/** A form of the keepers: below the documents, found by no search engine. */
export const draftPage = (web: Web, title: string, main: ComponentChildren, of: Filled): Answer =>
  page({ title, main, crumbs: crumbs(web), menu: 'decisions', noindex: true }, of.errors.length > 0 ? 422 : 200);
