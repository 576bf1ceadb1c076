import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES } from '#core/i18n/texts.ts';
import { articlesOf, documentsOf } from '../queries.ts';
import { crumbs, mayKeep } from '../reading/routes.ts';
import { compare, inLanguage, isPublic } from '../rules.ts';
import { withheldVersion } from '../withheld/queries.ts';
import { Comparison } from './pages/comparison.tsx';

async function show(web: Web): Promise<Answer> {
  const { lang, db, forum, url } = web;
  const document = (await documentsOf(db, forum.id)).find((one) => one.slug === web.params.document);
  const seen = document?.versions.filter((version) => mayKeep(web) || isPublic(version)) ?? [];
  // Nothing asked: the latest beside the one before it.
  const asked = (name: string, back: number) => {
    const number = url.searchParams.get(name);
    return number === null ? seen.at(-back) : seen.find((version) => String(version.number) === number);
  };
  const [before, after] = [asked('from', 2), asked('to', 1)];
  const none = refused({ kind: 'not_found', message: message('forum.documents.wrong.no_version') });
  if (!document || !before || !after) return none;
  for (const version of [before, after]) if (await withheldVersion(db, forum, version.id)) return none;
  const texts = [await articlesOf(db, forum.id, before.id), await articlesOf(db, forum.id, after.id)] as const;
  // Two versions are compared in one language: the reader's where both have it, else the first that both have.
  const own = [lang.code, ...LANGUAGES].find((code) => texts.every((text) => inLanguage(text, code).length > 0));
  const language = own ?? lang.code;
  const main = Comparison({
    ...{ lang, language, title: lang.pick(document.title), from: before.number, to: after.number },
    rows: compare(inLanguage(texts[0], language), inLanguage(texts[1], language)),
    all: url.searchParams.get('all') === 'yes',
    here: web.at(`/documents/${document.slug}/changes?from=${before.number}&to=${after.number}`),
  });
  const title = lang.t('forum.documents.compare.title', { from: before.number, to: after.number });
  return page({ title, main, crumbs: crumbs(web), menu: 'decisions', noindex: true });
}

/** Two versions side by side. */
export const comparingRoutes: readonly Route[] = [get('/documents/:document/changes', show)];
