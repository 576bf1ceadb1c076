import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { isId } from '#core/ids.ts';
import { dayIn } from '#core/time/plain-date.ts';
import { adoptableOn, foundingWaits, rulesOn } from '#modules/forum/contract.ts';
import { bodiesOf } from '#modules/places/contract.ts';
import { type Filled, filled, type Kept } from '#ui/filled.ts';
import { mayKeepBallots } from '../access.ts';
import { mayStandOn } from '../filling/queries.ts';
import { fillingOf, standKey } from '../filling/rules.ts';
import { ballotByNumber } from '../queries.ts';
import { again, formPage, stranger } from '../routes.ts';
import { pathOf } from '../rules.ts';
import type { Ballot, BallotNeeds } from '../schema.ts';
import { writeBallot } from './commands.ts';
import { FOUNDING, readBallot } from './forms.ts';
import { BallotForm } from './pages/ballot-form.tsx';
import { leftOf, secrecyBy } from './rules.ts';

async function form(
  needs: BallotNeeds,
  web: Web,
  of: Filled,
  hidden: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { db, forum, lang, today } = web;
  const { meeting, item } = hidden;
  const session = meeting && item ? await needs.session(db, forum, { meeting, item }) : null;
  const { book } = await rulesOn(db, forum.id, today);
  const [people, others] = [secrecyBy(book, 'election'), secrecyBy(book, 'ordinary')];
  const bodies = (await bodiesOf(db, forum.id))
    .filter((body) => body.to === null && body.kind !== 'class')
    .map((body) => ({ value: body.id as string, label: lang.pick(body.name) }))
    .sort((a, b) => lang.compare(a.label, b.label));
  const main = BallotForm({
    ...{ of, bodies, hidden, languages: forum.languages, action: web.at('/ballots'), back: web.at('/ballots') },
    versions: [
      ...((await foundingWaits(db, forum.id)) ? [{ value: FOUNDING, label: lang.t('ballots.writing.founding') }] : []),
      ...(await adoptableOn(db, forum.id, today)).map((one) => ({
        value: one.version,
        label: lang.t('ballots.version', { document: lang.pick(one.document), version: one.number }),
      })),
    ],
    // Whom the founding assembly gave a seat on its own day may stand too.
    candidates: await candidates(needs, web),
    session:
      session && `${lang.pick(session.meeting.title)} · ${lang.t('ballots.item', { number: session.item.number })}`,
    secrecy: lang.t('ballots.writing.secrecy_hint', { elections: people.secrecy, others: others.secrecy }),
  });
  return formPage(web, lang.t('ballots.writing.new'), null, main, of);
}

async function candidates(needs: BallotNeeds, { db, forum, lang, today }: Web) {
  const may = await mayStandOn(db, forum.id, needs.lang, today);
  return may.map((one) => ({ value: standKey(one), label: lang.pick(one.label) }));
}

/** What the next vote takes over from the one that ended in a tie: all of it, of a second round the two that are left. */
function takenOver(ballot: Ballot, zone: string): Kept {
  const left = leftOf(ballot);
  const filling = fillingOf(ballot);
  const lines = (code: 'az' | 'en' | 'ru') =>
    (filling ? [] : ballot.options)
      .filter(({ id }) => left.includes(id))
      .map(({ label }) => label[code] ?? '')
      .filter((line) => line !== '')
      .join('\n');
  const each = (['az', 'en', 'ru'] as const).flatMap((code) => [
    [`title_${code}`, ballot.title[code] ?? ''],
    [`words_${code}`, ballot.words[code] ?? ''],
    [`options_${code}`, lines(code)],
    [`secrecy_reason_${code}`, ballot.secrecyReason?.[code] ?? ''],
  ]);
  return {
    ...Object.fromEntries(each),
    ...{ kind: ballot.kind, decision: ballot.decision, secrecy: ballot.secrecy, mode: ballot.mode },
    ...(ballot.method ? { method: ballot.method } : {}),
    ...(ballot.decides?.what === 'version'
      ? { version: ballot.decides.version, in_force_on: ballot.decides.inForceOn }
      : {}),
    ...(ballot.decides?.what === 'founding' ? { version: FOUNDING } : {}),
    ...(filling
      ? {
          ...{ office: filling.office, office_from: filling.from ?? '' },
          stands: filling.stands.filter((_, i) => left.includes(String(i + 1))).map(standKey),
        }
      : {}),
    ...(ballot.closesAt ? { closes_on: dayIn(zone, ballot.closesAt) } : {}),
  };
}

async function fresh(needs: BallotNeeds, web: Web): Promise<Answer> {
  const no = stranger(web, mayKeepBallots(web.actor, web.forum));
  if (no) return no;
  const asked = web.url.searchParams;
  const earlier = await ballotByNumber(web.db, web.forum.id, asked.get('again') ?? '');
  const [meeting, item] = [asked.get('meeting') ?? earlier?.meeting ?? '', asked.get('item') ?? earlier?.item ?? ''];
  const hidden = {
    ...(isId(meeting) && isId(item) ? { meeting, item } : {}),
    ...(earlier?.closure ? { again_of: earlier.id } : {}),
  };
  const start = { kind: 'motion', decision: 'ordinary', secrecy: 'open', mode: 'hall', closes_hour: '18' };
  const values = earlier?.closure ? { closes_hour: '18', ...takenOver(earlier, web.forum.zone) } : start;
  return form(needs, web, filled(web.lang, values), hidden);
}

const hiddenIn = (text: (name: string) => string): Readonly<Record<string, string>> =>
  Object.fromEntries(['meeting', 'item', 'again_of'].flatMap((name) => (isId(text(name)) ? [[name, text(name)]] : [])));

/** A new ballot. */
export function writingRoutes(needs: BallotNeeds): readonly Route[] {
  const write = writeBallot(needs);
  return [
    get('/ballots/new', (web) => fresh(needs, web)),
    post('/ballots', async (web) => {
      const no = stranger(web, mayKeepBallots(web.actor, web.forum));
      if (no) return no;
      const posted = await web.posted();
      if (!posted.ok) return refused(posted.refusal);
      const read = readBallot(posted.value, web.forum);
      const made = read.ok ? await web.perform(write, read.value) : read;
      if (made.ok) return redirect(`${web.at(pathOf(made.value))}?done=written`);
      const of = again(web, posted.value, made.refusal, 'kind');
      return form(
        needs,
        web,
        of,
        hiddenIn((name) => posted.value.text(name)),
      );
    }),
  ];
}
