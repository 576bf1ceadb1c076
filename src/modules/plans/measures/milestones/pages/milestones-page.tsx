import type { PlainDate } from '#core/time/plain-date.ts';
import { Radios } from '#ui/choice.tsx';
import { DateField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MeasureTabs } from '../../pages/parts/measure-tabs.tsx';
import type { MilestoneRow } from '../../schema.ts';

interface MilestonesPageProps {
  readonly of: Filled;
  readonly measure: string;
  readonly name: string;
  /** Those that are not closed yet. */
  readonly open: readonly MilestoneRow[];
  readonly today: PlainDate;
  readonly adopted: boolean;
}

/** Closing a milestone: which one, on which day, and what shows it. */
export const MilestonesPage = ({ of, measure, name, open, today, adopted }: MilestonesPageProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('plans.measures.milestones.title')} over={name} />
      <MeasureTabs lang={lang} measure={measure} current="milestones" adopted={adopted} />
      {open.length === 0 ? (
        <p>{lang.t('plans.measures.milestones.none')}</p>
      ) : (
        <Form
          of={of}
          action={`${measure}/milestones`}
          deed={lang.t('plans.measures.milestones.deed')}
          second={<Cancel href={measure}>{lang.t('plans.plan.form.cancel')}</Cancel>}
        >
          <Radios
            of={of}
            name="milestone"
            label={lang.t('plans.measures.milestones.which')}
            options={open.map((row) => ({
              value: row.id,
              label: lang.pick(row.title),
              hint: row.due_on ? lang.t('plans.measures.milestones.due', { day: lang.date(row.due_on) }) : undefined,
            }))}
          />
          <DateField of={of} name="done_on" label={lang.t('plans.measures.milestones.done_on')} max={today} />
          <TextField
            of={of}
            name="source"
            label={lang.t('plans.measures.milestones.source')}
            hint={lang.t('plans.measures.milestones.source_hint')}
            maxlength={500}
          />
          <TextField of={of} name="source_url" type="url" label={lang.t('plans.plan.stages.source_url')} optional />
        </Form>
      )}
    </>
  );
};
