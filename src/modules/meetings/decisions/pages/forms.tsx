import type { LanguageCode } from '#core/i18n/texts.ts';
import { Radios } from '#ui/choice.tsx';
import { DateField, type Option, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { TextsFields } from '../../pages/parts/texts-fields.tsx';
import { OUTCOMES } from '../schema.ts';

interface FormProps {
  readonly of: Filled;
  readonly languages: readonly LanguageCode[];
  readonly action: string;
  readonly back: string;
}
const words = ({ of, languages }: FormProps, label: string, rows = 3) => (
  <TextsFields of={of} name="words" label={label} languages={languages} rows={rows} maxlength={4000} />
);
const PageField = ({ of }: Pick<FormProps, 'of'>) => (
  <TextField
    of={of}
    name="page"
    label={of.lang.t('meetings.form.page')}
    hint={of.lang.t('meetings.form.page_hint')}
    maxlength={300}
    optional
  />
);

/** A decision taken without a ballot. */
export const DecisionForm = (
  props: FormProps & { readonly items: readonly Option[]; readonly register: readonly Option[] },
) => {
  const { of, items, register, action, back } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('meetings.decide.title')} lede={lang.t('meetings.decide.lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('meetings.decide.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <SelectField
          of={of}
          name="item"
          label={lang.t('meetings.item')}
          options={items}
          none={lang.t('meetings.form.no_item')}
          optional
        />
        <Radios
          of={of}
          name="kind"
          label={lang.t('meetings.decisions.how')}
          options={(['consensus', 'noted'] as const).map((value) => ({
            value,
            label: lang.t(`meetings.decided.${value}`),
            hint: lang.t(`meetings.decided_hint.${value}`),
          }))}
        />
        {words(props, lang.t('meetings.decide.words'), 4)}
        {register.length > 0 ? (
          <SelectField
            of={of}
            name="corrects"
            label={lang.t('meetings.decide.corrects')}
            hint={lang.t('meetings.decide.corrects_hint')}
            options={register}
            none={lang.t('meetings.form.none')}
            optional
          />
        ) : null}
      </Form>
    </>
  );
};

/** A task with its owner and its day. */
export const TaskForm = (
  props: FormProps & {
    readonly items: readonly Option[];
    readonly register: readonly Option[];
    readonly bodies: readonly Option[];
  },
) => {
  const { of, items, register, bodies, languages, action, back } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('meetings.tasks.give')} lede={lang.t('meetings.tasks.give_lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('meetings.tasks.give')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <SelectField
          of={of}
          name="item"
          label={lang.t('meetings.item')}
          options={items}
          none={lang.t('meetings.form.no_item')}
          optional
        />
        {words(props, lang.t('meetings.tasks.words'))}
        <SelectField
          of={of}
          name="body"
          label={lang.t('meetings.tasks.body')}
          options={bodies}
          none={lang.t('meetings.form.choose')}
        />
        <TextsFields
          of={of}
          name="office"
          label={lang.t('meetings.tasks.office')}
          hint={lang.t('meetings.tasks.office_hint')}
          languages={languages}
          maxlength={300}
          optional
        />
        <DateField of={of} name="due" label={lang.t('meetings.tasks.due')} />
        {register.length > 0 ? (
          <SelectField
            of={of}
            name="decision"
            label={lang.t('meetings.tasks.decision')}
            options={register}
            none={lang.t('meetings.form.none')}
            optional
          />
        ) : null}
      </Form>
    </>
  );
};

/** A task was done. */
export const TaskEndForm = (props: FormProps & { readonly task: string }) => {
  const { of, task, action, back } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('meetings.tasks.end')} lede={task} />
      <Form
        of={of}
        action={action}
        deed={lang.t('meetings.tasks.end')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <DateField of={of} name="on" label={lang.t('meetings.tasks.done_on')} />
        {words(props, lang.t('meetings.tasks.done_words'))}
        <PageField of={of} />
      </Form>
    </>
  );
};

/** What became of a decision. */
export const OutcomeForm = (props: FormProps) => {
  const { of, action, back } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('meetings.outcome.deed')} lede={lang.t('meetings.outcome.lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('meetings.outcome.deed')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Radios
          of={of}
          name="state"
          label={lang.t('meetings.decisions.outcome')}
          options={OUTCOMES.map((value) => ({ value, label: lang.t(`meetings.outcome.${value}`) }))}
        />
        {words(props, lang.t('meetings.outcome.words'))}
        <PageField of={of} />
      </Form>
    </>
  );
};
