import { type Answer, get, page, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { casesOfSubjects, dueOf, ownBodies, seesAll } from '#modules/obligations/contract.ts';
import { mayModerate } from '../questions/access.ts';
import { mayKeep, mayRespond } from './access.ts';
import { draftsOf } from './drafts/queries.ts';
import { ConsultationPage } from './pages/consultation-page.tsx';
import { ConsultationsList, type Line } from './pages/consultations-list.tsx';
import { HiddenPlace, PlacePage } from './pages/place-page.tsx';
import { RulesPage } from './pages/rules-page.tsx';
import { consultationsOf, waitingComments, wholeOf } from './queries.ts';
import { aroundOf, crumbsOf, placeIn, type Read, readAt, unknown } from './reading/routes.ts';
import { citation, commentState, outcomeCounts, placePath, RESPONSE_KIND, stageOn, unitsOf } from './rules.ts';
import type { Unit } from './schema.ts';

/** What everybody reads: the list, a consultation by article, one place of it, the rules. Fixed words before these. */
export const consultationRoutes: readonly Route[] = [
  get('/consultations', (web) => listPage(web)),
  get('/consultations/rules', async (web) => {
    const { lang, at } = web;
    const main = RulesPage({ lang, at: (path) => at(path) });
    return page({ title: lang.t('participation.consultations.rules'), menu: 'questions', crumbs: crumbsOf(web), main });
  }),
  get('/consultations/:label', async (web) => {
    const read = await readAt(web);
    return read ? onePage(web, read) : unknown;
  }),
  get('/consultations/:label/:place', async (web) => {
    const read = await readAt(web);
    return read ? placePage(web, read) : unknown;
  }),
];

async function listPage(web: Web): Promise<Answer> {
  const { lang, at, db, forum, today, sight, actor } = web;
  const drafts = await draftsOf(db, forum.id);
  const lines: Line[] = [];
  for (const consultation of await consultationsOf(db, forum.id)) {
    const units = unitsOf(await wholeOf(db, forum.id, consultation));
    lines.push({
      ...{ consultation, stage: stageOn(consultation, today) },
      draft: drafts.find(({ id }) => id === consultation.subject.id) ?? null,
      comments: units.reduce((sum, { comments }) => sum + comments.length, 0),
      owed: outcomeCounts(units).owed,
    });
  }
  const main = ConsultationsList({
    ...{ lang, at: (path: string) => at(path), lines, shows: sight.shows, keeps: mayKeep(actor, forum).may },
    waiting: mayModerate(actor, forum).may ? (await waitingComments(db, forum.id)).length : null,
  });
  const title = lang.t('participation.consultations.title');
  return page({ title, description: lang.t('participation.consultations.lede'), menu: 'questions', main });
}

const DONE = ['opened', 'said', 'published', 'answered', 'corrected', 'grouped', 'dissolved'] as const;

function doneOf({ lang, url }: Web): string | null {
  const asked = DONE.find((one) => one === url.searchParams.get('done'));
  return asked ? lang.t(`participation.consultations.done.${asked}`) : null;
}

async function onePage(web: Web, read: Read): Promise<Answer> {
  const { lang, actor, forum, today } = web;
  const { consultation, comments, units } = read;
  const states = comments.map(commentState);
  const n = (wanted: string) => states.filter((state) => state === wanted).length;
  const main = ConsultationPage({
    ...(await aroundOf(web, read)),
    ...{ draft: read.draft, version: read.version, articles: read.articles, placed: read.placed },
    ...{ stage: stageOn(consultation, today), keeps: mayKeep(actor, forum).may, done: doneOf(web) },
    hidden: { waiting: n('waiting'), refused: n('refused'), withdrawn: n('withdrawn') },
    owed: outcomeCounts(units).owed,
    dueOn: units.length > 0 ? await dueOn(web, read) : null,
  });
  return page({
    title: lang.t('participation.consultations.one', { label: consultation.label }),
    ...{ description: lang.pick(consultation.words), menu: 'questions', crumbs: crumbsOf(web), main },
  });
}

/** By when what was said while it stood open is answered. */
async function dueOn({ db, forum }: Web, { consultation }: Read): Promise<PlainDate | null> {
  const { n, unit } = consultation.term;
  const counted = await dueOf(db, forum, { on: consultation.until, at: null }, { unit, n });
  return counted.ok ? counted.value.due : null;
}

async function placePage(web: Web, read: Read): Promise<Answer> {
  const { lang, actor, forum, at } = web;
  const { consultation } = read;
  const place = placeIn(web);
  const placed = read.placed.find(({ unit }) => unit.place === place);
  const comment = read.comments.find((one) => one.place === place);
  if (!placed && !comment)
    return refused({ kind: 'not_found', message: message('participation.consultations.unknown_place') });
  const title = citation(consultation, place!);
  const around = { title, menu: 'questions', crumbs: crumbsOf(web, consultation) };
  if (!placed && comment?.group) {
    const group = read.groups.find(({ id }) => id === comment.group)!;
    return redirect(at(placePath(consultation, group.place)));
  }
  if (!placed) {
    const may = commentState(comment!) === 'waiting' && mayModerate(actor, forum).may;
    const moderate = may ? `${at(placePath(consultation, place!))}/moderation` : null;
    const main = HiddenPlace({ lang, at: (path) => at(path), consultation, comment: comment!, moderate });
    return page({ ...around, noindex: true, main });
  }
  const main = PlacePage({
    ...(await aroundOf(web, read)),
    ...{ placed, clock: await clockOf(web, placed.unit), deeds: deedsOf(web, read, placed.unit), done: doneOf(web) },
  });
  return page({ ...around, main });
}

/** The clock as far as this reader sees it: a body hears of its first lateness before everybody does. */
async function clockOf(web: Web, { id }: Unit) {
  const { db, forum, actor, today, now, sight } = web;
  if (!sight.shows('obligations')) return null;
  const eyes = { all: seesAll(actor, forum), bodies: ownBodies(actor, forum) };
  return (await casesOfSubjects(db, forum.id, RESPONSE_KIND, [id], { today, now }, eyes)).get(id) ?? null;
}

function deedsOf({ actor, forum, at }: Web, { consultation }: Read, unit: Unit) {
  const here = at(placePath(consultation, unit.place));
  const may = (paper: boolean) => mayRespond(actor, forum, consultation, paper).may;
  return {
    respond: !unit.response && may(false) ? `${here}/response` : null,
    paper: !unit.response && may(true) ? `${here}/response?way=paper` : null,
    correct: unit.response && may(false) ? `${here}/correction` : null,
    dissolve: unit.group && !unit.response && mayKeep(actor, forum).may ? `${here}/dissolution` : null,
  };
}
