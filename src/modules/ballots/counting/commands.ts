import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { lineShape } from '#core/shapes.ts';
import { personOf } from '#core/way.ts';
import { mayKeepBallots } from '../access.ts';
import { ballotInTurn, sessionFor } from '../opening/commands.ts';
import { countsOf } from '../queries.ts';
import { MOST } from '../rules.ts';
import type { BallotId, BallotNeeds, Count } from '../schema.ts';
import type { Pile } from '../tallies/schema.ts';
import { agreedCount } from '../verifying/recounting/rules.ts';
import { ballotObject, tablesOf } from '../writing/commands.ts';
import { countFault, sortedPiles } from './rules.ts';

const wholeShape = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const pilesShape = v.pipe(
  v.array(
    v.object({
      box: v.nullable(v.pipe(v.string(), v.maxLength(60))),
      slip: v.union([
        v.picklist(['for', 'against', 'abstain', 'blank', 'invalid']),
        v.pipe(v.array(wholeShape), v.maxLength(MOST.options), v.readonly()),
      ]),
      count: wholeShape,
    }),
  ),
  v.maxLength(MOST.seats),
);

/** Keeps what one person counted, inside the transaction of somebody else's deed. */
export async function insertCount(
  ctx: Ctx,
  ballot: BallotId,
  number: number,
  piles: readonly Pile[],
  counter: string,
): Promise<void> {
  await tablesOf(ctx)
    .insertInto('ballots_counts')
    .values({
      ...{ forum_id: ctx.forum.id, ballot_id: ballot, number, piles: json(sortedPiles(piles)), counter },
      ...{ entered_on: ctx.today, entered_at: ctx.now, entered_by: personOf(ctx.actor) },
    })
    .execute();
}

/** Enters what one person counted. Where two differ, somebody counts again until two agree. */
export const enterCount = (needs: BallotNeeds) =>
  command({
    name: 'ballots.count',
    input: v.object({ ballot: idShape<BallotId>(), piles: pilesShape, counter: lineShape(MOST.counter) }),
    access: (ctx) => mayKeepBallots(ctx.actor, ctx.forum),
    run: async (ctx, given) => {
      const found = await ballotInTurn(ctx, given.ballot);
      if (!found.ok) return found;
      const ballot = found.value;
      const session = await sessionFor(ctx, needs, ballot);
      if (session?.meeting.out)
        return refuse('conflict', message('ballots.wrong.out', { number: session.meeting.number }));
      const counts = await countsOf(ctx.db, ctx.forum.id, ballot.id);
      const fault = countFault(ballot, counts, given.counter);
      if (fault) return refuse('conflict', fault, [{ field: 'counter', message: fault }]);
      const number = counts.length + 1;
      await insertCount(ctx, ballot.id, number, given.piles, given.counter);
      const entered: Count = { number, piles: given.piles, counter: given.counter, by: null };
      return done(
        { number: ballot.number, agreed: agreedCount([...counts, entered]) !== null },
        { kind: 'ballots.counted', object: ballotObject(ballot), params: { number: ballot.number, count: number } },
      );
    },
  });
