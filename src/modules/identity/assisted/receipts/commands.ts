import * as v from 'valibot';
import { type Ctx, command, done, YES } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { personOf } from '#core/way.ts';
import { mayAnswerObjections } from '../../access.ts';
import type { IdentityTables } from '../../schema.ts';
import { OBJECTION_MAX } from '../schema.ts';
import { findReceipt, openObjections } from './queries.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<IdentityTables>();
const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(OBJECTION_MAX));

/** "This is not what I said." The code of the receipt is the permission; nothing of it stands in the public record. */
export const objectTo = command({
  name: 'identity.object',
  input: v.object({ code: v.pipe(v.string(), v.maxLength(100)), deed: v.pipe(v.string(), v.uuid()), text }),
  access: () => YES,
  assisted: 'identity.assisted.objected',
  run: async (ctx, input) => {
    const receipt = await findReceipt(ctx.db, ctx.forum.id, input.code);
    const deed = receipt?.deeds.find(({ id }) => id === input.deed);
    if (!deed) return refuse('not_found', message('identity.assisted.receipt.unknown'));
    // Two presses at once: the row of the deed lets one through after the other.
    await tables(ctx)
      .selectFrom('identity_assisted_deeds')
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', deed.id)
      .forUpdate()
      .select('id')
      .execute();
    const again = await findReceipt(ctx.db, ctx.forum.id, input.code);
    if (again?.deeds.find(({ id }) => id === deed.id)?.objections.some(({ answer }) => answer === null))
      return refuse('conflict', message('identity.assisted.receipt.waits'));
    await tables(ctx)
      .insertInto('identity_objections')
      .values({ forum_id: ctx.forum.id, id: uuidv7(ctx.now), deed_id: deed.id, text: input.text, made_at: ctx.now })
      .execute();
    return done(null, null);
  },
});

/** Staff answers an objection; never the helper who entered what is objected to. */
export const answerObjection = command({
  name: 'identity.answer_objection',
  input: v.object({ objection: v.pipe(v.string(), v.uuid()), text }),
  access: (ctx) => mayAnswerObjections(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const open = (await openObjections(ctx.db, ctx.forum.id)).find(({ id }) => id === input.objection);
    if (!open) return refuse('not_found', message('identity.assisted.receipt.no_objection'));
    const me = personOf(ctx.actor);
    if (open.helper === me) return refuse('conflict', message('identity.assisted.receipt.not_own'));
    const answered = await tables(ctx)
      .insertInto('identity_objection_answers')
      .values({
        forum_id: ctx.forum.id,
        objection_id: open.id,
        text: input.text,
        answered_at: ctx.now,
        answered_by: me,
      })
      .onConflict((key) => key.doNothing())
      .returning('objection_id')
      .executeTakeFirst();
    return answered ? done(null, null) : refuse('conflict', message('identity.assisted.receipt.no_objection'));
  },
});
