import type { Result } from '#core/errors/result.ts';
import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type PlainDate, plainDate } from '#core/time/plain-date.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { ASSEMBLY } from '../founding/rules.ts';
import { draftPage, type Opened, openedVersion, pathOf } from '../reading/routes.ts';
import { governing } from '../rules.ts';
import { adoptVersion } from './commands.ts';
import { readAdoption } from './forms.ts';
import { AdoptionForm } from './pages/adoption-form.tsx';
import { nameIn, votersOn } from './queries.ts';

const isNotAdopted = (version: Opened['version']): boolean => version.adoption === null;

async function form(web: Web, opened: Opened, of: Filled, on: PlainDate): Promise<Answer> {
  const { lang } = web;
  const { document, version, documents } = opened;
  const voters = await votersOn(web.db, web.forum.id, document, on);
  const book = governing(documents, document, on);
  const article = (book?.rules.documents ?? book?.rules.ordinary)?.article;
  const rows = (voters ?? [{ constituency: ASSEMBLY, all: null }]).map((one) => ({
    ...{
      name:
        one.constituency === ASSEMBLY
          ? lang.t('forum.documents.assembly')
          : nameIn(voters, one.constituency, lang.code),
    },
    seats: one.all,
  }));
  const back = pathOf(web, { slug: document.slug, number: version.number });
  const judgedBy = book
    ? lang.t('forum.documents.adopt.by_documents', { article: article ?? '–' })
    : lang.t('forum.documents.adopt.by_founding');
  const main = AdoptionForm({
    ...{ of, rows, judgedBy, document: lang.pick(document.title), version: version.number, today: web.today },
    ...{ action: `${back}/adoption`, back, mayBeFounded: !book },
  });
  return draftPage(web, lang.t('forum.documents.adopt.title'), main, of);
}

async function adopt(web: Web): Promise<Answer> {
  const opened = await openedVersion(web, isNotAdopted);
  if (!opened.ok) return refused(opened.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const on = plainDate(posted.value.text('on')) ?? web.today;
  const voters = await votersOn(web.db, web.forum.id, opened.value.document, on);
  const nameOf = (constituency: string) =>
    constituency === ASSEMBLY ? web.lang.t('forum.documents.assembly') : nameIn(voters, constituency, web.lang.code);
  const read = readAdoption(posted.value, opened.value.version.id, voters, nameOf);
  const made: Result<{ slug: string; number: number }> = read.ok ? await web.perform(adoptVersion, read.value) : read;
  if (made.ok) return redirect(`${pathOf(web, made.value)}?done=adopted`);
  // What the rules refuse is said in the form, at the votes that were not enough.
  const { fields, kind, message } = made.refusal;
  if (fields || kind === 'conflict')
    return form(
      web,
      opened.value,
      filled(web.lang, keep(posted.value), fields ?? [{ field: 'decision', message }]),
      on,
    );
  return refused(made.refusal);
}

/** Entering that the assembly adopted a version. */
export const adoptionRoutes: readonly Route[] = [
  get('/documents/:document/versions/:version/adoption', async (web) => {
    const opened = await openedVersion(web, isNotAdopted);
    if (!opened.ok) return refused(opened.refusal);
    return form(web, opened.value, filled(web.lang, { on: web.today, in_force_on: web.today }), web.today);
  }),
  post('/documents/:document/versions/:version/adoption', adopt),
];
