import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { personNames } from '#modules/identity/contract.ts';
import { placesById } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { formOf, interviewsOf } from '../keeping/queries.ts';
import type { Interview } from '../keeping/schema.ts';
import { isRound, keptRound } from '../rounds/declaring/routes.ts';
import { pathOf } from '../rounds/rules.ts';
import type { Round } from '../rounds/schema.ts';
import { flagsOf, reasonOf } from '../statistics/quality/rules.ts';
import { countInterview, excludeInterview } from './commands.ts';
import { ExclusionPage } from './pages/exclusion-page.tsx';
import { InterviewsPage } from './pages/interviews-page.tsx';
import { lookedAt, matricesIn } from './rules.ts';

const crumbs = (web: Web, round: Round) => [
  { label: web.lang.pick(round.declaration.title), href: web.at(pathOf(round)) },
];

async function list(web: Web, round: Round): Promise<Answer> {
  const { lang, db, forum } = web;
  const { declaration } = round;
  const interviews = await interviewsOf(db, forum.id, round.id);
  const form = await formOf(db, forum.id, declaration.questionnaire, declaration.edition);
  const matrices = form ? matricesIn(form.questionnaire.items) : [];
  const flags = flagsOf(interviews.map(lookedAt), { from: declaration.from, until: declaration.until, matrices });
  const places = await placesById(
    db,
    forum.id,
    declaration.places.map(({ place }) => place),
  );
  const asked = flags.flatMap((flag) => (flag.interview === null ? [flag.interviewer] : []));
  const names = await personNames(db, asked, lang.code);
  const lines = interviews
    .map(({ id, mode, place, onDay, excluded }, i) => ({
      ...{ id, mode, excluded, nth: i + 1, day: lang.shortDate(onDay) },
      place: lang.pick(places.find((one) => one.id === place)?.name ?? {}) || '–',
      reasons: flags.filter((flag) => flag.interview === id).map(reasonOf),
    }))
    .filter(({ reasons, excluded }) => reasons.length > 0 || excluded !== null || interviews.length <= SHOW_ALL);
  const said = web.url.searchParams.get('done');
  const main = InterviewsPage({
    ...{ lang, lines, over: lang.pick(declaration.title), here: web.at(`${pathOf(round)}/interviews`) },
    people: flags.flatMap((flag) =>
      flag.interview === null ? [{ name: names.get(flag.interviewer) ?? '–', reason: reasonOf(flag) }] : [],
    ),
    done: said === 'excluded' || said === 'counted' ? lang.t(`surveys.judging.done_${said}`) : null,
  });
  const title = lang.t('surveys.judging.title');
  return page({ title, crumbs: crumbs(web, round), menu: 'surveys', main, noindex: true, secret: true });
}
/** A round of so few is listed whole; of a larger one only what stands out. */
const SHOW_ALL = 300;

/** The interview of the address and its place in the order of its round. */
async function found(web: Web, round: Round): Promise<{ readonly of: Interview; readonly nth: number } | Answer> {
  const all = await interviewsOf(web.db, web.forum.id, round.id);
  const at = all.findIndex(({ id }) => id === web.params.interview);
  const of = all[at];
  return of ? { of, nth: at + 1 } : refused({ kind: 'not_found', message: message('surveys.judging.none') });
}

async function exclusion(web: Web, round: Round, shown: Filled): Promise<Answer> {
  const one = await found(web, round);
  if ('kind' in one) return one;
  const { lang } = web;
  const here = web.at(`${pathOf(round)}/interviews`);
  const main = ExclusionPage({
    ...{ of: shown, over: lang.pick(round.declaration.title), nth: one.nth, excluded: one.of.excluded !== null },
    ...{ action: `${here}/${one.of.id}/exclusion`, back: here },
  });
  const title = lang.t('surveys.judging.title');
  const kept = { title, crumbs: crumbs(web, round), menu: 'surveys', main, noindex: true, secret: true };
  return page(kept, shown.errors.length > 0 ? 422 : 200);
}

async function judge(web: Web, round: Round): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const one = await found(web, round);
  if ('kind' in one) return one;
  const again = (what: Parameters<typeof web.lang.say>[0]) =>
    exclusion(web, round, filled(web.lang, keep(posted.value), [{ field: 'reason', message: what }]));
  const reason = posted.value.text('reason').normalize('NFC').replace(/\s+/g, ' ').trim();
  if (reason === '') return again(message('surveys.judging.wrong.reason'));
  const counts = posted.value.text('counted') === 'yes';
  const made = await web.perform(counts ? countInterview : excludeInterview, { interview: one.of.id, reason });
  const here = web.at(`${pathOf(round)}/interviews`);
  return made.ok ? redirect(`${here}?done=${counts ? 'counted' : 'excluded'}`) : again(made.refusal.message);
}

const on = (answer: (web: Web, round: Round) => Promise<Answer>) => async (web: Web) => {
  const round = await keptRound(web);
  return isRound(round) ? answer(web, round) : round;
};

/** What stands out among the interviews of a round; leaving one out, with the reason. */
export const judgingRoutes: readonly Route[] = [
  get('/surveys/:number/interviews', on(list)),
  get(
    '/surveys/:number/interviews/:interview/exclusion',
    on((web, round) => exclusion(web, round, filled(web.lang))),
  ),
  post('/surveys/:number/interviews/:interview/exclusion', on(judge)),
];
