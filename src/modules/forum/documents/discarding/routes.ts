import { get, post, type Route, redirect, refused } from '#core/http/route.ts';
import { filled } from '#ui/filled.ts';
import { draftPage, openedVersion, pathOf } from '../reading/routes.ts';
import { isOpen } from '../rules.ts';
import { discardVersion } from './commands.ts';
import { DiscardForm } from './pages/discard-form.tsx';

/** Throwing away a draft that nobody received, asked before. */
export const discardRoutes: readonly Route[] = [
  get('/documents/:document/versions/:version/removal', async (web) => {
    const opened = await openedVersion(web, isOpen);
    if (!opened.ok) return refused(opened.refusal);
    const { document, version } = opened.value;
    const back = pathOf(web, { slug: document.slug, number: version.number });
    const of = filled(web.lang);
    const main = DiscardForm({
      ...{ of, document: web.lang.pick(document.title), version: version.number, back, action: `${back}/removal` },
      whole: document.versions.length === 1,
    });
    return draftPage(web, web.lang.t('forum.documents.discard.title'), main, of);
  }),
  post('/documents/:document/versions/:version/removal', async (web) => {
    const opened = await openedVersion(web, isOpen);
    if (!opened.ok) return refused(opened.refusal);
    const made = await web.perform(discardVersion, { version: opened.value.version.id });
    if (!made.ok) return refused(made.refusal);
    const { slug } = made.value;
    return redirect(`${web.at(slug ? `/documents/${slug}` : '/documents')}?done=discarded`);
  }),
];
