import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { Radios, Tick } from '#ui/choice.tsx';
import { AreaField, FileField, SelectField } from '#ui/field.tsx';
import { type Filled, textOf } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Stack } from '#ui/layout.tsx';
import { ChosenText } from '#ui/quotation.tsx';
import { State, stateWord } from '#ui/state.tsx';
import { PageTitle } from '#ui/title.tsx';
import { Statement } from '#ui/voices.tsx';
import { Evidence, SaidOnForm } from '../../dossier/pages/parts/said.tsx';
import { Group } from '../../plan/pages/parts/group.tsx';
import { EvidenceFields } from '../../reports/pages/parts/evidence-fields.tsx';
import { ActualFields } from '../../reports/pages/report-form.tsx';
import type { CellAt, IndicatorAsked, UpdateSaid } from '../../reports/queries.ts';
import { WITHHELD } from '../../withheld/rules.ts';
import { COMPLETIONS, METHOD_MOST, SCALES, type Scale, TIE_MOST, TIES } from '../schema.ts';

interface EvaluationFormProps {
  readonly of: Filled;
  readonly at: CellAt;
  readonly body: string;
  /** For which the person may evaluate this cell. */
  readonly organisations: readonly { readonly value: string; readonly label: string }[];
  readonly indicators: readonly IndicatorAsked[];
  /** The executor's newest word. */
  readonly said: UpdateSaid | null;
  readonly withheld: WithheldThings;
  /** They keep the record, and see what is withheld. */
  readonly keeper: boolean;
  readonly replyUntil: PlainDate | null;
  readonly action: string;
  readonly back: string;
}

/** Civil society's evaluation of one executor's cell: word, finding, method, ties, evidence. */
export const EvaluationForm = (props: EvaluationFormProps) => {
  const { of, at, body, organisations, indicators, replyUntil, action, back } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={lang.t('plans.evaluations.over', { body })}
        title={lang.t('plans.evaluations.title')}
        lede={
          <>
            {at.measure.number} <ChosenText lang={lang} of={lang.choose(at.measure.title)} />
          </>
        }
      />
      <Stack>
        <Reported {...props} lang={lang} />
        {replyUntil ? <p>{lang.t('plans.evaluations.what_next', { date: lang.date(replyUntil) })}</p> : null}
        <Form
          of={of}
          action={action}
          files
          deed={lang.t('plans.evaluations.send')}
          hidden={{
            cell: at.cell.id,
            ...(organisations.length === 1 ? { organisation: organisations[0]!.value } : {}),
          }}
          second={<Cancel href={back}>{lang.t('plans.evaluations.cancel')}</Cancel>}
        >
          {organisations.length > 1 ? (
            <SelectField
              of={of}
              name="organisation"
              label={lang.t('plans.evaluations.organisation')}
              options={organisations}
              none={lang.t('plans.evaluations.choose')}
            />
          ) : null}
          <Radios
            of={of}
            name="completion"
            label={lang.t('plans.evaluations.completion')}
            options={COMPLETIONS.map((value) => ({
              value,
              label: value === 'no_evidence' ? lang.t('plans.overview.no_evidence') : stateWord(lang, value),
              hint: lang.t(`plans.evaluations.completion_hint.${value}`),
            }))}
          />
          <AreaField
            of={of}
            name="finding"
            label={lang.t('plans.evaluations.finding')}
            hint={lang.t('plans.evaluations.finding_hint')}
            rows={7}
            maxlength={10_000}
            textLang={lang.code}
          />
          <AreaField
            of={of}
            name="method"
            label={lang.t('plans.evaluations.method')}
            hint={lang.t('plans.evaluations.method_hint')}
            rows={3}
            maxlength={METHOD_MOST}
            textLang={lang.code}
          />
          <Group title={lang.t('plans.evaluations.ties')}>
            <p class="quiet">{lang.t('plans.evaluations.ties_why')}</p>
            {TIES.map((tie) => (
              <AreaField
                key={tie}
                of={of}
                name={`tie_${tie}`}
                label={lang.t(`plans.evaluations.tie.${tie}`)}
                rows={2}
                maxlength={TIE_MOST}
                textLang={lang.code}
              />
            ))}
            <Tick
              of={of}
              name="funder_public"
              value="yes"
              label={lang.t('plans.evaluations.funder_public')}
              hint={lang.t('plans.evaluations.funder_public_hint')}
            />
          </Group>
          <Group title={lang.t('plans.reports.evidence')}>
            <p class="quiet">{lang.t('plans.evaluations.evidence_why')}</p>
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
          <ScaleFields of={of} />
        </Form>
      </Stack>
    </>
  );
};

/** What is judged stands above the judgement. */
const Reported = ({
  lang,
  said,
  withheld,
  keeper,
}: Pick<EvaluationFormProps, 'said' | 'withheld' | 'keeper'> & { readonly lang: Lang }) =>
  said ? (
    <Statement
      voice="executor"
      who={lang.t('plans.dossier.executor')}
      when={lang.t('plans.dossier.reported_on', { date: lang.date(said.row.on_day) })}
      state={<State lang={lang} kind={said.row.state} />}
      foot={said.evidence.length > 0 ? <Evidence lang={lang} evidence={said.evidence} withheld={withheld} /> : null}
    >
      <SaidOnForm
        lang={lang}
        texts={said.row.text}
        withheld={withheld.of(WITHHELD.update, said.row.id)}
        keeper={keeper}
      />
    </Statement>
  ) : (
    <Statement voice="executor" who={lang.t('plans.dossier.executor')} state={<State lang={lang} kind="no_report" />} />
  );

/** The standard's other scales, folded: an empty answer is "not reviewed". */
const ScaleFields = ({ of }: { readonly of: Filled }) => {
  const { lang } = of;
  const scales = Object.keys(SCALES) as Scale[];
  return (
    <details open={scales.some((scale) => textOf(of, scale) !== '')}>
      <summary>{lang.t('plans.evaluations.scales')}</summary>
      <Stack>
        {scales.map((scale) => (
          <SelectField
            key={scale}
            of={of}
            name={scale}
            label={lang.t(`plans.dossier.scale.${scale}`)}
            none={lang.t('plans.evaluations.not_reviewed')}
            options={SCALES[scale].map((value) => ({
              value,
              label: lang.t(`plans.dossier.value.${value === 'ND' ? 'nd' : value === 'NA' ? 'na' : value}`),
            }))}
            width="m"
            optional
          />
        ))}
      </Stack>
    </details>
  );
};
