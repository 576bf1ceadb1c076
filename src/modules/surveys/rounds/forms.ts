import * as v from 'valibot';
import { idShape } from '#core/ids.ts';
import { dayShape, lineShape, textsShape } from '#core/shapes.ts';
import { MODES, type QuestionnaireId, type RoundId, SAMPLINGS } from '../schema.ts';
import { MOST, POPULATION_MOST, SMALLEST } from './rules.ts';

const count = (most: number) => v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most)));

export const groupKey = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,39}$/));
export const roundShape = v.object({ round: idShape<RoundId>() });
export const reasonShape = v.nullable(lineShape(MOST.reason));

/** What is declared of a round, as commands take it. */
export const declarationShape = v.object({
  questionnaire: idShape<QuestionnaireId>(),
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: textsShape(MOST.title),
  sampling: v.picklist(SAMPLINGS),
  method: textsShape(MOST.method),
  population: count(POPULATION_MOST),
  populationSource: v.nullable(lineShape()),
  plan: v.nullable(idShape()),
  areasAsked: count(1_000),
  areasAll: count(1_000),
  consent: textsShape(MOST.consent),
  from: dayShape,
  until: dayShape,
  modes: v.pipe(v.array(v.picklist(MODES)), v.maxLength(MODES.length), v.readonly()),
  singleUse: v.boolean(),
  officeHolders: v.boolean(),
  smallest: v.pipe(v.number(), v.integer(), v.minValue(SMALLEST.least), v.maxValue(SMALLEST.most)),
  paperTwice: v.boolean(),
  places: v.pipe(
    v.array(v.object({ place: idShape(), wanted: count(MOST.wanted), population: count(POPULATION_MOST) })),
    v.maxLength(MOST.places),
    v.readonly(),
  ),
  groups: v.pipe(
    v.array(
      v.object({
        ...{ key: groupKey, name: textsShape(MOST.title) },
        ...{ wanted: count(MOST.wanted), population: count(POPULATION_MOST) },
      }),
    ),
    v.maxLength(MOST.groups),
    v.readonly(),
  ),
});
