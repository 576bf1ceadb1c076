import { Tick } from '#ui/choice.tsx';
import { AreaField, SelectField, TextField } from '#ui/field.tsx';
import { type Filled, textOf } from '#ui/filled.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { MOST } from '../../../rules.ts';
import type { Questionnaire } from '../../../schema.ts';
import { usersOf } from '../../rules.ts';
import { EMPTY_CHOICES, type FormKind } from '../../schema.ts';
import { Fold } from './fold.tsx';

interface ChoiceFieldsProps {
  readonly of: Filled;
  readonly content: Questionnaire;
  readonly kind: FormKind;
}

/** The answers to choose from: one row each, or many at once; or the list of another question. */
export const ChoiceFields = ({ of, content, kind }: ChoiceFieldsProps) => {
  const { lang } = of;
  const list = textOf(of, 'list');
  const users = list ? usersOf(content, list).length : 0;
  const lists = Object.entries(content.lists).map(([value, choices]) => {
    const words = choices.slice(0, 3).map(({ name, label }) => label[content.languages[0]?.key ?? ''] ?? name);
    return { value, label: `${words.join(', ')}${choices.length > 3 ? ' …' : ''} (${value})` };
  });
  const rows = rowsOf(of);
  return (
    <Section title={lang.t('surveys.questionnaires.building.choices')} id="choices">
      <Stack>
        {lists.length === 0 ? null : (
          <SelectField
            of={of}
            name="list"
            label={lang.t('surveys.questionnaires.building.list')}
            hint={lang.t('surveys.questionnaires.building.list_hint')}
            none={lang.t('surveys.questionnaires.building.list_own')}
            options={lists}
            optional
          />
        )}
        {users > 1 ? <p>{lang.t('surveys.questionnaires.building.shared', { n: users })}</p> : null}
        {rows.map((i) => (
          <ChoiceRow key={i} of={of} i={i} textLang={content.languages[0]?.key} />
        ))}
        <AreaField
          of={of}
          name="more_choices"
          label={lang.t('surveys.questionnaires.building.more_choices')}
          hint={lang.t('surveys.questionnaires.building.more_choices_hint')}
          rows={EMPTY_CHOICES}
          maxlength={MOST.text}
          optional
        />
        {kind === 'matrix' ? null : (
          <>
            <Tick of={of} name="other" label={lang.t('surveys.questionnaires.building.other')} />
            <Fold of={of} title={lang.t('surveys.questionnaires.building.filter_fold')} names={['filter']}>
              <TextField
                of={of}
                name="filter"
                label={lang.t('surveys.questionnaires.building.filter')}
                hint={lang.t('surveys.questionnaires.building.filter_hint')}
                maxlength={MOST.expression}
                optional
              />
              {rows.map((i) => (
                <TextField
                  key={i}
                  of={of}
                  name={`choice_${i}_columns`}
                  label={lang.t('surveys.questionnaires.building.columns', {
                    choice: textOf(of, `choice_${i}_label`) || String(i + 1),
                  })}
                  maxlength={MOST.text}
                  optional
                />
              ))}
            </Fold>
          </>
        )}
      </Stack>
    </Section>
  );
};

/** Places of the choices that stand; new ones come by the field below them. */
function rowsOf(of: Filled): readonly number[] {
  const places = Object.keys(of.values).flatMap((name) => /^choice_(\d+)_label$/.exec(name)?.[1] ?? []);
  return places.map(Number).sort((a, b) => a - b);
}

const ChoiceRow = ({
  of,
  i,
  textLang,
}: {
  readonly of: Filled;
  readonly i: number;
  readonly textLang: string | undefined;
}) => {
  const { lang } = of;
  return (
    <div class="cols">
      <input type="hidden" name={`choice_${i}_id`} value={textOf(of, `choice_${i}_id`)} />
      <TextField
        of={of}
        name={`choice_${i}_label`}
        label={lang.t('surveys.questionnaires.building.choice', { n: i + 1 })}
        maxlength={MOST.text}
        textLang={textLang}
        optional
      />
      <TextField
        of={of}
        name={`choice_${i}_name`}
        label={lang.t('surveys.questionnaires.building.choice_name', { n: i + 1 })}
        maxlength={MOST.name}
        width="m"
        optional
      />
    </div>
  );
};
