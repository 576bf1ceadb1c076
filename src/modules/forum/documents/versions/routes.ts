import type { Result } from '#core/errors/result.ts';
import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { ruleWords } from '../../rulebook/pages/parts/words.tsx';
import { readProposal } from '../forms.ts';
import { draftPage, type Opened, openedVersion, pathOf } from '../reading/routes.ts';
import { bookOn, isOpen, isPublic } from '../rules.ts';
import { openVersion, proposeVersion } from './commands.ts';
import { NextForm } from './pages/next-form.tsx';
import { ProposalForm } from './pages/proposal-form.tsx';

const back = (web: Web, { document, version }: Opened): string =>
  pathOf(web, { slug: document.slug, number: version.number });

function proposalForm(web: Web, opened: Opened, of: Filled): Answer {
  const { lang } = web;
  const rule = bookOn(opened.documents, web.today).book.rules.amendment;
  const asked = rule
    ? lang.t('forum.documents.propose.asked', {
        article: rule.article,
        what: ruleWords(lang, 'amendment', rule.value),
      })
    : null;
  const main = ProposalForm({
    ...{ of, asked, document: lang.pick(opened.document.title), version: opened.version.number },
    ...{ action: `${back(web, opened)}/proposal`, back: back(web, opened) },
  });
  return draftPage(web, lang.t('forum.documents.propose.title'), main, of);
}

async function propose(web: Web): Promise<Answer> {
  const opened = await openedVersion(web, isOpen);
  if (!opened.ok) return refused(opened.refusal);
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const read = readProposal(posted.value, opened.value.version.id, web.lang.code);
  const made: Result<unknown> = read.ok ? await web.perform(proposeVersion, read.value) : read;
  if (made.ok) return redirect(`${back(web, opened.value)}?done=proposed`);
  return made.refusal.fields
    ? proposalForm(web, opened.value, filled(web.lang, keep(posted.value), made.refusal.fields))
    : refused(made.refusal);
}

/** Sending a version to the members, and beginning the next one. */
export const versionRoutes: readonly Route[] = [
  get('/documents/:document/versions/:version/proposal', async (web) => {
    const opened = await openedVersion(web, isOpen);
    return opened.ok ? proposalForm(web, opened.value, filled(web.lang)) : refused(opened.refusal);
  }),
  post('/documents/:document/versions/:version/proposal', propose),
  get('/documents/:document/versions/:version/next', async (web) => {
    const opened = await openedVersion(web, isPublic);
    if (!opened.ok) return refused(opened.refusal);
    const of = filled(web.lang);
    const title = web.lang.t('forum.documents.next.title');
    const main = NextForm({
      ...{ of, document: web.lang.pick(opened.value.document.title), back: back(web, opened.value) },
      action: `${back(web, opened.value)}/next`,
    });
    return draftPage(web, title, main, of);
  }),
  post('/documents/:document/versions/:version/next', async (web) => {
    const opened = await openedVersion(web, isPublic);
    if (!opened.ok) return refused(opened.refusal);
    const made = await web.perform(openVersion, { version: opened.value.version.id });
    return made.ok ? redirect(`${pathOf(web, made.value)}?done=opened`) : refused(made.refusal);
  }),
];
