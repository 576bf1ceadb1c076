import type { JobKind } from '#core/jobs/job.ts';
import type { IdentityNeeds } from '../schema.ts';
import { LETTER_JOB, makeAskedLink } from './commands.ts';

/** Writes the sign-in letters that were asked for: one to each account of the address, in the person's language. */
export const letterJobs = (needs: IdentityNeeds): readonly JobKind[] => [
  {
    name: LETTER_JOB,
    run: async (ctx, data) => {
      const people: readonly unknown[] = Array.isArray(data.people) ? data.people : [];
      for (const id of people) {
        const made = await ctx.perform(makeAskedLink, { person: String(id) });
        if (!made.ok) continue;
        const { person, token, expiresAt } = made.value;
        const to = needs.lang(person.language);
        const name = to.pick(person.name);
        const url = `${needs.publicUrl}/${to.code}/sign-in/${token}`;
        const until = to.moment(expiresAt, ctx.forum.zone);
        const letter = {
          to: person.email ?? '',
          subject: to.t('identity.letter.subject', { name }),
          text: to.t('identity.letter.text', { name, url, until, site: needs.publicUrl }),
        };
        const sent = await needs.mailer.send(letter, ctx.now);
        // A server that is busy is asked again with a new link; an address that is refused for good is not.
        if (!sent.ok && sent.refusal.kind === 'not_available') throw new Error(sent.refusal.message.key);
      }
    },
  },
];
