import { Checkboxes } from '#ui/choice.tsx';
import { AreaField, type Option } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MOST } from '../../rules.ts';

interface AskFormProps {
  readonly of: Filled;
  readonly bodies: readonly Option[];
  readonly action: string;
  readonly back: string;
}

/** The first step: to whom, and what is asked. Nothing about who asks. */
export const AskForm = ({ of, bodies, action, back }: AskFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('accountability.requests.asking.title')}
        lede={lang.t('accountability.requests.asking.lede')}
      />
      <Notice title={lang.t('accountability.requests.asking.public')} warn>
        <p>{lang.t('accountability.requests.asking.public_text')}</p>
      </Notice>
      <Form
        of={of}
        action={action}
        deed={lang.t('accountability.requests.asking.check')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <AreaField
          of={of}
          name="text"
          label={lang.t('accountability.requests.asking.text')}
          hint={lang.t('accountability.requests.asking.text_hint')}
          rows={8}
          maxlength={MOST.text}
          textLang={lang.code}
        />
        <Checkboxes
          of={of}
          name="bodies"
          label={lang.t('accountability.requests.asking.bodies')}
          hint={lang.t('accountability.requests.asking.bodies_hint', { most: MOST.bodies })}
          options={bodies}
        />
      </Form>
    </>
  );
};
