import * as v from 'valibot';
import { expect, it } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import type { BodyId } from './bodies/schema.ts';
import { placesModule } from './module.ts';
import { placesInputs } from './samples.ts';
import type { PlaceId, PopulationId } from './schema.ts';
import type { ImportId } from './sheets/schema.ts';

const ID = '01900000-0000-7000-8000-0000000000b1';

it('has an input of the right shape for each command, and for nothing else', () => {
  const { commands } = placesModule();
  const inputs = placesInputs({
    ...{ place: ID as PlaceId, otherPlace: ID as PlaceId, population: ID as PopulationId },
    ...{ body: ID as BodyId, staged: ID as ImportId, today: day('2026-11-23') },
  });
  expect(Object.keys(inputs).sort()).toEqual(commands.map((one) => one.name).sort());
  for (const one of commands)
    expect([one.name, v.safeParse(one.input, inputs[one.name]).issues]).toEqual([one.name, undefined]);
});
