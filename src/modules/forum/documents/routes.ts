import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { bindingRoutes } from '../rulebook/binding/routes.ts';
import { answered, gapsIn } from '../rulebook/completeness/rules.ts';
import { rulebookRoutes } from '../rulebook/routes.ts';
import { faultsOf } from '../rulebook/rules.ts';
import type { ForumNeeds } from '../schema.ts';
import { seatingOf } from '../seats/queries.ts';
import { adoptionRoutes } from './adoptions/routes.ts';
import { comparingRoutes } from './comparing/routes.ts';
import { discardRoutes } from './discarding/routes.ts';
import { draftRoutes } from './drafts/routes.ts';
import { signersOf } from './exporting/queries.ts';
import { exportRoutes } from './exporting/routes.ts';
import { foundingOf } from './founding/queries.ts';
import { foundingRoutes } from './founding/routes.ts';
import { DocumentsList } from './pages/documents-list.tsx';
import { VersionPage } from './pages/version-page.tsx';
import { VersionPrint } from './pages/version-print.tsx';
import { articlesOf, documentsOf, signaturesOf } from './queries.ts';
import { crumbs, mayKeep, type Opened, seenVersion } from './reading/routes.ts';
import { isPublic, shownOf, stateOn } from './rules.ts';
import { signatureRoutes } from './signatures/routes.ts';
import { versionRoutes } from './versions/routes.ts';
import { withheldVersion } from './withheld/queries.ts';

async function list(web: Web): Promise<Answer> {
  const { lang, today, db, forum } = web;
  const keeps = mayKeep(web);
  const lines = (await documentsOf(db, forum.id)).flatMap((document) => {
    const shown = shownOf(document, today, keeps);
    return shown ? [{ document, shown, state: stateOn(document, shown, today) }] : [];
  });
  const founding = await foundingOf(db, forum.id);
  const main = DocumentsList({
    ...{ lang, lines, at: (path) => web.at(path), mayKeep: keeps, shows: web.sight.shows },
    founding: founding?.published !== null && founding !== null,
    done: web.url.searchParams.get('done') === 'discarded' ? lang.t('forum.documents.done.discarded') : null,
  });
  const description = lang.t('forum.documents.lede');
  return page({ title: lang.t('forum.documents.title'), description, menu: 'decisions', main });
}

const DONE = ['saved', 'proposed', 'adopted', 'signed', 'rules', 'opened', 'discarded'] as const;

type Needs = Pick<ForumNeeds, 'lang' | 'onVersion'>;

async function show(needs: Needs, web: Web, { document, version }: Opened): Promise<Answer> {
  const { lang, forum, today, db } = web;
  const keeps = mayKeep(web);
  const [articles, signatures] = [
    await articlesOf(db, forum.id, version.id),
    await signaturesOf(db, forum.id, version.id),
  ];
  const seen = document.versions.filter((one) => keeps || isPublic(one));
  const asked = DONE.find((one) => one === web.url.searchParams.get('done'));
  const main = VersionPage({
    ...{ lang, document, version, articles, signatures, mayKeep: keeps, at: (path: string) => web.at(path) },
    state: stateOn(document, version, today),
    states: new Map(seen.map((one) => [one.id, stateOn(document, one, today)])),
    bodies: await bodyNames(
      db,
      forum.id,
      signatures.map(({ body }) => body),
    ),
    withheld: await withheldVersion(db, forum, version.id),
    faults: keeps ? faultsOf(version.book, { articles: articles.map(({ number }) => number) }) : [],
    ...{ gaps: gapsIn(version.book), answered: answered(version.book) },
    nameOf: await nameOf(web),
    above: isPublic(version)
      ? await needs.onVersion(web, { document: document.id, adopted: version.adoption !== null })
      : null,
    done: asked ? lang.t(`forum.documents.done.${asked}`) : null,
  });
  return page({
    title: lang.pick(document.title),
    main,
    crumbs: crumbs(web),
    menu: 'decisions',
    noindex: !isPublic(version),
  });
}

/** Names of constituencies in the counts of an adoption. */
async function nameOf(web: Web): Promise<(constituency: string) => string> {
  const { constituencies } = await seatingOf(web.db, web.forum.id);
  const names = new Map<string, Texts>(constituencies.map(({ id, name }) => [id, name]));
  return (constituency) => {
    const name = names.get(constituency);
    return name ? web.lang.pick(name) : web.lang.t('forum.documents.assembly');
  };
}

async function print(web: Web, { document, version }: Opened): Promise<Answer> {
  const { lang, forum, db } = web;
  const signers = await signersOf(db, forum.id, version.id, web.today);
  const withheld = await withheldVersion(db, forum, version.id);
  const main = VersionPrint({
    ...{ lang, forum, document, version, signers: signers.map((name) => lang.pick(name)) },
    withheld,
    articles: await articlesOf(db, forum.id, version.id),
    address: `${web.origin}${web.at(`/documents/${document.slug}/versions/${version.number}`)}`,
  });
  return page({ title: lang.pick(document.title), main, bare: true, noindex: true });
}

const withVersion =
  (answer: (web: Web, opened: Opened) => Promise<Answer>) =>
  async (web: Web): Promise<Answer> => {
    const opened = await seenVersion(web);
    return opened.ok ? answer(web, opened.value) : refused(opened.refusal);
  };

/** Founding documents as everybody reads them. `:document` comes after every fixed word. */
const readingRoutes = (needs: Needs): readonly Route[] => [
  get('/documents', list),
  get('/documents/:document', async (web) => {
    const documents = await documentsOf(web.db, web.forum.id);
    const document = documents.find((one) => one.slug === web.params.document);
    const version = document && shownOf(document, web.today, mayKeep(web));
    if (!document || !version)
      return refused({ kind: 'not_found', message: message('forum.documents.wrong.no_document') });
    return show(needs, web, { document, version, documents });
  }),
  get(
    '/documents/:document/versions/:version',
    withVersion((web, opened) => show(needs, web, opened)),
  ),
  get('/documents/:document/versions/:version/print', withVersion(print)),
  ...exportRoutes,
];

/** All pages of documents and rules; fixed words of an address come before `:document`. */
export const documentRoutes = (needs: Needs): readonly Route[] => [
  ...rulebookRoutes,
  ...draftRoutes(needs.lang),
  ...foundingRoutes,
  ...comparingRoutes,
  ...bindingRoutes,
  ...versionRoutes,
  ...discardRoutes,
  ...adoptionRoutes,
  ...signatureRoutes,
  ...readingRoutes(needs),
];
