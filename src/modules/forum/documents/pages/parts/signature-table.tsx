import type { Lang } from '#core/i18n/lang.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { Table } from '#ui/table.tsx';
import type { Signature } from '../../schema.ts';

interface SignatureTableProps {
  readonly lang: Lang;
  readonly signatures: readonly Signature[];
  readonly bodies: ReadonlyMap<string, Texts>;
}

/** Which organisation signed, through whom by office, when. */
export const SignatureTable = ({ lang, signatures, bodies }: SignatureTableProps) =>
  signatures.length === 0 ? (
    <p class="quiet">{lang.t('forum.documents.no_signatures')}</p>
  ) : (
    <Table
      lang={lang}
      caption={lang.t('forum.documents.signatures')}
      quietCaption
      rows={signatures}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ id: 'body', head: lang.t('forum.documents.organisation'), lead: true },
          cell: ({ body }) => lang.pick(bodies.get(body) ?? {}),
        },
        {
          ...{ id: 'capacity', head: lang.t('forum.documents.capacity') },
          cell: ({ capacity }) => capacity && lang.pick(capacity),
        },
        { ...{ id: 'on', head: lang.t('forum.documents.day') }, cell: ({ on }) => lang.shortDate(on) },
      ]}
    />
  );
