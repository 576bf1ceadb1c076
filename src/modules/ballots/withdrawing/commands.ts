import * as v from 'valibot';
import { command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { textsShape } from '#core/shapes.ts';
import { personOf } from '#core/way.ts';
import { mayKeepBallots } from '../access.ts';
import { ballotInTurn } from '../opening/commands.ts';
import { MOST } from '../rules.ts';
import type { BallotId } from '../schema.ts';
import { discardUrns } from '../secret/urns/commands.ts';
import { ballotObject, tablesOf } from '../writing/commands.ts';

/** A wrong ballot is withdrawn with a reason, before or after its opening; one that is closed stands. */
export const withdrawBallot = command({
  name: 'ballots.withdraw',
  input: v.object({ ballot: idShape<BallotId>(), reason: textsShape(MOST.reason) }),
  access: (ctx) => mayKeepBallots(ctx.actor, ctx.forum),
  run: async (ctx, given) => {
    const found = await ballotInTurn(ctx, given.ballot);
    if (!found.ok) return found;
    const ballot = found.value;
    if (ballot.withdrawal) return refuse('conflict', message('ballots.opening.wrong.withdrawn'));
    if (ballot.closure) return refuse('conflict', message('ballots.withdrawing.wrong.closed'));
    await tablesOf(ctx)
      .insertInto('ballots_withdrawals')
      .values({
        ...{ forum_id: ctx.forum.id, ballot_id: ballot.id, on_day: ctx.today, reason: json(given.reason) },
        ...{ entered_at: ctx.now, entered_by: personOf(ctx.actor) },
      })
      .execute();
    await discardUrns(ctx, ballot.id);
    return done(
      { number: ballot.number },
      { kind: 'ballots.withdrawn', object: ballotObject(ballot), params: { number: ballot.number } },
    );
  },
});
