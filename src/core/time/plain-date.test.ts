import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, day, dayIn, daysBetween, plainDate, weekday, writtenDay } from './plain-date.ts';

const anyDay = fc.integer({ min: 0, max: 100_000 }).map((n) => addDays(day('1910-01-01'), n));

describe('days', () => {
  test.each([
    ['2026-03-19', '2026-03-19'],
    ['19.03.2026', '2026-03-19'],
    ['9/3/2026', '2026-03-09'],
    ['9-3-2026', '2026-03-09'],
    ['31.02.2026', null],
    ['19.03.26', null],
    ['19 mart 2026', null],
    ['', null],
  ])('%s as people write it is %s', (text, expected) => {
    expect(writtenDay(text)).toBe(expected);
  });

  test.each([
    ['2026-03-19', true],
    ['2024-02-29', true],
    ['2100-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['1899-12-31', false],
    ['2200-01-01', false],
    ['26-1-1', false],
    ['2026-03-19T00:00', false],
    [' 2026-03-19', false],
    ['', false],
  ])('%j is a day: %s', (text, is) => {
    expect(plainDate(text) !== null).toBe(is);
  });

  test('our own code may not invent one', () => {
    expect(() => day('2026-02-30')).toThrow(RangeError);
  });

  test('adding and counting are each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (date, n) => {
        expect(daysBetween(date, addDays(date, n))).toBe(n);
        expect(addDays(addDays(date, n), -n)).toBe(date);
      }),
    );
  });

  test('text order is time order', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === daysBetween(a, b) > 0));
  });

  test('weeks begin on Monday', () => {
    expect(['2026-03-16', '2026-03-19', '2026-03-22'].map((text) => weekday(day(text)))).toEqual([1, 4, 7]);
    fc.assert(fc.property(anyDay, (date) => weekday(addDays(date, 1)) === (weekday(date) % 7) + 1));
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-05-31', 12, '2027-05-31'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test('months never skip one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (date, n) => {
        const month = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        return month(addMonths(date, n)) === month(date) + n;
      }),
    );
  });

  test('the day begins at midnight of the zone, not of the machine', () => {
    const late = new Date('2026-03-18T20:30:00Z');
    expect(dayIn('Asia/Baku', late)).toBe('2026-03-19');
    expect(dayIn('UTC', late)).toBe('2026-03-18');
    expect(dayIn('Asia/Baku', new Date('2026-03-18T19:59:59Z'))).toBe('2026-03-18');
  });
});
