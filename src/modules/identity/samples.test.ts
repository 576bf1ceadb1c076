import * as v from 'valibot';
import { expect, it } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import type { IdentityNeeds } from './contract.ts';
import { identityModule } from './module.ts';
import { identityInputs } from './samples.ts';

const ID = '01900000-0000-7000-8000-0000000000b1';

it('has an input of the right shape for each command, and for nothing else', () => {
  const { commands } = identityModule({} as IdentityNeeds);
  const ids = { person: ID, role: ID, body: ID, session: ID, deed: ID, deedObject: ID };
  const inputs = identityInputs({
    ...ids,
    link: ids.session,
    deedCommand: 'plans.report_update',
    today: day('2026-11-23'),
  });
  expect(Object.keys(inputs).sort()).toEqual(commands.map((one) => one.name).sort());
  for (const one of commands)
    expect([one.name, v.safeParse(one.input, inputs[one.name]).issues]).toEqual([one.name, undefined]);
});
