import type { PlainDate } from '#core/time/plain-date.ts';
import {
  type About,
  type interestsOf,
  recusedOn,
  type SeatId,
  type Seating,
  type Voters,
} from '#modules/forum/contract.ts';
import type { Recusal, RollRow } from '../schema.ts';
import type { FrozenRoll } from '../verifying/recounting/rules.ts';

/** The roll as it is hashed and published: every constituency, every seat by its number; a vacant one has no organisation. */
export const frozenRoll = (voters: readonly Voters[], roll: readonly RollRow[]): FrozenRoll => ({
  constituencies: voters.map(({ constituency, name }) => ({ id: constituency, name })),
  seats: roll
    .toSorted((a, b) => a.number - b.number)
    .map(({ key, number, constituency, organisation, body, filled, recused }) => ({
      ...{ key, number, constituency, organisation: filled ? organisation : null, body, filled, recused },
    })),
});

/**
 * Who of a seat stands aside in anything the ballot is about. An interest of the organisation binds both, one of the
 * representative leaves the alternate free.
 */
export function recusalOf(
  seating: Seating,
  declared: Awaited<ReturnType<typeof interestsOf>>,
  seat: SeatId,
  about: readonly About[],
  day: PlainDate,
): Recusal {
  const asked = { id: seat };
  const representative = recusedOn(seating, declared, { seat: asked, as: 'representative' }, about, day);
  const alternate = recusedOn(seating, declared, { seat: asked, as: 'alternate' }, about, day);
  if (representative?.mandate === null || alternate?.mandate === null || (representative && alternate)) return 'seat';
  if (representative) return 'representative';
  return alternate ? 'alternate' : 'nobody';
}
