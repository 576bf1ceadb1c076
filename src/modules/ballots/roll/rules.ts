import type { Voters } from '#modules/forum/contract.ts';
import type { RollRow } from '../schema.ts';
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
