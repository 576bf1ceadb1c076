import type { ColumnType } from 'kysely';
import type { Message } from '#core/i18n/message.ts';
import type { LanguageCode, Texts } from '#core/i18n/texts.ts';

type Never<T> = ColumnType<T, T, never>;

/** What a call is about: a sign-in link or a link for one deed, made and not used yet. */
export const CALL_KINDS = ['link', 'deed'] as const;
export type CallKind = (typeof CALL_KINDS)[number];

/** Somebody who can be called or written to. */
export interface Callee {
  readonly id: string;
  readonly name: Texts;
  readonly language: LanguageCode;
  readonly phone: string | null;
  readonly email: string | null;
}

/** One open link and whom to remind of it. */
export interface Call {
  readonly kind: CallKind;
  /** Id of the link. */
  readonly id: string;
  /** Who has it; for a link that went to a body, who acts for it (nobody: whoever the body sends). */
  readonly people: readonly Callee[];
  readonly body: string | null;
  /** What the link is for; null: to sign in. */
  readonly purpose: Message | null;
  readonly madeAt: Date;
  readonly until: Date;
  /** When somebody was last told. */
  readonly toldAt: Date | null;
}

/** Of a forum. */
export interface TellingTable {
  forum_id: Never<string>;
  id: Never<string>;
  kind: Never<CallKind>;
  object_id: Never<string>;
  told_at: Never<Date>;
  told_by: Never<string | null>;
}
