import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape } from '#core/shapes.ts';
import type { SeatsOf, Votes } from '../../rulebook/schema.ts';
import { countShape, Fields, lineShape } from '../forms.ts';
import { ASSEMBLY } from '../founding/rules.ts';
import { countFault } from '../rules.ts';
import { COUNTS, type VersionId } from '../schema.ts';

const votesShape = v.object({
  constituency: v.pipe(v.string(), v.maxLength(200)),
  ...{ all: countShape, filled: countShape, present: countShape, recused: countShape },
  ...{ for: countShape, against: countShape, abstain: countShape },
});

/** What the minutes say of the adoption. `founded`: on paper, before this forum was here; no rules are asked. */
export const adoptionShape = v.object({
  version: idShape<VersionId>(),
  on: dayShape,
  inForceOn: dayShape,
  decision: lineShape,
  founded: v.boolean(),
  votes: v.nullable(v.pipe(v.array(votesShape), v.maxLength(50))),
});
export type AdoptionInput = v.InferOutput<typeof adoptionShape>;

/**
 * The counts of every constituency, or none at all: where one is written, the others are needed. `voters` null: nobody
 * knows how many seats there were on that day, so that is typed too.
 */
export function readAdoption(
  posted: Posted,
  version: VersionId,
  voters: readonly SeatsOf[] | null,
  nameOf: (constituency: string) => string,
): Result<AdoptionInput> {
  const read = new Fields(posted);
  const on = read.day('on');
  const inForceOn = read.day('in_force_on');
  if (on && inForceOn && inForceOn < on) read.wrong('in_force_on', message('forum.documents.wrong.force_before'));
  const n = voters?.length ?? 1;
  const names = Array.from({ length: n }, (_, i) => COUNTS.map((count) => `${count}_${i}`)).flat();
  const isGiven = names.some((name) => read.line(name) !== '');
  const votes = isGiven ? (voters ?? [typedSeats(read)]).map((one, i) => votesIn(read, one, i)) : null;
  const fault = votes && read.errors.length === 0 ? countFault(votes, nameOf) : null;
  if (fault) read.wrong('present_0', fault);
  const decision = read.needed('decision', message('forum.documents.wrong.decision'));
  return read.end({ version, on, inForceOn, decision, founded: posted.text('founded') === 'yes', votes });
}

function typedSeats(read: Fields): SeatsOf {
  const n = read.count('seats_0');
  if (n === null) read.wrong('seats_0', message('forum.documents.wrong.count_missing'));
  return { constituency: ASSEMBLY, all: n ?? 0, filled: n ?? 0 };
}

function votesIn(read: Fields, { constituency, all, filled }: SeatsOf, i: number): Votes {
  const count = (name: (typeof COUNTS)[number]): number => {
    const found = read.count(`${name}_${i}`);
    // Nobody recused is what minutes mean that do not speak of it; all else is not known.
    if (found === null && name !== 'recused')
      read.wrong(`${name}_${i}`, message('forum.documents.wrong.count_missing'));
    return found ?? 0;
  };
  const [present, recused] = [count('present'), count('recused')];
  return {
    ...{ constituency, all, filled, present, recused },
    ...{ for: count('for'), against: count('against'), abstain: count('abstain') },
  };
}
