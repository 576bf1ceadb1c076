import type { Db } from '#core/db/database.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { bodyNames } from '#modules/places/contract.ts';
import { foundingOf } from '../documents/founding/queries.ts';
import { ASSEMBLY } from '../documents/founding/rules.ts';
import type { Invited } from '../documents/schema.ts';
import { rulesOn } from '../rulebook/day/queries.ts';
import type { Fault } from '../rulebook/rules.ts';
import type { Rulebook } from '../rulebook/schema.ts';
import { type Voters, votersIn } from '../rulebook/voters/rules.ts';
import { seatingOf } from '../seats/queries.ts';
import { sittingsOn } from '../seats/rules.ts';
import type { SeatId } from '../seats/schema.ts';

/** One vote of a day. */
export interface Elector {
  /** Id of the seat, or its place in the list of whom the founding assembly invited: "1", "2". */
  readonly key: string;
  /** As people cite it. */
  readonly number: number;
  readonly seat: SeatId | null;
  readonly constituency: string;
  /** null: the one assembly of all. */
  readonly constituencyName: Texts | null;
  /** Who holds it on that day; empty where nobody does. */
  readonly organisation: Texts;
  /** The body; null: vacant, or invited by name only. */
  readonly body: string | null;
  readonly filled: boolean;
}

/** Who votes on a day, by which rules. */
export interface Electorate {
  readonly by: 'documents' | 'founding' | 'nothing';
  readonly book: Rulebook;
  /** Contradictions between documents. */
  readonly faults: readonly Fault[];
  /** Every vote once, by number; vacant seats too. */
  readonly rows: readonly Elector[];
  /** The same counted by constituency, as `hasQuorum` and `passes` take it. */
  readonly voters: readonly Voters[];
}

/**
 * Who votes on a day. Before documents are in force these are the organisations that the founding procedure invites, one
 * vote each; from then on the seats of the day.
 */
export async function electorateOn(db: Db, forum: string, day: PlainDate): Promise<Electorate> {
  const rules = await rulesOn(db, forum, day);
  const founding = rules.by === 'founding' ? await foundingOf(db, forum) : null;
  if (founding) return { ...rules, ...assembly(founding.invited) };
  const seating = await seatingOf(db, forum);
  const sittings = sittingsOn(seating, day);
  const held = sittings.flatMap(({ holding }) => (holding ? [holding.body] : []));
  const names = await bodyNames(db, forum, held);
  const constituencies = new Map(seating.constituencies.map((one) => [one.id, one.name]));
  const rows = sittings.map(
    ({ seat, holding }): Elector => ({
      ...{ key: seat.id, number: seat.number, seat: seat.id, constituency: seat.constituency },
      constituencyName: constituencies.get(seat.constituency) ?? null,
      ...{ organisation: (holding && names.get(holding.body)) ?? {}, body: holding?.body ?? null },
      filled: holding !== null,
    }),
  );
  return { ...rules, rows, voters: votersIn(seating, day) };
}

function assembly(invited: readonly Invited[]): Pick<Electorate, 'rows' | 'voters'> {
  const rows = invited.map(
    ({ name }, i): Elector => ({
      ...{ key: String(i + 1), number: i + 1, seat: null, constituency: ASSEMBLY, constituencyName: null },
      // The procedure is written in one language and names organisations as they call themselves.
      ...{ organisation: { az: name }, body: null, filled: true },
    }),
  );
  return { rows, voters: [{ constituency: ASSEMBLY, all: rows.length, filled: rows.length, name: null }] };
}
