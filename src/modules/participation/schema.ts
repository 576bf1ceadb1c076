import type { Db } from '#core/db/database.ts';
import type { FileStore } from '#core/files/store.ts';
import type { Forum } from '#core/forum.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { ConsultationTables } from './consultations/tables/schema.ts';
import type { AnswerRow, PublicationRow, QuestionRow, RefusalRow, WithdrawalRow } from './questions/schema.ts';

/** The tables of this module as Kysely sees them: `ctx.db.withTables<ParticipationTables>()`. */
export interface ParticipationTables extends ConsultationTables {
  participation_questions: QuestionRow;
  participation_numbers: { forum_id: string; last: number };
  participation_withdrawals: WithdrawalRow;
  participation_refusals: RefusalRow;
  participation_publications: PublicationRow;
  participation_answers: AnswerRow;
}

export const TABLES: Readonly<Record<Exclude<keyof ParticipationTables, keyof ConsultationTables>, 'forum'>> = {
  participation_questions: 'forum',
  participation_numbers: 'forum',
  participation_withdrawals: 'forum',
  participation_refusals: 'forum',
  participation_publications: 'forum',
  participation_answers: 'forum',
};

/** A measure that somebody can ask about, as the module of plans knows it. */
export interface MeasureAsked {
  readonly id: string;
  readonly number: string | null;
  readonly title: Texts;
  /** Its page below the forum. */
  readonly path: string;
}

/** What main gives: measures of public plans, of which this module knows nothing, and where scans are kept. */
export interface ParticipationNeeds {
  readonly measures: (db: Db, forum: Forum, today: PlainDate) => Promise<readonly MeasureAsked[]>;
  readonly files: FileStore;
  /** May names of people be stored already? Else nobody signs a comment. */
  readonly mayStorePeople: (db: Db, forum: Forum) => Promise<boolean>;
}
