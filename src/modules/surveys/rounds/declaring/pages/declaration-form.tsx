import type { LanguageCode } from '#core/i18n/texts.ts';
import { Checkboxes, Radios, Tick } from '#ui/choice.tsx';
import { AreaField, DateField, NumberField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MODES, SAMPLINGS } from '../../../schema.ts';
import { MOST } from '../../rules.ts';
import { InLanguages } from './parts/in-languages.tsx';
import { GroupsFields, PlacesFields } from './parts/whom-fields.tsx';

interface DeclarationFormProps {
  readonly of: Filled;
  readonly languages: readonly LanguageCode[];
  /** Editions that are frozen: "id:2" with their names. */
  readonly editions: readonly Option[];
  readonly plans: readonly Option[];
  readonly places: readonly Option[];
  readonly title: string;
  readonly deed: string;
  /** What differs from the round that this one repeats; null: it repeats none. */
  readonly differs: readonly string[] | null;
  /** Interviews are there: a change says why. */
  readonly asksReason: boolean;
  readonly hidden: Readonly<Record<string, string>>;
  readonly action: string;
  readonly back: string;
}

/** Everything by which a stranger will judge the figures, said before anybody is asked. */
export const DeclarationForm = (props: DeclarationFormProps) => {
  const { of, languages, editions, title, deed, differs, asksReason, hidden, action, back } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle title={title} lede={lang.t('surveys.declaring.lede')} />
      {differs ? (
        <Notice title={lang.t('surveys.declaring.wave')} warn>
          {differs.length === 0 ? lang.t('surveys.declaring.same') : differs.map((one) => <p key={one}>{one}</p>)}
        </Notice>
      ) : null}
      <Form
        of={of}
        action={action}
        deed={deed}
        hidden={hidden}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        {asksReason ? (
          <AreaField
            of={of}
            name="reason"
            label={lang.t('surveys.declaring.reason')}
            hint={lang.t('surveys.declaring.reason_hint')}
            rows={3}
            maxlength={MOST.reason}
          />
        ) : null}
        <SelectField
          of={of}
          name="edition"
          label={lang.t('surveys.declaring.edition')}
          options={editions}
          none={lang.t('surveys.declaring.edition_none')}
        />
        <InLanguages
          {...{ of, languages, name: 'title', label: lang.t('surveys.declaring.title_field'), maxlength: MOST.title }}
          hint={lang.t('surveys.declaring.title_hint')}
        />
        <Sample {...props} />
        <PlacesFields of={of} places={props.places} />
        <GroupsFields of={of} languages={languages} />
        <Asking {...props} />
      </Form>
    </>
  );
};

const Sample = ({ of, languages, plans }: DeclarationFormProps) => {
  const { lang } = of;
  return (
    <Section title={lang.t('surveys.declaring.sample')}>
      <Stack>
        <Radios
          of={of}
          name="sampling"
          label={lang.t('surveys.declaring.sampling')}
          hint={lang.t('surveys.declaring.sampling_hint')}
          options={SAMPLINGS.map((value) => ({
            ...{ value, label: lang.t(`surveys.sampling.${value}`), hint: lang.t(`surveys.sampling_hint.${value}`) },
          }))}
        />
        <InLanguages
          {...{ of, languages, name: 'method', label: lang.t('surveys.declaring.method'), rows: 3 }}
          {...{ hint: lang.t('surveys.declaring.method_hint'), maxlength: MOST.method }}
        />
        <NumberField
          of={of}
          name="population"
          label={lang.t('surveys.declaring.population')}
          hint={lang.t('surveys.declaring.population_hint')}
          optional
        />
        <TextField
          of={of}
          name="population_source"
          label={lang.t('surveys.declaring.source')}
          hint={lang.t('surveys.declaring.source_hint')}
          maxlength={500}
          optional
        />
        {plans.length > 0 ? (
          <SelectField
            {...{ of, name: 'plan', label: lang.t('surveys.declaring.plan'), options: plans, optional: true }}
            none={lang.t('surveys.declaring.plan_none')}
          />
        ) : null}
        <NumberField of={of} name="areas_asked" label={lang.t('surveys.declaring.areas_asked')} optional />
        <NumberField of={of} name="areas_all" label={lang.t('surveys.declaring.areas_all')} optional />
      </Stack>
    </Section>
  );
};

const Asking = ({ of, languages }: DeclarationFormProps) => {
  const { lang } = of;
  return (
    <Section title={lang.t('surveys.declaring.asking')}>
      <Stack>
        <DateField of={of} name="from" label={lang.t('surveys.declaring.from')} />
        <DateField of={of} name="until" label={lang.t('surveys.declaring.until')} />
        <Checkboxes
          of={of}
          name="modes"
          label={lang.t('surveys.declaring.modes')}
          options={MODES.map((value) => ({
            ...{ value, label: lang.t(`surveys.mode.${value}`), hint: lang.t(`surveys.mode_hint.${value}`) },
          }))}
        />
        <InLanguages
          {...{ of, languages, name: 'consent', label: lang.t('surveys.declaring.consent'), rows: 4 }}
          {...{ hint: lang.t('surveys.declaring.consent_hint'), maxlength: MOST.consent }}
        />
        <Tick
          of={of}
          name="single_use"
          label={lang.t('surveys.declaring.single_use')}
          hint={lang.t('surveys.declaring.single_use_hint')}
        />
        <Tick
          of={of}
          name="office_holders"
          label={lang.t('surveys.declaring.office')}
          hint={lang.t('surveys.declaring.office_hint')}
        />
        <Tick of={of} name="paper_once" label={lang.t('surveys.declaring.paper_once')} />
        <NumberField
          of={of}
          name="smallest"
          label={lang.t('surveys.declaring.smallest')}
          hint={lang.t('surveys.declaring.smallest_hint')}
        />
      </Stack>
    </Section>
  );
};
