import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import { Lang, type Sentences } from './lang.ts';
import { message } from './message.ts';
import { choose, isLanguage, LANGUAGES, type LanguageCode } from './texts.ts';

const sentences = (code: LanguageCode): Sentences =>
  JSON.parse(readFileSync(new URL(`../text/${code}.json`, import.meta.url), 'utf8'));
const langs = Object.fromEntries(LANGUAGES.map((code) => [code, new Lang(code, sentences(code))])) as Record<
  LanguageCode,
  Lang
>;
const { az, en, ru } = langs;

describe('plurals', () => {
  test.each([
    [1, 'in 1 day', '1 gün sonra', 'через 1 день'],
    [2, 'in 2 days', '2 gün sonra', 'через 2 дня'],
    [5, 'in 5 days', '5 gün sonra', 'через 5 дней'],
    [11, 'in 11 days', '11 gün sonra', 'через 11 дней'],
    [21, 'in 21 days', '21 gün sonra', 'через 21 день'],
    [22, 'in 22 days', '22 gün sonra', 'через 22 дня'],
    [112, 'in 112 days', '112 gün sonra', 'через 112 дней'],
  ])('%i days', (n, inEnglish, inAzerbaijani, inRussian) => {
    expect([en, az, ru].map((lang) => lang.t('core.in_days', { n }))).toEqual([inEnglish, inAzerbaijani, inRussian]);
  });

  test('distance between days', () => {
    const today = day('2026-11-23');
    const say = (to: string) => [en, az, ru].map((lang) => lang.distance(today, day(to)));
    expect(say('2026-11-23')).toEqual(['today', 'bu gün', 'сегодня']);
    expect(say('2026-11-27')).toEqual(['in 4 days', '4 gün sonra', 'через 4 дня']);
    expect(say('2026-11-22')).toEqual(['1 day ago', '1 gün əvvəl', '1 день назад']);
  });
});

describe('dates and numbers', () => {
  test('a date as people write it', () => {
    const written = [en, az, ru].map((lang) => lang.date(day('2017-05-19')));
    expect(written).toEqual(['19 May 2017', '19 may 2017', '19 мая 2017 г.']);
    expect(az.shortDate(day('2026-11-27'))).toBe('27 noy 2026');
    expect(az.date(day('2026-01-01'))).toBe('1 yanvar 2026');
  });

  test('a moment on the clock of the zone', () => {
    const at = new Date('2026-03-18T20:30:00Z');
    expect(en.moment(at, 'Asia/Baku')).toBe('19 March 2026, 00:30');
    expect(az.moment(at, 'Asia/Baku')).toBe('19 mart 2026, 00:30');
    expect(ru.moment(at, 'UTC')).toBe('18 марта 2026 г., 20:30');
  });

  test('numbers', () => {
    expect(en.number(1234567.891)).toBe('1,234,567.89');
    expect(az.number(1234567.891)).toBe('1.234.567,89');
    expect(ru.number(1234567.891).replace(/\s/gu, ' ')).toBe('1 234 567,89');
  });
});

describe('order and lists', () => {
  test('the order of the Azerbaijani alphabet', () => {
    const letters = [...'abcçdeəfgğhxıijkqlmnoöprsştuüvyz'];
    expect([...letters].reverse().sort(az.compare)).toEqual(letters);
    expect(
      ['Şəki', 'Zaqatala', 'İmişli', 'Xaçmaz', 'Qax', 'Sabirabad', 'Ucar', 'Əli', 'Elçi'].sort(az.compare),
    ).toEqual(['Elçi', 'Əli', 'Xaçmaz', 'İmişli', 'Qax', 'Sabirabad', 'Şəki', 'Ucar', 'Zaqatala']);
  });

  test('numbers in names count', () => {
    expect(['1.10', '1.2', '1.1'].sort(az.compare)).toEqual(['1.1', '1.2', '1.10']);
  });

  test('Russian ё stands with е', () => {
    expect(['жук', 'ёж', 'ель', 'дом'].sort(ru.compare)).toEqual(['дом', 'ёж', 'ель', 'жук']);
  });

  test('a list with and', () => {
    expect([en, az, ru].map((lang) => lang.list(['a', 'b', 'c']))).toEqual(['a, b and c', 'a, b və c', 'a, b и c']);
    expect(az.list(['tək'])).toBe('tək');
  });
});

describe('messages', () => {
  test('one made elsewhere is said in the reader’s language, its parameters typed by the English text', () => {
    const said = message('core.sheets.too_many_rows', { sheet: 'Plan', row: 20_001, max: 20_000 });
    expect(en.say(said)).toContain('“Plan”: something is written in row 20001; at most 20000 rows');
    expect(ru.say(said)).toContain('«Plan»: в строке 20001');
    // @ts-expect-error: a parameter is missing
    message('core.sheets.too_many_rows', { sheet: 'Plan' });
    // @ts-expect-error: there is no such text
    message('core.sheets.no_such_text');
    // @ts-expect-error: this text takes no parameters
    message('core.today', { n: 1 });
  });

  test('a missing text is a surprise, not an empty place', () => {
    expect(() => az.say({ key: 'core.no_such_text' })).toThrow('core.no_such_text');
    expect(az.has('core.today')).toBe(true);
    expect(az.has('core.no_such_text')).toBe(false);
  });

  test('markup in a parameter stays what it is: text', () => {
    expect(en.say(message('core.due.bad_date', { found: '<b>{x}' }))).toBe(
      '“<b>{x}” is not a day. Expected: year-month-day, like 2026-03-19.',
    );
  });

  test('every sentence of core can be said in every language', () => {
    for (const lang of Object.values(langs)) {
      for (const [key, sentence] of Object.entries(sentences('en'))) {
        const names = [...sentence.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? '');
        const params = Object.fromEntries(names.map((name) => [name, 7]));
        expect(lang.say({ key, params })).not.toMatch(/[{}]|undefined/);
      }
    }
  });
});

describe('content in one language', () => {
  test('the reader’s own first, else another that is marked', () => {
    expect(choose({ az: 'Bəli', en: 'Yes' }, 'en')).toEqual({ text: 'Yes', language: 'en', own: true });
    expect(choose({ az: 'Bəli' }, 'ru')).toEqual({ text: 'Bəli', language: 'az', own: false });
    expect(choose({ ru: 'Да', az: '' }, 'az')).toEqual({ text: 'Да', language: 'ru', own: false });
    expect(choose({}, 'az')).toEqual({ text: '', language: 'az', own: true });
    expect(ru.pick({ en: 'Yes' })).toBe('Yes');
  });

  test('languages of the interface', () => {
    expect(['az', 'en', 'ru', 'tr', 'AZ', ''].map(isLanguage)).toEqual([true, true, true, false, false, false]);
  });
});
