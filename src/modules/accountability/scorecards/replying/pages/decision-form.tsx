import type { WithheldThings } from '#core/withholding/withheld.ts';
import { Radios } from '#ui/choice.tsx';
import { AreaField, NumberField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import { RemarkSaid } from '../../pages/parts/remarks.tsx';
import { scoreWords } from '../../pages/parts/rows.tsx';
import { MOST } from '../../rules.ts';
import type { Card, Remark } from '../../schema.ts';

interface DecisionFormProps {
  readonly of: Filled;
  readonly card: Card;
  readonly body: string;
  readonly remark: Remark;
  readonly withheld: WithheldThings;
  readonly action: string;
  readonly back: string;
}

/** Is a remark of the body taken over, what does its row count then, and why. */
export const DecisionForm = ({ of, card, body, remark, withheld, action, back }: DecisionFormProps) => {
  const { lang } = of;
  const row = card.rows.find(({ key }) => key === remark.row);
  return (
    <>
      <PageTitle
        over={lang.t('accountability.scorecards.of', { number: card.number, body })}
        title={lang.t('accountability.scorecards.deciding.title')}
        lede={lang.t('accountability.scorecards.deciding.lede')}
      />
      <Stack>
        <RemarkSaid lang={lang} body={body} remark={remark} withheld={withheld} />
        <Form
          of={of}
          action={action}
          deed={lang.t('accountability.scorecards.deciding.save')}
          second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
        >
          <Radios
            of={of}
            name="taken"
            label={lang.t('accountability.scorecards.deciding.taken')}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: lang.t(`accountability.scorecards.decided.${value}`),
            }))}
          />
          {row ? (
            <NumberField
              of={of}
              name="counted"
              label={lang.t('accountability.scorecards.deciding.counted')}
              hint={lang.t('accountability.scorecards.deciding.counted_hint', { score: scoreWords(lang, row.value) })}
              optional
            />
          ) : null}
          <AreaField
            of={of}
            name="reason"
            label={lang.t('accountability.scorecards.deciding.reason')}
            hint={lang.t('accountability.scorecards.deciding.reason_hint')}
            rows={4}
            maxlength={MOST.reason}
            textLang={lang.code}
          />
        </Form>
      </Stack>
    </>
  );
};
