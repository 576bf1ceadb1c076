import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { filled } from '#ui/filled.ts';
import { keeps } from '../../routes.ts';
import { crumbs, draftPage, isKept, keptDraft, pathOf } from '../drafts/routes.ts';
import { faultsOf } from '../faults/rules.ts';
import { titleOf } from '../pages/parts/title-of.tsx';
import { editionOf, type Kept, questionnaireByNumber, roundsWith } from '../queries.ts';
import { languageFor } from '../rules.ts';
import { freezeEdition } from './commands.ts';
import { ChangesPage } from './pages/changes-page.tsx';
import { EditionPage } from './pages/edition-page.tsx';
import { EditionsPage } from './pages/editions-page.tsx';
import { changesBetween } from './rules.ts';

const HERE = '/surveys/questionnaires/:number/editions';
const unknown = refused({ kind: 'not_found', message: message('surveys.questionnaires.unknown') });

/** One edition as everybody reads it. */
export async function editionPage(web: Web, kept: Kept, number: number): Promise<Answer> {
  const { lang, db, forum } = web;
  const edition = await editionOf(db, forum.id, kept.id, number);
  if (!edition) return unknown;
  const wanted = web.url.searchParams.get('language') ?? lang.code;
  const main = EditionPage({
    ...{ lang, kept, edition, here: web.at(pathOf(kept)), language: languageFor(edition.content, wanted) },
    rounds: (await roundsWith(db, forum.id, kept.id)).filter((round) => round.edition === number),
    done: web.url.searchParams.get('done') === 'frozen',
    at: (path) => web.at(path),
  });
  const title = lang.t('surveys.questionnaires.editions.of', {
    title: titleOf(lang, { number: kept.number, ...edition.content }),
    edition: number,
  });
  return page({ title, crumbs: crumbs(web, keeps(web) ? kept : null), menu: 'surveys', main });
}

/** The edition of the address: its number, and that of its questionnaire. */
export async function askedEdition(web: Web): Promise<{ readonly kept: Kept; readonly number: number } | null> {
  const kept = await questionnaireByNumber(web.db, web.forum.id, web.params.number ?? '');
  const number = /^[1-9]\d{0,4}$/.test(web.params.edition ?? '') ? Number(web.params.edition) : 0;
  return kept?.editions.some(({ edition }) => edition === number) ? { kept, number } : null;
}

const one = async (web: Web): Promise<Answer> => {
  const found = await askedEdition(web);
  return found ? editionPage(web, found.kept, found.number) : unknown;
};

/** What an edition asks otherwise than the one before it. */
const changes = async (web: Web): Promise<Answer> => {
  const { lang, db, forum } = web;
  const found = await askedEdition(web);
  const after = found && (await editionOf(db, forum.id, found.kept.id, found.number));
  const before = found && (await editionOf(db, forum.id, found.kept.id, found.number - 1));
  if (!found || !after || !before) return unknown;
  const { kept } = found;
  const main = ChangesPage({
    ...{ lang, here: web.at(pathOf(kept)), from: before.edition, to: after.edition },
    title: titleOf(lang, { number: kept.number, ...after.content }),
    languages: after.content.languages,
    changes: changesBetween(before.content, after.content),
  });
  const title = lang.t('surveys.questionnaires.changes.title', { from: before.edition, to: after.edition });
  return page({ title, crumbs: crumbs(web, keeps(web) ? kept : null), menu: 'surveys', main });
};

async function list(web: Web, wrong: ReturnType<typeof message> | null): Promise<Answer> {
  const kept = await keptDraft(web);
  if (!isKept(kept)) return kept;
  const { lang, db, forum } = web;
  const last = kept.editions.at(-1);
  const before = last && (await editionOf(db, forum.id, kept.id, last.edition));
  const of = filled(lang, {}, wrong ? [{ field: 'draft', message: wrong }] : []);
  const main = EditionsPage({
    ...{ of, kept, here: web.at(pathOf(kept)), faults: faultsOf(kept.draft.content).length },
    title: titleOf(lang, { number: kept.number, ...kept.draft.content }),
    changes: before ? changesBetween(before.content, kept.draft.content) : null,
    rounds: await roundsWith(db, forum.id, kept.id),
    at: (path) => web.at(path),
  });
  return draftPage(web, lang.t('surveys.questionnaires.editions.title'), kept, main, of);
}

const freeze = async (web: Web): Promise<Answer> => {
  const kept = await keptDraft(web);
  if (!isKept(kept)) return kept;
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const made = await web.perform(freezeEdition, { questionnaire: kept.id, draft: posted.value.text('draft') });
  if (!made.ok) return list(web, made.refusal.message);
  return redirect(`${web.at(pathOf(kept))}/editions/${made.value.edition}?done=frozen`);
};

/** Freezing, and every frozen edition with what is different in it. */
export const editionRoutes: readonly Route[] = [
  get(HERE, (web) => list(web, null)),
  post(HERE, freeze),
  get(`${HERE}/:edition`, one),
  get(`${HERE}/:edition/changes`, changes),
];
