import type { ComponentChildren } from 'preact';
import type { Lang } from '#core/i18n/lang.ts';
import { Empty } from '#ui/empty.tsx';
import { Section } from '#ui/layout.tsx';
import { ButtonLink, Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { PageTitle } from '#ui/title.tsx';
import type { ItemId } from '../../schema.ts';
import { asideIn, isThere, standsAt } from '../rules.ts';
import type { Guest, Hall } from '../schema.ts';
import { SheetList } from './parts/sheet-list.tsx';

interface AttendancePageProps {
  readonly lang: Lang;
  readonly hall: Hall;
  readonly item: ItemId | null;
  readonly guests: readonly Guest[];
  /** Names of guests are shown. */
  readonly isStaff: boolean;
  /** The way to write it down, for staff while the meeting runs. */
  readonly editHref: string | null;
  readonly sheets: readonly string[];
  /** The verdict on the quorum and its arithmetic. */
  readonly quorum: ComponentChildren;
  /** Before that nobody is absent. */
  readonly begun: boolean;
  readonly here: string;
  readonly title: string;
  readonly done: string | null;
}

/** Who is there at an item, by seat and organisation, and whether that is a quorum. */
export const AttendancePage = (props: AttendancePageProps) => {
  const { lang, hall, item, guests, isStaff, editHref, sheets, quorum, here, done } = props;
  return (
    <>
      {done ? <Notice title={done} /> : null}
      <PageTitle title={props.title} lede={lang.t('meetings.attendance.lede')} />
      {editHref ? (
        <p>
          <ButtonLink href={editHref}>{lang.t('meetings.attendance.edit')}</ButtonLink>
        </p>
      ) : null}
      <nav aria-label={lang.t('meetings.attendance.at_item')}>
        <p class="acts">
          <Link href={here} current={item === null ? 'page' : undefined}>
            {lang.t('meetings.attendance.beginning')}
          </Link>
          {hall.items.map((one) => (
            <Link key={one.id} href={`${here}?item=${one.number}`} current={one.id === item ? 'page' : undefined}>
              {lang.t('meetings.item.no', { n: one.number })}
            </Link>
          ))}
        </p>
      </nav>
      {quorum}
      <Section title={lang.t('meetings.attendance.seats')} id="seats">
        {props.begun ? (
          <Seats lang={lang} hall={hall} item={item} />
        ) : (
          <Empty title={lang.t('meetings.attendance.not_begun')} />
        )}
      </Section>
      {guests.length > 0 ? (
        <Section title={lang.t('meetings.guests.title')} id="guests">
          <ul>
            {guests.map((guest) => (
              <li key={guest.id}>
                {lang.t(`meetings.guests.${guest.kind}`)}: {guest.words} ({guest.n})
                {isStaff && guest.people ? <div class="quiet small">{guest.people}</div> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {isStaff ? <SheetList lang={lang} sheets={sheets} /> : null}
    </>
  );
};

const Seats = ({ lang, hall, item }: Pick<AttendancePageProps, 'lang' | 'hall' | 'item'>) => {
  const stands = standsAt(hall, item);
  const aside = item ? asideIn(hall, item) : new Set<string>();
  const numberOf = (key: string | null) => hall.electorate.rows.find((row) => row.key === key)?.number;
  return (
    <Table
      lang={lang}
      caption={lang.t('meetings.attendance.seats')}
      quietCaption
      rows={hall.electorate.rows.filter((row) => row.filled)}
      rowKey={(row) => row.key}
      columns={[
        { ...{ id: 'number', head: lang.t('meetings.seat'), mark: true }, cell: (row) => row.number },
        {
          ...{ id: 'who', head: lang.t('meetings.organisation'), lead: true },
          cell: (row) => lang.pick(row.organisation),
        },
        {
          ...{ id: 'group', head: lang.t('meetings.group') },
          cell: (row) => (row.constituencyName ? lang.pick(row.constituencyName) : null),
        },
        {
          ...{ id: 'way', head: lang.t('meetings.attendance.way') },
          cell: (row) => {
            const { way, carriedBy } = stands.get(row.key) ?? { way: 'absent' as const, carriedBy: null };
            const carrier = numberOf(carriedBy);
            const word = lang.t(`meetings.way.${way}`);
            return (
              <>
                {isThere(way) ? <strong>{word}</strong> : <span class="quiet">{word}</span>}
                {carrier ? <div class="small">{lang.t('meetings.way.carried_by', { seat: carrier })}</div> : null}
                {aside.has(row.key) ? <div class="small">{lang.t('meetings.aside')}</div> : null}
              </>
            );
          },
        },
      ]}
    />
  );
};
