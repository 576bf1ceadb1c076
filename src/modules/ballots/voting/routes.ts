import {
  type Answer,
  get,
  type Posted,
  page,
  post,
  type Route,
  redirect,
  refused,
  type Web,
} from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { deedLinkPage } from '#modules/identity/contract.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { mayCome, mayKeepBallots } from '../access.ts';
import { sessionFor } from '../opening/commands.ts';
import { again, crumbs, formPage, seenBallot, stranger } from '../routes.ts';
import { articleOf, pathOf } from '../rules.ts';
import type { Ballot, BallotNeeds } from '../schema.ts';
import { castVote } from './commands.ts';
import { readSay } from './forms.ts';
import { CheckVote } from './pages/check-vote.tsx';
import { LinksPage } from './pages/links-page.tsx';
import { VoteForm } from './pages/vote-form.tsx';
import { seatsAtUrn } from './queries.ts';
import { unvotedOf } from './reminding/queries.ts';
import { urnFault, VOTE_DEED, voteObject } from './rules.ts';

/** The form keeps the secret of the link by which somebody came. */
function urnOf(web: Web, ballot: Ballot): string {
  const secret = web.url.searchParams.get('deed');
  return `${web.at(pathOf(ballot))}/votes${secret ? `?${new URLSearchParams({ deed: secret })}` : ''}`;
}

/** The ballot of the address, when whoever asks may come to an urn at all. */
async function atUrn(web: Web): Promise<Ballot | Answer> {
  const no = stranger(web, mayCome(web.actor, web.forum));
  if (no) return no;
  const found = await seenBallot(web);
  return found.ok ? found.value : refused(found.refusal);
}
const isThere = (found: Ballot | Answer): found is Ballot => 'words' in found;

async function form(needs: BallotNeeds, web: Web, ballot: Ballot, of: Filled): Promise<Answer> {
  const { db, forum, lang, actor, today, now } = web;
  const session = await sessionFor({ db, forum }, needs, ballot);
  const seats = await seatsAtUrn(db, forum, actor, ballot, session, today);
  const fault = urnFault(ballot, now, session);
  // Who voted still reads what was said, also when the urn is closed.
  if (fault && seats.every(({ mark }) => mark === null)) return refused({ kind: 'conflict', message: fault });
  if (seats.length === 0) return refused({ kind: 'forbidden', message: message('ballots.voting.wrong.nobody') });
  const voted = seats.find(({ row }) => String(row.number) === web.url.searchParams.get('done'));
  const main = VoteForm({
    ...{ of, ballot, action: urnOf(web, ballot), back: web.at(pathOf(ballot)) },
    seats: seats.map(({ row, as, mark }) => ({
      ...{ row, said: mark?.say ?? null },
      speaker: 'speaker' in as && !fault ? as.speaker : null,
      no: 'no' in as ? lang.say(as.no) : fault && lang.say(fault),
    })),
    done: voted ? lang.t('ballots.voting.done', { number: voted.row.number }) : null,
  });
  return formPage(web, lang.pick(ballot.title), ballot, main, of);
}

/** What was chosen, once more, before it counts. */
async function check(needs: BallotNeeds, web: Web, ballot: Ballot, posted: Posted): Promise<Answer> {
  const read = readSay(posted, ballot);
  if (!read.ok) return form(needs, web, ballot, again(web, posted, read.refusal, 'say'));
  const { db, forum, actor, today, lang } = web;
  const session = await sessionFor({ db, forum }, needs, ballot);
  const seat = (await seatsAtUrn(db, forum, actor, ballot, session, today)).find(
    ({ row }) => row.key === posted.text('seat'),
  );
  if (!seat) return refused({ kind: 'forbidden', message: message('ballots.voting.wrong.nobody') });
  if (seat.mark)
    return refused({
      kind: 'conflict',
      message: message('ballots.voting.wrong.twice', { number: seat.row.number, ...articleOf(ballot) }),
    });
  if ('no' in seat.as) return refused({ kind: 'forbidden', message: seat.as.no });
  const typed = posted.names
    .filter((name) => name === 'say' || name === 'option' || name.startsWith('place_'))
    .map((name): [string, string] => [name, posted.all(name).join(' ')]);
  const main = CheckVote({
    ...{ of: filled(lang), ballot, row: seat.row, say: read.value, action: urnOf(web, ballot) },
    hidden: { ...Object.fromEntries(typed), seat: seat.row.key, step: 'cast' },
  });
  const title = lang.t('ballots.voting.check_title');
  return page({ title, menu: 'decisions', crumbs: crumbs(web, ballot), noindex: true, secret: true, main });
}

/** Several ticks of the first page come back in one hidden field. */
const unfolded = (posted: Posted): Posted => ({
  ...posted,
  all: (name) => posted.all(name).flatMap((text) => (name === 'option' ? text.split(' ') : [text])),
});

/** For keepers: from each seat that has not voted to the page that makes its link or printed code. */
async function links(web: Web): Promise<Answer> {
  const no = stranger(web, mayKeepBallots(web.actor, web.forum));
  if (no) return no;
  const found = await seenBallot(web);
  if (!found.ok) return refused(found.refusal);
  const { db, forum, lang, at } = web;
  const waiting = (await unvotedOf(db, forum.id, web.now)).find(({ ballot }) => ballot.id === found.value.id);
  if (!waiting || waiting.ballot.secrecy === 'secret')
    return refused({ kind: 'conflict', message: message('ballots.voting.wrong.no_links') });
  const { ballot } = waiting;
  const seats = waiting.seats.filter(({ body }) => body !== null);
  const main = LinksPage({
    ...{ lang, ballot },
    seats: seats.map((row) => ({ row, href: at(deedLinkPage(VOTE_DEED, voteObject(ballot.id, row.key))) })),
  });
  return formPage(web, lang.pick(ballot.title), ballot, main, filled(lang));
}

/** Members vote: by account, through a helper, or by a link or printed code for this one vote. */
export function votingRoutes(needs: BallotNeeds): readonly Route[] {
  const cast = castVote(needs);
  return [
    get('/ballots/:number/links', links),
    get('/ballots/:number/votes', async (web) => {
      const found = await atUrn(web);
      return isThere(found) ? form(needs, web, found, filled(web.lang)) : found;
    }),
    post('/ballots/:number/votes', async (web) => {
      const found = await atUrn(web);
      if (!isThere(found)) return found;
      const posted = await web.posted();
      if (!posted.ok) return refused(posted.refusal);
      const over = urnFault(found, web.now, await sessionFor(web, needs, found));
      if (over) return refused({ kind: 'conflict', message: over });
      if (posted.value.text('step') !== 'cast') return check(needs, web, found, posted.value);
      const say = readSay(unfolded(posted.value), found);
      if (!say.ok) return form(needs, web, found, again(web, posted.value, say.refusal, 'say'));
      const vote = { ballot: found.id, seat: posted.value.text('seat'), say: say.value };
      const made = await web.perform(cast, vote);
      if (!made.ok) return refused(made.refusal);
      // A link is used up: the page of the ballot says the rest.
      if (web.actor.kind === 'link') return redirect(`${web.at(pathOf(found))}?done=voted`);
      return redirect(`${web.at(pathOf(found))}/votes?done=${made.value.seat}`);
    }),
  ];
}
