import type { LanguageCode } from '#core/i18n/texts.ts';
import { DateField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { DecisionFields } from '../../pages/parts/decision-fields.tsx';
import { MeasureTabs } from '../../pages/parts/measure-tabs.tsx';

interface WithdrawalPageProps {
  readonly of: Filled;
  readonly measure: string;
  readonly name: string;
  readonly own: LanguageCode;
  readonly adopted: boolean;
  /** Said already: nothing more to withdraw. */
  readonly withdrawn: boolean;
}

/** Ending a measure by a decision: it stays readable and is counted apart, for ever. */
export const WithdrawalPage = ({ of, measure, name, own, adopted, withdrawn }: WithdrawalPageProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('plans.measures.withdrawals.title')}
        over={name}
        lede={lang.t('plans.measures.withdrawals.lede')}
      />
      <MeasureTabs lang={lang} measure={measure} current="withdraw" adopted={adopted} />
      {withdrawn ? (
        <Notice title={lang.t('plans.measures.withdrawals.twice')} warn />
      ) : (
        <Form
          of={of}
          action={`${measure}/withdrawal`}
          deed={lang.t('plans.measures.withdrawals.deed')}
          second={<Cancel href={measure}>{lang.t('plans.plan.form.cancel')}</Cancel>}
        >
          <DateField of={of} name="on_day" label={lang.t('plans.measures.withdrawals.on_day')} />
          <DecisionFields
            of={of}
            own={own}
            decision={lang.t('plans.measures.withdrawals.decision')}
            reason={lang.t('plans.measures.withdrawals.reason')}
            rows={3}
          />
        </Form>
      )}
    </>
  );
};
