import type { LanguageCode } from '#core/i18n/texts.ts';
import { AreaField, DateField, NumberField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';

interface CriteriaFormProps {
  readonly of: Filled;
  readonly languages: readonly LanguageCode[];
  readonly bodies: readonly Option[];
  readonly action: string;
  readonly back: string;
}

/** A new version of what the forum asks of members. */
export const CriteriaForm = ({ of, languages, bodies, action, back }: CriteriaFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('forum.applications.write_criteria')}
        lede={lang.t('forum.applications.criteria_lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.applications.criteria_deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        {languages.map((code, i) => (
          <AreaField
            key={code}
            of={of}
            name={`items_${code}`}
            label={lang.t('forum.applications.items', { language: lang.t(`core.language.${code}`) })}
            hint={i === 0 ? lang.t('forum.applications.items_hint') : undefined}
            textLang={code}
            rows={5}
            optional={i > 0}
          />
        ))}
        <NumberField of={of} name="answer_days" label={lang.t('forum.applications.answer_days')} />
        <SelectField
          of={of}
          name="body"
          label={lang.t('forum.applications.answers')}
          hint={lang.t('forum.applications.answers_hint')}
          options={bodies}
          none={lang.t('forum.choose')}
        />
        <DateField of={of} name="from" label={lang.t('forum.composition.from')} />
        <TextField of={of} name="source" label={lang.t('forum.term.source')} maxlength={500} />
      </Form>
    </>
  );
};
