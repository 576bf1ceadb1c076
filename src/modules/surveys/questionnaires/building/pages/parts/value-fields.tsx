import { Tick } from '#ui/choice.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Section, Stack } from '#ui/layout.tsx';
import { isSilent, MOST } from '../../../rules.ts';
import type { QuestionType } from '../../../schema.ts';
import { NUMBERS } from '../../schema.ts';
import { Fold } from './fold.tsx';

/** What an answer must be: needed, within bounds, by a rule; or how it is worked out. */
export const ValueFields = ({ of, kind }: { readonly of: Filled; readonly kind: QuestionType }) => {
  const { lang } = of;
  if (kind === 'note') return null;
  const calculation = (
    <TextField
      of={of}
      name="calculation"
      label={lang.t('surveys.questionnaires.building.calculation')}
      hint={lang.t('surveys.questionnaires.building.rule_hint')}
      maxlength={MOST.expression}
      optional={kind !== 'calculate'}
    />
  );
  if (isSilent(kind)) return <Stack>{calculation}</Stack>;
  return (
    <Section title={lang.t('surveys.questionnaires.building.answer')}>
      <Stack>
        <Tick of={of} name="required" label={lang.t('surveys.questionnaires.building.required')} />
        {NUMBERS.includes(kind) ? (
          <>
            <NumberField
              of={of}
              name="least"
              label={lang.t('surveys.questionnaires.building.least')}
              decimal
              optional
            />
            <NumberField of={of} name="most" label={lang.t('surveys.questionnaires.building.most')} decimal optional />
          </>
        ) : null}
        <Fold
          of={of}
          title={lang.t('surveys.questionnaires.building.rule_fold')}
          names={['constraint', 'constraint_message', 'calculation']}
        >
          <TextField
            of={of}
            name="constraint"
            label={lang.t('surveys.questionnaires.building.constraint')}
            hint={lang.t('surveys.questionnaires.building.constraint_hint')}
            maxlength={MOST.expression}
            optional
          />
          <TextField
            of={of}
            name="constraint_message"
            label={lang.t('surveys.questionnaires.building.constraint_message')}
            maxlength={MOST.text}
            optional
          />
          {calculation}
        </Fold>
      </Stack>
    </Section>
  );
};
