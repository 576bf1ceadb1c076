import type { Web } from '#core/http/route.ts';
import type { IdentityNeeds } from '../schema.ts';

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
