import { expect, it } from 'vitest';
import { firstFitting, MESSAGE_MAX } from './rules.ts';

it('sends the shorter message when names are long', () => {
  expect(firstFitting(['a'.repeat(MESSAGE_MAX), 'short'])).toBe('short');
  expect(firstFitting(['fits', 'short'])).toBe('fits');
});
