import { type Actor, bodiesOf, NOBODY } from '#core/actor.ts';
import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { cut, shortMessage } from '#core/i18n/short-message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { deedLinkPage } from '#modules/identity/contract.ts';
import { MESSAGE_SCRIPT } from '#ui/message.tsx';
import { mayAuthor, mayReadEvaluation, mayReadPlan } from '../access.ts';
import type { FiguresOn } from '../binding/schema.ts';
import { homeCrumb } from '../overview/routes.ts';
import { stageOn } from '../plan/rules.ts';
import { withoutUntickedMoney } from '../shown/rules.ts';
import { withoutWithheld } from '../withheld/rules.ts';
import { deedsOf } from './access.ts';
import { measureJson } from './api.ts';
import { MeasurePage } from './pages/measure-page.tsx';
import { dossierAt } from './queries.ts';
import { storyOf, without } from './rules.ts';
import type { Dossier } from './schema.ts';

/** Deeds that lead back here and say what happened. */
const DONE = [
  'update',
  'evaluation',
  'reply',
  'extension',
  'amendment',
  'withdrawal',
  'milestone',
  'actual',
  'saved',
] as const;

/** The dossier of the address, when this reader may see its plan; an old address leads to the present one. */
async function readable(web: Web, suffix: string): Promise<Dossier | Answer> {
  const { plan = '', measure = '' } = web.params;
  const dossier = await dossierAt(web.db, web.forum, plan, measure, web.today);
  if (!dossier || !mayReadPlan(web.actor, dossier.plan.forum_id, stageOn(dossier.stages, web.today)).may) {
    return refused({ kind: 'not_found', message: message('plans.overview.no_such_measure') });
  }
  if (dossier.measure.slug !== measure) {
    return { kind: 'redirect', to: `${baseOf(web, dossier)}${suffix}${web.url.search}`, permanent: true };
  }
  return withoutWithheld(withoutUntickedMoney(dossier), await web.withheld(dossier.plan.forum_id));
}

/** The dossier as this reader may see it: evaluations in their reply window are for those concerned. */
function seenBy(actor: Actor, dossier: Dossier, today: PlainDate): Dossier {
  const hidden = dossier.evaluations.filter((evaluation) => {
    const cell = dossier.cells.find((candidate) => candidate.id === evaluation.cell_id);
    return !cell || !mayReadEvaluation(actor, evaluation, cell, today).may;
  });
  const keeps = mayAuthor(actor, dossier.plan.forum_id).may;
  const judging = bodiesOf(actor, 'evaluator', dossier.plan.forum_id);
  const evaluations = dossier.evaluations.map((row) =>
    keeps || judging.includes(row.author_body_id) ? row : { ...row, funder_tie: null },
  );
  return without({ ...dossier, evaluations }, hidden);
}

const isAnswer = (value: Dossier | Answer): value is Answer => 'kind' in value;

const baseOf = (web: Web, dossier: Dossier): string =>
  web.at(`/plans/${dossier.plan.slug}/measures/${dossier.measure.slug}`);

async function measure(figuresOn: FiguresOn, web: Web): Promise<Answer> {
  const found = await readable(web, '');
  if (isAnswer(found)) return found;
  const { lang, today, at, url } = web;
  const dossier = seenBy(web.actor, found, today);
  const story = storyOf(dossier, today);
  const base = baseOf(web, dossier);
  const did = DONE.find((deed) => deed === url.searchParams.get('done'));
  const main = MeasurePage({
    lang,
    today,
    dossier,
    story,
    at,
    base,
    deeds: deedsOf(
      {
        actor: web.actor,
        forum: web.forum,
        today,
        base,
        linkPage: (command, object) => web.at(deedLinkPage(command, object)),
        takeDown: (type, id) => web.at(`/withheld/new?type=${type}&id=${id}`),
      },
      dossier,
      story,
    ),
    notice: did ? lang.t(`plans.dossier.done.${did}`) : null,
    result: did === 'update' || did === 'reply' ? resultOf(web, did, base, story.now) : null,
    opened: url.searchParams.get('executor'),
    figures: await figuresOn(web, {
      indicators: dossier.indicators.map(({ id }) => id),
      evaluations: dossier.evaluations.map(({ id }) => id),
    }),
  });
  const title = [story.now.number, lang.pick(story.now.title)].filter(Boolean).join(' ');
  const planHref = at(`/plans/${dossier.plan.slug}`);
  return page({
    title,
    description: lang.pick(story.now.text).slice(0, 160),
    menu: 'plans',
    crumbs: [homeCrumb(web), { label: lang.pick(dossier.plan.title), href: planHref }],
    main,
    ...(did ? { script: MESSAGE_SCRIPT } : {}),
    alternates: [
      { type: 'application/atom+xml', href: `${base}.atom`, title },
      { type: 'application/json', href: `${base}.json`, title },
    ],
  });
}

/** What a report or a reply came to, for those who wait for it, in the platform's own language. */
function resultOf(web: Web, did: 'update' | 'reply', base: string, now: { number: string | null; title: Texts }) {
  const { forum, lang } = web;
  const to = web.langOf(forum.languages[0] ?? lang.code);
  const said = { forum: to.pick(forum.name), number: now.number ?? '–', title: cut(to.pick(now.title), TITLE_MOST) };
  const link = `${web.origin}/${to.code}${base.slice(`/${lang.code}`.length)}`;
  return { to, subject: said.forum, text: shortMessage(to.t(`plans.result.${did}`, said), link) };
}
const TITLE_MOST = 200;

const json: Route = get('/plans/:plan/measures/:measure.json', async (web) => {
  const found = await readable(web, '.json');
  if (isAnswer(found)) return found;
  // The machine face is the public record, whoever asks.
  const dossier = seenBy(NOBODY, found, web.today);
  const story = storyOf(dossier, web.today);
  const body = JSON.stringify(measureJson(dossier, story, web.forum, web.today, web.origin), null, 1);
  return { kind: 'file', type: 'application/json; charset=utf-8', body, cacheable: true };
});

/** `figuresOn`: what surveys found of a measure, as main brings it. */
export const dossierRoutes = (figuresOn: FiguresOn = async () => []): readonly Route[] => [
  json,
  get('/plans/:plan/measures/:measure', (web) => measure(figuresOn, web)),
];
