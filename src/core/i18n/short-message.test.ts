import { expect, it } from 'vitest';
import { cut, shortMessage } from './short-message.ts';

it('keeps a message under 600 characters and its link whole and last', () => {
  const link = `https://example.az/${'x'.repeat(80)}`;
  for (const words of ['short', 'w'.repeat(599), 'w'.repeat(5_000)]) {
    const message = shortMessage(words, link);
    expect(message.length).toBeLessThan(600);
    expect(message.endsWith(`\n${link}`)).toBe(true);
  }
  expect(shortMessage('short', link)).toBe(`short\n${link}`);
  expect(cut('abc', 3)).toBe('abc');
  expect(cut('ab cd', 4)).toBe('ab…');
});
