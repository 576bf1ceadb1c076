import { Radios } from '#ui/choice.tsx';
import { AreaField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { SENTENCE_MOST } from '../../rules.ts';
import { REFUSED_FOR } from '../../schema.ts';

interface RefusalFormProps {
  readonly of: Filled;
  readonly action: string;
  readonly deed: string;
}

/** Not published: by which of the published rules, and a sentence to whoever wrote. */
export const RefusalForm = ({ of, action, deed }: RefusalFormProps) => {
  const { lang } = of;
  return (
    <Form of={of} action={action} deed={deed}>
      <Radios
        of={of}
        name="rule"
        label={lang.t('participation.moderation.rule')}
        options={REFUSED_FOR.map((rule) => ({
          value: rule,
          label: lang.t(`participation.rule.${rule}`),
          hint: lang.t(`participation.rule_means.${rule}`),
        }))}
      />
      <AreaField
        of={of}
        name="sentence"
        label={lang.t('participation.moderation.sentence')}
        hint={lang.t('participation.moderation.sentence_hint')}
        rows={3}
        maxlength={SENTENCE_MOST}
        textLang={lang.code}
      />
    </Form>
  );
};
