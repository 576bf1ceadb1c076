import * as v from 'valibot';
import { command, done, YES } from '#core/command.ts';
import { refuse } from '#core/errors/result.ts';
import { REFERENCE } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { enqueue } from '#core/jobs/queue.ts';
import { isSystem } from '../access.ts';
import { findPerson, peopleByEmail } from '../people/queries.ts';
import { EMAIL_MAX } from '../people/rules.ts';
import { writeLink } from '../sessions/commands.ts';

/** Name of the job that writes what was asked for. */
export const LETTER_JOB = 'identity.send_letters';

/**
 * A stranger asks for a link by typing an address. One look and one row, whether somebody has this address or nobody:
 * neither the answer nor its time tells. A job does the rest; the address itself is not kept.
 */
export const askLetter = command({
  name: 'identity.ask_letter',
  input: v.object({ email: v.pipe(v.string(), v.minLength(3), v.maxLength(EMAIL_MAX)) }),
  access: () => YES,
  run: async (ctx, input) => {
    const data = { people: await peopleByEmail(ctx.db, input.email) };
    await enqueue(ctx.db, { name: LETTER_JOB, forumId: REFERENCE, dueAt: ctx.now, data, now: ctx.now });
    return done(null, null);
  },
});

/** The link of such a letter, good for an hour; asked for by the job alone. */
export const makeAskedLink = command({
  name: 'identity.make_asked_link',
  input: v.object({ person: v.pipe(v.string(), v.uuid()) }),
  access: (ctx) => isSystem(ctx.actor),
  run: async (ctx, input) => {
    const person = await findPerson(ctx.db, input.person);
    if (!person?.email || person.closedAt) return refuse('not_found', message('identity.refused.no_person'));
    const link = { person: person.id, landing: null, by: null, way: 'asked', sentTo: person.email } as const;
    return done({ ...(await writeLink(ctx.db, ctx.now, link)), person }, null);
  },
});
