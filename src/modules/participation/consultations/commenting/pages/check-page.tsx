import { Answers } from '#ui/facts.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form, SecondButton } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { Notice } from '#ui/notice.tsx';
import { Said } from '#ui/said.tsx';
import { PageTitle } from '#ui/title.tsx';
import { personalSigns } from '../../../voices/rules.ts';

interface CheckProps {
  readonly of: Filled;
  readonly text: string;
  readonly where: string;
  readonly who: string;
  readonly atOnce: boolean;
  readonly action: string;
  /** Everything that was typed, and the code of the receipt that the sending will give. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** What everybody will read, once more, before it is sent. */
export const CheckPage = ({ of, text, where, who, atOnce, action, hidden }: CheckProps) => {
  const { lang } = of;
  const signs = personalSigns(text);
  const means = lang.t(atOnce ? 'participation.checking.at_once' : 'participation.checking.moderated');
  return (
    <>
      <PageTitle
        title={lang.t('participation.consultations.check_title')}
        lede={lang.t('participation.checking.lede')}
      />
      {signs.length > 0 ? (
        <Notice title={lang.t('participation.consultations.personal')} warn>
          <p>{lang.t('participation.checking.personal_text', { what: signs.length > 1 ? 'both' : signs[0]! })}</p>
        </Notice>
      ) : null}
      <Stack>
        <Answers
          lang={lang}
          answers={[
            { name: lang.t('participation.consultations.where'), value: where },
            {
              name: lang.t('participation.consultations.text'),
              value: <Said lang={lang} texts={{ [lang.code]: text }} />,
            },
            { name: lang.t('participation.consultations.signature'), value: who },
          ]}
        />
        <p>{means}</p>
        <Form
          of={of}
          action={action}
          deed={lang.t('participation.consultations.send')}
          hidden={hidden}
          second={
            <SecondButton name="change" value="yes">
              {lang.t('participation.checking.change')}
            </SecondButton>
          }
        />
      </Stack>
    </>
  );
};
