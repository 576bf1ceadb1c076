import { sha256 } from '@noble/hashes/sha2.js';
import * as v from 'valibot';
import type { EntryObject } from '#core/audit/entry.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { lineShape } from '#core/shapes.ts';
import { personOf } from '#core/way.ts';
import { adoptByBallot, adoptFoundingByBallot, hasQuorum, passes } from '#modules/forum/contract.ts';
import { mayKeepBallots } from '../access.ts';
import { type Followed, fillOffice } from '../filling/commands.ts';
import { withPersons } from '../names/queries.ts';
import { ballotInTurn, sessionFor } from '../opening/commands.ts';
import { countsOf, marksOf, rollOf } from '../queries.ts';
import { pathOf } from '../rules.ts';
import type { Ballot, BallotId, BallotNeeds, SeatOutcome, Session, Ties } from '../schema.ts';
import { isSecretRemote } from '../secret/rules.ts';
import { emptyUrns, NOTHING } from '../secret/urns/commands.ts';
import type { Result as Tallied } from '../tallies/schema.ts';
import type { Taken } from '../verifying/recounting/rules.ts';
import { writeExport } from '../verifying/sealing/rules.ts';
import { ballotObject, tablesOf } from '../writing/commands.ts';
import { closingFault, type Gathered, outcomesIn, resultOf, takenOf, tieToSettle } from './rules.ts';

const keysShape = v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(100), v.readonly());
const tiesShape = v.object({
  chair: v.nullable(v.picklist(['for', 'against', 'abstain'])),
  settled: v.pipe(
    v.array(
      v.object({
        ...{ how: v.picklist(['chair', 'lot']), between: keysShape, option: v.pipe(v.string(), v.maxLength(40)) },
        ...{ by: lineShape(200), before: lineShape(200) },
      }),
    ),
    v.maxLength(50),
  ),
});

/**
 * Closes a ballot inside the transaction of a deed: how each seat ended, the result, and what follows of it. A tie that
 * the rules let the chair decide is asked for first: nothing is written then.
 */
export async function closeWithin(
  ctx: Ctx,
  needs: BallotNeeds,
  ballot: Ballot,
  session: Session | null,
  ties: Ties,
): Promise<Result<{ result: Tallied; sealed: string } & Omit<Followed, 'effect'>>> {
  const urns = isSecretRemote(ballot) ? await emptyUrns(ctx, ballot.id) : NOTHING;
  const gathered: Gathered = {
    ...{ ballot, session, slips: urns.slips },
    roll: await rollOf(ctx.db, ctx.forum.id, ballot.id),
    marks: [...(await marksOf(ctx.db, ctx.forum.id, ballot.id)), ...urns.marks],
    counts: await countsOf(ctx.db, ctx.forum.id, ballot.id),
  };
  const fault = closingFault(gathered, ctx.now);
  if (fault) return refuse('conflict', fault);
  const outcomes = outcomesIn(gathered);
  const taken = takenOf(gathered, outcomes, ties, ctx);
  const tallied = counted(taken);
  if (!tallied.ok) return tallied;
  const result = tallied.value;
  const tie = tieToSettle(ballot, result);
  if (tie) return refuse('conflict', tieField(tie).message, [tieField(tie)]);
  const { effect, touched, bodies } = await follow(ctx, needs, ballot, result);
  const { text: file, sealed } = writeExport(sha256, taken, result);
  await tablesOf(ctx)
    .insertInto('ballots_closures')
    .values({
      ...{ forum_id: ctx.forum.id, ballot_id: ballot.id, closed_on: ctx.today, closed_at: ctx.now },
      ...{ ties: json(ties), result: json(result), effect: effect && json(effect), result_hash: sealed },
      file,
      entered_by: personOf(ctx.actor),
    })
    .execute();
  const kept = await withPersons(ctx.db, ctx.forum.id, ballot, gathered.roll, outcomes, ctx.today);
  await keepOutcomes(ctx, ballot.id, kept);
  await needs.closed(ctx, ballot.id);
  return ok({ result, sealed, touched, bodies });
}

const tieField = ({ article, by }: NonNullable<ReturnType<typeof tieToSettle>>) => ({
  field: by === 'chair' ? 'chair' : 'settled_option',
  message: message(`ballots.closing.wrong.tie_${by}`, { article }),
});

/** More slips than seats that took part are said as a sentence: somebody counted or marked wrong. */
function counted(taken: Taken): Result<Tallied> {
  try {
    return ok(resultOf({ hasQuorum, passes }, taken));
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    return refuse('conflict', message('ballots.closing.wrong.overfull'));
  }
}

/** A founding document is adopted, an office filled by the ballot that decided of it; where the rules refuse, the page says why. */
async function follow(ctx: Ctx, needs: BallotNeeds, ballot: Ballot, result: Tallied): Promise<Followed> {
  const { verdict, rows, option } = result;
  const nothing = { effect: null, touched: [], bodies: [] };
  if (ballot.decides?.what === 'office')
    return verdict === 'elected' && option ? fillOffice(ctx, needs, ballot, ballot.decides, option) : nothing;
  if (!ballot.decides || verdict !== 'adopted') return nothing;
  if (ballot.decides.what === 'founding') {
    // The assembly is one constituency.
    const [votes] = rows;
    const made = votes && (await adoptFoundingByBallot(ctx, { on: ctx.today, votes, decision: pathOf(ballot) }));
    return made ? followed(made) : nothing;
  }
  const { version, inForceOn } = ballot.decides;
  const made = await adoptByBallot(ctx, {
    ...{ version: version as Parameters<typeof adoptByBallot>[1]['version'], on: ctx.today },
    // Nothing is in force before it is adopted.
    inForceOn: [inForceOn, ctx.today].sort()[1]!,
    ...{ votes: [...rows], decision: pathOf(ballot) },
  });
  return followed(made);
}

/** What was adopted, or why it was not: the ballot closes all the same. */
const followed = (made: Result<{ readonly object: EntryObject }>): Followed =>
  made.ok
    ? { effect: { done: true }, touched: [made.value.object], bodies: [] }
    : { effect: { done: false, why: made.refusal.message }, touched: [], bodies: [] };

/** Rows of one statement. */
const AT_ONCE = 2_000;

async function keepOutcomes(ctx: Ctx, ballot: BallotId, outcomes: readonly SeatOutcome[]): Promise<void> {
  for (let from = 0; from < outcomes.length; from += AT_ONCE) {
    const rows = outcomes.slice(from, from + AT_ONCE).map((one) => ({
      ...{ forum_id: ctx.forum.id, ballot_id: ballot, key: one.key, outcome: one.outcome },
      ...{ slip: one.slip && json(one.slip), way: one.way, carried_by: one.carriedBy, person_id: one.person },
    }));
    await tablesOf(ctx).insertInto('ballots_outcomes').values(rows).execute();
  }
}

/** Voting ends, and the result stands. */
export const closeBallot = (needs: BallotNeeds) =>
  command({
    name: 'ballots.close',
    input: v.object({ ballot: idShape<BallotId>(), ...tiesShape.entries }),
    access: (ctx) => mayKeepBallots(ctx.actor, ctx.forum),
    run: async (ctx, { ballot: id, chair, settled }) => {
      const found = await ballotInTurn(ctx, id);
      if (!found.ok) return found;
      const ballot = found.value;
      const session = await sessionFor(ctx, needs, ballot);
      if (session?.meeting.out)
        return refuse('conflict', message('ballots.wrong.out', { number: session.meeting.number }));
      const made = await closeWithin(ctx, needs, ballot, session, { chair, settled });
      if (!made.ok) return made;
      const { result, sealed, touched, bodies } = made.value;
      return done(
        { number: ballot.number },
        {
          kind: 'ballots.closed',
          object: ballotObject(ballot),
          ...{ touched, bodies },
          // Binds the file: whoever has it can see that it is the one that was published.
          params: { number: ballot.number, verdict: result.verdict, sealed },
        },
      );
    },
  });
