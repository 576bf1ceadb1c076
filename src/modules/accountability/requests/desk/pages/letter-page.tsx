import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { Facts } from '#ui/facts.tsx';
import { Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';

interface LetterProps {
  readonly lang: Lang;
  readonly forum: string;
  readonly body: string;
  readonly email: string | null;
  readonly number: number;
  readonly on: string;
  readonly text: Texts;
  readonly code: string;
  /** Where the code is typed. */
  readonly address: string;
  readonly back: string;
}

/** The letter to the body, shown once: printed, or copied into an e-mail. */
export const LetterPage = (props: LetterProps) => {
  const { lang, forum, body, email, number, on, text, code, address, back } = props;
  return (
    <>
      <Notice title={lang.t('accountability.requests.letter.once')} warn>
        <p>{lang.t('accountability.requests.letter.once_text')}</p>
      </Notice>
      <PageTitle over={body} title={lang.t('accountability.requests.letter.title', { number })} />
      <Stack>
        <p>{lang.t('accountability.requests.letter.opening', { forum, date: on })}</p>
        <Said lang={lang} texts={text} />
        <p>{lang.t('accountability.requests.letter.term')}</p>
        <p>{lang.t('accountability.requests.letter.how')}</p>
        <Facts
          facts={[
            { name: lang.t('accountability.requests.code.label'), value: <b class="num">{code}</b> },
            { name: lang.t('accountability.requests.receipt.where'), value: address },
            { name: lang.t('accountability.requests.letter.email'), value: email },
          ]}
        />
        <p>
          <Link href={back}>{lang.t('accountability.requests.letter.back')}</Link>
        </p>
      </Stack>
    </>
  );
};
