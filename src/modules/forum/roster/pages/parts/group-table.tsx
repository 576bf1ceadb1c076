import type { Lang } from '#core/i18n/lang.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { Section } from '#ui/layout.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import type { RosterGroup, Row } from '../../schema.ts';
import { SpeakerWords } from './speaker.tsx';

interface GroupTableProps {
  readonly lang: Lang;
  readonly group: RosterGroup;
  readonly day: PlainDate;
  /** A seat without an organisation is one that the source does not name. */
  readonly reported: boolean;
  readonly at: (path: string) => string;
}

/** One group of members: its seats by number. */
export const GroupTable = ({ lang, group: { constituency, rows }, day, reported, at }: GroupTableProps) => {
  const name = lang.pick(constituency.name);
  const vacant = reported ? 0 : rows.filter((row) => !row.holding).length;
  return (
    <Section title={name} id={`group-${constituency.position}`}>
      <p class="quiet">
        {lang.t('forum.members.seats_of_group', { n: rows.length })}
        {vacant > 0 ? `, ${lang.t('forum.members.vacant_of_group', { n: vacant })}` : null}
      </p>
      <Table
        lang={lang}
        caption={name}
        quietCaption
        even
        rows={rows}
        rowKey={(row) => row.seat.id}
        columns={[
          { id: 'seat', head: lang.t('forum.seat.number'), mark: true, cell: (row) => row.seat.number },
          {
            ...{ id: 'member', head: lang.t('forum.members.organisation'), lead: true },
            cell: (row) => <Member lang={lang} row={row} at={at} day={day} reported={reported} />,
          },
          {
            ...{ id: 'since', head: lang.t('forum.members.since'), short: true },
            cell: (row) => (row.holding ? lang.shortDate(row.holding.from) : null),
          },
          {
            ...{ id: 'representative', head: lang.t('forum.kind.representative') },
            cell: (row) => (row.holding ? <SpeakerWords lang={lang} of={row.representative} /> : null),
          },
          {
            ...{ id: 'alternate', head: lang.t('forum.kind.alternate') },
            cell: (row) => (row.alternate ? <SpeakerWords lang={lang} of={row.alternate} /> : null),
          },
        ]}
      />
    </Section>
  );
};

function Member({
  lang,
  row,
  at,
  day,
  reported,
}: Pick<GroupTableProps, 'lang' | 'at' | 'day' | 'reported'> & { readonly row: Row }) {
  const href = at(`/members/${row.seat.number}`);
  if (!row.holding && reported) return <Link href={href}>{lang.t('forum.seat.unreported')}</Link>;
  if (!row.holding)
    return (
      <>
        <Link href={href}>{lang.t('forum.seat.vacant')}</Link>{' '}
        <small class="quiet">
          {row.vacantSince ? lang.t('forum.seat.vacant_since', { day: lang.shortDate(row.vacantSince) }) : null}
        </small>
      </>
    );
  const gone = row.body?.to && row.body.to <= day ? row.body.to : null;
  return (
    <>
      <Link href={href}>{row.body ? lang.pick(row.body.name) : lang.t('forum.seat.unknown_body')}</Link>
      {gone ? <small class="quiet"> {lang.t('forum.seat.body_gone', { day: lang.shortDate(gone) })}</small> : null}
    </>
  );
}
