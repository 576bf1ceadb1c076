import { type Answer, get, page, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { filled, keep } from '#ui/filled.ts';
import { mayKeepSurveys } from '../../access.ts';
import { sayIn } from '../../questionnaires/rules.ts';
import { roundByNumber } from '../../rounds/queries.ts';
import { pathOf } from '../../rounds/rules.ts';
import type { Round } from '../../rounds/schema.ts';
import { keeps, stranger } from '../../routes.ts';
import { type Taken, takenIn } from '../counting/queries.ts';
import { checkedIn } from '../microdata/queries.ts';
import { publishResults } from '../publishing/commands.ts';
import { type Countable, composedNow, countableIn, latestPublication } from '../publishing/queries.ts';
import { isSame, publishingFault, splitsFault } from '../publishing/rules.ts';
import type { Publication } from '../publishing/schema.ts';
import { publishedRounds } from '../waves/queries.ts';
import { codebookCsv, tablesCsv } from './api.ts';
import { GroupsPage } from './pages/groups-page.tsx';
import { PublishingPage } from './pages/publishing-page.tsx';
import { ResultsPage } from './pages/results-page.tsx';

interface Found {
  readonly round: Round;
  readonly latest: Publication | null;
}

/** The round of the address, with what is out of it. */
export async function found(web: Web): Promise<Found | Answer> {
  const round = await roundByNumber(web.db, web.forum.id, web.params.number ?? '');
  if (!round) return refused({ kind: 'not_found', message: message('surveys.round.none') });
  return { round, latest: await latestPublication(web.db, web.forum.id, round.id) };
}

export const crumbs = (web: Web, round: Round) => [
  { label: web.lang.t('surveys.menu'), href: web.at('/surveys') },
  { label: web.lang.pick(round.declaration.title), href: web.at(pathOf(round)) },
];

/** Where a keeper writes a finding about one figure. */
const findingIn =
  (web: Web, { number }: Round) =>
  (question: string, code: string, column: { readonly split: string; readonly code: string } | null): string => {
    const asked = {
      round: String(number),
      question,
      code,
      ...(column ? { by: column.split, column: column.code } : {}),
    };
    return web.at(`/findings/new?${new URLSearchParams(asked)}`);
  };

async function results(web: Web): Promise<Answer> {
  const at = await found(web);
  if ('kind' in at) return at;
  const { round, latest } = at;
  const here = web.at(pathOf(round));
  const ready = keeps(web) && round.closure?.kind === 'closed';
  const checked = await checkedIn(web.db, web.forum.id, round.id);
  const releasable = ready && latest && !checked && !round.declaration.officeHolders;
  const said = web.url.searchParams.get('done');
  const main = ResultsPage({
    ...{ lang: web.lang, say: sayIn(web), round, here, publication: latest },
    findingAt: ready ? findingIn(web, round) : undefined,
    publishing: ready ? `${here}/results/new` : null,
    releasing: releasable ? `${here}/microdata/new` : null,
    checked,
    waves: latest && (await isCompared(web, round)) ? `${here}/waves` : null,
    done: said === 'published' || said === 'released' ? said : null,
  });
  const title = web.lang.t('surveys.analysis.results.of', { title: web.lang.pick(round.declaration.title) });
  return page({ title, crumbs: crumbs(web, round), menu: 'surveys', main });
}

const isCompared = async ({ db, forum }: Web, round: Round): Promise<boolean> =>
  (await publishedRounds(db, forum.id, round)).length > 1;

/** One question by the groups that were chosen; its number is its place among those that are out. */
async function groups(web: Web): Promise<Answer> {
  const at = await found(web);
  if ('kind' in at) return at;
  const { round, latest } = at;
  const nth = web.params.nth ?? '';
  const question = /^[1-9]\d{0,3}$/.test(nth) ? latest?.results.questions[Number(nth) - 1] : undefined;
  if (!latest || !question)
    return refused({ kind: 'not_found', message: message('surveys.analysis.results.no_question') });
  const say = sayIn(web);
  const main = GroupsPage({
    ...{ lang: web.lang, say, round, here: web.at(pathOf(round)), results: latest.results, question },
    findingAt: keeps(web) && round.closure?.kind === 'closed' ? findingIn(web, round) : undefined,
  });
  return page({ title: say(question.words, question.name), crumbs: crumbs(web, round), menu: 'surveys', main });
}

const file =
  (type: string, write: (latest: Publication, web: Web) => string) =>
  async (web: Web): Promise<Answer> => {
    const at = await found(web);
    if ('kind' in at) return at;
    if (!at.latest) return refused({ kind: 'not_found', message: message('surveys.analysis.results.none') });
    return { kind: 'file', type: `${type}; charset=utf-8`, body: write(at.latest, web), cacheable: true };
  };

interface Preparing extends Found {
  readonly countable: Countable;
  readonly taken: Taken;
}

/** For keepers of a round that can be published; else why not. */
async function preparing(web: Web): Promise<Preparing | Answer> {
  const denied = stranger(web, mayKeepSurveys(web.actor, web.forum));
  if (denied) return denied;
  const at = await found(web);
  if ('kind' in at) return at;
  const countable = await countableIn(web.db, web.forum.id, at.round);
  if (!countable) return refused({ kind: 'not_found', message: message('surveys.round.none') });
  const taken = await takenIn(web.db, web.forum.id, at.round.id);
  const fault = publishingFault(at.round, web.today, taken.counted);
  return fault ? refused({ kind: 'conflict', message: fault }) : { ...at, countable, taken };
}

async function form(web: Web, at: Preparing, by: readonly string[], of = filled(web.lang, { by })): Promise<Answer> {
  const { round, latest, countable, taken } = at;
  const before = latest?.results.splits.map(({ name }) => name) ?? [];
  const chosen = countable.splits.map(({ name }) => name).filter((name) => by.includes(name) || before.includes(name));
  const name = splitsFault(
    countable.splits.filter((one) => chosen.includes(one.name)),
    round.declaration.officeHolders,
  );
  const shown = name ? before : chosen;
  const composed = await composedNow(web.db, web.forum.id, round, countable, {
    ...{ by: shown, taken, before: latest && isSame(latest, taken) ? latest : null },
  });

  const errors = name ? [...of.errors, { field: 'by', message: name }] : of.errors;
  const main = PublishingPage({
    ...{ lang: web.lang, say: sayIn(web), of: { ...of, errors }, round, here: web.at(pathOf(round)) },
    ...{ splits: countable.splits, chosen: shown, results: composed.results, again: latest !== null },
  });
  const title = web.lang.t('surveys.analysis.publishing.title');
  const status = errors.length > 0 ? 422 : 200;
  return page({ title, crumbs: crumbs(web, round), menu: 'surveys', main, noindex: true }, status);
}

async function publish(web: Web, at: Preparing): Promise<Answer> {
  const posted = await web.posted();
  if (!posted.ok) return refused(posted.refusal);
  const text = (field: string): string => posted.value.text(field).normalize('NFC').replace(/\r\n?/g, '\n').trim();
  const splits = text('splits').split('\n').filter(Boolean);
  const words = text('words');
  const made = await web.perform(publishResults, {
    ...{ round: at.round.id, splits, reason: text('reason') || null },
    words: words ? { [web.lang.code]: words } : null,
  });
  if (made.ok) return redirect(`${web.at(pathOf(at.round))}/results?done=published`);
  const errors = made.refusal.fields ?? [{ field: 'reason', message: made.refusal.message }];
  return form(web, at, splits, filled(web.lang, { ...keep(posted.value), by: splits }, errors));
}

/** What came of a round: for everybody, for programs, and the deed of its keepers. */
export const resultRoutes: readonly Route[] = [
  get('/surveys/:number/results', results),
  get(
    '/surveys/:number/results.csv',
    file('text/csv', ({ results: of }, web) => tablesCsv(of, sayIn(web))),
  ),
  get(
    '/surveys/:number/codebook.csv',
    file('text/csv', ({ results: of }, web) => codebookCsv(of, sayIn(web))),
  ),
  get(
    '/surveys/:number/results.json',
    file('application/json', ({ results: of, on, words, reason }) =>
      JSON.stringify({ on, words, reason, ...of }, null, 1),
    ),
  ),
  get('/surveys/:number/results/new', async (web) => {
    const at = await preparing(web);
    return 'kind' in at ? at : form(web, at, web.url.searchParams.getAll('by'));
  }),
  post('/surveys/:number/results/new', async (web) => {
    const at = await preparing(web);
    return 'kind' in at ? at : publish(web, at);
  }),
  get('/surveys/:number/results/:nth', groups),
];
