import { type Answer, page, post, type Route, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { ballotByNumber } from '../../queries.ts';
import { pathOf } from '../../rules.ts';
import type { Ballot } from '../../schema.ts';
import { readSay } from '../../voting/forms.ts';
import { constituencyName, sayWords } from '../../words/rules.ts';
import { mayCast } from '../access.ts';
import { VotesPage } from '../pages/votes-page.tsx';
import { json } from '../papers/routes.ts';
import { papersOf, urnVotes } from '../queries.ts';
import { isSecretRemote } from '../rules.ts';
import { castSecretly } from './commands.ts';

/** The slot of the urn: takes what comes without a name, and nothing else. */
export const voteRoutes: readonly Route[] = [
  post('/ballots/:number/secret/votes', async (web) => {
    const may = web.header('cookie') === null ? mayCast(web.actor) : mayCast({ kind: 'system' });
    if (!may.may) return refused({ kind: 'forbidden', message: may.reason });
    const ballot = await ballotByNumber(web.db, web.forum.id, web.params.number ?? '');
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    if (!ballot || !isSecretRemote(ballot)) return refused({ kind: 'not_found', message: message('ballots.unknown') });
    const said = readSay(posted.value, ballot);
    if (!said.ok)
      return refused({ ...said.refusal, message: said.refusal.fields?.[0]?.message ?? said.refusal.message });
    const slip = said.value;
    if (slip === 'not_voting' || slip === 'voted' || slip === 'excused')
      return refused({ kind: 'bad_input', message: message('ballots.secret.refused.slip') });
    const [prepared, signature] = [posted.value.text('prepared'), posted.value.text('signature')];
    const cast = await web.perform(castSecretly, { ballot: ballot.id, prepared, signature, slip });
    return cast.ok ? json(cast.value) : refused(cast.refusal);
  }),
];

/** Every vote by its code, after the closing. */
export async function votesPage(web: Web, ballot: Ballot): Promise<Answer> {
  const { lang, at, db, forum } = web;
  const votes = await urnVotes(db, forum.id, ballot.id);
  const title = lang.t('ballots.secret.votes_title', { number: ballot.number });
  const main = VotesPage({
    ...{ lang, at, ballot, votes, taken: (await papersOf(db, forum.id, ballot.id)).length },
    nameOf: (urn) => (ballot.opening ? constituencyName(lang, ballot.opening, urn) : urn),
    words: (slip) => sayWords(lang, ballot, slip),
  });
  return page({
    title,
    menu: 'decisions',
    crumbs: [{ label: lang.pick(ballot.title), href: at(pathOf(ballot)) }],
    main,
  });
}
