import type { Lang } from '#core/i18n/lang.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { Message } from '#ui/message.tsx';
import { Notice } from '#ui/notice.tsx';
import { Receipt } from '#ui/receipt.tsx';
import { PageTitle } from '#ui/title.tsx';

interface ReceiptPageProps {
  readonly lang: Lang;
  readonly numbers: readonly number[];
  readonly code: string;
  readonly on: string;
  /** Where the code is typed. */
  readonly address: string;
  /** To be sent to oneself: under 600 characters, the address last. */
  readonly text: string;
}

/** After the sending, once: the slip with the code, to be printed, photographed or sent to oneself. */
export const ReceiptPage = ({ lang, numbers, code, on, address, text }: ReceiptPageProps) => (
  <>
    <Notice title={lang.t('accountability.requests.receipt.sent')} warn>
      <p>{lang.t('accountability.requests.receipt.once')}</p>
    </Notice>
    <PageTitle
      title={lang.t('accountability.requests.receipt.title')}
      lede={lang.t('accountability.requests.receipt.next')}
    />
    <Stack>
      <Receipt
        lang={lang}
        title={lang.t('accountability.requests.receipt.slip')}
        number={numbers.map((number) => `№ ${number}`).join(', ')}
        facts={[
          { name: lang.t('accountability.requests.code.label'), value: <b class="num">{code}</b> },
          { name: lang.t('accountability.requests.receipt.where'), value: address },
          { name: lang.t('accountability.requests.received'), value: on },
        ]}
      >
        <p>{lang.t('accountability.requests.receipt.how')}</p>
      </Receipt>
      <Section title={lang.t('accountability.requests.receipt.to_oneself')}>
        <Message
          lang={lang}
          to={lang}
          id="message"
          text={text}
          subject={lang.t('accountability.requests.receipt.slip')}
        />
      </Section>
    </Stack>
  </>
);
