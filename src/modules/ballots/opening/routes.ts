import type { Seal } from '#core/blind-signatures/seal.ts';
import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { dayIn } from '#core/time/plain-date.ts';
import { adoptableOn, foundingWaits } from '#modules/forum/contract.ts';
import { type Filled, filled } from '#ui/filled.ts';
import { refusedCandidates } from '../filling/queries.ts';
import { fillingOf } from '../filling/rules.ts';
import { rollOn } from '../roll/queries.ts';
import { again, formPage, isBallot, keptBallot } from '../routes.ts';
import { pathOf } from '../rules.ts';
import type { Ballot, BallotNeeds } from '../schema.ts';
import { isSecretRemote, urnsFor, weakUrns } from '../secret/rules.ts';
import { prepareWith } from '../secret/urns/routes.ts';
import { constituencyName } from '../words/rules.ts';
import { openBallot, sessionFor } from './commands.ts';
import { OpeningForm } from './pages/opening-form.tsx';
import { openingFault } from './rules.ts';

async function form(needs: BallotNeeds, web: Web, ballot: Ballot, of: Filled): Promise<Answer> {
  const { db, forum, lang, today, now } = web;
  const day = await rollOn(db, forum.id, ballot.about, today);
  const adopts = ballot.decides?.what === 'version' ? ballot.decides.version : null;
  const versions = adopts ? await adoptableOn(db, forum.id, today) : [];
  const fault = openingFault(ballot, {
    ...{ ...day, now, today, session: await sessionFor({ db, forum }, needs, ballot) },
    closesOn: ballot.closesAt && dayIn(forum.zone, ballot.closesAt),
    version: versions.find((one) => one.version === adopts) ?? null,
    founding: ballot.decides?.what === 'founding' && (await foundingWaits(db, forum.id)),
  });
  const back = web.at(pathOf(ballot));
  const held = day.roll.filter((row) => row.filled);
  const aside = held.filter((row) => row.recused !== 'nobody');
  const filling = fillingOf(ballot);
  const refusals = filling ? await refusedCandidates(db, forum.id, filling, ballot.options, today) : [];
  const main = OpeningForm({
    ...{ of, ballot, back, action: `${back}/opening`, seats: held.length, vacant: day.roll.length - held.length },
    fault: of.errors.length === 0 && fault ? lang.say(fault) : null,
    cautions: refusals.map(({ option, why }) =>
      lang.t('ballots.filling.caution', { candidate: lang.pick(option.label), why: lang.say(why) }),
    ),
    recused: lang.list(
      aside.map((row) => `${row.number}. ${lang.pick(row.organisation)} (${lang.t(`ballots.recused.${row.recused}`)})`),
    ),
    weak: isSecretRemote(ballot) ? weakUrns(urnsFor(day.book, ballot.decision, day.voters), day.roll) : [],
    nameOf: (urn) => constituencyName(lang, day, urn),
    article: (day.book.rules[ballot.decision] ?? day.book.rules.ordinary)?.article ?? null,
  });
  return formPage(web, lang.t('ballots.opening.title'), ballot, main, of);
}

/** Voting begins. */
export function openingRoutes(needs: BallotNeeds, seal: Seal): readonly Route[] {
  const open = openBallot(needs);
  return [
    get('/ballots/:number/opening', async (web) => {
      const found = await keptBallot(web);
      return isBallot(found) ? form(needs, web, found, filled(web.lang)) : found;
    }),
    post('/ballots/:number/opening', async (web) => {
      const found = await keptBallot(web);
      if (!isBallot(found)) return found;
      const posted = await web.posted();
      if (!posted.ok) return refused(posted.refusal);
      const ready = await prepareWith(web, seal, found);
      const made = ready.ok ? await web.perform(open, { ballot: found.id }) : ready;
      if (made.ok) return redirect(`${web.at(pathOf(made.value))}?done=opened`);
      return form(needs, web, found, again(web, posted.value, made.refusal, 'opening'));
    }),
  ];
}
