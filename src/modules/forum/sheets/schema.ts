import type { Message } from '#core/i18n/message.ts';
import type { Column } from '#core/sheets/heads.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { HoldingId, MandateKind, SeatId } from '../seats/schema.ts';

/**
 * Columns of members.csv in their order, with the words of people's own tables. `organisation_slug` is the address word of
 * the organisation, the same in every installation that read the same list; ids are in members.json.
 */
export const SEAT_COLUMNS: readonly Column[] = [
  { name: 'seat', words: ['seat number', 'no', '№', 'n', 'yer', 'yerin nömrəsi', 'sıra', 'место', 'номер места'] },
  { name: 'group', words: ['constituency', 'qrup', 'təmsilçilik qrupu', 'группа', 'группа представительства'] },
  { name: 'seat_from', words: ['seat since', 'yer nə vaxtdan', 'место с'] },
  {
    name: 'organisation',
    words: ['organization', 'member', 'body', 'qurum', 'təşkilat', 'üzv', 'организация', 'участник'],
  },
  { name: 'organisation_slug', words: ['address word', 'ünvan sözü', 'адресное слово'] },
  { name: 'organisation_kind', words: ['kind', 'növ', 'qurumun növü', 'вид'] },
  { name: 'held_from', words: ['since', 'member since', 'nə vaxtdan', 'tarixdən', 'с', 'участник с'] },
  { name: 'held_until', words: ['until', 'term until', 'tarixədək', 'по', 'срок до'] },
  { name: 'representative', words: ['office', 'position', 'vəzifə', 'vəzifəsi', 'должность'] },
  {
    name: 'representative_name',
    words: ['name', 'person', 'full name', 'təmsilçi', 'ad soyad', 'представитель', 'фио'],
  },
  { name: 'representative_from', words: ['representative since', 'təmsilçi nə vaxtdan', 'представитель с'] },
  { name: 'representative_until', words: ['representative until', 'təmsilçi tarixədək', 'представитель по'] },
  { name: 'alternate', words: ['alternate office', 'əvəzedicinin vəzifəsi', 'должность замещающего'] },
  { name: 'alternate_name', words: ['alternate person', 'əvəzedici', 'замещающий'] },
  { name: 'alternate_from', words: ['alternate since', 'əvəzedici nə vaxtdan', 'замещающий с'] },
  { name: 'alternate_until', words: ['alternate until', 'əvəzedici tarixədək', 'замещающий по'] },
];

/** Columns of our own file that tell of the file; nothing is read from them. */
export const ABOUT_FILE = ['on', 'note'] as const;

/** So many seats come in with one table. */
export const MOST_ROWS = 300;

/** Who speaks for the organisation, as a row says it. */
export interface SpeakerRow {
  readonly office: string | null;
  readonly name: string | null;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** One seat as a row of a table says it; days that the row leaves out are those of the seat. */
export interface SeatRow {
  readonly line: number;
  readonly seat: number;
  readonly group: string;
  readonly seatFrom: PlainDate;
  readonly organisation: {
    readonly name: string;
    readonly slug: string | null;
    /** A kind of the module places; anything else counts as an NGO when the organisation is made. */
    readonly kind: string;
    readonly from: PlainDate;
    readonly until: PlainDate | null;
  } | null;
  readonly representative: SpeakerRow | null;
  readonly alternate: SpeakerRow | null;
}

/** What a row would do: what it would make anew, or why it cannot. */
export interface JudgedRow {
  readonly row: SeatRow;
  readonly verdict: 'create' | 'same' | 'refused';
  readonly makes: readonly ('seat' | 'holding' | MandateKind)[];
  /** The seat and the holding that are there already. */
  readonly seat: SeatId | null;
  readonly holding: HoldingId | null;
  readonly why: Message | null;
}
