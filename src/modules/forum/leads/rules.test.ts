import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, type PlainDate } from '#core/time/plain-date.ts';
import { countsOn } from '../seats/rules.ts';
import { carryingOn, electionFault, holderOn, lastOfTerm, termsInRow, termsOf } from './rules.ts';
import type { Lead, LeadId } from './schema.ts';

const START = day('2026-01-01');
const at = (n: number): PlainDate => addDays(START, n);
const RULE = { document: 'rules', article: '5.3', value: { months: 24, inRow: 2 } };

const lead = (id: string, person: string, from: number, last: number | null, end: Lead['end'] = null): Lead => ({
  ...{ id: id as LeadId, office: 'coordinator', body: 'b', seat: null, mandate: null, person, post: null, end },
  ...{ electedOn: at(from), from: at(from), last: last === null ? null : at(last), term: null, decision: 'protokol' },
  ...{ url: null, role: null, enteredOn: at(from) },
});
const asked = (person: string, from: number, last: number | null, replaces = false) => ({
  ...{ office: 'coordinator' as const, body: 'b', person, post: null, electedOn: at(from), from: at(from), replaces },
  last: last === null ? null : at(last),
});
const key = (fault: ReturnType<typeof electionFault>) =>
  fault && [fault.field, fault.message.key, fault.message.params];

describe('terms in a row', () => {
  it('are counted until somebody else held the office; an empty time and an early end do not begin anew', () => {
    const early = { reason: 'resigned', enteredOn: at(50), mistake: false };
    const leads = [lead('1', 'a', 0, 99), lead('2', 'a', 200, 250, early)];
    expect(termsInRow(leads, 'coordinator', asked('a', 300, null))).toBe(3);
    expect(termsInRow([...leads, lead('3', 'b', 260, 299)], 'coordinator', asked('a', 300, null))).toBe(1);
    expect(termsInRow(leads, 'coordinator', asked('b', 300, null))).toBe(1);
    expect(termsInRow(leads, 'deputy', asked('a', 300, null))).toBe(1);
  });

  it('beyond the rule are refused with its article; what was entered by mistake is not counted', () => {
    const two = [lead('1', 'a', 0, 99), lead('2', 'a', 100, 199)];
    const third = electionFault(two, asked('a', 200, null), RULE, at(200));
    expect(key(third)).toEqual(['seat', 'forum.leads.wrong_in_row', { article: '5.3', most: 2, found: 3 }]);
    const mistaken = [two[0]!, { ...two[1]!, end: { reason: 'other', enteredOn: at(100), mistake: true } }];
    expect(electionFault(mistaken, asked('a', 200, null), RULE, at(200))).toBeNull();
    expect(electionFault(two, asked('a', 200, null), undefined, at(200))).toBeNull();
  });

  it('of an office without a name are told apart by organisation and office', () => {
    const director = { ...lead('1', 'a', 0, 99), person: null, post: { az: 'direktor' } };
    const again = { ...asked('a', 100, null), person: null, post: { az: 'direktor' } };
    expect(termsInRow([director], 'coordinator', again)).toBe(2);
    expect(termsInRow([director], 'coordinator', { ...again, body: 'c' })).toBe(1);
  });
});

describe('the days of an office', () => {
  it('last as long as the rule says, the last day included, and no longer', () => {
    expect(lastOfTerm(day('2026-03-01'), { months: 24, inRow: null })).toBe('2028-02-29');
    const longest = lastOfTerm(at(0), RULE.value);
    expect(electionFault([], { ...asked('a', 0, null), last: longest }, RULE, at(0))).toBeNull();
    const over = electionFault([], { ...asked('a', 0, null), last: addDays(longest, 1) }, RULE, at(0));
    expect(key(over)).toEqual(['to', 'forum.leads.wrong_term', { article: '5.3', day: longest }]);
  });

  it('begin on or after the election, which has been held', () => {
    expect(key(electionFault([], asked('a', 5, null), undefined, at(4)))?.[0]).toBe('elected_on');
    const before = { ...asked('a', 5, null), electedOn: at(6) };
    expect(key(electionFault([], before, undefined, at(9)))?.[0]).toBe('from');
  });

  it('are never shared by two holders, whatever is asked in whatever order', () => {
    const spans = fc.tuple(fc.nat(300), fc.option(fc.nat(100), { nil: null }), fc.boolean(), fc.constantFrom('a', 'b'));
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 12 }), (wanted) => {
        let leads: readonly Lead[] = [];
        for (const [i, [from, length, replaces, person]] of wanted.entries()) {
          const last = length === null ? null : from + length;
          if (electionFault(leads, asked(person, from, last, replaces), undefined, at(999))) continue;
          const cut = (one: Lead): Lead =>
            one.from < at(from) && (one.last === null || one.last >= at(from)) ? { ...one, last: at(from - 1) } : one;
          leads = [...leads.map(cut), lead(`${i}`, person, from, last)];
        }
        for (let n = 0; n <= 420; n += 1)
          expect(leads.filter((one) => countsOn(one, at(n))).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('past without a successor are carried on, unless the office was ended', () => {
    const over = lead('1', 'a', 0, 99);
    expect([holderOn([over], 'coordinator', at(99))?.id, carryingOn([over], 'coordinator', at(99))]).toEqual([
      '1',
      null,
    ]);
    expect([holderOn([over], 'coordinator', at(100)), carryingOn([over], 'coordinator', at(100))?.id]).toEqual([
      null,
      '1',
    ]);
    expect(carryingOn([over, lead('2', 'b', 150, null)], 'coordinator', at(120))?.id).toBe('1');
    expect(carryingOn([over, lead('2', 'b', 150, null)], 'coordinator', at(150))).toBeNull();
    const ended = { ...over, end: { reason: 'resigned', enteredOn: at(99), mistake: false } };
    expect(carryingOn([ended], 'coordinator', at(100))).toBeNull();
    expect(termsOf([lead('2', 'b', 150, null), over], 'coordinator').map(({ id }) => id)).toEqual(['1', '2']);
  });
});
