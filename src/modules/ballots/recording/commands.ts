import type { EntryObject } from '#core/audit/entry.ts';
import type { Ctx } from '#core/command.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { closeWithin } from '../closing/commands.ts';
import { insertCount } from '../counting/commands.ts';
import { markWithin } from '../marking/commands.ts';
import type { Called } from '../marking/rules.ts';
import { ballotInTurn, openWithin } from '../opening/commands.ts';
import { ballotById } from '../queries.ts';
import type { BallotId, BallotNeeds, Session, Ties } from '../schema.ts';
import type { Pile } from '../tallies/schema.ts';
import { ballotObject, insertBallot } from '../writing/commands.ts';
import type { Written } from '../writing/forms.ts';
import { leftOf, nextRound } from '../writing/rules.ts';

/** A ballot that was held in the hall, as it was written down there. */
export interface Held {
  readonly written: Written;
  /** By key of the seat; a seat that is not named is what the attendance says. */
  readonly called: readonly Called[];
  /** Hands counted once are given twice: by the two who counted. */
  readonly counts: readonly { readonly counter: string; readonly piles: readonly Pile[] }[];
  readonly ties: Ties;
  /** The item with who was there; null: at no meeting. */
  readonly session: Session | null;
}

/** What the one entry of the deed around must name. */
export interface Recorded {
  readonly id: BallotId;
  readonly number: number;
  readonly object: EntryObject;
  readonly touched: readonly EntryObject[];
  readonly bodies: readonly string[];
  readonly verdict: string;
}

/**
 * Enters a ballot that was held in the hall whole, written, opened, marked and closed, inside the transaction of somebody
 * else's deed: asks no permission and writes no entry. Roll and rules are those of `ctx.today`. Refused is what would be
 * refused step by step, with the same sentences; then the caller's transaction ends with nothing of it.
 */
export async function recordBallot(
  ctx: Ctx,
  needs: BallotNeeds,
  { written, ...held }: Held,
): Promise<Result<Recorded>> {
  const made = await insertBallot(ctx, needs, written);
  return made.ok ? holdBallot(ctx, needs, made.value.id, held) : made;
}

/** The same of a ballot that was written before and waits for the hall. */
export async function holdBallot(
  ctx: Ctx,
  needs: BallotNeeds,
  id: BallotId,
  held: Omit<Held, 'written'>,
): Promise<Result<Recorded>> {
  const written = await ballotInTurn(ctx, id);
  if (!written.ok) return written;
  // The desk itself delivers: it does not stand in its own way.
  const session = held.session && { ...held.session, meeting: { ...held.session.meeting, out: false } };
  const opened = await openWithin(ctx, written.value, session);
  if (!opened.ok) return opened;
  const ballot = await ballotById(ctx.db, ctx.forum.id, id);
  if (!ballot) return refuse('not_found', message('ballots.unknown'));
  const marked = await markWithin(ctx, ballot, opened.value, held.called, session);
  if (!marked.ok) return marked;
  for (const [i, { piles, counter }] of held.counts.entries()) await insertCount(ctx, id, i + 1, piles, counter);
  const closed = await closeWithin(ctx, needs, ballot, session, held.ties);
  if (!closed.ok) return closed;
  const { result, touched, bodies } = closed.value;
  const { number } = ballot;
  return ok({ id, number, object: ballotObject({ id, number }), touched, bodies, verdict: result.verdict });
}

/** The second round, or the second vote after a tie, of a ballot that was held before: written and held at once. */
export async function holdAgain(
  ctx: Ctx,
  needs: BallotNeeds,
  { first, options }: { readonly first: BallotId; readonly options: readonly string[] },
  held: Omit<Held, 'written'>,
): Promise<Result<Recorded>> {
  const before = await ballotById(ctx.db, ctx.forum.id, first);
  const written = before && nextRound(before);
  // The hall voted on those who were left by the law of the desk, which must be the law here.
  if (!written || leftOf(before).join() !== options.join())
    return refuse('conflict', message('ballots.writing.wrong.again_open'));
  return recordBallot(ctx, needs, { ...held, written });
}
