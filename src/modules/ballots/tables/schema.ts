import type { ColumnType } from 'kysely';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Way as DeedWay } from '#core/way.ts';
import type { About, Decision, Rulebook, SeatId, Voters } from '#modules/forum/contract.ts';
import type { BallotId, Decides, Effect, Mode, Origin, Recusal, Say, Secrecy, Speaker, Ties, Way } from '../schema.ts';
import type { Kind, Mark, Method, Pile, Result, Slip } from '../tallies/schema.ts';

/** Whose rows a table holds: all are of a forum. */
export const TABLES = {
  ballots_numbers: 'forum',
  ballots_ballots: 'forum',
  ballots_options: 'forum',
  ballots_openings: 'forum',
  ballots_roll: 'forum',
  ballots_marks: 'forum',
  ballots_counts: 'forum',
  ballots_withdrawals: 'forum',
  ballots_closures: 'forum',
  ballots_outcomes: 'forum',
} as const satisfies Record<keyof BallotTables, 'forum'>;

interface Entered {
  forum_id: string;
  entered_at: Date;
  entered_by: string | null;
}
type Json<T> = ColumnType<T, unknown, unknown>;
interface OfBallot {
  forum_id: string;
  ballot_id: BallotId;
}

/** Ballots as Kysely sees them: `ctx.db.withTables<BallotTables>()`. */
export interface BallotTables {
  ballots_numbers: { forum_id: string; last: number };
  ballots_ballots: Entered & {
    id: BallotId;
    number: number;
    title: Json<Texts>;
    words: Json<Texts>;
    kind: Kind;
    method: Method | null;
    decision: Decision;
    secrecy: Secrecy;
    secrecy_reason: Json<Texts | null>;
    mode: Mode;
    about: Json<readonly About[]>;
    decides: Json<Decides | null>;
    meeting_id: string | null;
    item_id: string | null;
    again_of: BallotId | null;
    closes_at: Date | null;
    origin: Origin;
    entered_on: PlainDate;
  };
  ballots_options: OfBallot & { position: number; label: Json<Texts> };
  ballots_openings: OfBallot & {
    opened_on: PlainDate;
    opened_at: Date;
    closes_at: Date | null;
    ruled_by: 'documents' | 'founding';
    book: Json<Rulebook>;
    voters: Json<readonly Voters[]>;
    roll_hash: string;
    entered_by: string | null;
  };
  ballots_roll: OfBallot & {
    key: string;
    number: number;
    seat_id: SeatId | null;
    constituency: string;
    organisation: Json<Texts>;
    body_id: string | null;
    filled: boolean;
    recused: Recusal;
  };
  ballots_marks: Entered &
    OfBallot & {
      key: string;
      slip: Json<Say>;
      speaker: Speaker;
      carried_by: string | null;
      way: DeedWay | 'called';
      person_id: string | null;
      entered_on: PlainDate;
    };
  ballots_counts: Entered &
    OfBallot & { number: number; piles: Json<readonly Pile[]>; counter: string; entered_on: PlainDate };
  ballots_withdrawals: Entered & OfBallot & { on_day: PlainDate; reason: Json<Texts> };
  ballots_closures: OfBallot & {
    closed_on: PlainDate;
    closed_at: Date;
    ties: Json<Ties>;
    result: Json<Result>;
    effect: Json<Effect | null>;
    result_hash: string;
    file: string;
    entered_by: string | null;
  };
  ballots_outcomes: OfBallot & {
    key: string;
    outcome: Mark;
    slip: Json<Slip | null>;
    way: Way | null;
    carried_by: string | null;
    person_id: string | null;
  };
}
