import type { ColumnType, RawBuilder } from 'kysely';
import type { Message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';

type Jsonb<T> = ColumnType<T, RawBuilder<T>, never>;
type Never<T> = ColumnType<T, T, never>;

/** How long a helper may act for somebody: the helper chooses, at most an hour. */
export const MINUTES = [15, 30, 60] as const;
export const REASON_MAX = 300;
export const OBJECTION_MAX = 2000;

/** Of a forum. */
export interface AssistedTable {
  forum_id: Never<string>;
  id: Never<string>;
  token_hash: Never<string>;
  helper_id: Never<string>;
  person_id: Never<string | null>;
  reason: string;
  started_at: Never<Date>;
  ends_at: Never<Date>;
}

/** Of a forum. */
export interface AssistedEndTable {
  forum_id: Never<string>;
  session_id: Never<string>;
  ended_at: Never<Date>;
  code_hash: Never<string | null>;
}

/** Of a forum. */
export interface AssistedDeedTable {
  forum_id: Never<string>;
  id: Never<string>;
  session_id: Never<string>;
  command: Never<string>;
  sentence: Jsonb<Message>;
  path: Never<string | null>;
  entry_id: Never<string | null>;
  done_at: Never<Date>;
}

/** Of a forum. */
export interface ObjectionTable {
  forum_id: Never<string>;
  id: Never<string>;
  deed_id: Never<string>;
  text: Never<string>;
  made_at: Never<Date>;
}

/** Of a forum. */
export interface ObjectionAnswerTable {
  forum_id: Never<string>;
  objection_id: Never<string>;
  text: Never<string>;
  answered_at: Never<Date>;
  answered_by: Never<string | null>;
}

/** One thing that was entered through a helper, with what the person said against it. */
export interface DeedDone {
  readonly id: string;
  readonly sentence: Message;
  readonly path: string | null;
  /** Its entry in the public log; null: nothing public. */
  readonly entry: string | null;
  readonly doneAt: Date;
  readonly objections: readonly Objection[];
}

export interface Objection {
  readonly id: string;
  readonly text: string;
  readonly madeAt: Date;
  readonly answer: { readonly text: string; readonly at: Date } | null;
}

/** Somebody for whom a helper can act: who acts for a body of this forum today. */
export interface Assistable {
  readonly id: string;
  readonly name: Texts;
  readonly bodies: readonly string[];
}

/** An objection that waits for an answer, as staff sees it. */
export interface OpenObjection {
  readonly id: string;
  readonly text: string;
  readonly madeAt: Date;
  readonly sentence: Message;
  readonly path: string | null;
  /** The helper of that session: somebody else must answer. */
  readonly helper: string;
}
