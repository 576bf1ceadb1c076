import type { BodyKey } from '#modules/places/demo/bodies.ts';
import type { Found, ItemKey } from '../checklists/schema.ts';

/** Days are counted from the day of loading; made up. `dated`: days before the check. */
export const DEMO_CHECKS: readonly {
  readonly body: BodyKey;
  readonly on: number;
  readonly items: readonly (readonly [item: ItemKey, found: Found, dated?: number])[];
}[] = [
  {
    ...{ body: 'mun_pambiqarx', on: -44 },
    items: [
      ['structure', 'published'],
      ['duties', 'published'],
      ['leaders', 'published'],
      ['contacts', 'published'],
      ['reception_hours', 'partly'],
      ['budget', 'published', 200],
      ['budget_execution', 'published', 260],
      ['procurement', 'not_found'],
      ['local_taxes', 'published', 150],
      ['audit', 'not_found'],
      ['decisions', 'partly', 40],
      ['land_lease', 'published', 100],
      ['conflict_of_interest', 'not_found'],
      ['vacancies', 'not_found'],
      ['voters_report', 'published', 30],
      ['request_officer', 'published'],
      ['request_how', 'partly'],
    ],
  },
  {
    ...{ body: 'excom', on: -40 },
    items: [
      ['structure', 'published'],
      ['leaders', 'published'],
      ['contacts', 'published'],
      ['budget', 'not_found'],
      ['budget_execution', 'not_found'],
      ['staff_list', 'not_found'],
      ['procurement', 'partly', 90],
      ['services', 'published', 300],
      ['request_officer', 'not_found'],
      ['request_how', 'published'],
    ],
  },
];
