import type { ColumnType } from 'kysely';
import type { BallotId, Speaker } from '../schema.ts';
import type { Slip } from '../tallies/schema.ts';

/** Whose rows a table holds. */
export const TABLES = {
  ballots_secret_urns: 'forum',
  ballots_secret_keys: 'forum',
  ballots_secret_papers: 'forum',
  ballots_secret_votes: 'forum',
} as const satisfies Record<keyof SecretTables, 'forum'>;

/** What a paper can say; nobody can put in an invalid one from afar. */
export type SecretSlip = Exclude<Slip, 'invalid'>;

/** One urn: of a constituency, or of all together (''). */
export interface Urn {
  readonly constituency: string;
  /** base64url of SubjectPublicKeyInfo. */
  readonly publicKey: string;
}

/** An urn with the closed private half of its key. */
export interface NewUrn extends Urn {
  readonly sealed: string;
}

/** That a seat received its paper. */
export interface Paper {
  readonly key: string;
  readonly speaker: Speaker;
  readonly carriedBy: string | null;
}

/** One paper in an urn; `id`: SHA-256 (hex) of its message. */
export interface UrnVote {
  readonly id: string;
  readonly constituency: string;
  readonly prepared: string;
  readonly signature: string;
  readonly slip: SecretSlip;
}

/** An urn with so few voters, or so many equal papers, that its result tells. */
export interface Weakness {
  readonly constituency: string;
  readonly voters: number;
}

interface OfUrn {
  forum_id: string;
  ballot_id: BallotId;
  constituency: string;
}

/** As Kysely sees them: `ctx.db.withTables<SecretTables>()`. */
export interface SecretTables {
  ballots_secret_urns: OfUrn & { public_key: string };
  ballots_secret_keys: OfUrn & { sealed: string };
  ballots_secret_papers: OfUrn & {
    key: string;
    speaker: Speaker;
    carried_by: string | null;
    blinded_hash: string | null;
  };
  ballots_secret_votes: OfUrn & {
    id: string;
    prepared: string;
    signature: string;
    slip: ColumnType<SecretSlip, unknown, unknown>;
  };
}
