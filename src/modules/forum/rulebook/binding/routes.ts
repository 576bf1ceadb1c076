import type { Result } from '#core/errors/result.ts';
import { isChangedMeanwhile } from '#core/errors/seen.ts';
import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, keep, mergedWith, withSeen } from '#ui/filled.ts';
import { articlesOf } from '../../documents/queries.ts';
import { draftPage, type Opened, openedVersion, pathOf } from '../../documents/reading/routes.ts';
import { isOpen } from '../../documents/rules.ts';
import { PREAMBLE } from '../../documents/schema.ts';
import { bindRules } from './commands.ts';
import { bookValues, readBook } from './forms.ts';
import { RulesForm } from './pages/rules-form.tsx';

const FIRST_WORDS = 60;

async function form(web: Web, { document, version }: Opened, of: Filled): Promise<Answer> {
  const { lang } = web;
  const back = pathOf(web, { slug: document.slug, number: version.number });
  const articles = (await articlesOf(web.db, web.forum.id, version.id)).map(({ number, heading, words }) => {
    const first = lang.pick(Object.keys(heading).length > 0 ? heading : words);
    const short = first.length > FIRST_WORDS ? `${first.slice(0, FIRST_WORDS).trimEnd()}…` : first;
    const name = number === PREAMBLE ? lang.t('forum.documents.preamble') : number;
    return { value: number, label: short ? `${name} ${short}` : name };
  });
  const main = RulesForm({ of, articles, document: lang.pick(document.title), action: `${back}/rules`, back });
  return draftPage(web, lang.t('forum.rulebook.bind.title'), main, of);
}

async function bind(web: Web): Promise<Answer> {
  const opened = await openedVersion(web, isOpen);
  if (!opened.ok) return refused(opened.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const { document, version } = opened.value;
  const read = readBook(posted.value, version.id, document.slug);
  const made: Result<{ slug: string; number: number }> = read.ok ? await web.perform(bindRules, read.value) : read;
  if (made.ok) return redirect(`${pathOf(web, made.value)}?done=rules`);
  if (isChangedMeanwhile(made.refusal))
    return form(web, opened.value, mergedWith(web.lang, bookValues(version.book, version.id), keep(posted.value)));
  return made.refusal.fields
    ? form(web, opened.value, filled(web.lang, keep(posted.value), made.refusal.fields))
    : refused(made.refusal);
}

/** Binding rules to the articles of a draft. */
export const bindingRoutes: readonly Route[] = [
  get('/documents/:document/versions/:version/rules', async (web) => {
    const opened = await openedVersion(web, isOpen);
    if (!opened.ok) return refused(opened.refusal);
    return form(
      web,
      opened.value,
      filled(web.lang, withSeen(bookValues(opened.value.version.book, opened.value.version.id))),
    );
  }),
  post('/documents/:document/versions/:version/rules', bind),
];
