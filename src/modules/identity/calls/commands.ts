import * as v from 'valibot';
import { command, done } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { personOf } from '#core/way.ts';
import { mayMakeDeedLink } from '../access.ts';
import type { IdentityTables } from '../schema.ts';
import { isOpen } from './queries.ts';
import { CALL_KINDS } from './schema.ts';

/** "Told by phone": a tick on the caller's list, and nothing of the public record. */
export const tell = command({
  name: 'identity.tell',
  input: v.object({ kind: v.picklist(CALL_KINDS), id: v.pipe(v.string(), v.uuid()) }),
  access: (ctx) => mayMakeDeedLink(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    if (!(await isOpen(ctx.db, ctx.forum.id, ctx.now, input)))
      return refuse('not_found', message('identity.calls.refused_nothing'));
    await ctx.db
      .withTables<IdentityTables>()
      .insertInto('identity_tellings')
      .values({
        forum_id: ctx.forum.id,
        id: uuidv7(ctx.now),
        kind: input.kind,
        object_id: input.id,
        told_at: ctx.now,
        told_by: personOf(ctx.actor),
      })
      .execute();
    return done(null, null);
  },
});
