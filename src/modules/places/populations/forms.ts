import { type Result, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { type Fields, Reading } from '../forms.ts';
import type { Place } from '../schema.ts';
import { populationErrors } from './rules.ts';

export interface PopulationInput {
  readonly day: PlainDate;
  readonly people: number;
  readonly households: number | null;
  readonly source: string;
}

/** Reads a figure of population for a place; refuses with every wrong field. */
export function readPopulation(
  fields: Fields,
  place: Pick<Place, 'from' | 'to'>,
  today: PlainDate,
): Result<PopulationInput> {
  const read = new Reading(fields);
  const day = read.neededDay('day');
  const people = read.count('people');
  if (people === null) read.alsoWrong([{ field: 'people', message: message('places.refused.no_count') }]);
  const households = read.count('households');
  const source = read.needed('source', message('places.refused.no_source'));
  if (day === null || people === null) return refuseFields(read.errors);
  const input = { day, people, households, source };
  read.alsoWrong(populationErrors(input, place, today));
  return read.end(input);
}
