import { describe, expect, it } from 'vitest';
import { SMALL } from '../samples.ts';
import { textsOf, textValues, translated, withoutLanguage, writtenIn } from './rules.ts';

const both = { ...SMALL, languages: [...SMALL.languages, { key: 'ru', label: 'Русский (ru)' }] };

describe('texts of a questionnaire', () => {
  it('are counted by language, and written field by field without losing the others', () => {
    expect(writtenIn(both, 'az')).toEqual({ written: 4, all: 4 });
    expect(writtenIn(both, 'ru')).toEqual({ written: 0, all: 4 });
    const one = translated(both, 'ru', new Map([['i_su_label', 'Есть ли вода?']]));
    expect(one.items[0]?.label).toEqual({ az: 'Evinizə su gəlirmi?', ru: 'Есть ли вода?' });
    expect(writtenIn(one, 'ru')).toEqual({ written: 1, all: 4 });
    expect(textValues(one, 'ru').i_su_label).toBe('Есть ли вода?');
    expect(translated(one, 'ru', new Map())).toEqual(one);
  });

  it('of a language that is taken away go with it, all others stay', () => {
    const sent = new Map(textsOf(both).map(({ field }) => [field, 'слово']));
    const full = translated(both, 'ru', sent);
    expect(writtenIn(full, 'ru')).toEqual({ written: 4, all: 4 });
    expect(withoutLanguage(full, 'ru')).toEqual(SMALL);
  });
});
