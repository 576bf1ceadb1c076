import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, jsonHash } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('writes keys by code units and strings as RFC 8785 does', () => {
    // The example of section 3.2.3, its values as its keys are named.
    const keys = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew',
      1: 'One',
      '😀': 'Emoji',
      '\u0080': 'Control',
      ö: 'o',
    };
    expect([...canonicalJson(keys).matchAll(/:"([\w ]+)"/g)].map(([, name]) => name)).toEqual([
      ...['Carriage Return', 'One', 'Control', 'o', 'Euro Sign', 'Emoji', 'Hebrew'],
    ]);
    expect(canonicalJson({ b: [1, null, true], a: 'ə"\n\u0007', c: undefined })).toBe(
      '{"a":"ə\\"\\n\\u0007","b":[1,null,true]}',
    );
  });

  it('is one for one value, and reads back as it', () => {
    const value = fc.jsonValue({ noUnicodeString: false }).filter((one) => {
      try {
        return canonicalJson(one) !== '';
      } catch {
        return false;
      }
    });
    fc.assert(
      fc.property(value, (one) => {
        const text = canonicalJson(one);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('knows no fractions and nothing that is no JSON', () => {
    for (const wrong of [0.5, -0, 2 ** 53, Number.NaN, '\ud800', undefined, () => 1, 1n, [undefined]])
      expect(() => canonicalJson(wrong)).toThrow(TypeError);
  });

  it('is hashed in UTF-8', () => {
    const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');
    expect(jsonHash(sha256, 'ə')).toBe(hash('sha256', '"ə"'));
  });
});
