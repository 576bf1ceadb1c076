import type { FieldError } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Mode } from '../schema.ts';
import type { Declaration, Round, RoundStage } from './schema.ts';

export const MOST = {
  title: 200,
  method: 4_000,
  consent: 4_000,
  reason: 2_000,
  places: 500,
  groups: 40,
  wanted: 100_000,
};
/** Rows of groups that a form offers beyond those that are there. */
export const GROUP_ROWS = 4;
/** People of whom a round speaks, at most. */
export const POPULATION_MOST = 100_000_000;
/** Cells of fewer are hidden: what is proposed, the fewest and the most that can be declared. */
export const SMALLEST = { proposed: 5, least: 3, most: 100 };

export const pathOf = (round: Pick<Round, 'number'>): string => `/surveys/${round.number}`;

/** Where a round stands on a day. */
export function stageOf(
  { closure, declaration }: Pick<Round, 'closure' | 'declaration'>,
  today: PlainDate,
): RoundStage {
  if (closure) return closure.kind;
  if (today < declaration.from) return 'before';
  return today > declaration.until ? 'over' : 'running';
}

/**
 * Are answers by this way taken on this day? Whoever answers alone does it from the first day to the last; what was
 * asked in time may be delivered, typed in or brought until somebody closes the round.
 */
export function takes(round: Pick<Round, 'closure' | 'declaration'>, mode: Mode | 'import', today: PlainDate): boolean {
  const stage = stageOf(round, today);
  if (mode === 'import') return stage === 'before' || stage === 'running' || stage === 'over';
  if (!round.declaration.modes.includes(mode)) return false;
  return stage === 'running' || (stage === 'over' && mode !== 'link' && mode !== 'kiosk');
}

/** Are contacts of respondents still kept? They go with the last day, or with the closing if that is earlier. */
export const keepsContacts = (round: Pick<Round, 'closure' | 'declaration'>, today: PlainDate): boolean =>
  round.closure === null && today <= round.declaration.until;

/** What contradicts itself in a declaration, at its field. */
export function declarationFaults(given: Declaration): readonly FieldError[] {
  const faults: FieldError[] = [];
  const wrong = (field: string, what: FieldError['message']) => faults.push({ field, message: what });
  if (given.until < given.from) wrong('until', message('surveys.round.wrong.until'));
  if (given.modes.length === 0) wrong('modes', message('surveys.round.wrong.modes'));
  if (given.population !== null && !given.populationSource)
    wrong('population_source', message('surveys.round.wrong.source'));
  if ((given.areasAsked === null) !== (given.areasAll === null))
    wrong('areas_all', message('surveys.round.wrong.areas'));
  else if (given.areasAsked !== null && given.areasAsked > (given.areasAll ?? 0))
    wrong('areas_asked', message('surveys.round.wrong.areas_more'));
  if (given.singleUse && !given.modes.some((mode) => mode === 'link' || mode === 'kiosk'))
    wrong('single_use', message('surveys.round.wrong.codes'));
  if (given.sampling === 'quota' && ![...given.groups, ...given.places].some(({ wanted }) => wanted !== null))
    wrong('groups', message('surveys.round.wrong.quota'));
  if (new Set(given.places.map(({ place }) => place)).size < given.places.length)
    wrong('places', message('surveys.round.wrong.place_twice'));
  if (new Set(given.groups.map(({ key }) => key)).size < given.groups.length)
    wrong('groups', message('surveys.round.wrong.group_twice'));
  return faults;
}
