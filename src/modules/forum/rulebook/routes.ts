import { type Answer, get, page, type Route, type Web } from '#core/http/route.ts';
import { plainDate } from '#core/time/plain-date.ts';
import { documentsOf } from '../documents/queries.ts';
import { bookOn, inForce } from '../documents/rules.ts';
import { answered, gapsIn } from './completeness/rules.ts';
import { RulesPage } from './pages/rules-page.tsx';
import { type Fault, faultsOf } from './rules.ts';

async function show(web: Web): Promise<Answer> {
  const { lang, db, forum, url } = web;
  const day = plainDate(url.searchParams.get('on') ?? '') ?? web.today;
  const documents = await documentsOf(db, forum.id);
  // There is one of each kind, so its kind names it in two words; others by their title.
  const titleOf = (slug: string): string => {
    const document = documents.find((one) => one.slug === slug);
    if (!document) return slug;
    return document.kind === 'other' ? lang.pick(document.title) : lang.t(`forum.documents.kind.${document.kind}`);
  };
  const { book, faults } = bookOn(documents, day);
  const versions = new Map(inForce(documents, day).map(({ slug, version }) => [slug, version.number]));
  const named = ({ key, article, message }: Fault): Fault => ({
    ...{ key, article },
    message: { key: message.key, params: namedIn(message.params ?? {}, titleOf) },
  });
  const main = RulesPage({
    ...{ lang, day, book, titleOf, here: web.at('/rules') },
    faults: [...faults, ...faultsOf(book)].map(named),
    ...{ gaps: gapsIn(book), answered: answered(book) },
    articleHref: ({ document, article }) =>
      web.at(`/documents/${document}/versions/${versions.get(document) ?? 1}#article-${article}`),
  });
  const title = lang.t('forum.rulebook.in_force.title');
  const crumbs = [{ label: lang.t('forum.documents.title'), href: web.at('/documents') }];
  return page({
    title,
    main,
    crumbs,
    menu: 'decisions',
    description: lang.t('forum.rulebook.in_force.lede', { day: lang.date(day) }),
  });
}

type Params = Readonly<Record<string, string | number>>;

/** Faults know documents by the word in their address; people know them by their titles. */
const namedIn = (params: Params, titleOf: (slug: string) => string): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name === 'document' || name === 'other_document' ? titleOf(String(value)) : value,
    ]),
  );

/** The rules in force on a day. */
export const rulebookRoutes: readonly Route[] = [get('/rules', show)];
