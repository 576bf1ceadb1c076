import type { Lang } from '#core/i18n/lang.ts';
import { filled } from '#ui/filled.ts';
import { Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import type { PartSeen, PersonalSeen } from '../../schema.ts';

interface PersonalListProps {
  readonly lang: Lang;
  readonly parts: readonly PartSeen[];
  readonly at: (path: string) => string;
}

/** Every name, phone, photo and place that would become public, each with the press that takes it back. */
export const PersonalList = ({ lang, parts, at }: PersonalListProps) => {
  const rows = parts.flatMap((part) => part.personal.map((one) => ({ ...one, part })));
  if (rows.length === 0) return <p class="quiet">{lang.t('home.opening.nobody')}</p>;
  return (
    <Table
      lang={lang}
      caption={lang.t('home.opening.people')}
      quietCaption
      rows={rows}
      rowKey={(row) => `${row.object.type} ${row.object.id}`}
      columns={[
        {
          id: 'of',
          head: lang.t('home.opening.whose'),
          lead: true,
          cell: (row) => <Link href={at(row.path)}>{lang.pick(row.of)}</Link>,
        },
        { id: 'kind', head: lang.t('home.opening.kind'), cell: (row) => lang.t(`home.opening.kind_${row.kind}`) },
        { id: 'value', head: lang.t('home.opening.value'), cell: (row) => row.value },
        { id: 'state', head: lang.t('home.opening.state'), cell: (row) => lang.t(stateOf(row)) },
        { id: 'deed', head: lang.t('home.opening.deed'), cell: (row) => <Deed lang={lang} row={row} at={at} /> },
      ]}
    />
  );
};

function stateOf(row: PersonalSeen & { readonly part: PartSeen }) {
  if (row.keptBy) return 'home.opening.kept';
  if (row.byLevel) return 'home.opening.by_level';
  return row.part.shown ? 'home.opening.public' : 'home.opening.waits';
}

const Deed = ({ lang, row, at }: Pick<PersonalListProps, 'lang' | 'at'> & { readonly row: PersonalSeen }) =>
  row.keptBy ? (
    <Form
      of={filled(lang)}
      action={at(`/opening/kept/${row.keptBy}/restoration`)}
      deed={lang.t('home.opening.give_back')}
    />
  ) : (
    <Form of={filled(lang)} action={at('/opening/kept')} deed={lang.t('home.opening.keep_back')} hidden={row.object} />
  );
