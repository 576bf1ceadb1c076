import type { Db } from '#core/db/database.ts';
import type { BallotId } from '../schema.ts';
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
