import { type Answer, get, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { printed } from '#core/papers/answer.ts';
import type { Wanted } from '#core/papers/press.ts';
import { articlesOf } from '../queries.ts';
import { pathOf, seenVersion } from '../reading/routes.ts';
import { withheldVersion } from '../withheld/queries.ts';
import { documentPaper } from './pages/document-paper.tsx';
import { signersOf } from './queries.ts';

/** A version as a file, in the reader's language; one that is withheld only on its page, which says so. */
const exported =
  (format: Wanted) =>
  async (web: Web): Promise<Answer> => {
    const opened = await seenVersion(web);
    if (!opened.ok) return refused(opened.refusal);
    const { document, version } = opened.value;
    const { lang, forum, db, today } = web;
    const here = pathOf(web, { slug: document.slug, number: version.number });
    if (await withheldVersion(db, forum, version.id)) return redirect(here);
    const paper = documentPaper({
      ...{ lang, forum, document, version, address: `${web.origin}${here}` },
      articles: await articlesOf(db, forum.id, version.id),
      signers: (await signersOf(db, forum.id, version.id, today)).map((name) => lang.pick(name)),
    });
    return printed(web, format, [paper], `${forum.slug}-${document.slug}-${version.number}`);
  };

/** Founding documents to print and to write in. */
export const exportRoutes: readonly Route[] = (['pdf', 'docx'] as const).map((format) =>
  get(`/documents/:document/versions/:version/text.${format}`, exported(format)),
);
