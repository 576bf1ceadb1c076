import type { JobCtx, JobKind } from '#core/jobs/job.ts';
import { bodiesById } from '#modules/places/contract.ts';
import type { ObligationsNeeds } from '../clocks/schema.ts';
import type { ReminderId } from '../schema.ts';
import { LETTER_JOB, noteLetter, remind } from './commands.ts';
import { type Address, addressesOf, addressesOfRole, untold } from './queries.ts';
import { linkOf, sentenceOf } from './rules.ts';
import type { ReminderSeen } from './schema.ts';

/** Every morning: who is told of what today. */
export const remindJob: JobKind = {
  name: 'obligations.remind',
  dailyAt: 8,
  run: async (ctx) => {
    for (;;) {
      const done = await ctx.perform(remind, {});
      if (!done.ok) throw new Error(`the reminders were refused: ${done.refusal.message.key}`);
      if (!done.value.more) return;
    }
  },
};

/** One letter to a body, or to those whom the rule names, with all its matters of the day. */
export const letterJob = (needs: Pick<ObligationsNeeds, 'mailer' | 'lang' | 'publicUrl'>): JobKind => ({
  name: LETTER_JOB,
  run: async (ctx, data) => {
    const reminders = data.reminders as ReminderId[];
    const role = data.role as string | null;
    const seen = await untold(ctx.db, ctx.forum.id, ctx.today, { ids: reminders });
    // Done, waived or told meanwhile: there is nothing to write.
    if (seen.length === 0) return;
    const addresses = role
      ? await addressesOfRole(ctx.db, ctx.forum, role, ctx.today)
      : await addressesOf(ctx.db, ctx.forum, String(data.body), ctx.today);
    const sent = await sendAll(needs, ctx, seen, addresses);
    await ctx.perform(noteLetter, { reminders, sent });
  },
});

/** True when one address at least took the letter. Throws when all of them may take it later. */
async function sendAll(
  needs: Pick<ObligationsNeeds, 'mailer' | 'lang' | 'publicUrl'>,
  ctx: JobCtx,
  seen: readonly ReminderSeen[],
  addresses: readonly Address[],
): Promise<boolean> {
  const bodies = await bodiesById(ctx.db, ctx.forum.id, [...new Set(seen.map((one) => one.body))]);
  let [sent, later] = [false, false];
  for (const { to, language } of addresses) {
    const lang = needs.lang(language);
    const forumAddress = `${needs.publicUrl}/${lang.code}/${ctx.forum.slug}`;
    const name = (id: string): string => lang.pick(bodies.find((body) => body.id === id)?.name ?? {});
    const lines = seen.map((one) => `${sentenceOf(lang, one, name(one.body))}\n${linkOf(one, { forumAddress })}`);
    const subject = lang.t('obligations.message.subject', { forum: lang.pick(ctx.forum.name), n: seen.length });
    const posted = await needs.mailer.send({ to, subject, text: lines.join('\n\n') }, ctx.now);
    if (posted.ok) sent = true;
    else if (posted.refusal.kind === 'not_available') later = true;
  }
  if (!sent && later) throw new Error('the mail server did not take the letter');
  return sent;
}
