import { type Answer, get, post, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { message } from '#core/i18n/message.ts';
import { hasQuorum } from '#modules/forum/contract.ts';
import { type Filled, filled, type Kept } from '#ui/filled.ts';
import { outcomesIn } from '../closing/rules.ts';
import { sessionFor } from '../opening/commands.ts';
import { marksOf, rollOf } from '../queries.ts';
import { again, formPage, isBallot, keptBallot } from '../routes.ts';
import { pathOf } from '../rules.ts';
import type { Ballot, BallotNeeds, Opening, RollRow, Say, SeatMark, Session } from '../schema.ts';
import { papersOf } from '../secret/queries.ts';
import { rowsOf } from '../tallies/roll/rules.ts';
import { constituencyName, sayWords } from '../words/rules.ts';
import { markSeats } from './commands.ts';
import { readSheet } from './forms.ts';
import { SheetForm } from './pages/sheet-form.tsx';

/** What can be entered for a seat, by the value of its field; "" is absent, or what the meeting's attendance says. */
function saysOf({ secrecy, kind, options }: Ballot): ReadonlyMap<string, Say> {
  const words = (...all: readonly Say[]) => all.map((say): [string, Say] => [String(say), say]);
  const rest = words('not_voting', 'excused');
  if (secrecy === 'secret' || kind === 'ranked') return new Map([...words('voted'), ...rest]);
  if (kind === 'motion') return new Map([...words('for', 'against', 'abstain'), ...rest, ...words('voted')]);
  const one = options.map(({ id }, i): [string, Say] => [`o${id}`, options.map((_, j) => (i === j ? 1 : 0))]);
  return new Map([...(kind === 'choice' ? one : []), ...words('blank'), ...rest, ...words('voted')]);
}

/** The sheet as it was saved last. */
function valuesOf(marks: readonly SeatMark[], says: ReadonlyMap<string, Say>): Kept {
  return Object.fromEntries(
    marks
      .filter(({ way }) => way === 'called')
      .flatMap(({ key, say, speaker, carriedBy }) => {
        const value = [...says].find(([, one]) => JSON.stringify(one) === JSON.stringify(say))?.[0] ?? '';
        return [
          [`say_${key}`, value],
          [`speaker_${key}`, speaker],
          [`carrier_${key}`, carriedBy ?? ''],
        ];
      }),
  );
}

interface Sheet {
  readonly ballot: Ballot;
  readonly opening: Opening;
  readonly roll: readonly RollRow[];
  readonly marks: readonly SeatMark[];
  readonly session: Session | null;
  /** Seats that took a secret paper online. */
  readonly papers: ReadonlySet<string>;
}

/** Is there a quorum by what was entered so far; of votes it says nothing. */
function quorumWords(lang: Lang, { ballot, opening, roll, marks, session }: Sheet): string | null {
  const outcomes = outcomesIn({ ballot, roll, marks, session, counts: [], slips: { keys: [], of: [] } });
  const seats = roll.map(({ key, number, constituency, filled: held }) => ({
    ...{ id: key, number, constituency, organisation: held ? key : null },
  }));
  const constituencies = opening.voters.map(({ constituency }) => constituency);
  const rows = rowsOf(
    { constituencies, seats },
    outcomes.map(({ key, outcome }) => ({ seat: key, mark: outcome })),
    [],
  );
  const found = hasQuorum(opening.book, rows, rows);
  const present = rows.reduce((sum, row) => sum + row.present, 0);
  if (!found) return null;
  const met = found.met ? 'yes' : 'no';
  return lang.t('ballots.marking.quorum', { present, met, article: found.article });
}

async function form(web: Web, sheet: Sheet, of: Filled): Promise<Answer> {
  const { lang } = web;
  const { ballot, opening, roll, marks, papers } = sheet;
  const back = web.at(pathOf(ballot));
  const own = new Set(marks.filter(({ way }) => way !== 'called').map(({ key }) => key));
  const { alternates, proxies } = opening.book.rules;
  const withProxies = (proxies?.value.most ?? 0) > 0;
  const absent = { value: '', label: lang.t(sheet.session ? 'ballots.marking.as_noted' : 'ballots.mark.absent') };
  const main = SheetForm({
    ...{ of, ballot, back, action: `${back}/marks`, quorum: quorumWords(lang, sheet) },
    groups: opening.voters.map(({ constituency }) => ({
      name: constituencyName(lang, opening, constituency),
      seats: roll
        .filter((row) => row.filled && row.constituency === constituency)
        .map((row) => ({ row, voted: own.has(row.key), paper: papers.has(row.key) })),
    })),
    says: [absent, ...[...saysOf(ballot)].map(([value, say]) => ({ value, label: sayWords(lang, ballot, say) }))],
    speakers: [
      { value: 'representative', label: lang.t('ballots.way.representative') },
      ...(alternates?.value.allowed ? [{ value: 'alternate', label: lang.t('ballots.way.alternate') }] : []),
      ...(withProxies ? [{ value: 'proxy', label: lang.t('ballots.way.proxy') }] : []),
    ],
    carriers: withProxies
      ? roll
          .filter((row) => row.filled)
          .map((row) => ({ value: row.key, label: `${row.number}. ${lang.pick(row.organisation)}` }))
      : [],
  });
  return formPage(web, lang.t('ballots.marking.call'), ballot, main, of);
}

async function sheetOf(needs: BallotNeeds, web: Web): Promise<Sheet | Answer> {
  const ballot = await keptBallot(web);
  if (!isBallot(ballot)) return ballot;
  if (!ballot.opening) return refused({ kind: 'conflict', message: message('ballots.voting.wrong.early') });
  const { db, forum } = web;
  const [roll, marks] = [await rollOf(db, forum.id, ballot.id), await marksOf(db, forum.id, ballot.id)];
  const session = await sessionFor({ db, forum }, needs, ballot);
  const papers = new Set((await papersOf(db, forum.id, ballot.id)).map(({ key }) => key));
  return { ballot, opening: ballot.opening, roll, marks, session, papers };
}
const isSheet = (found: Sheet | Answer): found is Sheet => 'roll' in found;

/** Names called one after the other, or who took a slip: one page for all seats. */
export function markingRoutes(needs: BallotNeeds): readonly Route[] {
  const mark = markSeats(needs);
  return [
    get('/ballots/:number/marks', async (web) => {
      const sheet = await sheetOf(needs, web);
      if (!isSheet(sheet)) return sheet;
      return form(web, sheet, filled(web.lang, valuesOf(sheet.marks, saysOf(sheet.ballot))));
    }),
    post('/ballots/:number/marks', async (web) => {
      const sheet = await sheetOf(needs, web);
      if (!isSheet(sheet)) return sheet;
      const posted = await web.posted();
      if (!posted.ok) return refused(posted.refusal);
      const read = readSheet(posted.value, sheet.roll, saysOf(sheet.ballot));
      const made = read.ok ? await web.perform(mark, { ballot: sheet.ballot.id, called: read.value }) : read;
      if (made.ok) return redirect(`${web.at(pathOf(made.value))}?done=marked`);
      return form(web, sheet, again(web, posted.value, made.refusal, `say_${sheet.roll[0]?.key ?? ''}`));
    }),
  ];
}
