import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { Fields, keyShape } from '../forms.ts';
import { hasOptions, MOST } from '../rules.ts';
import type { Ballot, BallotId, Say } from '../schema.ts';

const numbers = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST.options))),
  v.maxLength(MOST.options),
  v.readonly(),
);
/** What a seat can say; whether it fits the ballot is asked with the ballot. */
export const sayShape = v.union([
  v.picklist(['for', 'against', 'abstain', 'blank', 'voted', 'not_voting', 'excused']),
  numbers,
]);

export const voteShape = v.object({ ballot: idShape<BallotId>(), seat: keyShape, say: sayShape });
export type Vote = v.InferOutput<typeof voteShape>;

/** What was chosen in the fields `say`, `option`, `place_1`, `place_2`: a word, a mark or a place for each option. */
export function readSay(posted: Posted, ballot: Ballot): Result<Say> {
  const read = new Fields(posted);
  if (!hasOptions(ballot)) {
    const say = (['for', 'against', 'abstain', 'not_voting'] as const).find((one) => one === posted.text('say'));
    if (!say) read.wrong('say', message('ballots.voting.wrong.nothing'));
    return read.end(say ?? 'abstain');
  }
  if (posted.text('say') === 'not_voting' || posted.text('say') === 'blank')
    return read.end(posted.text('say') as 'not_voting' | 'blank');
  const slip = ballot.kind === 'ranked' ? places(read, ballot) : marks(posted, ballot);
  if (slip.every((one) => one === 0))
    read.wrong(ballot.kind === 'ranked' ? 'place_1' : 'option', message('ballots.voting.wrong.nothing'));
  return read.end(slip);
}

function marks(posted: Posted, { options }: Ballot): number[] {
  const chosen = posted.all('option');
  return options.map(({ id }) => (chosen.includes(id) ? 1 : 0));
}

/** A place for each option; of an instant run-off each place once and none left out. */
function places(read: Fields, { options, method }: Ballot): number[] {
  const slip = options.map(({ id }) => read.count(`place_${id}`, options.length) ?? 0);
  const given = slip.filter((place) => place > 0);
  if (method === 'instant_runoff' && given.some((place, i) => given.indexOf(place) < i))
    read.wrong('place_1', message('ballots.voting.wrong.place_twice'));
  else if (method === 'instant_runoff' && given.some((place) => place > given.length))
    read.wrong('place_1', message('ballots.voting.wrong.place_gap'));
  return slip;
}
