import { AreaField, DateField, FileField, TextField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import { SEAT_COLUMNS } from '../schema.ts';

interface ImportFormProps {
  readonly of: Filled;
  /** Whether names of people in the table are brought in too. */
  readonly names: boolean;
  readonly action: string;
  readonly back: string;
}

/** A list of members as somebody has it: looked at row by row before anything is written. */
export const ImportForm = ({ of, names, action, back }: ImportFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('forum.sheets.title')} lede={lang.t('forum.sheets.lede')} />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.sheets.look')}
        files
        second={<Cancel href={back}>{lang.t('ui.cancel')}</Cancel>}
      >
        <FileField
          of={of}
          name="file"
          label={lang.t('forum.sheets.file')}
          hint={lang.t(names ? 'forum.sheets.with_names' : 'forum.sheets.without_names')}
          accept=".csv,.xlsx,.xls,.ods,.docx,.txt"
          optional
        />
        <AreaField of={of} name="pasted" label={lang.t('forum.sheets.pasted')} rows={5} optional />
        <TextField
          of={of}
          name="number"
          label={lang.t('forum.composition.number')}
          hint={lang.t('forum.sheets.number_hint')}
          maxlength={200}
        />
        <DateField
          of={of}
          name="decided_on"
          label={lang.t('forum.composition.decided_on')}
          hint={lang.t('forum.sheets.day_hint')}
        />
        <TextField
          of={of}
          name="source"
          label={lang.t('forum.term.source')}
          hint={lang.t('forum.term.source_hint')}
          maxlength={500}
        />
      </Form>
      <Section title={lang.t('forum.sheets.columns')}>
        <p>{lang.t('forum.sheets.columns_lede')}</p>
        <p>
          <code>{SEAT_COLUMNS.map(({ name }) => name).join(', ')}</code>
        </p>
      </Section>
    </>
  );
};
