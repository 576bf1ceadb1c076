import { Radios } from '#ui/choice.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { MOST, placedItems, wordsIn } from '../../../rules.ts';
import type { Questionnaire } from '../../../schema.ts';
import { CONDITION_ROWS } from '../../schema.ts';
import { COMPARISONS, canBeAsked, JOINS } from '../../skips/rules.ts';

interface SkipFieldsProps {
  readonly of: Filled;
  readonly content: Questionnaire;
  readonly own: string | null;
}

/** When it is asked: always, only after certain answers, or by an expression for those who know them. */
export const SkipFields = ({ of, content, own }: SkipFieldsProps) => {
  const { lang } = of;
  const first = content.languages[0]?.key ?? '';
  const questions = placedItems(content.items).flatMap(({ item }) =>
    item.is === 'question' && canBeAsked(item) && item.name !== own
      ? [{ value: item.name, label: short(wordsIn(item.label, first, content.languages).text) || item.name }]
      : [],
  );
  return (
    <Section title={lang.t('surveys.questionnaires.building.when')}>
      <Stack>
        <Radios
          of={of}
          name="asked"
          label={lang.t('surveys.questionnaires.building.asked')}
          options={(['always', 'if', 'rule'] as const).map((value) => ({
            value,
            label: lang.t(`surveys.questionnaires.building.asked_${value}`),
          }))}
        />
        {Array.from({ length: CONDITION_ROWS }, (_, i) => (
          <fieldset key={i}>
            <legend>{lang.t('surveys.questionnaires.building.condition', { n: i + 1 })}</legend>
            <SelectField
              of={of}
              name={`condition_${i}_question`}
              label={lang.t('surveys.questionnaires.building.condition_question')}
              none={lang.t('surveys.questionnaires.building.condition_none')}
              options={questions}
              optional
            />
            <SelectField
              of={of}
              name={`condition_${i}_is`}
              label={lang.t('surveys.questionnaires.building.condition_is')}
              options={COMPARISONS.map((value) => ({
                value,
                label: lang.t(`surveys.questionnaires.comparison.${value}`),
              }))}
              optional
            />
            <TextField
              of={of}
              name={`condition_${i}_value`}
              label={lang.t('surveys.questionnaires.building.condition_value')}
              hint={i === 0 ? lang.t('surveys.questionnaires.building.condition_value_hint') : undefined}
              maxlength={500}
              optional
            />
          </fieldset>
        ))}
        <Radios
          of={of}
          name="join"
          label={lang.t('surveys.questionnaires.building.join')}
          options={JOINS.map((value) => ({ value, label: lang.t(`surveys.questionnaires.building.join_${value}`) }))}
          optional
        />
        <TextField
          of={of}
          name="relevant"
          label={lang.t('surveys.questionnaires.building.relevant')}
          hint={lang.t('surveys.questionnaires.building.rule_hint')}
          maxlength={MOST.expression}
          optional
        />
      </Stack>
    </Section>
  );
};

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
