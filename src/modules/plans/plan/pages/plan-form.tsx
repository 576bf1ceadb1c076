import { LANGUAGES, type LanguageCode } from '#core/i18n/texts.ts';
import { Radios, Tick } from '#ui/choice.tsx';
import { DateField, NumberField, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { EXECUTOR_VOICES } from '../schema.ts';
import { Group } from './parts/group.tsx';
import { TextsFields } from './parts/texts-fields.tsx';

interface PlanFormProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
  readonly own: LanguageCode;
  readonly deed: string;
  /** A new plan may choose its address. */
  readonly isNew: boolean;
  /** Adopted: what the plan itself says is fixed, only what is said about it can change. */
  readonly adopted: boolean;
}

/** One form for a plan: what it says, and what is said about it. */
export const PlanForm = (props: PlanFormProps) => {
  const { of, action, back, deed, adopted } = props;
  const { lang } = of;
  return (
    <Form of={of} action={action} deed={deed} second={<Cancel href={back}>{lang.t('plans.plan.form.cancel')}</Cancel>}>
      {adopted ? null : <OwnFields {...props} />}
      <AboutFields {...props} />
    </Form>
  );
};

const OwnFields = ({ of, own, isNew }: PlanFormProps) => {
  const { lang } = of;
  return (
    <>
      <Radios
        of={of}
        name="language"
        label={lang.t('plans.plan.form.language')}
        hint={lang.t('plans.plan.form.language_hint')}
        options={LANGUAGES.map((value) => ({ value, label: lang.t(`core.language.${value}`) }))}
      />
      <TextsFields
        of={of}
        name="title"
        label={lang.t('plans.plan.form.title')}
        hint={lang.t('plans.plan.form.title_hint')}
        own={own}
        max={300}
      />
      <Tick of={of} name="rendering" label={lang.t('plans.plan.form.rendering')} />
      {isNew ? (
        <TextField
          of={of}
          name="slug"
          label={lang.t('plans.plan.form.slug')}
          hint={lang.t('plans.plan.form.slug_hint')}
          width="m"
          optional
        />
      ) : null}
      <Group title={lang.t('plans.plan.form.period')}>
        <DateField of={of} name="starts_on" label={lang.t('plans.plan.form.starts_on')} optional />
        <DateField of={of} name="ends_on" label={lang.t('plans.plan.form.ends_on')} optional />
      </Group>
      <Group title={lang.t('plans.plan.form.reply')}>
        <NumberField
          of={of}
          name="reply_days"
          label={lang.t('plans.plan.form.reply_days')}
          hint={lang.t('plans.plan.form.reply_days_hint')}
        />
        <NumberField of={of} name="extension_days" label={lang.t('plans.plan.form.extension_days')} />
      </Group>
    </>
  );
};

const AboutFields = ({ of, own }: PlanFormProps) => {
  const { lang } = of;
  return (
    <>
      <Group title={lang.t('plans.plan.form.about')}>
        <TextsFields
          of={of}
          name="summary"
          label={lang.t('plans.plan.form.summary')}
          hint={lang.t('plans.plan.form.summary_hint')}
          own={own}
          max={10_000}
          rows={4}
          optional
        />
        <TextField of={of} name="source_url" type="url" label={lang.t('plans.plan.form.source_url')} optional />
        <SelectField
          of={of}
          name="executor_voice"
          label={lang.t('plans.plan.form.executor_voice')}
          hint={lang.t('plans.plan.form.executor_voice_hint')}
          options={EXECUTOR_VOICES.map((value) => ({ value, label: lang.t(`plans.plan.form.voice.${value}`) }))}
        />
      </Group>
      <details open={of.errors.some((error) => error.field.startsWith('reported_'))}>
        <summary>{lang.t('plans.plan.form.reported')}</summary>
        <p class="hint">{lang.t('plans.plan.form.reported_hint')}</p>
        <NumberField of={of} name="reported_measures" label={lang.t('plans.plan.form.reported_measures')} optional />
        <NumberField of={of} name="reported_points" label={lang.t('plans.plan.form.reported_points')} optional />
        <NumberField of={of} name="reported_local" label={lang.t('plans.plan.form.reported_local')} optional />
        <TextField of={of} name="reported_source" label={lang.t('plans.plan.form.reported_source')} optional />
      </details>
    </>
  );
};
