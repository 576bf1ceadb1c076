import { cameFor } from '#core/actor.ts';
import type { Seal } from '#core/blind-signatures/seal.ts';
import { hasDeadLink } from '#core/http/deed-address.ts';
import { type Answer, get, page, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { seatingOf } from '#modules/forum/contract.ts';
import { deedLinkPage } from '#modules/identity/contract.ts';
import { filled } from '#ui/filled.ts';
import { sessionFor } from '../opening/commands.ts';
import { SeatLinks } from '../pages/parts/seat-links.tsx';
import { ballotByNumber, rollOf } from '../queries.ts';
import { keeps } from '../routes.ts';
import { pathOf, stateOf } from '../rules.ts';
import type { Ballot, BallotNeeds, RollRow } from '../schema.ts';
import { messageFor } from '../verifying/papers/rules.ts';
import { Choices } from '../voting/pages/vote-form.tsx';
import { voterOf } from '../voting/queries.ts';
import { speaksAs } from '../voting/rules.ts';
import { PromisesPage } from './pages/promises-page.tsx';
import { StillPage, VotingPage } from './pages/voting-page.tsx';
import { paperRoutes } from './papers/routes.ts';
import { papersOf, urnsOf } from './queries.ts';
import { isSecretRemote, PAPER_DEED, paperObject, urnOf } from './rules.ts';
import { voteRoutes, votesPage } from './votes/routes.ts';

/** Secret ballots from afar. `seal` closes the private keys that lie in the database. */
export const secretRoutes = (needs: BallotNeeds, seal: Seal): readonly Route[] => [
  get('/ballots/secrecy', async ({ lang, at }) =>
    page({
      title: lang.t('ballots.secret.promises.title'),
      menu: 'decisions',
      crumbs: [{ label: lang.t('ballots.title'), href: at('/ballots') }],
      main: PromisesPage({ lang }),
    }),
  ),
  get('/ballots/:number/secret', async (web) => {
    const ballot = await ballotByNumber(web.db, web.forum.id, web.params.number ?? '');
    if (!ballot || !isSecretRemote(ballot)) return refused({ kind: 'not_found', message: message('ballots.unknown') });
    const state = stateOf(ballot, web.now);
    if (state === 'closed') return votesPage(web, ballot);
    return state === 'open' ? votingPage(web, needs, ballot) : stillPage(web, ballot, state);
  }),
  ...paperRoutes(needs, seal),
  ...voteRoutes,
];

const crumbsOf = ({ lang, at }: Web, ballot: Ballot) => [{ label: lang.pick(ballot.title), href: at(pathOf(ballot)) }];

function stillPage(web: Web, ballot: Ballot, state: 'written' | 'waiting' | 'withdrawn'): Answer {
  const { lang, at } = web;
  const main = StillPage({ lang, at, ballot, state: state === 'written' ? 'early' : state });
  const title = lang.t('ballots.secret.title', { number: ballot.number });
  return page({ title, menu: 'decisions', crumbs: crumbsOf(web, ballot), main });
}

async function votingPage(web: Web, needs: BallotNeeds, ballot: Ballot): Promise<Answer> {
  const { lang, at, url, db, forum } = web;
  const { own, no } = await seatsOf(web, needs, ballot);
  const seat = own.find(({ key }) => key === url.searchParams.get('seat')) ?? own[0] ?? null;
  const base = `${pathOf(ballot)}/secret`;
  const urns = await urnsOf(db, forum.id, ballot.id);
  const into =
    seat &&
    urnOf(
      urns.map(({ constituency }) => constituency),
      seat,
    );
  const papers = seat ? await papersOf(db, forum.id, ballot.id) : [];
  const deed = url.searchParams.get('deed');
  const asked = {
    ...{ id: ballot.id, seat: seat?.key ?? null, taken: papers.some(({ key }) => key === seat?.key) },
    message: into === null ? null : messageFor(ballot.id, into),
    publicKey: urns.find(({ constituency }) => constituency === into)?.publicKey ?? null,
    papers: at(`${base}/papers${deed ? `?deed=${encodeURIComponent(deed)}` : ''}`),
    votes: at(`${base}/votes`),
  };
  const until = ballot.opening?.closesAt;
  const main = VotingPage({
    ...{ lang, at, ballot, seat, why: seat ? null : no, asked: JSON.stringify(asked) },
    until: until ? lang.moment(until, forum.zone) : null,
    others: own
      .filter((row) => row !== seat)
      .map((row) => ({ row, href: `${at(base)}?${new URLSearchParams({ seat: row.key })}` })),
    children: Choices({ of: filled(lang), ballot, secret: true }),
    keeper: keeps(web) ? await seatLinks(web, ballot) : null,
  });
  return {
    ...{ kind: 'page', ...(until ? { validUntil: until } : {}) },
    page: {
      title: lang.t('ballots.secret.title', { number: ballot.number }),
      ...{ menu: 'decisions', crumbs: crumbsOf(web, ballot), noindex: true, script: 'secret-ballot', connects: true },
      // Who sees the own seat on it sees it alone.
      ...(seat ? { secret: true } : {}),
      main,
    },
  };
}

/** For keepers: from each seat that can vote to the page that makes its link or printed code. */
async function seatLinks({ lang, at, db, forum }: Web, ballot: Ballot) {
  const roll = await rollOf(db, forum.id, ballot.id);
  const may = roll.filter(({ seat, filled: held, body, recused }) => seat && held && body && recused !== 'seat');
  return SeatLinks({
    ...{ lang, about: lang.t('ballots.secret.links_about') },
    seats: may.map((row) => ({ row, href: at(deedLinkPage(PAPER_DEED, paperObject(ballot.id, row.key))) })),
  });
}

/** The seats for which this reader votes here, and why one does not. */
async function seatsOf(web: Web, needs: BallotNeeds, ballot: Ballot) {
  const { actor, db, forum, today } = web;
  // With a used link the paper may lie in this browser: the page stays, and says so.
  if (hasDeadLink(web)) return { own: [], no: message('errors.deed_dead') };
  if (actor.kind !== 'person' && actor.kind !== 'link') return { own: [], no: null };
  const roll = await rollOf(db, forum.id, ballot.id);
  const [seating, session] = [await seatingOf(db, forum.id), await sessionFor({ db, forum }, needs, ballot)];
  const may = roll.filter(
    ({ key }) => actor.kind === 'person' || cameFor(actor, PAPER_DEED, paperObject(ballot.id, key)),
  );
  const asked = may.map((row) => ({
    row,
    as: speaksAs(ballot, roll, row, voterOf(actor, seating, today), session),
  }));
  const own: RollRow[] = asked.flatMap(({ row, as }) => ('no' in as ? [] : [row]));
  const no = asked.flatMap(({ as }) => ('no' in as && as.no.key !== NOT_YOURS ? [as.no] : []))[0] ?? null;
  return { own, no: actor.kind === 'person' ? no : null };
}
const NOT_YOURS = 'ballots.voting.wrong.not_yours';
