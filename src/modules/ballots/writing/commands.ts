import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { personOf } from '#core/way.ts';
import { rulesOn } from '#modules/forum/contract.ts';
import { mayKeepBallots } from '../access.ts';
import { standingFor } from '../filling/commands.ts';
import { ballotAfter, ballotById } from '../queries.ts';
import { isOut, pathOf } from '../rules.ts';
import type { Ballot, BallotId, BallotNeeds, Decides } from '../schema.ts';
import type { BallotTables } from '../tables/schema.ts';
import { type Written, writtenShape } from './forms.ts';
import { writtenFault } from './rules.ts';

export const tablesOf = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<BallotTables>();

/** What an entry of the public record is about. */
export const ballotObject = (ballot: Pick<Ballot, 'id' | 'number'>) => ({
  ...{ type: 'ballot', id: ballot.id, path: pathOf(ballot) },
});

/** Numbers are given one after the other and never again. */
async function nextNumber(ctx: Ctx): Promise<number> {
  const row = await tablesOf(ctx)
    .insertInto('ballots_numbers')
    .values({ forum_id: ctx.forum.id, last: 1 })
    .onConflict((conflict) =>
      conflict.column('forum_id').doUpdateSet((is) => ({ last: is('ballots_numbers.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

/** Writes a ballot inside the transaction of somebody else's deed; asks no permission and writes no entry. */
export async function insertBallot(
  ctx: Ctx,
  needs: Pick<BallotNeeds, 'lang'>,
  given: Written,
): Promise<Result<Pick<Ballot, 'id' | 'number'>>> {
  const { book } = await rulesOn(ctx.db, ctx.forum.id, ctx.today);
  const fault = writtenFault(given, book);
  if (fault) return refuseFields([fault]);
  const written = await withCandidates(ctx, needs, given);
  if (!written.ok) return written;
  const { decides, options: labels } = written.value;
  if (given.againOf && (await ballotAfter(ctx.db, ctx.forum.id, given.againOf)))
    return refuse('conflict', message('ballots.writing.wrong.again_there'));
  const again = given.againOf && (await ballotById(ctx.db, ctx.forum.id, given.againOf));
  if (given.againOf && !again?.closure) return refuse('conflict', message('ballots.writing.wrong.again_open'));
  const [id, number] = [uuidv7(ctx.now) as BallotId, await nextNumber(ctx)];
  await tablesOf(ctx)
    .insertInto('ballots_ballots')
    .values({
      ...{ forum_id: ctx.forum.id, id, number, title: json(given.title), words: json(given.words) },
      ...{ kind: given.kind, method: given.method, decision: given.decision, secrecy: given.secrecy },
      secrecy_reason: given.secrecyReason && json(given.secrecyReason),
      ...{ mode: given.mode, about: json(given.about), decides: decides && json(decides) },
      ...{ meeting_id: given.meeting, item_id: given.item, again_of: given.againOf, closes_at: given.closesAt },
      ...{ origin: given.origin, entered_on: ctx.today, entered_at: ctx.now, entered_by: personOf(ctx.actor) },
    })
    .execute();
  const options = labels.map((label, i) => ({
    ...{ forum_id: ctx.forum.id, ballot_id: id, position: i + 1, label: json(label) },
  }));
  if (options.length > 0) await tablesOf(ctx).insertInto('ballots_options').values(options).execute();
  return ok({ id, number });
}

/** What follows of the result, and the options: of an election to an office those who stand for it. */
async function withCandidates(
  ctx: Ctx,
  needs: Pick<BallotNeeds, 'lang'>,
  { decides, options }: Written,
): Promise<Result<{ decides: Decides | null; options: readonly Texts[] }>> {
  if (decides?.what !== 'office') return ok({ decides, options });
  return standingFor(ctx, needs, decides);
}

/** Writes what will be voted on. It is public at once; whoever finds it wrong before the opening withdraws it. */
export const writeBallot = (needs: BallotNeeds) =>
  command({
    name: 'ballots.write',
    input: writtenShape,
    access: (ctx) => mayKeepBallots(ctx.actor, ctx.forum),
    run: async (ctx, given) => {
      if (given.meeting && given.item) {
        const session = await needs.session(ctx.db, ctx.forum, { meeting: given.meeting, item: given.item });
        if (!session) return refuse('bad_input', message('ballots.opening.wrong.no_meeting'));
        if (isOut(session)) return refuse('conflict', message('ballots.wrong.out', { number: session.meeting.number }));
      }
      const made = await insertBallot(ctx, needs, given);
      if (!made.ok) return made;
      const { number } = made.value;
      return done(made.value, {
        kind: 'ballots.written',
        object: ballotObject(made.value),
        params: { number },
      });
    },
  });
