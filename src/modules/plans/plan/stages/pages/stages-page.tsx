import type { PlainDate } from '#core/time/plain-date.ts';
import { DateField, SelectField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { PlanTabs } from '../../pages/parts/plan-tabs.tsx';
import { stageOn, stagesInForce } from '../../rules.ts';
import { STAGES, type StageRow } from '../../schema.ts';

interface StagesPageProps {
  readonly of: Filled;
  readonly plan: string;
  readonly name: string;
  readonly stages: readonly StageRow[];
  readonly today: PlainDate;
  readonly saved: boolean;
}

/** The life of a plan, stage by stage with its source, and the next one to enter. */
export const StagesPage = ({ of, plan, name, stages, today, saved }: StagesPageProps) => {
  const { lang } = of;
  const now = stageOn(stages, today);
  return (
    <>
      <PageTitle
        title={lang.t('plans.plan.stages.title')}
        over={name}
        lede={lang.t('plans.plan.stages.now', { stage: lang.t(`plans.plan.stage.${now}`) })}
      />
      <PlanTabs lang={lang} plan={plan} current="stages" />
      {saved ? <Notice title={lang.t('plans.plan.stages.saved')} /> : null}
      {stages.length > 0 ? <History of={of} stages={stages} today={today} /> : null}
      <Section title={lang.t('plans.plan.stages.enter')}>
        <p>{lang.t('plans.plan.stages.meaning')}</p>
        <Form of={of} action={`${plan}/stages`} deed={lang.t('plans.plan.stages.deed')}>
          <SelectField
            of={of}
            name="stage"
            label={lang.t('plans.plan.stages.stage')}
            hint={lang.t('plans.plan.stages.stage_hint')}
            none={lang.t('plans.plan.stages.choose')}
            options={STAGES.filter((stage) => stage !== 'draft').map((value) => ({
              value,
              label: lang.t(`plans.plan.stage.${value}`),
            }))}
            width="m"
          />
          <DateField of={of} name="from_day" label={lang.t('plans.plan.stages.from_day')} />
          <TextField
            of={of}
            name="source"
            label={lang.t('plans.plan.stages.source')}
            hint={lang.t('plans.plan.stages.source_hint')}
            maxlength={500}
          />
          <TextField of={of} name="source_url" type="url" label={lang.t('plans.plan.stages.source_url')} optional />
        </Form>
      </Section>
    </>
  );
};

const History = ({ of, stages, today }: Pick<StagesPageProps, 'of' | 'stages' | 'today'>) => {
  const { lang } = of;
  const counts = new Set(stagesInForce(stages).map((row) => row.id));
  return (
    <Table
      lang={lang}
      caption={lang.t('plans.plan.stages.history')}
      rows={stages}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'stage',
          head: lang.t('plans.plan.stages.stage'),
          lead: true,
          cell: (row) => lang.t(`plans.plan.stage.${row.stage}`),
        },
        {
          id: 'from_day',
          head: lang.t('plans.plan.stages.from_day'),
          cell: (row) => (
            <>
              {lang.date(row.from_day)}
              {row.from_day > today ? <small> {lang.distance(today, row.from_day)}</small> : null}
              {counts.has(row.id) ? null : <small> {lang.t('plans.plan.stages.corrected')}</small>}
            </>
          ),
        },
        {
          id: 'source',
          head: lang.t('plans.plan.stages.source'),
          cell: (row) => (row.source_url ? <Link href={row.source_url}>{row.source}</Link> : row.source),
        },
      ]}
    />
  );
};
