import type { Lang } from '#core/i18n/lang.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { Message } from '#ui/message.tsx';
import { Notice } from '#ui/notice.tsx';
import { Receipt } from '#ui/receipt.tsx';
import { PageTitle } from '#ui/title.tsx';

interface ReceiptPageProps {
  readonly lang: Lang;
  /** "B1.2" */
  readonly citation: string;
  readonly code: string;
  readonly on: string;
  /** Where the code is typed. */
  readonly address: string;
  /** To be sent to oneself: under 600 characters, the address last. */
  readonly text: string;
  readonly back: string;
}

/** After the sending, once: the slip with the code, to be printed, photographed or sent to oneself. */
export const ReceiptPage = ({ lang, citation, code, on, address, text, back }: ReceiptPageProps) => (
  <>
    <Notice title={lang.t('participation.consultations.receipt.sent')} warn>
      <p>{lang.t('participation.receipt.once')}</p>
    </Notice>
    <PageTitle
      title={lang.t('participation.consultations.receipt.title', { citation })}
      lede={lang.t('participation.consultations.receipt.lede')}
    />
    <Stack>
      <Receipt
        lang={lang}
        title={lang.t('participation.consultations.receipt.slip')}
        number={citation}
        facts={[
          { name: lang.t('identity.slip.code'), value: <b class="num">{code}</b> },
          { name: lang.t('identity.slip.where'), value: address },
          { name: lang.t('participation.receipt.day'), value: on },
        ]}
      >
        <p>{lang.t('participation.consultations.receipt.how')}</p>
      </Receipt>
      <Section title={lang.t('participation.receipt.to_oneself')}>
        <Message
          lang={lang}
          to={lang}
          id="message"
          text={text}
          subject={lang.t('participation.consultations.receipt.slip')}
        />
      </Section>
      <p>
        <ButtonLink href={back} second>
          {lang.t('participation.consultations.back')}
        </ButtonLink>
      </p>
    </Stack>
  </>
);
