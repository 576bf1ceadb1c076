import * as v from 'valibot';
import { command, done } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { mayRunInstallation } from '../access.ts';
import type { HomeTables } from '../schema.ts';
import { dutiesOf } from './rules.ts';
import { DUTY_ANSWERS } from './schema.ts';

/** The operator answers to a legal duty: it is done, or it does not apply, and why. A later answer counts. */
export const answerDuty = command({
  name: 'home.answer_duty',
  input: v.object({
    duty: v.string(),
    answer: v.picklist(DUTY_ANSWERS),
    because: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  }),
  access: (ctx) => mayRunInstallation(ctx.actor),
  run: async (ctx, { duty, answer, because }) => {
    const { country } = ctx.forum;
    if (!dutiesOf(country).some((known) => known.id === duty))
      return refuse('not_found', message('home.duties.unknown', { found: duty.slice(0, 40) }));
    const id = uuidv7(ctx.now);
    await ctx.db
      .withTables<HomeTables>()
      .insertInto('home_duty_answers')
      .values({
        ...{ id, country, duty, answer, because, answered_at: ctx.now },
        answered_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      })
      .execute();
    const object = { type: 'duty', id, path: null };
    return done({ duty }, { kind: 'home.duty_answered', object, params: { duty, answer } });
  },
});
