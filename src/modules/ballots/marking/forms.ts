import type { Result } from '#core/errors/result.ts';
import type { Posted } from '#core/http/route.ts';
import { Fields } from '../forms.ts';
import { type RollRow, type Say, SPEAKERS } from '../schema.ts';
import type { Called } from './rules.ts';

/** What was called for each seat of the roll; one that stands as absent is left out. `says`: by the value of its field. */
export function readSheet(posted: Posted, roll: readonly RollRow[], says: ReadonlyMap<string, Say>): Result<Called[]> {
  const read = new Fields(posted);
  const called = roll.flatMap(({ key }): readonly Called[] => {
    const say = says.get(posted.text(`say_${key}`));
    if (say === undefined) return [];
    const carrier = posted.text(`carrier_${key}`);
    const speaker = SPEAKERS.find((one) => one === posted.text(`speaker_${key}`)) ?? 'representative';
    return [{ key, say, speaker, carriedBy: speaker === 'proxy' ? carrier || null : null }];
  });
  return read.end(called);
}
