import { describe, expect, test } from 'vitest';
import { isWorkingDay, meaningOf } from '../calendar.ts';
import { addDays, day, type PlainDate, weekday } from '../plain-date.ts';
import { AZERBAIJAN } from './az.ts';

const daysOf = (year: number): PlainDate[] => {
  const all: PlainDate[] = [];
  for (let date = day(`${year}-01-01`); date <= `${year}-12-31`; date = addDays(date, 1)) all.push(date);
  return all;
};
const kindsIn = (year: number, kinds: readonly string[]): string[] =>
  daysOf(year)
    .filter((date) => kinds.includes(AZERBAIJAN.days.get(date)?.kind ?? '') && weekday(date) < 6)
    .map((date) => date.slice(5));

describe('the rule of article 105 gives what the Ministry published', () => {
  test.each([
    [2020, ['01-03', '01-06', '03-09', '03-25', '03-26', '05-11', '05-26', '08-03'], ['03-27', '05-27', '05-29']],
    [2021, ['01-04', '03-25', '03-26', '05-10', '06-28'], ['05-11', '05-12', '07-19']],
    [
      2024,
      ['01-03', '01-04', '01-05', '03-25', '03-26', '06-18', '06-19', '11-11'],
      ['04-12', '11-12', '11-13', '12-30'],
    ],
    [2026, ['03-09', '03-25', '03-26', '03-27', '03-30', '05-11', '05-29', '11-10'], []],
  ])('rest days of %i, and those of decisions made later in the year', (year, published, later) => {
    expect(kindsIn(year, ['moved', 'rest'])).toEqual([...published, ...later].sort());
  });

  test('2025, in which a later decision took two of them away again', () => {
    const published = ['01-03', '03-10', '03-25', '03-26', '04-01', '06-09', '06-16', '11-10', '11-11'];
    const exchanged = published.filter((date) => !['03-10', '04-01'].includes(date));
    expect(kindsIn(2025, ['moved', 'rest'])).toEqual([...exchanged, '03-27', '03-28', '06-27'].sort());
    expect(kindsIn(2025, ['working'])).toEqual(['03-10', '04-01']);
  });

  // Decisions later in a year only exchanged days, so the published totals hold; 29 May 2020 was given for nothing,
  // and of the elections planned for 2024 one was held in January 2025.
  test.each([
    [2021, 241],
    [2025, 239],
    [2026, 241],
  ])('%i has %i working days', (year, total) => {
    expect(daysOf(year).filter((date) => isWorkingDay(AZERBAIJAN, date))).toHaveLength(total);
  });
});

describe('single days', () => {
  test.each([
    ['2017-06-28', 'Ramazan met the day of the army: one more day (Cabinet of Ministers, June 2017)'],
    ['2018-06-19', 'Ramazan met the day of salvation'],
    ['2018-01-03', 'moved from the last day of the year before'],
    ['2023-01-04', 'the second of two moved over New Year'],
  ])('%s is free: %s', (date) => {
    expect(AZERBAIJAN.days.get(day(date))?.kind).toBe('moved');
  });

  test('the day of mourning on a Saturday is not moved', () => {
    expect(isWorkingDay(AZERBAIJAN, day('2024-01-22'))).toBe(true);
    expect(meaningOf(AZERBAIJAN, day('2026-01-20'))).toMatchObject({ works: false, key: 'core.due.mourning' });
  });

  test('Victory Day is free since 2021, Republic Day became Independence Day', () => {
    expect(AZERBAIJAN.days.get(day('2019-11-08'))).toBeUndefined();
    expect(AZERBAIJAN.days.get(day('2022-11-08'))?.names).toEqual(['core.due.az.victory']);
    expect(AZERBAIJAN.days.get(day('2019-05-28'))?.names).toEqual(['core.due.az.republic']);
    expect(AZERBAIJAN.days.get(day('2026-05-28'))?.names).toEqual(['core.due.az.independence', 'core.due.az.qurban']);
  });

  test('every day says its source, and certain is only what was read', () => {
    for (const special of AZERBAIJAN.days.values()) {
      expect(special.source).not.toBe('');
      const year = Number(special.date.slice(0, 4));
      const byRule = special.kind === 'moved' && !AZERBAIJAN.read.includes(year);
      if (byRule) expect(special.assumed).toBeDefined();
    }
    expect(meaningOf(AZERBAIJAN, day('2026-04-01')).assumed).toBeNull();
    expect(meaningOf(AZERBAIJAN, day('2027-04-01')).assumed).toBe('core.due.why.no_decision');
  });

  test('days to come follow the tables they cite', () => {
    const moon = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
      day: 'numeric',
      month: 'numeric',
      timeZone: 'UTC',
    });
    const on = (date: PlainDate): string => {
      const parts = moon.formatToParts(new Date(`${date}T00:00:00Z`));
      return ['month', 'day'].map((type) => parts.find((part) => part.type === type)?.value).join('/');
    };
    for (let year = 2027; year <= AZERBAIJAN.to; year++) {
      const feasts = daysOf(year).filter((date) => /^(10\/[12]|12\/1[01])$/.test(on(date)));
      const listed = daysOf(year).filter((date) => {
        const special = AZERBAIJAN.days.get(date);
        return special?.kind === 'holiday' && special.names.some((name) => /ramazan|qurban/.test(name));
      });
      expect(listed).toEqual(feasts);
    }
  });
});
