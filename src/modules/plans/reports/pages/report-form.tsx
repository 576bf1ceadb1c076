import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Radios } from '#ui/choice.tsx';
import { AreaField, DateField, FileField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PaperFields } from '#ui/paper.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { stateWord } from '#ui/state.tsx';
import { PageTitle } from '#ui/title.tsx';
import { EXECUTOR_STATES } from '../../measures/schema.ts';
import { Group } from '../../plan/pages/parts/group.tsx';
import type { CellAt, IndicatorAsked } from '../queries.ts';
import { EvidenceFields } from './parts/evidence-fields.tsx';

interface ReportFormProps {
  readonly of: Filled;
  readonly at: CellAt;
  readonly body: string;
  readonly indicators: readonly IndicatorAsked[];
  readonly today: PlainDate;
  /** Staff enters what came on paper. */
  readonly paper: boolean;
  readonly action: string;
  readonly back: string;
}

/** The executor's report on its measure: one page, one column, the fewest questions. */
export const ReportForm = ({ of, at, body, indicators, today, paper, action, back }: ReportFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={body}
        title={lang.t(paper ? 'plans.reports.title_paper' : 'plans.reports.title')}
        lede={
          <>
            {at.measure.number} <ChosenText lang={lang} of={lang.choose(at.measure.title)} />
          </>
        }
      />
      <Form
        of={of}
        action={action}
        files
        deed={lang.t('plans.reports.publish')}
        hidden={{ cell: at.cell.id, ...(paper ? { way: 'paper' } : {}) }}
        second={<Cancel href={back}>{lang.t('plans.reports.cancel')}</Cancel>}
      >
        {paper ? <PaperFields of={of} today={today} /> : null}
        <Radios
          of={of}
          name="state"
          label={lang.t('plans.reports.state')}
          options={EXECUTOR_STATES.map((state) => ({
            value: state,
            label: stateWord(lang, state),
            hint: lang.t(`plans.reports.state_hint.${state}`),
          }))}
        />
        <AreaField
          of={of}
          name="text"
          label={lang.t('plans.reports.text')}
          hint={lang.t('plans.reports.text_hint')}
          rows={6}
          maxlength={10_000}
          textLang={lang.code}
        />
        <DateField
          of={of}
          name="on_day"
          label={lang.t('plans.reports.on_day')}
          hint={lang.t('plans.reports.on_day_hint')}
          max={today}
        />
        <Group title={lang.t('plans.reports.evidence')}>
          <p class="quiet">{lang.t('plans.reports.evidence_why')}</p>
          <FileField
            of={of}
            name="files"
            label={lang.t('plans.reports.files')}
            hint={lang.t('plans.reports.files_hint')}
            accept="image/*,.pdf,.docx,.xlsx,.csv,.txt"
            several
            optional
          />
          <EvidenceFields of={of} />
        </Group>
        <ActualFields of={of} lang={lang} indicators={indicators} />
      </Form>
    </>
  );
};

interface ActualFieldsProps {
  readonly of: Filled;
  readonly lang: Lang;
  readonly indicators: readonly IndicatorAsked[];
}

/** The measure's numbers: asked for where it has indicators, never required. */
export const ActualFields = ({ of, lang, indicators }: ActualFieldsProps) =>
  indicators.length === 0 ? null : (
    <Group title={lang.t('plans.reports.actuals')}>
      <p class="quiet">{lang.t('plans.reports.actuals_why')}</p>
      {indicators.map((indicator) => (
        <>
          <TextField
            of={of}
            name={`actual_${indicator.id}`}
            label={lang.pick(indicator.text)}
            hint={
              indicator.unit
                ? `${lang.pick(indicator.unit)}. ${lang.t('plans.reports.actual_hint')}`
                : lang.t('plans.reports.actual_hint')
            }
            width="s"
            optional
          />
          <TextField
            of={of}
            name={`actual_${indicator.id}_source`}
            label={lang.t('plans.reports.actual_source')}
            hint={lang.t('plans.reports.actual_source_hint')}
            maxlength={300}
            optional
          />
        </>
      ))}
    </Group>
  );
