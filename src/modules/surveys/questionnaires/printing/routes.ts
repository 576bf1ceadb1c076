import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isKept, keptDraft, pathOf } from '../drafts/routes.ts';
import { askedEdition } from '../editions/routes.ts';
import { titleOf } from '../pages/parts/title-of.tsx';
import { editionOf, type Kept } from '../queries.ts';
import { languageFor } from '../rules.ts';
import type { Questionnaire } from '../schema.ts';
import { PaperForm } from './pages/paper-form.tsx';

function printed(web: Web, kept: Kept, of: Questionnaire, edition: number | null): Answer {
  const { lang, forum } = web;
  const title = titleOf(lang, { number: kept.number, ...of });
  const main = PaperForm({
    ...{ of, title, edition, lang: lang },
    forum: {
      ...{ name: lang.pick(forum.name), motto: lang.pick(forum.motto) },
      ...{ motif: forum.motif, demonstration: forum.demonstration },
    },
    language: languageFor(of, web.url.searchParams.get('language') ?? lang.code),
    address: `${web.origin}${web.at(pathOf(kept))}${edition === null ? '' : `/editions/${edition}`}`,
  });
  return page({
    title,
    main,
    menu: 'surveys',
    bare: true,
    noindex: true,
    ...(edition === null ? { secret: true } : {}),
  });
}

const HERE = '/surveys/questionnaires/:number';

/** Questionnaires on paper: an edition for everybody, a draft for its keepers. */
export const printingRoutes: readonly Route[] = [
  get(`${HERE}/print`, async (web) => {
    const kept = await keptDraft(web);
    return isKept(kept) ? printed(web, kept, kept.draft.content, null) : kept;
  }),
  get(`${HERE}/editions/:edition/print`, async (web) => {
    const asked = await askedEdition(web);
    const found = asked && (await editionOf(web.db, web.forum.id, asked.kept.id, asked.number));
    if (!found) return refused({ kind: 'not_found', message: message('surveys.questionnaires.unknown') });
    return printed(web, asked.kept, found.content, found.edition);
  }),
];
