import { Radios } from '#ui/choice.tsx';
import { AreaField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { MOST } from '../../rules.ts';
import { ANSWERS, ASKED } from '../../schema.ts';

/** Three questions to whoever was there, and room for words. Nothing about who says it. */
export const SayForm = ({ of, action }: { readonly of: Filled; readonly action: string }) => {
  const { lang } = of;
  return (
    <>
      <p>{lang.t('accountability.reports.saying.about')}</p>
      <Form of={of} action={action} deed={lang.t('accountability.reports.saying.send')}>
        {ASKED.map((asked) => (
          <Radios
            key={asked}
            of={of}
            name={asked}
            label={lang.t(`accountability.reports.asked.${asked}`)}
            options={ANSWERS.map((answer) => ({
              value: answer,
              label: lang.t(`accountability.reports.answered.${answer}`),
            }))}
          />
        ))}
        <AreaField
          of={of}
          name="words"
          label={lang.t('accountability.reports.saying.words')}
          hint={lang.t('accountability.reports.saying.words_hint')}
          rows={4}
          maxlength={MOST.words}
          textLang={lang.code}
          optional
        />
      </Form>
    </>
  );
};
