import { type Message, message } from '#core/i18n/message.ts';
import { fold } from '#core/i18n/names.ts';
import { holdingSpan, holdingsOf, mandateSpan, mandatesOf, overlap } from '../seats/rules.ts';
import { type Constituency, type Holding, MANDATE_KINDS, type Seat, type Seating, type Span } from '../seats/schema.ts';
import type { JudgedRow, SeatRow } from './schema.ts';

/** What a table is compared with: who sits where, and which organisation a row means ('new': it is made). */
export interface SeatWorld {
  readonly seating: Seating;
  readonly bodyOf: (row: NonNullable<SeatRow['organisation']>) => string | 'new' | 'several';
}

/** The group of that name in any language. */
const groupNamed = (seating: Seating, name: string): Constituency | null =>
  seating.constituencies.find((one) => Object.values(one.name).some((said) => fold(said) === fold(name))) ?? null;

/** Judges every row against what stands. Nothing that stands is changed: a row that says something else is refused. */
export function judgeRows(rows: readonly SeatRow[], world: SeatWorld): readonly JudgedRow[] {
  const first = new Map<number, number>();
  return rows.map((row) => {
    const before = first.get(row.seat);
    if (before !== undefined) return refused(row, message('forum.sheets.wrong_twice', { line: before }));
    first.set(row.seat, row.line);
    return judgeRow(row, world);
  });
}

const refused = (row: SeatRow, why: Message): JudgedRow => ({
  ...{ row, verdict: 'refused', makes: [], seat: null, holding: null, why },
});

function judgeRow(row: SeatRow, world: SeatWorld): JudgedRow {
  const { seating } = world;
  const seat = seating.seats.find(({ number }) => number === row.seat) ?? null;
  const fault = seat ? seatFault(row, seat, seating) : newSeatFault(row, seating);
  if (fault) return refused(row, fault);
  const wanted = row.organisation;
  const makes: JudgedRow['makes'][number][] = seat ? [] : ['seat'];
  if (!wanted) return judgedAs(row, makes, seat, null);
  const body = world.bodyOf(wanted);
  if (body === 'several') return refused(row, message('forum.sheets.wrong_several', { name: wanted.name }));
  const span: Span = { from: wanted.from, last: wanted.until };
  if (wanted.from < (seat?.from ?? row.seatFrom) || (span.last !== null && span.last < span.from))
    return refused(row, message('forum.sheets.wrong_days'));
  const held = seat ? holdingsOf(seating, seat.id).find((one) => overlap(holdingSpan(seating, one), span)) : undefined;
  if (held && (held.body !== body || held.from !== wanted.from))
    return refused(row, message('forum.wrong.seat_held', { day: held.from }));
  if (!held) makes.push('holding');
  for (const kind of MANDATE_KINDS) {
    const speaker = row[kind];
    if (!speaker) continue;
    const why = speakerFault(speaker, span, held ?? null, kind, seating);
    if (why === 'there') continue;
    if (why) return refused(row, why);
    makes.push(kind);
  }
  return judgedAs(row, makes, seat, held ?? null);
}

const judgedAs = (row: SeatRow, makes: JudgedRow['makes'], seat: Seat | null, holding: Holding | null): JudgedRow => ({
  ...{ row, verdict: makes.length > 0 ? 'create' : 'same', makes, why: null },
  ...{ seat: seat?.id ?? null, holding: holding?.id ?? null },
});

function seatFault(row: SeatRow, seat: Seat, seating: Seating): Message | null {
  const group = groupNamed(seating, row.group);
  if (group?.id === seat.constituency) return null;
  const name = seating.constituencies.find(({ id }) => id === seat.constituency)?.name ?? {};
  return message('forum.sheets.wrong_group', { seat: seat.number, group: Object.values(name)[0] ?? '–' });
}

function newSeatFault({ seatFrom }: SeatRow, { compositions }: Seating): Message | null {
  const founding = compositions.find(({ kind }) => kind === 'founding');
  return founding && seatFrom < founding.from ? message('forum.wrong.before_founding', { day: founding.from }) : null;
}

function speakerFault(
  speaker: { readonly from: Span['from']; readonly until: Span['last'] },
  held: Span,
  holding: Holding | null,
  kind: (typeof MANDATE_KINDS)[number],
  seating: Seating,
): Message | 'there' | null {
  const span: Span = { from: speaker.from, last: speaker.until };
  if (span.from < held.from || (span.last !== null && span.last < span.from)) return message('forum.sheets.wrong_days');
  const same = holding
    ? mandatesOf(seating, holding).find((one) => one.kind === kind && overlap(mandateSpan(seating, one), span))
    : undefined;
  if (!same) return null;
  return same.from === span.from ? 'there' : message('forum.wrong.mandate_held', { day: same.from });
}

/** How many rows came to what. */
export const verdictsOf = (rows: readonly JudgedRow[]) => ({
  create: rows.filter(({ verdict }) => verdict === 'create').length,
  same: rows.filter(({ verdict }) => verdict === 'same').length,
  refused: rows.filter(({ verdict }) => verdict === 'refused').length,
});

/** A row without names of people; where only a name was given, nobody is named. */
export function withoutNames(row: SeatRow): SeatRow {
  const bare = (speaker: SeatRow['representative']) => (speaker?.office ? { ...speaker, name: null } : null);
  return { ...row, representative: bare(row.representative), alternate: bare(row.alternate) };
}
