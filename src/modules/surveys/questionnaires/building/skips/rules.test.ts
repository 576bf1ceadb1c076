// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how expressions name questions
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../../expressions/parsing/rules.ts';
import { boundsOf, boundsText, COMPARISONS, isAlone, JOINS, type Skip, skipOf, skipText } from './rules.ts';

const condition = fc
  .record({
    question: fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/),
    is: fc.constantFrom(...COMPARISONS),
    value: fc.oneof(fc.stringMatching(/^[\p{L}\d ']{1,10}$/u), fc.integer().map(String)),
  })
  .map((one) => ({ ...one, value: isAlone(one.is) ? '' : one.value }));
const skip: fc.Arbitrary<Skip> = fc.record({
  join: fc.constantFrom(...JOINS),
  conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
});

describe('a skip written by the small form', () => {
  it('is an expression that the engine reads, and comes back into the form as it was', () => {
    fc.assert(
      fc.property(skip, fc.boolean(), (given, several) => {
        const text = skipText(given, () => several);
        expect(parseExpression(text).is, text).toBe('parsed');
        const join = given.conditions.length > 1 ? given.join : 'and';
        expect(skipOf(text)).toEqual({ join, conditions: given.conditions });
      }),
    );
  });

  it('asks of a question with several choices whether one of them is ticked', () => {
    const given: Skip = { join: 'or', conditions: [{ question: 'uses', is: 'is_not', value: 'bank' }] };
    expect(skipText(given, () => true)).toBe("not(selected(${uses}, 'bank'))");
    expect(skipText(given, () => false)).toBe("${uses} != 'bank'");
  });

  it('says nothing about expressions that are more than that', () => {
    for (const more of [
      "${a} = 'x' and ${b} = 'y' or ${c} = 'z'",
      '${a} + 1 = 2',
      'count(${r}) > 1',
      "selected(${a}, 'x') = 1",
    ])
      expect(skipOf(more), more).toBeNull();
    expect(skipOf("${a} = 'salt and pepper'")?.conditions).toHaveLength(1);
  });
});

it('bounds of a number come back into their fields, other constraints do not', () => {
  for (const bounds of [
    { least: '0', most: '120' },
    { least: '1.5', most: '' },
    { least: '', most: '-2' },
  ])
    expect(boundsOf(boundsText(bounds)!)).toEqual(bounds);
  expect(boundsText({ least: '', most: '' })).toBeNull();
  expect(boundsOf('. >= 0 and . <= ${most}')).toBeNull();
  expect(boundsOf('. >= 0 . <= 3')).toBeNull();
});
