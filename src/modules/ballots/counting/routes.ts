import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { countsOf } from '../queries.ts';
import { again, formPage, isBallot, keptBallot } from '../routes.ts';
import { pathOf } from '../rules.ts';
import type { Ballot, BallotNeeds, Opening } from '../schema.ts';
import { agreedCount } from '../verifying/recounting/rules.ts';
import { constituencyName, sayWords } from '../words/rules.ts';
import { enterCount } from './commands.ts';
import { type Box, countedSlips, readCount } from './forms.ts';
import { CountForm } from './pages/count-form.tsx';
import { differences, isApart } from './rules.ts';

const boxesOf = ({ opening, ...asked }: Ballot): readonly Box[] =>
  opening && isApart(opening.book, asked)
    ? opening.voters.map(({ constituency }, i) => ({ key: String(i + 1), box: constituency }))
    : [{ key: '0', box: null }];

async function form(web: Web, ballot: Ballot, opening: Opening, of: Filled): Promise<Answer> {
  const { lang, db, forum } = web;
  const counts = await countsOf(db, forum.id, ballot.id);
  const [earlier, latest] = counts.slice(-2);
  const back = web.at(pathOf(ballot));
  const nameOf = (box: string | null) => constituencyName(lang, opening, box ?? '');
  const main = CountForm({
    ...{ of, ballot, back, nameOf, action: `${back}/counts`, number: counts.length + 1 },
    boxes: boxesOf(ballot).map(({ key, box }) => ({ key, name: box === null ? null : nameOf(box) })),
    piles: countedSlips(ballot).map(({ key, slip }) => ({ key, name: sayWords(lang, ballot, slip) })),
    // The first count is shown to nobody who counts after it.
    differences: earlier && latest ? differences(earlier, latest) : [],
    agreed: agreedCount(counts) !== null,
  });
  return formPage(web, lang.t('ballots.counting.title', { number: counts.length + 1 }), ballot, main, of);
}

async function opened(web: Web): Promise<{ readonly ballot: Ballot; readonly opening: Opening } | Answer> {
  const ballot = await keptBallot(web);
  if (!isBallot(ballot)) return ballot;
  const { opening } = ballot;
  return opening ? { ballot, opening } : refused({ kind: 'conflict', message: message('ballots.voting.wrong.early') });
}

/** Slips of the urn or hands raised, counted by two people apart. */
export function countingRoutes(needs: BallotNeeds): readonly Route[] {
  const count = enterCount(needs);
  return [
    get('/ballots/:number/counts', async (web) => {
      const found = await opened(web);
      return 'ballot' in found ? form(web, found.ballot, found.opening, filled(web.lang)) : found;
    }),
    post('/ballots/:number/counts', async (web) => {
      const found = await opened(web);
      if (!('ballot' in found)) return found;
      const { ballot, opening } = found;
      const posted = await web.posted();
      if (!posted.ok) return refused(posted.refusal);
      const read = readCount(posted.value, ballot, boxesOf(ballot));
      const made = read.ok ? await web.perform(count, { ballot: ballot.id, ...read.value }) : read;
      if (made.ok) return redirect(`${web.at(pathOf(ballot))}?done=${made.value.agreed ? 'agreed' : 'counted'}`);
      return form(web, ballot, opening, again(web, posted.value, made.refusal, 'counter'));
    }),
  ];
}
