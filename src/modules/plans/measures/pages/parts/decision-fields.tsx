import type { LanguageCode } from '#core/i18n/texts.ts';
import { TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { TextsFields } from '../../../plan/pages/parts/texts-fields.tsx';

interface DecisionFieldsProps {
  readonly of: Filled;
  /** In the words of the page: what decided, and why. */
  readonly decision: string;
  readonly reason: string;
  readonly own: LanguageCode;
  /** Rows of the reason. */
  readonly rows: number;
}

/** The decision that changes or ends a measure, where it can be read, and its reason. */
export const DecisionFields = ({ of, decision, reason, own, rows }: DecisionFieldsProps) => {
  const { lang } = of;
  return (
    <>
      <TextField
        of={of}
        name="decision"
        label={decision}
        hint={lang.t('plans.plan.stages.source_hint')}
        maxlength={500}
      />
      <TextField of={of} name="decision_url" type="url" label={lang.t('plans.plan.stages.source_url')} optional />
      <TextsFields of={of} name="reason" label={reason} own={own} max={10_000} rows={rows} optional />
    </>
  );
};
