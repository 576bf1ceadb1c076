import { describe, expect, test } from 'vitest';
import { type Actor, bodiesOf, cameFor, holds, NOBODY, SYSTEM } from './actor.ts';

const person = (...roles: readonly (readonly [string, string | null, string | null])[]): Actor => ({
  kind: 'person',
  id: 'p',
  name: 'Rəna',
  roles: roles.map(([role, forum, body]) => ({ role, forum, body })),
});
const link: Actor = {
  kind: 'link',
  deed: { id: 'd', command: 'plans.report_update', object: 'cell', forum: 'guba', body: 'excom' },
  person: null,
};

describe('roles', () => {
  test('count in their forum, those of the installation everywhere', () => {
    expect(holds(person(['coordinator', 'guba', null]), 'coordinator', 'guba')).toBe(true);
    expect(holds(person(['coordinator', 'guba', null]), 'coordinator', 'quba')).toBe(false);
    expect(holds(person(['operator', null, null]), 'operator', 'quba')).toBe(true);
    expect(holds(person(['operator', null, null]), 'coordinator', 'quba')).toBe(false);
  });

  test('are held by persons only: not by the program, nobody, or whoever comes by a link', () => {
    for (const actor of [SYSTEM, NOBODY, link]) {
      expect(holds(actor, 'executor', 'guba')).toBe(false);
      expect(bodiesOf(actor, 'executor', 'guba')).toEqual([]);
    }
  });

  test('for bodies name the bodies of this forum alone', () => {
    const actor = person(
      ['executor', 'guba', 'excom'],
      ['executor', 'quba', 'other'],
      ['executor', null, 'ministry'],
      ['evaluator', 'guba', 'rih'],
      ['executor', 'guba', null],
    );
    expect(bodiesOf(actor, 'executor', 'guba')).toEqual(['excom', 'ministry']);
  });
});

test('a one-deed link is for exactly its command on exactly its object', () => {
  expect(cameFor(link, 'plans.report_update', 'cell')).toBe(true);
  expect(cameFor(link, 'plans.report_update', 'other')).toBe(false);
  expect(cameFor(link, 'plans.evaluate', 'cell')).toBe(false);
  expect(cameFor(SYSTEM, 'plans.report_update', 'cell')).toBe(false);
});
