import { AreaField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MOST } from '../../rounds/rules.ts';

interface ExclusionPageProps {
  readonly of: Filled;
  readonly over: string;
  readonly nth: number;
  readonly excluded: boolean;
  readonly action: string;
  readonly back: string;
}

/** Why an interview is left out, or counts again. */
export const ExclusionPage = ({ of, over, nth, excluded, action, back }: ExclusionPageProps) => {
  const { lang } = of;
  const deed = lang.t(excluded ? 'surveys.judging.count_of' : 'surveys.judging.exclude_of', { n: nth });
  return (
    <>
      <PageTitle over={over} title={deed} lede={lang.t('surveys.judging.public')} />
      <Form
        of={of}
        action={action}
        deed={deed}
        hidden={{ counted: excluded ? 'yes' : 'no' }}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <AreaField
          of={of}
          name="reason"
          label={lang.t('surveys.closing.reason')}
          hint={lang.t('surveys.judging.reason_hint')}
          rows={3}
          maxlength={MOST.reason}
        />
      </Form>
    </>
  );
};
