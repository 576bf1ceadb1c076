import { sha256 } from '@noble/hashes/sha2.js';
import { type Ctx, command, done } from '#core/command.ts';
import type { Db } from '#core/db/database.ts';
import { json } from '#core/db/json.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { electorateOn } from '#modules/forum/contract.ts';
import { mayKeepBallots } from '../../access.ts';
import { ballotById } from '../../queries.ts';
import { pathOf } from '../../rules.ts';
import type { BallotId, SeatMark } from '../../schema.ts';
import { paperSlips } from '../../verifying/papers/rules.ts';
import type { BallotExport } from '../../verifying/schema.ts';
import { urnsShape } from '../forms.ts';
import { papersOf, urnsOf, urnVotes } from '../queries.ts';
import { isSecretRemote, urnsFor } from '../rules.ts';
import type { Paper, SecretTables } from '../schema.ts';

const tables = (db: Db) => db.withTables<SecretTables>();
const refused = (what: 'none' | 'opened' | 'other_urns') =>
  refuse(what === 'none' ? 'not_found' : 'conflict', message(`ballots.secret.refused.${what}`));

/**
 * Sets up the urns of a ballot that is not open yet, with keys that were made before, outside of the transaction. Once
 * more before the opening: with new keys. The entry holds the public keys, so that nobody exchanges one later.
 */
export const prepareUrns = command({
  name: 'ballots.prepare_urns',
  input: urnsShape,
  access: (ctx: Ctx) => mayKeepBallots(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const ballot = await ballotById(ctx.db, ctx.forum.id, input.ballot);
    if (!ballot || !isSecretRemote(ballot)) return refused('none');
    if (ballot.opening || ballot.withdrawal) return refused('opened');
    const { book, voters } = await electorateOn(ctx.db, ctx.forum.id, ctx.today);
    const names = input.urns.map(({ constituency }) => constituency);
    if (!areSame(names, urnsFor(book, ballot.decision, voters))) return refused('other_urns');
    const of = { forum_id: ctx.forum.id, ballot_id: ballot.id };
    await forget(ctx.db, 'ballots_secret_keys', of);
    await forget(ctx.db, 'ballots_secret_urns', of);
    await tables(ctx.db)
      .insertInto('ballots_secret_urns')
      .values(input.urns.map(({ constituency, publicKey }) => ({ ...of, constituency, public_key: publicKey })))
      .execute();
    await tables(ctx.db)
      .insertInto('ballots_secret_keys')
      .values(input.urns.map(({ constituency, sealed }) => ({ ...of, constituency, sealed })))
      .execute();
    const keys = input.urns.map(({ publicKey }) => publicKey).join(' ');
    return done(
      { number: ballot.number },
      {
        ...{ kind: 'ballots.urns_prepared', object: { type: 'ballot', id: ballot.id, path: pathOf(ballot) } },
        params: { number: ballot.number, keys },
      },
    );
  },
});

/** Are the urns there that the rules of the opening ask for? Asked inside the transaction of the opening. */
export async function areUrnsReady(ctx: Ctx, ballot: BallotId, wanted: readonly string[]): Promise<boolean> {
  const urns = await urnsOf(ctx.db, ctx.forum.id, ballot);
  return areSame(
    urns.map(({ constituency }) => constituency),
    wanted,
  );
}

/** What the closing found: seats that received a paper took part, and what lies in the urns. */
interface Emptied {
  readonly marks: readonly SeatMark[];
  readonly slips: BallotExport['slips'];
}
/** Of a ballot without urns. */
export const NOTHING: Emptied = { marks: [], slips: { keys: [], of: [] } };

/**
 * Ends voting and opens the urns, inside the transaction of the closing. The private keys go first: who is just casting
 * is waited for and counts, who comes later finds no key. Then everything is written anew in the order of its ids, so
 * that neither place nor number of a row says any more who came when.
 */
export async function emptyUrns(ctx: Ctx, ballot: BallotId): Promise<Emptied> {
  const of = { forum_id: ctx.forum.id, ballot_id: ballot };
  await forget(ctx.db, 'ballots_secret_keys', of);
  const urns = await urnsOf(ctx.db, ctx.forum.id, ballot);
  const votes = await urnVotes(ctx.db, ctx.forum.id, ballot);
  await forget(ctx.db, 'ballots_secret_votes', of);
  for (let from = 0; from < votes.length; from += AT_ONCE) {
    const rows = votes.slice(from, from + AT_ONCE).map((vote) => ({ ...of, ...vote, slip: json(vote.slip) }));
    await tables(ctx.db).insertInto('ballots_secret_votes').values(rows).execute();
  }
  return { marks: (await rewritePapers(ctx, of)).map(markOf), slips: paperSlips(sha256, { urns, votes }) };
}

/** A withdrawn ballot: what lies in its urns is never read. */
export async function discardUrns(ctx: Ctx, ballot: BallotId): Promise<void> {
  const of = { forum_id: ctx.forum.id, ballot_id: ballot };
  await forget(ctx.db, 'ballots_secret_keys', of);
  await forget(ctx.db, 'ballots_secret_votes', of);
  await rewritePapers(ctx, of);
}

/** Taking a paper is taking part; what it said is nobody's. */
const markOf = ({ key, speaker, carriedBy }: Paper): SeatMark => ({
  ...{ key, say: 'voted', speaker, carriedBy, way: 'account', person: null },
});

const AT_ONCE = 500;
interface Of {
  readonly forum_id: string;
  readonly ballot_id: BallotId;
}

async function rewritePapers(ctx: Ctx, of: Of): Promise<readonly Paper[]> {
  const rows = await tables(ctx.db)
    .selectFrom('ballots_secret_papers')
    .select(['key', 'constituency', 'speaker', 'carried_by'])
    .where('forum_id', '=', of.forum_id)
    .where('ballot_id', '=', of.ballot_id)
    .execute();
  rows.sort((a, b) => (a.key < b.key ? -1 : 1));
  await forget(ctx.db, 'ballots_secret_papers', of);
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE).map((row) => ({ ...of, ...row, blinded_hash: null }));
    await tables(ctx.db).insertInto('ballots_secret_papers').values(some).execute();
  }
  return papersOf(ctx.db, of.forum_id, of.ballot_id);
}

async function forget(db: Db, table: keyof SecretTables, of: Of): Promise<void> {
  await tables(db)
    .deleteFrom(table)
    .where('forum_id', '=', of.forum_id)
    .where('ballot_id', '=', of.ballot_id)
    .execute();
}

const areSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));
