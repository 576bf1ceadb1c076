import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { lettersAt, linesAt, partsOf, shortened, wrapped } from './rules.ts';
import { SIZES } from './schema.ts';

/** Radians of one minute of arc. */
const MINUTE = Math.PI / 180 / 60;

test('the smallest letters are seen under ten minutes of arc from 15 m on a picture 2 m wide', () => {
  // Capitals of the usual letters without serifs are 0.71 of their size.
  const capital = 2000 * (Math.min(...SIZES) / 1000) * 0.71;
  expect(capital / 15_000 / MINUTE).toBeGreaterThanOrEqual(10);
});

describe('words on the wall', () => {
  it('are as large as they can be', () => {
    expect(partsOf('Planı təsdiq etmək')).toEqual([{ size: 60, lines: ['Planı təsdiq etmək'] }]);
    expect(
      partsOf('Platforma 2027-ci il üçün tədbirlər planının layihəsini müzakirə etsin və təsdiq etsin.')[0]?.size,
    ).toBe(50);
  });

  it('go on in further parts instead of shrinking below what is read', () => {
    const parts = partsOf('Beynəlxalq əməkdaşlığın genişləndirilməsi məqsədilə '.repeat(30));
    expect(parts.length).toBeGreaterThan(1);
    expect(new Set(parts.map(({ size }) => size))).toEqual(new Set([31]));
  });

  it('keep every word in its place and never leave the picture', () => {
    const word = fc.stringMatching(/^[a-zəğıöüçş]{1,70}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 300 }), (words) => {
        const parts = partsOf(words.join(' '));
        for (const { size, lines } of parts) {
          expect(lines.length).toBeLessThanOrEqual(linesAt(size));
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(lettersAt(size));
        }
        const shown = parts.flatMap(({ lines }) => lines).join('');
        expect(shown.replaceAll(' ', '')).toBe(words.join(''));
      }),
    );
  });
});

test('a new line stays one', () => {
  expect(wrapped('bir\niki üç', 10)).toEqual(['bir', 'iki üç']);
});

test('a long title is cut, a short one is not', () => {
  expect(shortened('Gündəlik', 8)).toBe('Gündəlik');
  expect(shortened('Gündəliyin təsdiqi', 10)).toBe('Gündəliyi…');
});
