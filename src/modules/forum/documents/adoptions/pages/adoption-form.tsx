import { Checkboxes } from '#ui/choice.tsx';
import { DateField, NumberField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import { COUNTS } from '../../schema.ts';

/** A row of counts: its name, and how many seats there are (null: they are typed too). */
export interface CountRow {
  readonly name: string;
  readonly seats: number | null;
}

interface AdoptionFormProps {
  readonly of: Filled;
  readonly document: string;
  readonly version: number;
  readonly action: string;
  readonly back: string;
  readonly today: string;
  readonly rows: readonly CountRow[];
  /** By what the vote will be judged, in words. */
  readonly judgedBy: string;
  /** The forum may have been founded on paper: nothing is in force here yet. */
  readonly mayBeFounded: boolean;
}

/** Enters from the minutes that the assembly adopted a version. */
export const AdoptionForm = (props: AdoptionFormProps) => {
  const { of, document, version, action, back, today, rows, judgedBy, mayBeFounded } = props;
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={`${document} · ${lang.t('forum.documents.version_no', { version })}`}
        title={lang.t('forum.documents.adopt.title')}
        lede={judgedBy}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.documents.adopt.deed')}
        second={<Cancel href={back}>{lang.t('forum.documents.back')}</Cancel>}
      >
        <DateField of={of} name="on" label={lang.t('forum.documents.adopted_on')} max={today} />
        <DateField of={of} name="in_force_on" label={lang.t('forum.documents.in_force_from')} />
        <TextField
          of={of}
          name="decision"
          label={lang.t('forum.documents.decision')}
          hint={lang.t('forum.documents.adopt.decision_hint')}
          maxlength={300}
        />
        {mayBeFounded ? (
          <Checkboxes
            of={of}
            name="founded"
            label={lang.t('forum.documents.adopt.founded_label')}
            options={[{ value: 'yes', label: lang.t('forum.documents.adopt.founded') }]}
            optional
          />
        ) : null}
        {rows.map((row, i) => (
          <Counts key={row.name} of={of} row={row} i={i} />
        ))}
      </Form>
    </>
  );
};

const Counts = ({ of, row, i }: { readonly of: Filled; readonly row: CountRow; readonly i: number }) => {
  const { lang } = of;
  const title =
    row.seats === null ? row.name : lang.t('forum.documents.adopt.seats_of', { name: row.name, n: row.seats });
  return (
    <Section title={title}>
      <Stack>
        {row.seats === null ? (
          <NumberField of={of} name={`seats_${i}`} label={lang.t('forum.documents.adopt.seats')} optional />
        ) : null}
        {COUNTS.map((count) => (
          <NumberField
            key={count}
            of={of}
            name={`${count}_${i}`}
            label={lang.t(`forum.documents.adopt.count.${count}`)}
            optional
          />
        ))}
      </Stack>
    </Section>
  );
};
