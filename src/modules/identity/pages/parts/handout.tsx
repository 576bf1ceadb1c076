import type { Lang } from '#core/i18n/lang.ts';
import { Facts } from '#ui/facts.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Message } from '#ui/message.tsx';
import { Notice } from '#ui/notice.tsx';

export interface HandoutProps {
  /** Language of who hands it over. */
  readonly lang: Lang;
  /** Language of who receives it. */
  readonly to: Lang;
  /** Ready to be sent: under 600 characters, the link last. */
  readonly message: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** What became of sending it by the server; null: it was not asked to. */
  readonly sent: string | null;
  /** For paper: what it is for, the code, where to type it, until when. */
  readonly slip: { readonly title: string; readonly code: string; readonly address: string; readonly until: string };
}

/** What is shown once and never again: a message to copy or send, and a slip to print or photograph. */
export const Handout = ({ lang, to, message, phone, email, sent, slip }: HandoutProps) => (
  <>
    {sent ? <Notice title={sent} /> : null}
    <Notice title={lang.t('identity.handout.once')} warn>
      <p>{lang.t('identity.handout.once_about')}</p>
    </Notice>
    <Section title={lang.t('identity.handout.send')}>
      <Message lang={lang} to={to} id="message" text={message} subject={slip.title} phone={phone} email={email} />
    </Section>
    <Section title={lang.t('identity.handout.print')}>
      <Stack>
        <p>{lang.t('identity.handout.print_about')}</p>
        <Slip to={to} slip={slip} />
      </Stack>
    </Section>
  </>
);

/** Looks like a receipt, because that is how it is kept: in a pocket. */
const Slip = ({ to, slip }: Pick<HandoutProps, 'to' | 'slip'>) => (
  <div class="receipt" lang={to.code}>
    <h3>{slip.title}</h3>
    <p>
      <span class="quiet small">{to.t('identity.slip.code')}</span> <b class="num">{slip.code}</b>
    </p>
    <Facts
      facts={[
        { name: to.t('identity.slip.where'), value: slip.address },
        { name: to.t('identity.slip.until'), value: slip.until },
      ]}
    />
    <p>{to.t('identity.slip.how')}</p>
  </div>
);
