import type { Lang } from '#core/i18n/lang.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { ButtonLink } from '#ui/link.tsx';
import { Message } from '#ui/message.tsx';
import { Notice } from '#ui/notice.tsx';
import { Receipt } from '#ui/receipt.tsx';
import { PageTitle } from '#ui/title.tsx';

interface ReceiptPageProps {
  readonly lang: Lang;
  readonly number: number;
  readonly code: string;
  readonly on: string;
  /** Where the code is typed. */
  readonly address: string;
  /** To be sent to oneself: under 600 characters, the address last. */
  readonly text: string;
  readonly atOnce: boolean;
  readonly question: string;
}

/** After the sending, once: the slip with the code, to be printed, photographed or sent to oneself. */
export const ReceiptPage = (props: ReceiptPageProps) => {
  const { lang, number, code, on, address, text, atOnce, question } = props;
  return (
    <>
      <Notice title={lang.t('participation.receipt.sent')} warn>
        <p>{lang.t('participation.receipt.once')}</p>
      </Notice>
      <PageTitle
        title={lang.t('participation.receipt.title', { number })}
        lede={lang.t(atOnce ? 'participation.receipt.next_at_once' : 'participation.receipt.next')}
      />
      <Stack>
        <Receipt
          lang={lang}
          title={lang.t('participation.receipt.slip')}
          number={`№ ${number}`}
          facts={[
            { name: lang.t('identity.slip.code'), value: <b class="num">{code}</b> },
            { name: lang.t('identity.slip.where'), value: address },
            { name: lang.t('participation.receipt.day'), value: on },
          ]}
        >
          <p>{lang.t('participation.receipt.how')}</p>
        </Receipt>
        <Section title={lang.t('participation.receipt.to_oneself')}>
          <Message lang={lang} to={lang} id="message" text={text} subject={lang.t('participation.receipt.slip')} />
        </Section>
        <p>
          <ButtonLink href={question} second>
            {lang.t('participation.receipt.page')}
          </ButtonLink>
        </p>
      </Stack>
    </>
  );
};
