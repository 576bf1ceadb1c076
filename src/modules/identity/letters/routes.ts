import { postTop, type Route, redirect, refused, type Web } from '#core/http/route.ts';
import { filled, keep } from '#ui/filled.ts';
import type { IdentityNeeds } from '../schema.ts';
import { doorPage } from '../sessions/door/routes.ts';
import { askLetter } from './commands.ts';
import { letterForm } from './forms.ts';

/**
 * Sends a message that was just made (its secret is kept nowhere, so now or never) and says what became of it; null
 * when nothing was to be sent. A mail server that does not answer spoils nothing: the message stands on the page.
 */
export async function sendLetter(
  needs: Pick<IdentityNeeds, 'mailer'>,
  { lang, now }: Pick<Web, 'lang' | 'now'>,
  email: string | null,
  subject: string,
  text: string,
): Promise<string | null> {
  if (!email) return null;
  const sent = await needs.mailer.send({ to: email, subject, text }, now);
  if (sent.ok) return lang.t('identity.handout.sent', { email });
  return lang.t('identity.handout.not_sent', { why: lang.say(sent.refusal.message) });
}

/** Asking for a sign-in letter. The answer is the same for every address, also for one that nobody here has. */
export const letterRoutes = (needs: IdentityNeeds): readonly Route[] => [
  postTop('/sign-in/letter', async (web) => {
    const posted = await web.posted();
    if (!posted.ok) return refused(posted.refusal);
    const asked = letterForm(posted.value);
    if (!asked.ok) return doorPage(needs, web, { letter: filled(web.lang, keep(posted.value), asked.refusal.fields) });
    // Each letter ends the one before: whoever asks without end would keep its reader out. Counted for unknown ones too.
    const slow = await web.tryEnter(`letters to ${asked.value.email}`);
    if (slow) return refused(slow);
    const noted = await web.perform(askLetter, asked.value);
    return noted.ok ? redirect(web.at('/sign-in?done=letter')) : refused(noted.refusal);
  }),
];
