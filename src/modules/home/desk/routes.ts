import { bodiesOf, holds } from '#core/actor.ts';
import { get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { personOf } from '#core/way.ts';
import {
  mayKeepCards,
  undecidedRemarks,
  WaitingRemarks,
  WaitingVoices,
  waitingVoices,
} from '#modules/accountability/contract.ts';
import { BallotReminders, OpenBallots, openBallotsOf, openPapersOf, unvotedOf } from '#modules/ballots/contract.ts';
import { TermList, termsToTell } from '#modules/forum/contract.ts';
import { MeetingDesk, meetingLines, memberBodies } from '#modules/meetings/contract.ts';
import {
  answersFor,
  mayModerate,
  namesOf,
  OwedAnswers,
  OwedResponses,
  owedAnswers,
  owedResponses,
  WaitingComments,
  WaitingList,
  waitingComments,
  waitingQuestions,
} from '#modules/participation/contract.ts';
import { bodiesSpokenFor } from '#modules/plans/contract.ts';
import { mayKeepSurveys, SurveyDesk, surveyLines } from '#modules/surveys/contract.ts';
import { MESSAGE_SCRIPT } from '#ui/message.tsx';
import { keepsForum, mayEnterFacts, mayOpen, mayRunInstallation, maySitAtDesk } from '../access.ts';
import type { HomeNeeds } from '../schema.ts';
import { callsToday, objectionsNow } from './calls/routes.ts';
import { newsFor } from './news/queries.ts';
import { newsRoutes } from './news/routes.ts';
import { DeskPage, type Tool } from './pages/desk.tsx';
import { deskOf } from './queries.ts';

/** What I owe here, what waits for me, and where I work. */
const desk = (needs: HomeNeeds): Route =>
  get('/desk', async (web) => {
    const verdict = maySitAtDesk(web.actor);
    if (!verdict.may) return refused({ kind: 'sign_in', message: verdict.reason });
    const { lang, today, actor, forum, at } = web;
    const keeps = keepsForum(actor, forum.id);
    const main = DeskPage({
      ...{ lang, today, at },
      desk: await deskOf(web.db, forum, actor, keeps, today),
      toTell: keeps && forum.kind === 'living' ? await needs.toTell(web) : null,
      news: await newsFor(web, needs.news),
      calls: keeps && forum.kind === 'living' ? [await objectionsNow(web), await callsToday(needs, web)] : null,
      ballots: OpenBallots({ lang, at, zone: forum.zone, open: await toVote(web) }),
      reminders: keeps && forum.kind === 'living' ? await remindersNow(needs, web) : null,
      questions: await questionsNow(web, keeps),
      meetings: await meetingsNow(web, keeps),
      surveys: await surveysNow(web),
      terms: keeps && forum.kind === 'living' ? await termsNow(web) : null,
      moderates: mayModerate(actor, forum).may,
      done: doneOf(web),
      tools: toolsOf(web),
      acts: bodiesSpokenFor(actor, forum.id).length > 0,
      judges: bodiesOf(actor, 'evaluator', forum.id).length > 0,
    });
    return page({
      title: lang.t('home.desk.title'),
      main,
      noindex: true,
      ...(keeps ? { script: MESSAGE_SCRIPT } : {}),
    });
  });

/** Who has not voted yet, with a message to copy. */
async function remindersNow(needs: HomeNeeds, { db, forum, lang, now, at, origin }: Web) {
  const to = needs.lang(forum.languages[0] ?? lang.code);
  const waiting = await unvotedOf(db, forum.id, now);
  return BallotReminders({ lang, to, forum, origin, at, waiting });
}

/** Questions of residents: what waits for a moderator, and whose answers are owed. */
async function questionsNow({ db, forum, lang, at, actor, sight }: Web, keeps: boolean) {
  if (forum.kind !== 'living') return null;
  const mine = answersFor(actor, forum);
  const owed = keeps || mine.length > 0 ? await owedAnswers(db, forum.id, keeps ? 'all' : mine) : [];
  const said = keeps || mine.length > 0 ? await owedResponses(db, forum, keeps ? 'all' : mine) : [];
  return [
    mayModerate(actor, forum).may && WaitingList({ lang, at, questions: await waitingQuestions(db, forum.id) }),
    mayModerate(actor, forum).may && WaitingComments({ lang, at, waiting: await waitingComments(db, forum.id) }),
    mayModerate(actor, forum).may && WaitingVoices({ lang, at, n: (await waitingVoices(db, forum.id)).length }),
    mayKeepCards(actor, forum).may && WaitingRemarks({ lang, at, cards: await undecidedRemarks(db, forum.id) }),
    OwedAnswers({ lang, at, keeps, questions: owed, names: await namesOf(db, forum.id, owed, sight.shows('places')) }),
    OwedResponses({ lang, at, owed: said }),
  ];
}

/** Meetings to come, minutes and tasks that are owed. */
async function meetingsNow({ db, forum, lang, today, actor, at }: Web, keeps: boolean) {
  const bodies = memberBodies(actor, forum);
  if (forum.kind !== 'living' || (!keeps && bodies.length === 0)) return null;
  const lines = await meetingLines(db, forum, { lang, today, keeps, bodies });
  return MeetingDesk({ lang, today, lines, at: (path) => at(path) });
}

/** Interviews to make, papers to settle, rounds to close. */
async function surveysNow({ db, forum, lang, today, actor, at }: Web) {
  if (forum.kind !== 'living') return null;
  const lines = await surveyLines(db, forum, {
    ...{ lang, today, person: personOf(actor), keeps: mayKeepSurveys(actor, forum).may },
  });
  return SurveyDesk({ lang, lines, at: (path) => at(path) });
}

/** Terms of seats, mandates and offices that end soon or have ended. */
async function termsNow({ db, forum, lang, today, at }: Web) {
  const { terms, names } = await termsToTell(db, forum.id, today);
  return TermList({ lang, today, at: (path) => at(path), terms, names });
}

function doneOf({ lang, url }: Web): string | null {
  const done = url.searchParams.get('done');
  if (done === 'seen') return lang.t('home.desk.news.done');
  if (done === 'told') return lang.t('identity.calls.done');
  return done === 'answered' ? lang.t('identity.assisted.receipt.answered_done') : null;
}

/** The pages of work, for those who may use them; each asks again. */
function toolsOf({ lang, actor, forum, at }: Web): readonly Tool[] {
  const tools: Tool[] = [];
  const tool = (label: string, path: string) => tools.push({ label, href: at(path) });
  if (keepsForum(actor, forum.id) && forum.kind === 'living') {
    tool(lang.t('home.desk.people'), '/people');
    tool(lang.t('home.desk.plans'), '/plans');
    tool(lang.t('home.front.new_plan'), '/plans/new');
    tool(lang.t('home.front.import_plan'), '/plans/import');
    tool(lang.t('home.desk.places'), '/places');
    tool(lang.t('home.desk.bodies'), '/bodies');
    tool(lang.t('home.desk.import_places'), '/places/import');
  }
  if (forum.kind === 'living' && (keepsForum(actor, forum.id) || holds(actor, 'helper', forum.id)))
    tool(lang.t('identity.assisted.title'), '/assisted/new');
  if (mayModerate(actor, forum).may) tool(lang.t('participation.moderation.title'), '/questions/moderation');
  if (mayModerate(actor, forum).may)
    tool(lang.t('participation.consultations.moderation.title'), '/consultations/moderation');
  if (mayOpen(actor, forum.id).may && forum.kind === 'living' && !forum.demonstration)
    tool(lang.t('home.desk.opening'), '/opening');
  if (mayEnterFacts(actor, forum.id).may) tool(lang.t('home.fact.add'), '/facts/new');
  if (mayRunInstallation(actor).may) {
    if (forum.demonstration) tool(lang.t('home.desk.demo_removal'), '/demo/removal');
    tools.push({ label: lang.t('home.desk.limits'), href: `/${lang.code}/limits` });
  }
  return tools;
}

export const deskRoutes = (needs: HomeNeeds): readonly Route[] => [desk(needs), ...newsRoutes];

/** Where this reader can still vote: openly, and in secret from afar. */
const toVote = async ({ db, forum, actor, now, today }: Web) => [
  ...(await openBallotsOf(db, forum, actor, { now, today })),
  ...(await openPapersOf(db, forum, actor, { now, today })),
];
