import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#core/time/plain-date.ts';
import { Lang } from './lang.ts';
import { PlainLang } from './plain-lang.ts';
import { plainNumber } from './plain-message.ts';
import { LANGUAGES } from './texts.ts';

/** Every sentence of the house, read from the files: core knows none of the rooms that say them. */
const SENTENCES = Object.fromEntries(
  LANGUAGES.map((code) => {
    const files = globSync(`src/**/text/${code}.json`).map((path) => JSON.parse(readFileSync(path, 'utf8')));
    return [code, Object.assign({}, ...files) as Record<string, string>];
  }),
) as Record<(typeof LANGUAGES)[number], Record<string, string>>;

describe.each(LANGUAGES)('%s without Intl', (code) => {
  const lang = new Lang(code, SENTENCES[code]);
  const plain = new PlainLang(code, SENTENCES[code]);

  test('says every sentence of the house as Lang does, whatever is counted', () => {
    const keys = Object.keys(SENTENCES[code]);
    expect(keys.length).toBeGreaterThan(1000);
    const wrong = keys.flatMap((key) => {
      // A text that is chosen by is tried by each word that the sentence knows.
      const chosen = [...SENTENCES[code][key]!.matchAll(/([a-z_]+) ?\{/g)].map(([, word]) => word!);
      return [0, 1, 2, 5, 11, 21, 1234].flatMap((n) => {
        const tries = ['x', ...chosen].flatMap((word) => [paramsOf(key, code, n, word)]);
        return tries.flatMap((params) => {
          const [own, other] = [plain.say({ key, params }), lang.say({ key, params })];
          return own === other ? [] : [`${key} ${n}: "${own}" is not "${other}"`];
        });
      });
    });
    expect(wrong).toEqual([]);
  });

  test('writes numbers and days as Lang does', () => {
    for (const n of [0, 7, -3, 999, 1000, 12_345.678, 1_234_567, 0.5])
      expect(plainNumber(n, code)).toBe(lang.number(n));
    for (let n = 0; n < 400; n += 9) {
      const date = addDays(day('2026-01-01'), n);
      expect(plain.date(date)).toBe(lang.date(date));
    }
  });

  test('takes the own language first and names what is missing', () => {
    expect(plain.pick({ az: 'a', en: 'e', ru: 'r' })).toBe({ az: 'a', en: 'e', ru: 'r' }[code]);
    expect(plain.pick({ ru: 'r' })).toBe('r');
    expect(() => plain.say({ key: 'nowhere.at_all' })).toThrow('nowhere.at_all');
  });
});

/** A number where the sentence counts, else the word. */
function paramsOf(key: string, code: 'az' | 'en' | 'ru', n: number, word: string): Record<string, string | number> {
  const all = LANGUAGES.map((one) => SENTENCES[one][key] ?? '').join(' ');
  const names = [...SENTENCES[code][key]!.matchAll(/\{\s*([\w-]+)\s*(?:,\s*(\w+))?/g)].map(([, name]) => name!);
  return Object.fromEntries(names.map((name) => [name, new RegExp(`\\{${name}, ?plural`).test(all) ? n : word]));
}
