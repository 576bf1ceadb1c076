import { Radios } from '#ui/choice.tsx';
import { AreaField, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form, Once } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { PageTitle } from '#ui/title.tsx';
import { hasChoices, isSilent, MOST } from '../../rules.ts';
import { ABOUT, type Questionnaire, UNITS } from '../../schema.ts';
import type { FormKind } from '../schema.ts';
import { kindKey } from '../values/rules.ts';
import { ChoiceFields } from './parts/choice-fields.tsx';
import { Fold } from './parts/fold.tsx';
import { SkipFields } from './parts/skip-fields.tsx';
import { ValueFields } from './parts/value-fields.tsx';

export interface ItemFormProps {
  readonly of: Filled;
  readonly content: Questionnaire;
  readonly kind: FormKind;
  /** Name of the item as it stands; null: a new one. */
  readonly name: string | null;
  readonly action: string;
  readonly back: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** Where the item stands; null: a new one. */
  readonly path: string | null;
}

/** One question, section or repetition: its words, then how it is answered, then when it is asked. */
export const ItemForm = (props: ItemFormProps) => {
  const { of, content, kind, name, action, back, hidden, path } = props;
  const { lang } = of;
  const isQuestion = kind !== 'group' && kind !== 'repeat' && kind !== 'matrix';
  const silent = isQuestion && isSilent(kind);
  return (
    <>
      <PageTitle
        over={lang.t(`surveys.questionnaires.kind.${kindKey(kind)}`)}
        title={lang.t(name === null ? 'surveys.questionnaires.building.add' : 'surveys.questionnaires.building.edit')}
        lede={lang.t(`surveys.questionnaires.kind_hint.${kindKey(kind)}`)}
      />
      <Form
        of={of}
        action={action}
        hidden={{ kind, ...hidden }}
        deed={lang.t('surveys.questionnaires.building.keep')}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Stack>
          <Words {...props} silent={silent} />
          {kind === 'matrix' && name === null ? (
            <AreaField
              of={of}
              name="rows"
              label={lang.t('surveys.questionnaires.building.rows')}
              hint={lang.t('surveys.questionnaires.building.rows_hint')}
              maxlength={MOST.text}
            />
          ) : null}
        </Stack>
        {(isQuestion && hasChoices(kind)) || (kind === 'matrix' && name === null) ? (
          <ChoiceFields of={of} content={content} kind={kind} />
        ) : null}
        {isQuestion ? <ValueFields of={of} kind={kind} /> : null}
        {isQuestion && !silent && kind !== 'note' ? <Whom of={of} /> : null}
        <SkipFields of={of} content={content} own={name} />
        <More {...props} isQuestion={isQuestion} />
      </Form>
      {path === null ? null : (
        <Section title={lang.t('surveys.questionnaires.building.deeds')}>
          <form class="acts" action={`${action}/copies`} method="post">
            <Once />
            <button class="btn second" type="submit">
              {lang.t('surveys.questionnaires.building.copy')}
            </button>
            <Link href={`${action}/removal`}>{lang.t('surveys.questionnaires.building.remove')}</Link>
          </form>
        </Section>
      )}
    </>
  );
};

const Words = ({ of, kind, content, silent }: ItemFormProps & { readonly silent: boolean }) => {
  const { lang } = of;
  const language = content.languages[0]!;
  return (
    <>
      <AreaField
        of={of}
        name="label"
        label={lang.t(`surveys.questionnaires.building.label.${labelOf(kind)}`)}
        hint={lang.t('surveys.questionnaires.building.label_hint', { language: language.label })}
        rows={2}
        maxlength={MOST.text}
        textLang={language.key}
        optional={silent}
      />
      {silent ? null : (
        <TextField
          of={of}
          name="hint"
          label={lang.t('surveys.questionnaires.building.hint')}
          hint={lang.t('surveys.questionnaires.building.hint_hint')}
          maxlength={MOST.text}
          textLang={language.key}
          optional
        />
      )}
    </>
  );
};

const labelOf = (kind: FormKind): 'question' | 'heading' | 'note' => {
  if (kind === 'group' || kind === 'repeat' || kind === 'matrix') return 'heading';
  return kind === 'note' ? 'note' : 'question';
};

/** Whom an answer counts, and what it tells about the respondent. */
const Whom = ({ of }: { readonly of: Filled }) => {
  const { lang } = of;
  return (
    <Section title={lang.t('surveys.questionnaires.building.whom')}>
      <Stack>
        <Radios
          of={of}
          name="unit"
          label={lang.t('surveys.questionnaires.building.unit')}
          hint={lang.t('surveys.questionnaires.building.unit_hint')}
          options={UNITS.map((value) => ({ value, label: lang.t(`surveys.questionnaires.unit.${value}`) }))}
        />
        <SelectField
          of={of}
          name="about"
          label={lang.t('surveys.questionnaires.building.about')}
          hint={lang.t('surveys.questionnaires.building.about_hint')}
          none={lang.t('surveys.questionnaires.building.about_none')}
          options={ABOUT.map((value) => ({ value, label: lang.t(`surveys.questionnaires.about.${value}`) }))}
          optional
        />
      </Stack>
    </Section>
  );
};

const MORE = ['guidance', 'appearance', 'parameters', 'preset', 'readonly', 'required_if', 'required_message'] as const;

/** What most questions do not need: the name, and the columns that people know who write such forms elsewhere. */
const More = ({ of, kind, name, isQuestion }: ItemFormProps & { readonly isQuestion: boolean }) => {
  const { lang } = of;
  const silent = isQuestion && isSilent(kind as never);
  const shown = MORE.filter((field) => {
    if (!isQuestion) return field === 'guidance' || field === 'appearance';
    if (kind === 'note') return field !== 'readonly' && field !== 'required_if' && field !== 'required_message';
    return !silent || field === 'preset' || field === 'parameters' || field === 'appearance';
  });
  return (
    <Fold of={of} title={lang.t('surveys.questionnaires.building.more')} names={shown}>
      <TextField
        of={of}
        name="name"
        label={lang.t('surveys.questionnaires.building.name')}
        hint={lang.t(
          name === null ? 'surveys.questionnaires.building.name_new' : 'surveys.questionnaires.building.name_hint',
        )}
        maxlength={MOST.name}
        optional
      />
      {shown.map((field) => (
        <TextField
          key={field}
          of={of}
          name={field}
          label={lang.t(`surveys.questionnaires.building.${field}`)}
          hint={lang.t(`surveys.questionnaires.building.${field}_hint`)}
          maxlength={MOST.text}
          optional
        />
      ))}
      {kind === 'repeat' ? (
        <TextField
          of={of}
          name="count"
          label={lang.t('surveys.questionnaires.building.count')}
          hint={lang.t('surveys.questionnaires.building.count_hint')}
          maxlength={MOST.expression}
          optional
        />
      ) : null}
    </Fold>
  );
};
