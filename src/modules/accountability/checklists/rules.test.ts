import { expect, test } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import { countsOf, ITEMS, isAwake, itemsFor, stateOn } from './rules.ts';
import { type Check, type CheckId, ITEM_KEYS } from './schema.ts';

const budget = ITEMS.find(({ key }) => key === 'budget')!;
const check = (more: Partial<Check>): Check => ({
  ...{ id: 'c' as CheckId, body: 'b', item: 'budget', found: 'published', checkedOn: day('2026-11-23'), datedOn: null },
  ...{ url: 'https://x.example', file: null, note: null, ...more },
});

test('the list names about fifty things, each once, and some only to municipalities', () => {
  expect(ITEMS.map(({ key }) => key).toSorted()).toEqual([...ITEM_KEYS].toSorted());
  expect(new Set(ITEM_KEYS).size).toBe(ITEM_KEYS.length);
  expect(itemsFor('municipality')).toHaveLength(ITEMS.length);
  expect(itemsFor('excom').map(({ key }) => key)).not.toContain('voters_report');
});

test.each([
  ['nobody looked', undefined, 'unchecked'],
  ['it was not found', check({ found: 'not_found' }), 'not_found'],
  ['it is there', check({}), 'published'],
  ['half of it is there', check({ found: 'partly' }), 'partly'],
  ['it bears a day on which it was just young enough', check({ datedOn: day('2025-11-23') }), 'published'],
  ['it bears a day that is too long ago', check({ datedOn: day('2025-11-22') }), 'stale'],
  ['nobody looked again for too long', check({ checkedOn: day('2025-11-22') }), 'stale'],
])('%s', (_name, made, state) => {
  expect(stateOn(budget, made, day('2026-11-23'))).toBe(state);
});

test('what does not age stays published, however long ago somebody looked', () => {
  const charter = ITEMS.find(({ key }) => key === 'charter')!;
  expect(stateOn(charter, check({ item: 'charter', checkedOn: day('2016-01-01') }), day('2026-11-23'))).toBe(
    'published',
  );
});

test('what nobody checked is counted apart from what was not found', () => {
  const counts = countsOf(ITEMS, new Map([['budget', check({ found: 'not_found' })]]), day('2026-11-23'));
  expect(counts).toMatchObject({ published: 0, not_found: 1, unchecked: ITEMS.length - 1 });
});

test('a page in a social network sleeps when nothing new was seen for three months', () => {
  const today = day('2026-11-23');
  expect([isAwake(null, today), isAwake(day('2026-08-23'), today), isAwake(day('2026-08-22'), today)]).toEqual([
    null,
    true,
    false,
  ]);
});
