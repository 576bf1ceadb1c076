import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Posted } from '#core/http/route.ts';
import { day } from '#core/time/plain-date.ts';
import type { IndicatorId } from '../measures/schema.ts';
import { reportGiven } from './forms.ts';

const ID = '01900000-0000-7000-8000-000000000001' as IndicatorId;
const TODAY = day('2026-11-23');

const posted = (typed: Readonly<Record<string, string>>): Posted => ({
  text: (name) => typed[name]?.trim() ?? '',
  all: (name) => (typed[name] === undefined ? [] : [typed[name]]),
  names: Object.keys(typed),
  files: () => [],
});

const GOOD = { state: 'not_started', text: 'Hələ başlanmayıb.' };

const read = (
  typed: Readonly<Record<string, string>>,
  asked: { files?: number; paper?: boolean; unit?: string } = {},
) =>
  reportGiven(posted(typed), {
    language: 'az',
    today: TODAY,
    indicators: [{ id: ID, unit: asked.unit ? { az: asked.unit } : null }],
    paper: asked.paper ?? false,
    files: asked.files ?? 0,
  });

/** Which fields are wrong, with the last word of each sentence's key. */
function wrong(...given: Parameters<typeof read>): readonly string[] {
  const result = read(...given);
  return result.ok
    ? []
    : (result.refusal.fields ?? []).map(({ field, message }) => `${field}: ${message.key.split('.').at(-1)}`);
}

const value = (...given: Parameters<typeof read>) => {
  const result = read(...given);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

describe('a posted report', () => {
  it('is read at once, however long the blanks between two numbers are', () => {
    // Took for ever: two lazy patterns looked for the border of every pair of blanks.
    for (const filler of [' '.repeat(99_000), ' -'.repeat(49_000), '\t '.repeat(49_000)])
      expect(wrong({ ...GOOD, [`actual_${ID}`]: `3${filler}x`, [`actual_${ID}_source`]: 'a' })).toEqual([
        `actual_${ID}: number_unknown`,
      ]);
  });

  it('says everything that is wrong at once, each at its field', () => {
    const typed = {
      on_day: '2026-02-30',
      evidence_url_1: 'javascript:alert(1)',
      evidence_day_2: '2026-12-24',
      [`actual_${ID}`]: 'bir neçə',
    };
    expect(wrong({ ...typed, state: 'done' }, { paper: true })).toEqual([
      'paper_ref: ref_missing',
      'paper_day: day_missing',
      'state: state_missing',
      'text: text_missing',
      'on_day: not_day',
      'evidence_url_1: not_url',
      'evidence_title_1: title_missing',
      'evidence_url_2: url_missing',
      'evidence_title_2: title_missing',
      'evidence_day_2: day_future',
      `actual_${ID}_source: source_missing`,
      `actual_${ID}: number_unknown`,
    ]);
    expect(wrong({ text: 'Başlanıb.', state: 'under_way', on_day: 'dünən' })).toEqual([
      'on_day: not_day',
      'files: evidence_missing',
    ]);
  });

  it('needs evidence for more than "not started": a file, or a row', () => {
    const begun = { state: 'under_way', text: 'Başlanıb.' };
    expect(wrong(GOOD)).toEqual([]);
    expect(wrong(begun)).toEqual(['files: evidence_missing']);
    expect(wrong(begun, { files: 1 })).toEqual([]);
    expect(wrong({ ...begun, evidence_kind_1: 'observation', evidence_title_1: 'Yerində baxış' })).toEqual([]);
    expect(wrong({ ...begun, evidence_kind_1: 'observation' })).toEqual(['files: evidence_missing']);
    expect(wrong({ ...begun, evidence_kind_1: 'file', evidence_title_1: 'Fayl' })).toEqual([
      'evidence_url_1: url_missing',
    ]);
  });

  it('takes days as they are written here, of this day or before', () => {
    const days = ['', '2026-11-23', '23.11.2026', '1/9/2026', '01-09-2026'];
    expect(days.map((on_day) => value({ ...GOOD, on_day }).onDay)).toEqual([
      TODAY,
      TODAY,
      TODAY,
      '2026-09-01',
      '2026-09-01',
    ]);
    const none = ['2026-11-24', '31.04.2026', '2026-13-01', '0026-01-01', '1 sentyabr', '2026-11-23T10:00'];
    expect(none.map((on_day) => wrong({ ...GOOD, on_day }))).toEqual([
      ['on_day: day_future'],
      ...none.slice(1).map(() => ['on_day: not_day']),
    ]);
  });

  it('takes texts that fit whole, and names both numbers for those that do not', () => {
    expect(value({ ...GOOD, text: 'ğ'.repeat(10_000) }).text.az).toHaveLength(10_000);
    const long = read({ ...GOOD, text: 'ğ'.repeat(10_001) });
    expect(!long.ok && long.refusal.fields).toMatchObject([
      { field: 'text', message: { params: { max: 10_000, found: 10_001 } } },
    ]);
    const row = { evidence_kind_1: 'decision', evidence_title_1: 'a'.repeat(301) };
    expect(wrong({ ...GOOD, ...row })).toEqual(['evidence_title_1: too_long']);
    expect(wrong({ ...GOOD, paper_ref: 'a'.repeat(201), paper_day: '19.03.2026' }, { paper: true })).toEqual([
      'paper_ref: ref_long',
    ]);
    const source = { [`actual_${ID}`]: '3', [`actual_${ID}_source`]: 'a'.repeat(301) };
    expect(wrong({ ...GOOD, ...source })).toEqual([`actual_${ID}_source: too_long`]);
    const url = { evidence_kind_1: 'link', evidence_title_1: 'a', evidence_url_1: `https://a.az/${'b'.repeat(2000)}` };
    expect(wrong({ ...GOOD, ...url })).toEqual(['evidence_url_1: too_long']);
  });

  it('keeps script as text and drops what no keyboard types', () => {
    const given = value({ ...GOOD, text: '<script>\u0000\u0007x</script>\r\n\r\nİkinci  bənd ' });
    expect(given.text).toEqual({ az: '<script>x</script>\n\nİkinci  bənd' });
  });

  it('never throws, whatever is typed', () => {
    const names = ['state', 'text', 'on_day', 'evidence_url_1', 'evidence_title_1', 'evidence_day_1', `actual_${ID}`];
    const form = fc.record(Object.fromEntries(names.map((name) => [name, fc.string({ unit: 'binary' })])));
    fc.assert(
      fc.property(form, (typed) => {
        expect(typeof read(typed as Record<string, string>).ok).toBe('boolean');
      }),
    );
  });
});

describe('a value of an indicator', () => {
  const typed = (number: string) => ({ ...GOOD, [`actual_${ID}`]: number, [`actual_${ID}_source`]: 'sayılıb' });
  const number = (text: string, unit?: string) => {
    const [actual] = value(typed(text), unit ? { unit } : {}).actuals;
    return actual && [actual.value, actual.numerator, actual.base];
  };

  it('is a number as people type it', () => {
    const numbers = {
      '0': 0,
      '12': 12,
      '12,5': 12.5,
      '12.5': 12.5,
      '-3': -3,
      '−3': -3,
      '1 250': 1250,
      '1 250,5': 1250.5,
    };
    for (const [text, expected] of Object.entries(numbers))
      expect([text, number(text)]).toEqual([text, [expected, null, null]]);
    expect(number('1\u00a0250,5')).toEqual([1250.5, null, null]);
    expect(number('1\u202f250')).toEqual([1250, null, null]);
    expect(number('0,125')).toEqual([0.125, null, null]);
  });

  it('is a share as people write it, whose whole comes first in Azerbaijani', () => {
    for (const text of [
      '3 / 5',
      '3/5',
      '3 of 5',
      '3 из 5',
      '5-dən 3',
      '5-dən 3-ü',
      '5 dən 3 ü',
      '5-den 3',
      '5-dən 3-i',
    ])
      expect([text, number(text)]).toEqual([text, [3, 3, 5]]);
    expect(number('10-dan 7-si')).toEqual([7, 7, 10]);
    expect(number('1 250-dən 1 000-i')).toEqual([1000, 1000, 1250]);
    expect(number('7 / 5')).toEqual([7, 7, 5]);
  });

  it('of an indicator counted in percent is the percentage, with its base kept', () => {
    expect(number('31 / 38', '%')).toEqual([81.58, 31, 38]);
    expect(number('3 из 8', 'faizlə')).toEqual([37.5, 3, 8]);
    expect(number('48%', '%')).toEqual([48, null, null]);
    expect(number('48', '%')).toEqual([48, null, null]);
  });

  it('that means two things, or none, is asked back', () => {
    const two = ['1,250', '1.250', '12,500 / 3', '3 / 1.250'];
    expect(two.map((text) => wrong(typed(text)))).toEqual(two.map(() => [`actual_${ID}: two_numbers`]));
    const none = [
      '12 kənd',
      '3 / 0',
      '3 / -5',
      '-3 / 5',
      '3 /',
      '/ 5',
      '1e9',
      '0x10',
      '∞',
      '12 5',
      '1 25',
      '1,2,3',
      '48%',
      '3/5/7',
    ];
    expect(none.map((text) => [text, wrong(typed(text))])).toEqual(
      none.map((text) => [text, [`actual_${ID}: number_unknown`]]),
    );
  });

  it('stays unknown when nothing is typed', () => {
    expect(value(GOOD).actuals).toEqual([]);
    expect(value({ ...GOOD, [`actual_${ID}`]: ' ', [`actual_${ID}_source`]: '' }).actuals).toEqual([]);
  });

  it('is missed when only its source was typed, and has a source when it is given', () => {
    expect(wrong({ ...GOOD, [`actual_${ID}_source`]: 'sayılıb' })).toEqual([`actual_${ID}: number_missing`]);
    expect(wrong({ ...GOOD, [`actual_${ID}`]: '3' })).toEqual([`actual_${ID}_source: source_missing`]);
  });
});
