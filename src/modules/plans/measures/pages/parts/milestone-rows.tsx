import type { LanguageCode } from '#core/i18n/texts.ts';
import { DateField } from '#ui/field.tsx';
import { type Filled, textOf } from '#ui/filled.ts';
import { TextsFields } from '../../../plan/pages/parts/texts-fields.tsx';

interface MilestoneRowsProps {
  readonly of: Filled;
  readonly own: LanguageCode;
  readonly rows: number;
}

/** Milestones as rows; an emptied title takes one away. */
export const MilestoneRows = ({ of, own, rows }: MilestoneRowsProps) => (
  <>
    {Array.from({ length: rows }, (_, i) => {
      const row = `milestone_${i}`;
      const id = textOf(of, `${row}_id`);
      return (
        <fieldset key={row}>
          <legend>{of.lang.t('plans.measures.form.milestone_nth', { n: i + 1 })}</legend>
          {id ? <input type="hidden" name={`${row}_id`} value={id} /> : null}
          <TextsFields
            of={of}
            name={`${row}_title`}
            label={of.lang.t('plans.measures.form.milestone_title')}
            hint={id ? of.lang.t('plans.measures.form.milestone_remove') : undefined}
            own={own}
            max={300}
            optional
          />
          <DateField of={of} name={`${row}_due_on`} label={of.lang.t('plans.measures.form.milestone_due')} optional />
        </fieldset>
      );
    })}
  </>
);
