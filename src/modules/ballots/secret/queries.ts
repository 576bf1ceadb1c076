import type { Actor } from '#core/actor.ts';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { personOf } from '#core/way.ts';
import type { DeedDescribed, DeedKind } from '#modules/identity/contract.ts';
import { openBallots, seatOfObject } from '../queries.ts';
import { pathOf, stateOf } from '../rules.ts';
import type { Ballot, BallotId, RollRow } from '../schema.ts';
import { seatsAtUrn } from '../voting/queries.ts';
import { isSecretRemote, PAPER_DEED, paperObject } from './rules.ts';
import type { Paper, SecretTables, Urn, UrnVote } from './schema.ts';

const tables = (db: Db) => db.withTables<SecretTables>();

/** The urns of a ballot; none where it is not secret from afar, or was not prepared. */
export async function urnsOf(db: Db, forum: string, ballot: BallotId): Promise<readonly Urn[]> {
  const rows = await tables(db)
    .selectFrom('ballots_secret_urns')
    .select(['constituency', 'public_key'])
    .where('forum_id', '=', forum)
    .where('ballot_id', '=', ballot)
    .execute();
  return rows
    .map((row) => ({ constituency: row.constituency, publicKey: row.public_key }))
    .sort((a, b) => (a.constituency < b.constituency ? -1 : 1));
}

/** The closed private half of an urn's key; null: voting is over. */
export async function sealedKey(db: Db, forum: string, ballot: BallotId, constituency: string): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('ballots_secret_keys')
    .select('sealed')
    .where('forum_id', '=', forum)
    .where('ballot_id', '=', ballot)
    .where('constituency', '=', constituency)
    .executeTakeFirst();
  return row?.sealed ?? null;
}

/** Which seats received their paper, by the key of the roll. */
export async function papersOf(db: Db, forum: string, ballot: BallotId): Promise<readonly Paper[]> {
  const rows = await tables(db)
    .selectFrom('ballots_secret_papers')
    .select(['key', 'speaker', 'carried_by as carriedBy'])
    .where('forum_id', '=', forum)
    .where('ballot_id', '=', ballot)
    .execute();
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The urn into which a paper goes whose blinded message was signed before; null: none was. */
export async function urnOfBlinded(
  db: Db,
  forum: string,
  ballot: BallotId,
  hash: string,
): Promise<{ readonly constituency: string } | null> {
  const row = await tables(db)
    .selectFrom('ballots_secret_papers')
    .select('constituency')
    .where('forum_id', '=', forum)
    .where('ballot_id', '=', ballot)
    .where('blinded_hash', '=', hash)
    .executeTakeFirst();
  return row ?? null;
}

/** What lies in the urns, by id. For the closing, and after it for everybody. */
export async function urnVotes(db: Db, forum: string, ballot: BallotId): Promise<readonly UrnVote[]> {
  const rows = await tables(db)
    .selectFrom('ballots_secret_votes')
    .select(['id', 'constituency', 'prepared', 'signature', 'slip'])
    .where('forum_id', '=', forum)
    .where('ballot_id', '=', ballot)
    .execute();
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

type Where = Pick<Forum, 'id'>;
interface Open {
  readonly ballot: Ballot;
  readonly seats: readonly RollRow[];
}

/** Ballots that are open at this moment, secret and from afar. */
const openNow = async (db: Db, forum: Where, now: Date): Promise<readonly Ballot[]> =>
  (await openBallots(db, forum.id)).filter((ballot) => isSecretRemote(ballot) && stateOf(ballot, now) === 'open');

/** For the desk: secret ballots from afar with seats of this person that took no paper yet. */
export async function openPapersOf(
  db: Db,
  forum: Where,
  actor: Actor,
  at: { readonly now: Date; readonly today: PlainDate },
): Promise<readonly Open[]> {
  if (!personOf(actor)) return [];
  const found: Open[] = [];
  for (const ballot of await openNow(db, forum, at.now)) {
    const taken = new Set((await papersOf(db, forum.id, ballot.id)).map(({ key }) => key));
    const own = await seatsAtUrn(db, forum, actor, ballot, null, at.today);
    const seats = own.filter(({ as, row }) => 'speaker' in as && !taken.has(row.key)).map(({ row }) => row);
    if (seats.length > 0) found.push({ ballot, seats });
  }
  return found;
}

/** What a link or printed code for a seat's paper is for; null when there is no such paper to take. */
async function describePaper(db: Db, forum: Forum, object: string): Promise<DeedDescribed | null> {
  const found = await seatOfObject(db, forum.id, object, isSecretRemote, paperObject);
  if (!found?.row.body) return null;
  const { ballot, row } = found;
  return {
    ...{ body: row.body, formPath: `${pathOf(ballot)}/secret` },
    purpose: message('ballots.secret.deed', { number: ballot.number, seat: row.number }),
  };
}

/** Taking the paper of one seat by a one-deed link or a printed code. */
export const PAPER_LINK: DeedKind = { command: PAPER_DEED, describe: describePaper };
