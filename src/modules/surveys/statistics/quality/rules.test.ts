import { describe, expect, it } from 'vitest';
import { day } from '#core/time/plain-date.ts';
import { flagsOf, reasonOf } from './rules.ts';
import type { Looked } from './schema.ts';

const NAMES = Array.from({ length: 12 }, (_, at) => `q${at}`);
const expected = { from: day('2026-05-01'), until: day('2026-05-31'), matrices: [NAMES.slice(0, 4)] };
/** Answers that differ from interview to interview by a fixed rule, none of them straight. */
const answersOf = (at: number): Readonly<Record<string, string>> =>
  Object.fromEntries(NAMES.map((name, q) => [name, `${(q * (at + 1) + at * at + q * q) % 7}`]));
const looked = (at: number, given: Partial<Looked> = {}): Looked => ({
  ...{ id: `i${at}`, on: day('2026-05-10'), seconds: 600, interviewer: `p${at % 2}`, asked: NAMES },
  answers: answersOf(at),
  ...given,
});
const round = (n: number, ...more: readonly Looked[]): readonly Looked[] => [
  ...Array.from({ length: n }, (_, at) =>
    looked(at % 7 === at ? at : at, { answers: { ...answersOf(at), q11: `${at}` } }),
  ),
  ...more,
];

describe('what somebody should look at again', () => {
  it('is nothing in a usual round', () => {
    expect(flagsOf(round(14), expected)).toEqual([]);
  });

  it('is an interview of less than a third of the usual time, once there is a usual time', () => {
    const hasty = looked(50, { seconds: 150 });
    expect(flagsOf(round(14, hasty), expected)).toEqual([{ what: 'fast', interview: 'i50', seconds: 150, usual: 600 }]);
    expect(flagsOf(round(5, hasty), expected)).toEqual([]);
    expect(flagsOf(round(14, looked(50, { seconds: null })), expected)).toEqual([]);
  });

  it('is one that says word for word what another said', () => {
    const [first] = round(14);
    const twin = { ...looked(60), answers: first!.answers };
    expect(flagsOf(round(14, twin), expected)).toEqual([
      { what: 'same_answers', interview: 'i60', with: 'i0', questions: 12 },
    ]);
  });

  it('is a straight line through a matrix, a form left mostly empty, a day outside of the round', () => {
    const straight = looked(51, { answers: { ...answersOf(51), q0: '3', q1: '3', q2: '3', q3: '3' } });
    const empty = looked(52, { answers: { q0: '1', q1: '2' } });
    const late = looked(53, { on: day('2026-06-01') });
    expect(flagsOf(round(14, straight, empty, late), expected)).toEqual([
      { what: 'straight', interview: 'i51', questions: 4 },
      { what: 'missing', interview: 'i52', missing: 10, asked: 12 },
      { what: 'dates', interview: 'i53', on: '2026-06-01' },
    ]);
  });

  it('is an interviewer whose people all agree, or who needs half the time of others', () => {
    const alike = Array.from({ length: 8 }, (_, at) =>
      looked(70 + at, { interviewer: 'odd', seconds: 280, answers: { ...answersOf(3), q11: `x${at}` } }),
    );
    const found = flagsOf(round(14, ...alike), expected);
    expect(found.map(({ what }) => what)).toEqual(['alike_by_one', 'fast_by_one']);
    expect(found[1]).toMatchObject({ interviewer: 'odd', theirs: 280, others: 600 });
    expect(reasonOf(found[1]!)).toEqual({
      key: 'surveys.statistics.quality.fast_by_one',
      params: { theirs: 4.7, others: 10 },
    });
    expect(flagsOf(round(14, ...alike.slice(0, 3)), expected).length).toBe(0);
  });

  it('has a reason for each', () => {
    const on = day('2026-06-01');
    const keys = [
      reasonOf({ what: 'fast', interview: 'a', seconds: 60, usual: 600 }),
      reasonOf({ what: 'same_answers', interview: 'a', with: 'b', questions: 12 }),
      reasonOf({ what: 'straight', interview: 'a', questions: 4 }),
      reasonOf({ what: 'missing', interview: 'a', missing: 3, asked: 4 }),
      reasonOf({ what: 'dates', interview: 'a', on }),
      reasonOf({ what: 'alike_by_one', interview: null, interviewer: 'p', theirs: 90, others: 40 }),
    ].map(({ key }) => key);
    expect(new Set(keys).size).toBe(6);
  });
});
