import { type Message, message } from '#core/i18n/message.ts';
import { articleOf, isInHall } from '../rules.ts';
import type { Ballot, RollRow, Say, SeatMark, Session, Speaker } from '../schema.ts';
import { isSaid, proxyFault } from '../voting/rules.ts';

/** What was called for one seat; a seat that is not in the list is absent, or what the attendance of the meeting says. */
export interface Called {
  readonly key: string;
  readonly say: Say;
  readonly speaker: Speaker;
  readonly carriedBy: string | null;
}

/** Why this sheet cannot be entered; null: it can. */
export function sheetFault(
  ballot: Ballot,
  roll: readonly RollRow[],
  called: readonly Called[],
  marks: readonly SeatMark[],
  session: Session | null,
): Message | null {
  if (!ballot.opening) return message('ballots.voting.wrong.early');
  if (ballot.withdrawal) return message('ballots.voting.wrong.withdrawn');
  if (ballot.closure) return message('ballots.voting.wrong.late', articleOf(ballot));
  if (!isInHall(ballot)) return message('ballots.marking.wrong.not_hall');
  const rows = new Map(roll.map((row) => [row.key, row]));
  const own = new Set(marks.filter((mark) => mark.way !== 'called').map((mark) => mark.key));
  const noted = new Set(session?.presence.filter((one) => one.recused).map((one) => one.key));
  const carried = new Map<string, number>();
  for (const { carriedBy } of called) if (carriedBy) carried.set(carriedBy, (carried.get(carriedBy) ?? 0) + 1);
  const seen = new Set<string>();
  for (const one of called) {
    const row = rows.get(one.key);
    if (!row) return message('ballots.voting.wrong.no_seat');
    const { number } = row;
    if (seen.has(one.key)) return message('ballots.voting.wrong.twice', { number, ...articleOf(ballot) });
    seen.add(one.key);
    if (!row.filled) return message('ballots.voting.wrong.vacant', { number });
    if (own.has(one.key)) return message('ballots.voting.wrong.twice', { number, ...articleOf(ballot) });
    const fault = saidFault(ballot, row, one, noted.has(one.key)) ?? speakerFault(ballot, rows, row, one, carried);
    if (fault) return fault;
  }
  return null;
}

/** A seat with a secret paper votes with that; `papers`: by key of the roll. null: none of them was called. */
export function paperFault(
  roll: readonly RollRow[],
  called: readonly Called[],
  papers: ReadonlySet<string>,
): Message | null {
  const twice = called.find(({ key }) => papers.has(key));
  const row = twice && roll.find(({ key }) => key === twice.key);
  return row ? message('ballots.marking.wrong.paper', { number: row.number }) : null;
}

function saidFault(ballot: Ballot, row: RollRow, { say, speaker }: Called, noted: boolean): Message | null {
  const { number } = row;
  if (say === 'excused') return null;
  // Of slips and counted hands the sheet says only who took part.
  if (say === 'voted' || say === 'not_voting' || (ballot.secrecy === 'open' && isSaid(ballot, say))) {
    const binds = noted || row.recused === 'seat' || row.recused === speaker;
    return binds && say !== 'not_voting' ? message('ballots.voting.wrong.recused', { number }) : null;
  }
  return message(ballot.secrecy === 'secret' ? 'ballots.marking.wrong.secret' : 'ballots.voting.wrong.slip');
}

function speakerFault(
  { opening }: Ballot,
  rows: ReadonlyMap<string, RollRow>,
  row: RollRow,
  { speaker, carriedBy }: Called,
  carried: ReadonlyMap<string, number>,
): Message | null {
  const rule = opening?.book.rules.alternates;
  if (speaker === 'alternate') {
    if (!rule) return message('ballots.voting.wrong.alternates_unruled');
    return rule.value.allowed ? null : message('ballots.voting.wrong.alternates', { article: rule.article });
  }
  if (speaker !== 'proxy') return null;
  const carrier = carriedBy === null ? undefined : rows.get(carriedBy);
  if (!carrier || carrier.key === row.key) return message('ballots.marking.wrong.carrier', { number: row.number });
  return proxyFault(opening?.book, carrier, row, carried.get(carrier.key) ?? 0);
}
