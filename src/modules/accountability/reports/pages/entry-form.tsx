import type { PlainDate } from '#core/time/plain-date.ts';
import { Checkboxes, Tick } from '#ui/choice.tsx';
import { AreaField, DateField, FileField, NumberField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { PaperFields } from '#ui/paper.tsx';
import { PageTitle } from '#ui/title.tsx';
import { MOST, MOST_EXCHANGES } from '../rules.ts';
import { CHANNELS, type ReportLine } from '../schema.ts';
import { periodWords } from './parts/state.tsx';

interface EntryFormProps {
  readonly of: Filled;
  readonly line: ReportLine;
  readonly body: string;
  readonly paper: boolean;
  readonly today: PlainDate;
  readonly action: string;
  readonly back: string;
}

/** How, when and before whom the municipality reported to its voters. */
export const EntryForm = ({ of, line, body, paper, today, action, back }: EntryFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={lang.t('accountability.reports.of', { body, period: periodWords(lang, line) })}
        title={lang.t('accountability.reports.entering.title')}
        lede={lang.t('accountability.reports.entering.lede')}
      />
      <Form
        of={of}
        action={action}
        files
        deed={lang.t('accountability.reports.entering.publish')}
        hidden={paper ? { way: 'paper' } : {}}
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        {paper ? <PaperFields of={of} today={today} /> : null}
        <DateField of={of} name="held_on" label={lang.t('accountability.reports.entering.held_on')} max={today} />
        <TextField
          of={of}
          name="place"
          label={lang.t('accountability.reports.act.place')}
          hint={lang.t('accountability.reports.entering.place_hint')}
          maxlength={MOST.place}
        />
        <Checkboxes
          of={of}
          name="channels"
          label={lang.t('accountability.reports.entering.channels')}
          options={CHANNELS.map((channel) => ({
            value: channel,
            label: lang.t(`accountability.reports.channel.${channel}`),
          }))}
        />
        <Heads of={of} />
        <AreaField
          of={of}
          name="summary"
          label={lang.t('accountability.reports.entering.summary')}
          hint={lang.t('accountability.reports.entering.summary_hint')}
          maxlength={MOST.summary}
          textLang={lang.code}
          optional
        />
        <TextField of={of} name="url" type="url" label={lang.t('accountability.reports.act.url')} optional />
        <Exchanges of={of} />
        <FileField
          of={of}
          name="report_file"
          label={lang.t('accountability.reports.entering.file')}
          accept=".pdf,.docx,.xlsx,image/*"
          several
          optional
        />
        <FileField
          of={of}
          name="photos"
          label={lang.t('accountability.reports.entering.photos')}
          hint={lang.t('accountability.reports.entering.photos_hint')}
          accept="image/*"
          several
          optional
        />
        <Tick
          of={of}
          name="shown"
          label={lang.t('accountability.reports.entering.shown')}
          hint={lang.t('accountability.reports.entering.shown_hint')}
        />
      </Form>
    </>
  );
};

const Heads = ({ of }: { readonly of: Filled }) => (
  <fieldset>
    <legend>{of.lang.t('accountability.reports.act.heads')}</legend>
    <p class="hint">{of.lang.t('accountability.reports.entering.heads_hint')}</p>
    {(['women', 'men', 'young', 'middle', 'older'] as const).map((group) => (
      <NumberField
        key={group}
        of={of}
        name={group}
        label={of.lang.t(`accountability.reports.group.${group}`)}
        optional
      />
    ))}
  </fieldset>
);

const Exchanges = ({ of }: { readonly of: Filled }) => (
  <fieldset>
    <legend>{of.lang.t('accountability.reports.act.asked')}</legend>
    <p class="hint">{of.lang.t('accountability.reports.entering.asked_hint')}</p>
    {Array.from({ length: MOST_EXCHANGES }, (_, i) => i + 1).map((n) => (
      <div key={n}>
        <AreaField
          of={of}
          name={`question_${n}`}
          label={of.lang.t('accountability.reports.entering.question', { n })}
          rows={2}
          maxlength={MOST.exchange}
          textLang={of.lang.code}
          optional
        />
        <AreaField
          of={of}
          name={`answer_${n}`}
          label={of.lang.t('accountability.reports.entering.answer', { n })}
          rows={2}
          maxlength={MOST.exchange}
          textLang={of.lang.code}
          optional
        />
      </div>
    ))}
  </fieldset>
);
