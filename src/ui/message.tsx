import type { Lang } from '#core/i18n/lang.ts';
import { ButtonLink } from './link.tsx';

/** The optional script (src/enhance) of a page with messages. */
export const MESSAGE_SCRIPT = 'message';

export interface MessageProps {
  /** Language of who passes the message on. */
  readonly lang: Lang;
  /** Language of who receives it: the words are in it. */
  readonly to: Lang;
  /** Tells several messages of one page apart. */
  readonly id: string;
  /** Ready to be sent: under 600 characters, the address last. */
  readonly text: string;
  readonly subject: string;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
}

/**
 * A message to copy whole, and links that open it in the sender's own program for SMS or letters. Nothing is sent by
 * the page and nobody else hears of it. On a page that asks for the script `MESSAGE_SCRIPT` two buttons copy and share it.
 */
export const Message = ({ lang, to, id, text, subject, phone, email }: MessageProps) => (
  <div class="stack">
    <div class="form">
      <label class="label" for={id}>
        {lang.t('ui.message.copy')}
      </label>
      <textarea id={id} class="in" rows={Math.min(10, 3 + Math.ceil(text.length / 70))} readonly lang={to.code}>
        {text}
      </textarea>
    </div>
    <p class="acts" data-message={id} hidden>
      <button class="btn second" type="button" data-copy>
        {lang.t('ui.message.copy_deed')}
      </button>
      <button class="btn second" type="button" data-share hidden>
        {lang.t('ui.message.share')}
      </button>
      <span role="status" data-told={lang.t('ui.message.copied')} />
    </p>
    {phone || email ? (
      <p class="acts">
        {phone ? (
          <ButtonLink href={sms(phone, text)} second>
            {lang.t('ui.message.sms', { phone })}
          </ButtonLink>
        ) : null}
        {email ? (
          <ButtonLink href={mailto(email, subject, text)} second>
            {lang.t('ui.message.email', { email })}
          </ButtonLink>
        ) : null}
      </p>
    ) : null}
  </div>
);

/** RFC 5724; "?&" because iOS reads the text after "&" and Android after "?". */
const sms = (phone: string, body: string): string =>
  `sms:${phone.replace(/[^+\d]/g, '')}?&body=${encodeURIComponent(body)}`;

const mailto = (email: string, subject: string, body: string): string =>
  `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
