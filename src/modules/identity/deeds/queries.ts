import type { Actor } from '#core/actor.ts';
import type { Db } from '#core/db/database.ts';
import type { Message } from '#core/i18n/message.ts';
import type { IdentityTables } from '../schema.ts';
import { hashOf } from '../sessions/queries.ts';
import { secretOf } from '../sessions/rules.ts';
import { deedState } from './rules.ts';

/** A link for one deed, as pages and rules see it. */
export interface DeedLink {
  readonly id: string;
  readonly command: string;
  readonly object: string;
  readonly person: string | null;
  readonly body: string | null;
  readonly formPath: string;
  readonly purpose: Message;
  readonly madeAt: Date;
  readonly madeBy: string | null;
  readonly expiresAt: Date;
  readonly end: { readonly how: 'used' | 'withdrawn'; readonly at: Date } | null;
}

/** The deed link of a secret in this forum, whatever its state; null: this forum never made it. */
export async function findDeed(db: Db, forum: string, text: string): Promise<DeedLink | null> {
  const secret = secretOf(text);
  if (!secret) return null;
  const hash = hashOf(secret);
  const row = await deedRows(db)
    .where('d.forum_id', '=', forum)
    .where((is) => is.or([is('d.token_hash', '=', hash), is('d.code_hash', '=', hash)]))
    .executeTakeFirst();
  return row ? deedOf(row) : null;
}

/** The slug-less twin for a code typed on the sign-in page, where no forum was chosen yet: which forum made it. */
export async function forumOfDeed(db: Db, secret: string): Promise<string | null> {
  const hash = hashOf(secret);
  const row = await db
    .withTables<IdentityTables>()
    .selectFrom('identity_deeds')
    .where((is) => is.or([is('token_hash', '=', hash), is('code_hash', '=', hash)]))
    .select('forum_id')
    .executeTakeFirst();
  return row?.forum_id ?? null;
}

/**
 * Who comes by a one-deed link: an actor who may do exactly that deed. null when the secret is none of this forum's
 * or its time is over: then the visitor is who they are anyway.
 */
export async function deedActor(db: Db, now: Date, forum: string, text: string): Promise<Actor | null> {
  const deed = await findDeed(db, forum, text);
  if (!deed || deedState(deed, now) !== 'open') return null;
  const { id, command, object, body, person } = deed;
  return { kind: 'link', deed: { id, command, object, forum, body }, person };
}

/** Links of this forum that are neither used nor taken back nor out of date, latest first. */
export async function openDeeds(db: Db, forum: string, now: Date): Promise<readonly DeedLink[]> {
  const rows = await deedRows(db)
    .where('d.forum_id', '=', forum)
    .where('e.deed_id', 'is', null)
    .where('d.expires_at', '>', now)
    .orderBy('d.made_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(200)
    .execute();
  return rows.map(deedOf);
}

const deedRows = (db: Db) =>
  db
    .withTables<IdentityTables>()
    .selectFrom('identity_deeds as d')
    .leftJoin('identity_deed_ends as e', (join) =>
      join.onRef('e.forum_id', '=', 'd.forum_id').onRef('e.deed_id', '=', 'd.id'),
    )
    .select(['d.id', 'd.command', 'd.object_id', 'd.person_id', 'd.body_id', 'd.form_path', 'd.purpose'])
    .select(['d.made_at', 'd.made_by', 'd.expires_at', 'e.how', 'e.ended_at']);

const deedOf = (row: Awaited<ReturnType<ReturnType<typeof deedRows>['execute']>>[number]): DeedLink => ({
  id: row.id,
  command: row.command,
  object: row.object_id,
  person: row.person_id,
  body: row.body_id,
  formPath: row.form_path,
  purpose: row.purpose,
  madeAt: row.made_at,
  madeBy: row.made_by,
  expiresAt: row.expires_at,
  end: row.how && row.ended_at ? { how: row.how, at: row.ended_at } : null,
});
