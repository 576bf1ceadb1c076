import { AreaField, NumberField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { rowWords } from '../../pages/parts/rows.tsx';
import { MOST, weightField } from '../../rules.ts';
import type { RowKey } from '../../schema.ts';

interface FormulaFormProps {
  readonly of: Filled;
  readonly rows: readonly RowKey[];
  /** The newest version that this form shows. */
  readonly after: number;
  readonly action: string;
  readonly back: string;
}

/** A new version of the formula: what each row weighs, how much must be known, how long a body has for its reply. */
export const FormulaForm = ({ of, rows, after, action, back }: FormulaFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('accountability.scorecards.formula.set')}
        lede={lang.t('accountability.scorecards.formula.set_lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('accountability.scorecards.formula.save')}
        hidden={{ after: String(after) }}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <fieldset>
          <legend>{lang.t('accountability.scorecards.formula.weights')}</legend>
          <p class="hint">{lang.t('accountability.scorecards.formula.weights_hint')}</p>
          {rows.map((row) => (
            <NumberField key={row} of={of} name={weightField(row)} label={rowWords(lang, row)} optional />
          ))}
        </fieldset>
        <NumberField
          of={of}
          name="enough"
          label={lang.t('accountability.scorecards.formula.enough')}
          hint={lang.t('accountability.scorecards.formula.enough_hint')}
        />
        <NumberField
          of={of}
          name="reply_days"
          label={lang.t('accountability.scorecards.formula.reply')}
          hint={lang.t('accountability.scorecards.formula.reply_hint')}
        />
        <AreaField
          of={of}
          name="why"
          label={lang.t('accountability.scorecards.formula.why')}
          hint={lang.t('accountability.scorecards.formula.why_hint')}
          maxlength={MOST.why}
          textLang={lang.code}
        />
      </Form>
    </>
  );
};
