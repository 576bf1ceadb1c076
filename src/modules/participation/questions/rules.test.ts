import { expect, test } from 'vitest';
import { stateOf } from './rules.ts';

test('the state follows from what was recorded', () => {
  const on = '2026-11-23' as never;
  const none = { withdrawnOn: null, refusal: null, publication: null, answer: null };
  expect(stateOf(none)).toBe('waiting');
  expect(stateOf({ ...none, withdrawnOn: on })).toBe('withdrawn');
  expect(stateOf({ ...none, refusal: { on, rule: 'insult', sentence: {} } })).toBe('refused');
  expect(stateOf({ ...none, publication: { on, body: 'x' } })).toBe('open');
  expect(stateOf({ ...none, publication: { on, body: 'x' }, answer: {} as never })).toBe('answered');
});
