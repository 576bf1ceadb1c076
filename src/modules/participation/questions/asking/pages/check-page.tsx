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
  readonly body: string;
  readonly place: string | null;
  readonly measure: string | null;
  readonly atOnce: boolean;
  readonly action: string;
  /** Everything that was typed, and the code of the receipt that the sending will give. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** The second step: what everybody will read, once more, before it is sent. */
export const CheckPage = ({ of, text, body, place, measure, atOnce, action, hidden }: CheckProps) => {
  const { lang } = of;
  const signs = personalSigns(text);
  return (
    <>
      <PageTitle title={lang.t('participation.checking.title')} lede={lang.t('participation.checking.lede')} />
      {signs.length > 0 ? (
        <Notice title={lang.t('participation.checking.personal')} warn>
          <p>{lang.t('participation.checking.personal_text', { what: signs.length > 1 ? 'both' : signs[0]! })}</p>
        </Notice>
      ) : null}
      <Stack>
        <Answers
          lang={lang}
          answers={[
            { name: lang.t('participation.questions.to'), value: body },
            {
              name: lang.t('participation.questions.question'),
              value: <Said lang={lang} texts={{ [lang.code]: text }} />,
            },
            { name: lang.t('participation.questions.place'), value: place },
            { name: lang.t('participation.questions.measure'), value: measure },
          ]}
        />
        <p>{lang.t(atOnce ? 'participation.checking.at_once' : 'participation.checking.moderated')}</p>
        <Form
          of={of}
          action={action}
          deed={lang.t('participation.checking.send')}
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
