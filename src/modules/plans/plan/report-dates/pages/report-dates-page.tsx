import type { PlainDate } from '#core/time/plain-date.ts';
import { DateField, TextField } from '#ui/field.tsx';
import { type Filled, fieldId } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Group } from '../../pages/parts/group.tsx';
import { PlanTabs } from '../../pages/parts/plan-tabs.tsx';

interface ReportDatesPageProps {
  readonly of: Filled;
  readonly plan: string;
  readonly name: string;
  readonly rows: number;
  readonly firstEmpty: number;
  readonly adopted: boolean;
  readonly today: PlainDate;
  readonly saved: boolean;
}

/** The days on which every executor owes a report, each with the rule that it comes from. */
export const ReportDatesPage = (props: ReportDatesPageProps) => {
  const { of, plan, name, rows, firstEmpty, adopted, saved } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle
        title={lang.t('plans.plan.report_dates.title')}
        over={name}
        lede={lang.t('plans.plan.report_dates.lede')}
      />
      <PlanTabs lang={lang} plan={plan} current="report_dates" />
      {saved ? <Notice title={lang.t('plans.plan.report_dates.saved')} /> : null}
      {adopted ? <Notice title={lang.t('plans.plan.report_dates.adopted')} warn /> : null}
      <Form
        of={of}
        action={`${plan}/report-dates`}
        deed={lang.t('plans.plan.report_dates.deed')}
        second={<Cancel href={plan}>{lang.t('plans.plan.form.cancel')}</Cancel>}
      >
        <div id={fieldId('dates')} tabindex={-1}>
          {Array.from({ length: rows }, (_, i) => (
            <Group
              key={i}
              title={lang.t(i >= firstEmpty ? 'plans.plan.report_dates.another' : 'plans.plan.report_dates.nth', {
                n: i + 1,
              })}
            >
              <DateField
                of={of}
                name={`date_${i}_due_on`}
                label={lang.t('plans.plan.report_dates.due_on')}
                hint={i >= firstEmpty ? undefined : lang.t('plans.plan.report_dates.remove_hint')}
                optional
              />
              <TextField
                of={of}
                name={`date_${i}_basis`}
                label={lang.t('plans.plan.report_dates.basis')}
                hint={i === 0 ? lang.t('plans.plan.report_dates.basis_hint') : undefined}
                maxlength={500}
                optional
              />
            </Group>
          ))}
        </div>
        <p class="hint">{lang.t('plans.plan.form.more_rows')}</p>
      </Form>
    </>
  );
};
