import type { Verdict } from '#core/command.ts';
import type { Refusal, Result } from '#core/errors/result.ts';
import { refuse } from '#core/errors/result.ts';
import {
  type Answer,
  type Crumb,
  get,
  type Page,
  type Posted,
  page,
  type Route,
  refused,
  type Web,
} from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { ForumTabs, Steps, seatingOf, sittingOn, versionNamed } from '#modules/forum/contract.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { type Filled, filled, keep } from '#ui/filled.ts';
import { mayCome, mayKeepBallots } from './access.ts';
import { rollCsv } from './api.ts';
import { personsSeen } from './names/queries.ts';
import { sessionFor } from './opening/commands.ts';
import { BallotPage } from './pages/ballot-page.tsx';
import { BallotsList } from './pages/ballots-list.tsx';
import type { AboutShown } from './pages/parts/ballot-facts.tsx';
import { KeeperCard } from './pages/parts/keeper-card.tsx';
import { ballotAfter, ballotById, ballotByNumber, ballotsOf, fileOf, outcomesOf, rollOf } from './queries.ts';
import { isRemote, pathOf, stateOf } from './rules.ts';
import type { Ballot, PageNeeds, RollRow } from './schema.ts';
import { isSecretRemote } from './secret/rules.ts';

/** Why whoever asks may not, as an answer; null: they may. */
export function stranger(web: Web, verdict: Verdict): Answer | null {
  if (verdict.may) return null;
  return refused({ kind: web.actor.kind === 'nobody' ? 'sign_in' : 'forbidden', message: verdict.reason });
}

export const keeps = (web: Web): boolean => mayKeepBallots(web.actor, web.forum).may && !web.sight.preview;

/** The ballot of the address. */
export async function seenBallot(web: Web): Promise<Result<Ballot>> {
  const ballot = await ballotByNumber(web.db, web.forum.id, web.params.number ?? '');
  return ballot ? { ok: true, value: ballot } : refuse('not_found', message('ballots.unknown'));
}

/** The same for a deed of its keepers, as an answer where it is not theirs. */
export async function keptBallot(web: Web): Promise<Ballot | Answer> {
  const no = stranger(web, mayKeepBallots(web.actor, web.forum));
  if (no) return no;
  const found = await seenBallot(web);
  return found.ok ? found.value : refused(found.refusal);
}
export const isBallot = (found: Ballot | Answer): found is Ballot => 'words' in found;

export const crumbs = ({ lang, at }: Web, ballot: Ballot | null): readonly Crumb[] => [
  { label: lang.t('ballots.title'), href: at('/ballots') },
  ...(ballot ? [{ label: lang.t('ballots.number_of', { number: ballot.number }), href: at(pathOf(ballot)) }] : []),
];

/** A page with a form: found by no search engine, kept by no cache on the way. */
export const formPage = (web: Web, title: string, ballot: Ballot | null, main: Page['main'], of: Filled): Answer =>
  page(
    { title, crumbs: crumbs(web, ballot), menu: 'decisions', main, noindex: true, secret: true },
    of.errors.length > 0 ? 422 : 200,
  );

/** What was refused, in the form again: at its fields, else at `field`. */
export const again = (web: Web, posted: Posted, { message: what, fields }: Refusal, field: string): Filled =>
  filled(web.lang, keep(posted), fields ?? [{ field, message: what }]);

const DONE = ['written', 'opened', 'voted', 'marked', 'counted', 'agreed', 'closed', 'withdrawn'] as const;

async function list(web: Web): Promise<Answer> {
  const { lang, forum, db, now } = web;
  const ballots = await ballotsOf(db, forum.id);
  const main = BallotsList({
    ...{ lang, now, ballots, zone: forum.zone, at: (path) => web.at(path), mayKeep: keeps(web) },
    tabs: ForumTabs({ lang, at: (path) => web.at(path), current: 'ballots', shows: web.sight.shows }),
  });
  const title = lang.t('ballots.title');
  return fresh(page({ title, description: lang.t('ballots.lede'), menu: 'decisions', main }), ballots, now);
}

/** A page that shows an open ballot is kept no longer than the hour at which it ends. */
function fresh(answer: Answer, ballots: readonly Ballot[], now: Date): Answer {
  const ends = ballots.flatMap(({ opening, closure, withdrawal }) =>
    opening?.closesAt && !closure && !withdrawal && opening.closesAt > now ? [opening.closesAt.getTime()] : [],
  );
  return answer.kind === 'page' && ends.length > 0 ? { ...answer, validUntil: new Date(Math.min(...ends)) } : answer;
}

async function one(needs: PageNeeds, web: Web): Promise<Answer> {
  const found = await seenBallot(web);
  if (!found.ok) return refused(found.refusal);
  const ballot = found.value;
  const { lang, forum, db, now, actor } = web;
  const state = stateOf(ballot, now);
  const here = web.at(pathOf(ballot));
  const roll = await rollOf(db, forum.id, ballot.id);
  const after = await ballotAfter(db, forum.id, ballot.id);
  const adopts = ballot.decides?.what === 'version' ? ballot.decides.version : null;
  const version = adopts ? await versionNamed(db, forum.id, adopts) : null;
  const asked = DONE.find((done) => done === web.url.searchParams.get('done'));
  const open = isRemote(ballot) && ballot.secrecy === 'open' ? `${here}/links` : null;
  const link = isSecretRemote(ballot) ? `${here}/secret#links` : open;
  const keeper = KeeperCard({ lang, ballot, state, here, link, again: againOf(web, ballot, after) });
  const outcomes = await outcomesOf(db, forum.id, ballot.id);
  const reader = { level: web.sight.openness.level, language: lang.code };
  const main = BallotPage({
    ...{ lang, here, ballot, state, roll, after, zone: forum.zone, at: (path) => web.at(path) },
    outcomes,
    persons: await personsSeen(db, forum, ballot, roll, outcomes, reader),
    session: await sessionFor({ db, forum }, needs, ballot),
    about: await aboutOf(web, ballot),
    version:
      adoptsFounding(web, ballot) ??
      (version && {
        words: lang.t('ballots.version', { document: lang.pick(version.document), version: version.number }),
        href: web.at(version.path),
      }),
    consulted: version && (await needs.onVersion(web, { document: version.of, adopted: version.adopted })),
    before: ballot.againOf && (await ballotById(db, forum.id, ballot.againOf)),
    left: state === 'open' || state === 'waiting' ? await leftSince(web, roll) : [],
    done: asked ? lang.t(`ballots.done.${asked}`) : null,
    mayVote: actor.kind !== 'nobody' && mayCome(actor, forum).may && isRemote(ballot),
    keeper: keeps(web) ? keeper : null,
    Steps,
  });
  const title = lang.t('ballots.page_title', { number: ballot.number, title: lang.pick(ballot.title) });
  return fresh(page({ title, menu: 'decisions', crumbs: crumbs(web, null), main }), [ballot], now);
}

/** The founding procedure, where the first vote of the assembly adopts it. */
const adoptsFounding = ({ lang, at }: Web, { decides }: Ballot) =>
  decides?.what === 'founding' ? { words: lang.t('ballots.writing.founding'), href: at('/documents/founding') } : null;

/** After a tie or for a second round: the form of the next vote, once. */
function againOf(web: Web, ballot: Ballot, after: Ballot | null): string | null {
  const verdict = ballot.closure?.result.verdict;
  const follows = verdict === 'again' || verdict === 'second_round' || verdict === 'tie';
  return follows && !after ? web.at(`/ballots/new?again=${ballot.number}`) : null;
}

async function aboutOf({ db, forum, lang, at }: Web, { about }: Ballot): Promise<readonly AboutShown[]> {
  const bodies = about.flatMap((one) => (one.type === 'body' ? [one.id] : []));
  const names = await bodyNames(db, forum.id, bodies);
  return about.map(({ type, id }) =>
    type === 'page' ? { words: id, href: at(id) } : { words: lang.pick(names.get(id) ?? {}) || '–', href: null },
  );
}

/** Seats whose organisation left since the opening: the roll stays as it was frozen. */
async function leftSince({ db, forum, today }: Web, roll: readonly RollRow[]): Promise<readonly number[]> {
  const seating = await seatingOf(db, forum.id);
  return roll.flatMap(({ seat, body, filled: held, number }) =>
    seat && held && sittingOn(seating, { id: seat }, today)?.holding?.body !== body ? [number] : [],
  );
}

async function csv(web: Web): Promise<Answer> {
  const found = await seenBallot(web);
  if (!found.ok || !found.value.closure) return refused({ kind: 'not_found', message: message('ballots.unknown') });
  const { id, number } = found.value;
  const [roll, outcomes] = [await rollOf(web.db, web.forum.id, id), await outcomesOf(web.db, web.forum.id, id)];
  const note = web.forum.demonstration ? web.lang.t('ballots.demonstration') : '';
  const body = rollCsv(web.lang, found.value, roll, outcomes, note);
  const name = `${web.forum.slug}-ballot-${number}.csv`;
  return { kind: 'file', type: 'text/csv; charset=utf-8', body, name, cacheable: true };
}

async function file(web: Web): Promise<Answer> {
  const found = await seenBallot(web);
  const body = found.ok ? await fileOf(web.db, web.forum.id, found.value.id) : null;
  if (!found.ok || body === null) return refused({ kind: 'not_found', message: message('ballots.unknown') });
  const name = `${web.forum.slug}-ballot-${found.value.number}.json`;
  return { kind: 'file', type: 'application/json', body, name, cacheable: true };
}

/** What everybody reads: all ballots, one with its result, the roll call as a table, the file to recount. */
export const ballotRoutes = (needs: PageNeeds): readonly Route[] => [
  get('/ballots', list),
  get('/ballots/:number', (web) => one(needs, web)),
  get('/ballots/:number/roll.csv', csv),
  get('/ballots/:number/export.json', file),
];
