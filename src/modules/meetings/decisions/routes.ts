import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { documentTitles, ForumTabs } from '#modules/forum/contract.ts';
import type { Filled } from '#ui/filled.ts';
import { Section } from '#ui/layout.tsx';
import { itemsOf } from '../agenda/queries.ts';
import { meetingOf } from '../calls/queries.ts';
import { meetingPath } from '../calls/rules.ts';
import type { Meeting } from '../calls/schema.ts';
import { pageTitles } from '../paths/queries.ts';
import { itemAsked, itemOptions } from '../recording/routes.ts';
import {
  doneHere,
  formPage,
  formRoutes,
  keeperOnly,
  keepsMeetings,
  meetingCrumb,
  meetingKept,
  titleOf,
} from '../routes.ts';
import type { MeetingNeeds } from '../schema.ts';
import { decisionsCsv, decisionsJson } from './api.ts';
import { decide, keepOutcome } from './commands.ts';
import { readDecision, readOutcome } from './forms.ts';
import { DecisionPage } from './pages/decision-page.tsx';
import { DecisionsList } from './pages/decisions-list.tsx';
import { DecisionForm, OutcomeForm } from './pages/forms.tsx';
import { DecisionLines } from './pages/parts/decision-lines.tsx';
import { decisionsOf } from './queries.ts';
import { correctedBy, decisionPath } from './rules.ts';
import type { Decision } from './schema.ts';

interface OfMeeting {
  readonly meeting: Meeting;
}
export const tabs = (web: Web) =>
  ForumTabs({ lang: web.lang, at: (path) => web.at(path), current: 'decisions', shows: web.sight.shows });
export const crumb = (web: Web) => ({ label: web.lang.t('meetings.decisions.title'), href: web.at('/decisions') });

async function list(web: Web): Promise<Answer> {
  const { lang, db, forum } = web;
  const decisions = await decisionsOf(db, forum.id);
  const main = DecisionsList({ lang, decisions, at: (path) => web.at(path), tabs: tabs(web) });
  return page({
    ...{ title: lang.t('meetings.decisions.title'), description: lang.t('meetings.decisions.lede') },
    ...{ menu: 'decisions', main },
    alternates: [
      { type: 'application/atom+xml', href: web.at('/decisions.atom'), title: lang.t('meetings.decisions.title') },
      { type: 'text/csv', href: web.at('/decisions.csv'), title: lang.t('meetings.decisions.title') },
      { type: 'application/json', href: web.at('/decisions.json'), title: lang.t('meetings.decisions.title') },
    ],
  });
}

const NONE = refused({ kind: 'not_found', message: message('meetings.refused.no_decision') });

async function decisionAsked(
  web: Web,
): Promise<{ readonly decision: Decision; readonly all: readonly Decision[] } | Answer> {
  const all = await decisionsOf(web.db, web.forum.id);
  const decision = all.find((one) => String(one.number) === web.params.decision);
  return decision ? { decision, all } : NONE;
}

async function show({ onBallot }: MeetingNeeds, web: Web): Promise<Answer> {
  const found = await decisionAsked(web);
  if ('kind' in found) return found;
  const { lang, db, forum } = web;
  const { decision, all } = found;
  const meeting = decision.meeting ? await meetingOf(db, forum.id, { id: decision.meeting }) : null;
  const document = decision.document ? (await documentTitles(db, forum.id, lang)).get(decision.document) : null;
  const main = DecisionPage({
    ...{ lang, decision, at: (path) => web.at(path), mayKeep: keepsMeetings(web), done: doneHere(web, ['outcome']) },
    ...{ before: all.find((one) => one.id === decision.corrects) ?? null, after: correctedBy(all, decision) },
    owed: decision.ballot && (await onBallot(web, decision.ballot.id)),
    titles: await pageTitles(
      db,
      forum.id,
      lang,
      decision.outcomes.flatMap(({ path }) => path ?? []),
    ),
    meeting: meeting ? { label: titleOf(lang, meeting), href: web.at(meetingPath(meeting)) } : null,
    rule:
      decision.article && document
        ? lang.t('meetings.by_article', { article: decision.article, document: lang.pick(document) })
        : null,
  });
  const title = lang.t('meetings.decision_no', { number: decision.number });
  return page({
    title,
    description: lang.pick(decision.words).slice(0, 200),
    menu: 'decisions',
    crumbs: [crumb(web)],
    main,
  });
}

/** What was decided at a meeting, for its page. */
export async function decidedThere(web: Web, meeting: Meeting) {
  const all = await decisionsOf(web.db, web.forum.id);
  const decisions = all.filter((one) => one.meeting === meeting.id).toReversed();
  if (decisions.length === 0) return null;
  const children = DecisionLines({ lang: web.lang, decisions, at: (path) => web.at(path) });
  return Section({ title: web.lang.t('meetings.decisions.there'), id: 'decisions', children });
}

export const registerOptions = async (web: Web, but: (one: Decision, all: readonly Decision[]) => boolean) => {
  const all = await decisionsOf(web.db, web.forum.id);
  return all
    .filter((one) => !but(one, all))
    .map((one) => ({ value: one.id as string, label: `${one.number}. ${web.lang.pick(one.words).slice(0, 80)}` }));
};

async function decisionForm(web: Web, { meeting }: OfMeeting, of: Filled): Promise<Answer> {
  const base = web.at(meetingPath(meeting));
  const main = DecisionForm({
    ...{ of, languages: web.forum.languages, action: `${base}/decisions`, back: `${base}/record` },
    items: itemOptions(web, await itemsOf(web.db, web.forum.id, meeting.id)),
    register: await registerOptions(web, (one, all) => correctedBy(all, one) !== null),
  });
  return formPage(web, web.lang.t('meetings.decide.title'), [meetingCrumb(web, meeting)], main, of);
}

const file = (type: string, body: string, name?: string): Answer => ({
  ...{ kind: 'file', type, body, cacheable: true },
  ...(name ? { name } : {}),
});

/** The register of decisions and the forms that write them. */
export const decisionRoutes = (needs: MeetingNeeds): readonly Route[] => [
  get('/decisions', list),
  get('/decisions.csv', async (web) =>
    file(
      'text/csv; charset=utf-8',
      decisionsCsv(web.lang, web.forum, await decisionsOf(web.db, web.forum.id)),
      `${web.forum.slug}-decisions.csv`,
    ),
  ),
  get('/decisions.json', async (web) =>
    file(
      'application/json',
      decisionsJson(web.forum, await decisionsOf(web.db, web.forum.id), (path) => `${web.origin}${web.at(path)}`),
    ),
  ),
  get('/decisions/:decision', (web) => show(needs, web)),
  ...formRoutes('/decisions/:decision/outcomes', {
    open: async (web) => keeperOnly(web) ?? decisionAsked(web),
    show: (web, { decision }: { readonly decision: Decision }, of) => {
      const back = web.at(decisionPath(decision));
      const main = OutcomeForm({ of, languages: web.forum.languages, action: `${back}/outcomes`, back });
      return formPage(web, web.lang.t('meetings.outcome.deed'), [crumb(web)], main, of);
    },
    read: (web, { decision }, posted) => readOutcome(posted, web.forum, decision.id),
    deed: keepOutcome,
    to: ({ decision }) => `${decisionPath(decision)}?done=outcome`,
  }),
  ...formRoutes('/meetings/:number/decisions', {
    open: meetingKept,
    values: async (web, { meeting }) => ({ kind: 'consensus', item: (await itemAsked(web, meeting))?.id ?? '' }),
    show: decisionForm,
    read: (web, { meeting }, posted) => readDecision(posted, web.forum, meeting.id),
    deed: decide,
    to: ({ meeting }) => `${meetingPath(meeting)}/record?done=decided`,
  }),
];
