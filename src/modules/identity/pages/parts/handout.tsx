import type { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Receipt } from '#ui/receipt.tsx';

export interface HandoutProps {
  /** Language of who hands it over. */
  readonly lang: Lang;
  /** Language of who receives it. */
  readonly to: Lang;
  /** Ready to be sent: under 600 characters, the link last. */
  readonly message: string;
  readonly email: string | null;
  /** For paper: what it is for, the code, where to type it, until when. */
  readonly slip: { readonly title: string; readonly code: string; readonly address: string; readonly until: string };
}

/** What is shown once and never again: a message to copy or send, and a slip to print or photograph. */
export const Handout = ({ lang, to, message, email, slip }: HandoutProps) => (
  <>
    <Notice title={lang.t('identity.handout.once')} warn>
      <p>{lang.t('identity.handout.once_about')}</p>
    </Notice>
    <Section title={lang.t('identity.handout.send')}>
      <Stack>
        <p>
          <label for="message">{lang.t('identity.handout.copy')}</label>
        </p>
        <div class="form">
          <textarea id="message" class="in" rows={8} readonly lang={to.code}>
            {message}
          </textarea>
        </div>
        {email ? (
          <p>
            <ButtonLink href={mailto(email, slip.title, message)} second>
              {lang.t('identity.handout.email', { email })}
            </ButtonLink>
          </p>
        ) : null}
      </Stack>
    </Section>
    <Section title={lang.t('identity.handout.print')}>
      <Stack>
        <p>{lang.t('identity.handout.print_about')}</p>
        <Slip to={to} slip={slip} />
      </Stack>
    </Section>
  </>
);

const Slip = ({ to, slip }: Pick<HandoutProps, 'to' | 'slip'>) => (
  <div lang={to.code satisfies LanguageCode}>
    <Receipt
      lang={to}
      title={slip.title}
      number={slip.code}
      facts={[
        { name: to.t('identity.slip.where'), value: slip.address },
        { name: to.t('identity.slip.until'), value: slip.until },
      ]}
    >
      <p>{to.t('identity.slip.how')}</p>
    </Receipt>
  </div>
);

const mailto = (email: string, subject: string, body: string): string =>
  `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
