import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWebAddress } from '#core/shapes.ts';
import { Reading, rowsOf, rowsWritten } from './forms.ts';

const read = (value: string): Reading => new Reading({ text: () => value });
const wrongOf = (reading: Reading): string | null => reading.errors[0]?.message.key.split('.').at(-1) ?? null;

describe('reading fields', () => {
  it('reads prose at once, however long the blanks in a line are', () => {
    const long = `a${' \t'.repeat(49_000)}b`;
    expect(read(`${long}  \t\n  c \n\n`).prose('x', 200_000)).toBe(`${long}\n  c`);
  });

  it('understands numbers as people here write them, and asks back what has two meanings', () => {
    const cases: readonly [string, number | null, string | null][] = [
      ['12', 12, null],
      ['12,5', 12.5, null],
      ['12.5', 12.5, null],
      ['12 500,50', 12500.5, null],
      ['1 234 567', 1234567, null],
      ['0,125', 0.125, null],
      ['-3', -3, null],
      ['−3,5', -3.5, null],
      ['12,500', null, 'two_numbers'],
      ['1.125', null, 'two_numbers'],
      ['twelve', null, 'not_number'],
      ['1e9', null, 'not_number'],
      ['=1+1', null, 'not_number'],
      ['', null, null],
    ];
    for (const [text, value, wrong] of cases) {
      const reading = read(text);
      expect([text, reading.decimal('x'), wrongOf(reading)]).toEqual([text, value, wrong]);
    }
  });

  it('gives back every number that it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const text = `${whole},${String(cents).padStart(2, '0')}`;
        expect(read(text).decimal('x')).toBeCloseTo(Number(text.replace(',', '.')), 6);
      }),
    );
  });

  it('keeps money in whole minor units', () => {
    expect(read('12 500,50').money('x')).toBe(1_250_050);
    expect(read('0,1').money('x')).toBe(10);
    expect(wrongOf(read('-1'))).toBeNull();
    for (const bad of ['-1', '0,125', '99999999999999,99']) {
      const reading = read(bad);
      expect([bad, reading.money('x'), wrongOf(reading)]).toEqual([bad, null, 'not_money']);
    }
  });

  it('takes days that exist, in either order of writing', () => {
    expect(read('2026-09-30').day('x')).toBe('2026-09-30');
    expect(read('30.9.2026').day('x')).toBe('2026-09-30');
    for (const bad of ['2026-02-30', '31.04.2026', '30.09.26', 'soon']) {
      const reading = read(bad);
      expect([bad, reading.day('x'), wrongOf(reading)]).toEqual([bad, null, 'not_day']);
    }
  });

  it('measures texts after it has cleaned them, and keeps their paragraphs', () => {
    expect(read('  a\u0000\u0007 b\t c ').line('x')).toBe('a b c');
    expect(read('one  \r\n\r\ntwo\u0008').prose('x')).toBe('one\n\ntwo');
    const long = read('x'.repeat(301));
    long.line('x', 300);
    expect(long.errors[0]?.message.params).toEqual({ max: 300, found: 301 });
  });

  it('says the first thing that is wrong with a field, once', () => {
    const reading = read('x'.repeat(3000));
    reading.url('x');
    expect(reading.errors).toHaveLength(1);
    expect(wrongOf(reading)).toBe('too_long');
  });

  it('follows only addresses of the web', () => {
    expect(isWebAddress('https://example.az/a?b=c')).toBe(true);
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', '//example.az', 'https://', 'ftp://example.az'])
      expect([bad, isWebAddress(bad)]).toEqual([bad, false]);
  });
});

describe('rows of a list', () => {
  it('come in the order of their numbers, and count up to the last that is filled', () => {
    const values: Record<string, string> = {
      point_10_title: 'x',
      point_2_title: '',
      point_0_title: 'a',
      pointer_1_x: 'y',
    };
    const posted = { names: Object.keys(values), text: (name: string) => values[name] ?? '' };
    expect(rowsOf(posted, 'point')).toEqual(['point_0', 'point_2', 'point_10']);
    expect(rowsWritten(posted, 'point')).toBe(11);
    expect(rowsWritten({ names: [], text: () => '' }, 'point')).toBe(0);
  });
});
