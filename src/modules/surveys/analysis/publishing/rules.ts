import { type Message, message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { stageOf } from '../../rounds/rules.ts';
import type { Round } from '../../rounds/schema.ts';
import type { Results } from '../composing/schema.ts';
import { GROUP, PLACE } from '../variables/rules.ts';
import type { Asked } from '../variables/schema.ts';
import type { Publication } from './schema.ts';

/** Why a round's figures cannot go out; null: they can. Nobody is told how others answered while people are still asked. */
export function publishingFault(round: Round, today: PlainDate, counted: number): Message | null {
  const { number } = round;
  const stage = stageOf(round, today);
  if (stage === 'given_up') return message('surveys.analysis.publishing.wrong.given_up', { number });
  if (stage !== 'closed') return message('surveys.analysis.publishing.wrong.open', { number });
  const { smallest } = round.declaration;
  return counted < smallest ? message('surveys.analysis.publishing.wrong.few', { n: counted, smallest }) : null;
}

/**
 * What must not be published again: where a few interviews came or went since the last time, both publications together
 * would tell what those few said. Null: nothing changed, or enough did.
 */
export function changeFault(
  before: Publication | null,
  now: Pick<Results, 'counted' | 'excluded'>,
  smallest: number,
): Message | null {
  if (!before) return null;
  const changed = Math.max(
    Math.abs(before.results.counted - now.counted),
    Math.abs(before.results.excluded - now.excluded),
  );
  return changed > 0 && changed < smallest
    ? message('surveys.analysis.publishing.wrong.changed', { n: changed, smallest })
    : null;
}

/** Nothing of what was counted changed: what is out stays as it is, and tables are only added to it. */
export const isSame = (before: Publication, now: Pick<Results, 'counted' | 'excluded'>): boolean =>
  before.results.counted === now.counted && before.results.excluded === now.excluded;

/**
 * Columns that are not offered together: where respondents hold an office, place and role are a name, and tables by one
 * and by the other stand beside each other for whoever knows who holds it.
 */
export function splitsFault(splits: readonly Asked[], officeHolders: boolean): Message | null {
  const byPlace = splits.some(({ name }) => name === PLACE);
  const byRole = splits.some(({ name, about }) => name === GROUP || about === 'role');
  return officeHolders && byPlace && byRole ? message('surveys.analysis.publishing.wrong.name') : null;
}
