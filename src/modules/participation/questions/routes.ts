import type { Actor } from '#core/actor.ts';
import { holds } from '#core/actor.ts';
import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { isId } from '#core/ids.ts';
import { deedLinkPage } from '#modules/identity/contract.ts';
import { casesOfSubjects, ownBodies, seesAll } from '#modules/obligations/contract.ts';
import { pageOf } from '#ui/pager.tsx';
import { numberIn } from '../voices/forms.ts';
import { mayAnswer, mayEnterPaper, mayModerate } from './access.ts';
import { namesById, namesOf } from './names/queries.ts';
import { type Clock, type Deeds, QuestionPage } from './pages/question-page.tsx';
import { QuestionsList } from './pages/questions-list.tsx';
import { RulesPage } from './pages/rules-page.tsx';
import { askedAbout, publishedPage, publishedTotal, questionByNumber, questionCounts } from './queries.ts';
import { ANSWER_DEED, ANSWER_KIND, pathOf, stateOf, WITHHELD, withheldOf } from './rules.ts';
import { PUBLIC_STATES, type Question } from './schema.ts';

const SIZE = 20;

/** What everybody reads: the list, one question with its history, the rules. */
export const questionRoutes: readonly Route[] = [
  get('/questions', (web) => listPage(web)),
  get('/questions/rules', async ({ lang, at }) =>
    page({
      title: lang.t('participation.rules.title'),
      menu: 'questions',
      crumbs: [{ label: lang.t('participation.questions.title'), href: at('/questions') }],
      main: RulesPage({ lang, at }),
    }),
  ),
  get('/questions/:number', async (web) => {
    const question = await questionAt(web);
    return question ? onePage(web, question) : noQuestion;
  }),
];

export const noQuestion: Answer = refused({ kind: 'not_found', message: message('participation.questions.unknown') });

/** The question of the address. */
export async function questionAt(web: Web): Promise<Question | null> {
  const number = numberIn(web.params.number);
  return number === null ? null : questionByNumber(web.db, web.forum.id, number);
}

/** What pages of questions need around them. */
export async function aroundOf(web: Web, questions: readonly Question[]) {
  const { lang, at, db, forum, sight } = web;
  return {
    ...{ lang, at, plansSeen: sight.shows('plans') },
    names: await namesOf(db, forum.id, questions, sight.shows('places')),
  };
}

const title = ({ lang }: Web, { number }: Question): string => lang.t('participation.questions.one', { number });

export const crumbsOf = (web: Web, question?: Question) => [
  { label: web.lang.t('participation.questions.title'), href: web.at('/questions') },
  ...(question ? [{ label: title(web, question), href: web.at(pathOf(question)) }] : []),
];

async function listPage(web: Web): Promise<Answer> {
  const { lang, url, db, forum, sight } = web;
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const id = (name: string) => (isId(asked(name)) ? asked(name) : null);
  const wanted = {
    ...{ body: id('body'), place: id('place') },
    state: PUBLIC_STATES.find((state) => state === asked('state')) ?? null,
  };
  const at = pageOf(url);
  const questions = await publishedPage(db, forum.id, wanted, { size: SIZE, skip: (at - 1) * SIZE });
  const about = await askedAbout(db, forum.id);
  const known = await namesById(db, forum.id, about, sight.shows('places'));
  const options = (ids: readonly string[]) =>
    ids
      .flatMap((value) => (known.has(value) ? [{ value, label: lang.pick(known.get(value)!.name) }] : []))
      .toSorted((a, b) => lang.compare(a.label, b.label));
  const main = QuestionsList({
    ...(await aroundOf(web, questions)),
    ...{ url, questions, page: at, size: SIZE, withheld: await web.withheld(forum.id) },
    shows: sight.shows,
    total: await publishedTotal(db, forum.id, wanted),
    counts: await questionCounts(db, forum.id),
    bodies: options(about.bodies),
    places: options(about.places),
    moderation: mayModerate(web.actor, forum).may ? web.at('/questions/moderation') : null,
  });
  const title = lang.t('participation.questions.title');
  return page({ title, description: lang.t('participation.questions.lede'), menu: 'questions', main });
}

async function onePage(web: Web, question: Question): Promise<Answer> {
  const { lang } = web;
  const main = QuestionPage({
    ...(await aroundOf(web, [question])),
    question,
    clock: await clockOf(web, question),
    deeds: deedsOf(web, question),
    withheld: withheldOf(await web.withheld(web.forum.id), question),
    done: doneOf(web),
  });
  const isPublic = question.publication !== null;
  const description = lang.t(`participation.state_means.${stateOf(question)}`);
  return page({
    title: title(web, question),
    description,
    menu: 'questions',
    crumbs: crumbsOf(web),
    noindex: !isPublic,
    main,
  });
}

/** The clock as far as this reader sees it: a body hears of its first lateness before everybody does. */
async function clockOf(web: Web, question: Question): Promise<Clock | null> {
  const { db, forum, actor, today, now } = web;
  if (!question.publication || !web.sight.shows('obligations')) return null;
  const eyes = { all: seesAll(actor, forum), bodies: ownBodies(actor, forum) };
  const found = await casesOfSubjects(db, forum.id, ANSWER_KIND, [question.id], { today, now }, eyes);
  return found.get(question.id) ?? null;
}

function deedsOf({ actor, forum, at }: Web, question: Question): Deeds {
  const owed = question.publication !== null && question.answer === null;
  const staff = mayEnterPaper(actor, forum).may;
  const form = at(`${pathOf(question)}/answer`);
  return {
    answer: owed && mayAnswer(actor, question, forum).may ? form : null,
    link: owed && staff ? at(deedLinkPage(ANSWER_DEED, question.id)) : null,
    paper: owed && staff ? `${form}?way=paper` : null,
    moderate:
      stateOf(question) === 'waiting' && mayModerate(actor, forum).may ? at(`${pathOf(question)}/moderation`) : null,
    takeDown: keepsRecord(actor, forum.id)
      ? (type, id) => at(`/withheld/new?${new URLSearchParams({ type: WITHHELD[type], id })}`)
      : null,
  };
}

const keepsRecord = (actor: Actor, forum: string): boolean =>
  holds(actor, 'coordinator', forum) || holds(actor, 'secretary', forum);

function doneOf({ lang, url }: Web): string | null {
  const done = url.searchParams.get('done');
  if (done === 'published') return lang.t('participation.moderation.published');
  return done === 'answered' ? lang.t('participation.answers.published') : null;
}
