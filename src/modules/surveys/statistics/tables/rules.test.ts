import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classCode, classOf, crossTable, frequencies, replyKey } from './rules.ts';
import type { CrossGrouped, Grouped, Reply, Variable } from './schema.ts';

const knows: Variable = { name: 'knows', unit: 'person', kind: 'one', codes: ['yes', 'no'] };
const heard: Variable = { name: 'heard', unit: 'person', kind: 'many', codes: ['radio', 'neighbour', 'portal'] };
const village: Variable = { name: 'village', unit: 'person', kind: 'one', codes: ['a', 'b'] };
const said = (reply: Reply, units = 1): Grouped => ({ reply, units, weight: units });

const anyReply: fc.Arbitrary<Reply> = fc.oneof(
  fc.subarray(['radio', 'neighbour', 'portal']),
  fc.constantFrom<Reply>('missing', 'refused', 'unknown', 'not_applicable'),
);

describe('frequencies', () => {
  it('keep valid answers, silences and those not asked apart', () => {
    const groups = [said(['yes'], 13), said(['no'], 30), said('missing', 2), said('refused'), said('unknown', 4)];
    const found = frequencies(knows, [...groups, said('not_applicable', 10)]);
    if ('why' in found) throw new Error(found.why);
    expect(found.bases).toEqual({
      ...{ valid: 43, missing: 2, refused: 1, unknown: 4, not_applicable: 10, asked: 50, interviewed: 60 },
    });
    expect(found.cells.yes).toEqual({ yes: 13, n: 43, weighted: 13 / 43 });
    const asked = frequencies(knows, groups, 'asked');
    expect('why' in asked ? null : asked.cells.yes).toEqual({ yes: 13, n: 50, weighted: 13 / 50 });
  });

  it('count people, not ticks, where somebody may choose many: shares may sum to more than all', () => {
    const found = frequencies(heard, [said(['radio', 'neighbour', 'radio'], 4), said(['radio']), said([])]);
    if ('why' in found) throw new Error(found.why);
    expect(found.bases).toMatchObject({ valid: 5, missing: 1 });
    expect([found.cells.radio!.yes, found.cells.neighbour!.yes, found.cells.portal!.yes]).toEqual([5, 4, 0]);
    expect(found.answers).toBe(9);
  });

  it('name a code that the question has not, and two answers to a question of one', () => {
    expect(frequencies(knows, [said(['perhaps'])])).toEqual({ why: 'code', of: 'knows' });
    expect(frequencies(knows, [said(['yes', 'no'])])).toEqual({ why: 'code', of: 'knows' });
  });

  it('weigh shares and still count people', () => {
    const found = frequencies(knows, [
      { reply: ['yes'], units: 2, weight: 6 },
      { reply: ['no'], units: 4, weight: 2 },
    ]);
    expect('why' in found ? null : found.cells.yes).toEqual({ yes: 2, n: 6, weighted: 0.75 });
  });

  it('give the same for people one by one and grouped, and everybody is counted once', () => {
    fc.assert(
      fc.property(fc.array(anyReply, { maxLength: 40 }), (replies) => {
        const grouped = Map.groupBy(replies, replyKey);
        const one = frequencies(
          heard,
          replies.map((reply) => said(reply)),
        );
        const many = frequencies(
          heard,
          [...grouped.values()].map((alike) => said(alike[0]!, alike.length)),
        );
        expect(many).toEqual(one);
        if ('why' in one) throw new Error(one.why);
        expect(one.bases.interviewed).toBe(replies.length);
        for (const { yes, n } of Object.values(one.cells)) expect(yes <= n && n === one.bases.valid).toBe(true);
      }),
    );
  });
});

describe('cross-tables', () => {
  it('never mix units', () => {
    const terminals: Variable = { name: 'terminals', unit: 'community', kind: 'one', codes: ['yes', 'no'] };
    expect(crossTable(terminals, village, [])).toEqual({ why: 'units', of: 'village' });
  });

  it('sum to the whole by columns and what stands outside', () => {
    const any = fc.record({ reply: anyReply, column: fc.constantFrom<Reply>(['a'], ['b'], 'missing') });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (rows) => {
        const table = crossTable(
          heard,
          village,
          rows.map((row): CrossGrouped => ({ ...row, units: 1, weight: 1 })),
        );
        if ('why' in table) throw new Error(table.why);
        const { a, b } = table.by;
        expect(a!.bases.interviewed + b!.bases.interviewed + table.outside.missing).toBe(table.all.bases.interviewed);
        const outside = rows.filter(({ reply, column }) => column === 'missing' && reply.includes('radio')).length;
        expect(a!.cells.radio!.yes + b!.cells.radio!.yes + outside).toBe(table.all.cells.radio!.yes);
      }),
    );
  });
});

describe('classes of age', () => {
  it('begin with their first year', () => {
    const starts = [18, 30, 60];
    expect([17, 18, 29, 30, 60, 99].map((age) => classOf(age, starts))).toEqual([null, 0, 0, 1, 2, 2]);
    expect([0, 1, 2].map((at) => classCode(starts, at))).toEqual(['18-29', '30-59', '60+']);
  });
});
