import { hash } from 'node:crypto';
import { expect, it } from 'vitest';
import { isSigned } from '#core/blind-signatures/signer.ts';
import { hasQuorum, passes } from '#modules/forum/contract.ts';
import { bookOf, HALF } from '../../tallies/samples.ts';
import { recount, rollHash, writeExport } from '../recounting/rules.ts';
import { verifyBallot } from '../rules.ts';
import { type ClosedBallot, takenFrom } from './rules.ts';

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');
const law = { hasQuorum, passes };

const row = (number: number, filled = true) => ({
  ...{
    key: `seat-${number}`,
    number,
    seat: `seat-${number}`,
    constituency: 'ngo',
    body: filled ? 'body' : null,
    filled,
  },
  ...{ organisation: filled ? { az: `Təşkilat ${number}` } : {}, recused: 'nobody' as const },
});
const outcome = (number: number, said: 'for' | 'against') => ({
  ...{ key: `seat-${number}`, outcome: said, slip: null, carriedBy: null },
  // What the module keeps beside, and what no public file may say.
  ...{ person: 'person-of-seat', way: 'hall' },
});
const CLOSED: ClosedBallot = {
  forum: { slug: 'aran', name: { az: 'Aran' } },
  ballot: {
    ...{ id: 'ballot-7', number: 7, title: { az: 'Plan' }, words: { az: 'Plan qəbul edilsin.' }, kind: 'motion' },
    ...{ method: null, decision: 'plan', secrecy: 'open', mode: 'hall', options: [], againOf: 'ballot-6' },
  },
  opening: {
    ...{ at: new Date('2026-11-23T09:00:00Z'), by: 'documents', book: bookOf({ quorum: HALF, tie: 'again' }) },
    voters: [{ constituency: 'ngo', name: { az: 'QHT-lər' } }],
  },
  closedAt: new Date('2026-11-23T09:30:00Z'),
  ties: { chair: null, settled: [] },
  roll: [row(2), row(1), row(3, false)],
  outcomes: [outcome(1, 'for'), outcome(2, 'against')],
  counts: [],
  papers: { urns: [], votes: [] },
};

it('takes a closed ballot into a file that fits, without a word of who a person is', () => {
  const taken = takenFrom(sha256, CLOSED);
  const { text, sealed } = writeExport(sha256, taken, recount(law, taken));
  const { fits, lines } = verifyBallot({ sha256, law, isSigned }, Buffer.from(text));
  expect(lines.filter((line) => !line.fits)).toEqual([]);
  expect([fits, JSON.parse(text).sealed]).toEqual([true, sealed]);
  expect(text).not.toMatch(/person|"way"/);
  expect(taken.ballot).toMatchObject({ round: 2, opened: '2026-11-23T09:00:00.000Z' });
  // A tie of the second vote is the end.
  expect(recount(law, taken).verdict).toBe('rejected');
});

it('hashes the rows of the roll by their number, as they were when voting began', () => {
  const { roll } = takenFrom(sha256, CLOSED);
  expect(roll.seats.map(({ number }) => number)).toEqual([1, 2, 3]);
  const canonical =
    '{"body":"body","constituency":"ngo","filled":true,"key":"seat-1","number":1,"organisation":{"az":"Təşkilat 1"},"recused":"nobody","seat":"seat-1"}';
  expect(rollHash(sha256, { constituencies: [], seats: [row(1)] })).toBe(hash('sha256', `[${canonical}]`));
  expect(rollHash(sha256, { ...roll, seats: [...roll.seats].reverse() })).toBe(rollHash(sha256, roll));
});
