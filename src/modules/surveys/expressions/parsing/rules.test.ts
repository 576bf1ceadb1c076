import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callErrorsOf, functionsOf, referencesOf } from '../references/rules.ts';
import { isError } from '../rules.ts';
import { parseExpression } from './rules.ts';

const failing = (text: string) => {
  const parsed = parseExpression(text);
  return isError(parsed) ? [parsed.reason, parsed.at, parsed.found, parsed.expected, parsed.near] : null;
};

describe('an error says where, what was found and what was expected', () => {
  test.each([
    ['', ['unfinished', 0, '', ['value'], null]],
    ['1 +', ['unfinished', 3, '', ['value'], null]],
    ['${age} > 18 and', ['unfinished', 15, '', ['value'], null]],
    ['selected(${a}, "x"', ['unfinished', 18, '', [')', 'operator', ','], null]],
    ['(1 + 2', ['unfinished', 6, '', [')', 'operator'], null]],
    ['1 + 2)', ['unexpected', 5, ')', ['operator'], null]],
    ['${age} => 18', ['unexpected', 8, '>', ['value'], null]],
    ['${age} 18', ['unexpected', 7, '18', ['operator'], null]],
    ["'yes", ['unclosed_text', 0, "'yes", ["'"], null]],
    ['“yes”', ['sign', 0, '“', [], '"']],
    ['${}', ['reference', 0, '${}', ['name'], null]],
    ['${a b}', ['reference', 0, '${a b}', ['name'], null]],
    ['$a', ['reference', 0, '$a', ['name'], null]],
    ['a[1', ['unfinished', 3, '', [']', 'operator'], null]],
    ['a//', ['unfinished', 3, '', ['step'], null]],
    ['a && b', ['sign', 2, '&', [], null]],
    [`${'('.repeat(200)}1${')'.repeat(200)}`, ['deep', 100, '(', [], null]],
  ])('%s', (text, expected) => expect(failing(text)).toEqual(expected));

  test('a row of a thousand is read, one of ten thousand is refused and nothing breaks', () => {
    expect(failing(Array(900).fill('1').join('+'))).toBeNull();
    expect(failing(Array(10_000).fill('1').join('+'))?.[0]).toBe('deep');
    expect(failing('-'.repeat(100_000).concat('1'))).toBeNull();
    expect(failing(Array(10_000).fill('a').join('|'))?.[0]).toBe('deep');
  });

  test('no text makes the parser throw', () => {
    const pieces = fc.constantFrom(
      ...['${a}', '(', ')', '[', ']', '/', '//', '..', '.', '@', '::', ',', '"', "'", '*', '-'],
    );
    const words = fc.constantFrom(
      'and',
      'or',
      'div',
      'child',
      'selected',
      'a:b',
      '1.5',
      '<=',
      '!=',
      '|',
      ' ',
      'node',
      '$',
      'ə',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, words, fc.string())), (parts) => {
        const parsed = parseExpression(parts.join(''));
        expect(['parsed', 'error']).toContain(parsed.is);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what an expression names', () => {
  const parsedOf = (text: string) => {
    const parsed = parseExpression(text);
    if (isError(parsed)) throw new Error(parsed.reason);
    return parsed;
  };

  test('references stand with their place, also in predicates and in quotation marks', () => {
    const text = "jr:choice-name(${ b }, '${b}') and /data/x[y = ${c}] = ${last-saved#d}";
    const found = referencesOf(parsedOf(text));
    expect(found.map(({ name, lastSaved }) => [name, lastSaved])).toEqual([
      ['b', false],
      ['b', false],
      ['c', false],
      ['d', true],
    ]);
    expect(found.map(({ at, end }) => text.slice(at, end))).toEqual(['${ b }', '${b}', '${c}', '${last-saved#d}']);
  });

  test('functions, and those that do not exist with their near spelling', () => {
    const parsed = parsedOf('if(true(), slected(${a}, "x"), countSelected(${a}) + round(1, 2, 3) + foo())');
    expect(functionsOf(parsed).map(({ name }) => name)).toEqual([
      ...['if', 'true', 'slected', 'countSelected', 'round', 'foo'],
    ]);
    expect(callErrorsOf(parsed).map(({ reason, found, near, expected }) => [reason, found, near, ...expected])).toEqual(
      [
        ['unknown_function', 'slected', 'selected'],
        ['unknown_function', 'countSelected', 'count-selected'],
        ['arguments', 'round', null, '1-2'],
        ['unknown_function', 'foo', null],
      ],
    );
  });
});
