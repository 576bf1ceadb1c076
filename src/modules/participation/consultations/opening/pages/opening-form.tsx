import type { PlainDate } from '#core/time/plain-date.ts';
import { AreaField, DateField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { OFFICE_MOST, WORDS_MOST } from '../../rules.ts';

interface OpeningFormProps {
  readonly of: Filled;
  readonly today: PlainDate;
  readonly drafts: readonly Option[];
  readonly bodies: readonly Option[];
  /** What the rules in force say of the days; null: nothing. */
  readonly rule: string | null;
  readonly action: string;
  readonly back: string;
}

/** About what, what is asked, from when until when, and who answers. */
export const OpeningForm = ({ of, today, drafts, bodies, rule, action, back }: OpeningFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('participation.consultations.open')}
        lede={lang.t('participation.consultations.open_lede')}
      />
      {rule ? <Notice title={rule} warn /> : null}
      <Form
        of={of}
        action={action}
        deed={lang.t('participation.consultations.open')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <SelectField
          of={of}
          name="subject"
          label={lang.t('participation.consultations.draft')}
          hint={lang.t('participation.consultations.draft_hint')}
          none={lang.t('participation.asking.choose')}
          options={drafts}
        />
        <AreaField
          of={of}
          name="words"
          label={lang.t('participation.consultations.words')}
          hint={lang.t('participation.consultations.words_hint')}
          rows={4}
          maxlength={WORDS_MOST}
          textLang={lang.code}
        />
        <DateField of={of} name="from" label={lang.t('participation.consultations.from')} min={today} />
        <DateField of={of} name="until" label={lang.t('participation.consultations.until')} min={today} />
        <SelectField
          of={of}
          name="body"
          label={lang.t('participation.consultations.body')}
          hint={lang.t('participation.consultations.body_hint')}
          none={lang.t('participation.asking.choose')}
          options={bodies}
        />
        <TextField
          of={of}
          name="office"
          label={lang.t('participation.consultations.office')}
          hint={lang.t('participation.consultations.office_hint')}
          maxlength={OFFICE_MOST}
          textLang={lang.code}
          optional
        />
      </Form>
    </>
  );
};
