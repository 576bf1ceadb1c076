import type { Column } from '#core/sheets/heads.ts';
import { Radios } from '#ui/choice.tsx';
import { AreaField, FileField } from '#ui/field.tsx';
import type { Filled } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import { IMPORTS, type ImportKind } from '../schema.ts';

interface ImportFormProps {
  readonly of: Filled;
  readonly at: (path: string) => string;
  readonly columns: Readonly<Record<ImportKind, readonly Column[]>>;
}

const FILES = { places: '/places.csv', populations: '/populations.csv', bodies: '/bodies.csv' } as const;

/** A table as she has it: looked at row by row before anything is written. */
export const ImportForm = ({ of, at, columns }: ImportFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle title={lang.t('places.list.import')} lede={lang.t('places.import.lede')} />
      <Form
        of={of}
        action={at('/places/imports')}
        deed={lang.t('places.import.look')}
        files
        second={<Cancel href={at('/places')}>{lang.t('ui.cancel')}</Cancel>}
      >
        <Radios
          of={of}
          name="what"
          label={lang.t('places.import.what')}
          options={IMPORTS.map((what) => ({ value: what, label: lang.t(`places.import.${what}`) }))}
        />
        <FileField
          of={of}
          name="file"
          label={lang.t('places.import.file')}
          hint={lang.t('places.import.file_hint')}
          accept=".csv,.xlsx,.xls,.ods,.docx,.txt"
          optional
        />
        <AreaField
          of={of}
          name="pasted"
          label={lang.t('places.import.pasted')}
          hint={lang.t('places.import.pasted_hint')}
          rows={5}
          optional
        />
      </Form>
      <Section title={lang.t('places.import.columns')}>
        <p>{lang.t('places.import.columns_lede')}</p>
        {IMPORTS.map((what) => (
          <details key={what} class="how">
            <summary>{lang.t('places.import.columns_of', { what: lang.t(`places.import.${what}`) })}</summary>
            <p>
              <Link href={at(FILES[what])}>{lang.t('places.import.template')}</Link>
            </p>
            <Table
              lang={lang}
              caption={lang.t('places.import.columns')}
              quietCaption
              rows={columns[what].filter((column) => column.name !== 'note')}
              rowKey={(column) => column.name}
              columns={[
                { id: 'name', head: lang.t('places.import.column'), lead: true, cell: (c) => <code>{c.name}</code> },
                { id: 'words', head: lang.t('places.import.also'), cell: (c) => c.words.join(', ') },
              ]}
            />
          </details>
        ))}
      </Section>
    </>
  );
};
