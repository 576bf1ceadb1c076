import type { ColumnType, RawBuilder } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import type { Message } from '#core/i18n/message.ts';

type Jsonb<T> = ColumnType<T, RawBuilder<T>, never>;
type Never<T> = ColumnType<T, T, never>;

/** A deed of another module that can be done by a one-deed link: what the link needs to know, by the object's id. */
export interface DeedKind {
  /** Name of the command; its access asks `cameFor(actor, command, object)`. */
  readonly command: string;
  /** null: there is no such object in this forum, or nothing to do on it now. */
  readonly describe: (db: Db, forum: Forum, object: string) => Promise<DeedDescribed | null>;
}

export interface DeedDescribed {
  /** For which body the deed is done. */
  readonly body: string | null;
  /** Page of the form below the forum; it keeps the query `?deed=` in its action. */
  readonly formPath: string;
  /** One sentence that says what the link is for, said in the language of whoever opens it. */
  readonly purpose: Message;
}

/** Address below the forum of the form that a one-deed link opens: the server reads the secret from `deed`. */
export const deedForm = (formPath: string, secret: string): string =>
  `${formPath}${formPath.includes('?') ? '&' : '?'}deed=${secret}`;

/** Page below the forum on which a coordinator makes a link for this deed. */
export const deedLinkPage = (command: string, object: string): string =>
  `/people/deeds/new?${new URLSearchParams({ command, object })}`;

/** Of a forum. */
export interface DeedTable {
  forum_id: Never<string>;
  id: Never<string>;
  token_hash: Never<string>;
  code_hash: Never<string>;
  command: Never<string>;
  object_id: Never<string>;
  person_id: Never<string | null>;
  body_id: Never<string | null>;
  form_path: Never<string>;
  purpose: Jsonb<Message>;
  made_at: Never<Date>;
  made_by: Never<string | null>;
  expires_at: Never<Date>;
}

/** Of a forum. */
export interface DeedEndTable {
  forum_id: Never<string>;
  deed_id: Never<string>;
  how: Never<'used' | 'withdrawn'>;
  ended_at: Never<Date>;
  ended_by: Never<string | null>;
}
