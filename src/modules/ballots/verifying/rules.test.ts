import { hash } from 'node:crypto';
import fc from 'fast-check';
import type * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ask, finish } from '#core/blind-signatures/asker.ts';
import { checkSigned } from '#core/blind-signatures/checker.ts';
import { blindSign, isSigned, newBlindKeys } from '#core/blind-signatures/signer.ts';
import { canonicalJson, jsonHash } from '#core/canonical-json.ts';
import { Lang } from '#core/i18n/lang.ts';
import { hasQuorum, passes } from '#modules/forum/contract.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { bookOf, HALF, OF_23, pilesOf } from '../tallies/samples.ts';
import type { Mark, Slip } from '../tallies/schema.ts';
import { messageFor, type Papers, paperSlips } from './papers/rules.ts';
import { agreedCount, type Taken } from './recounting/rules.ts';
import { type Means, verifyBallot } from './rules.ts';
import { fileOf, takenOf } from './samples.ts';
import type { BALLOT_EXPORT } from './schema.ts';

type File = v.InferOutput<typeof BALLOT_EXPORT>;

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');
const law = { hasQuorum, passes };
const means: Means = { sha256, law, isSigned };
const english = new Lang('en', SENTENCES.en);
const verify = (text: string, by: Means = means) => verifyBallot(by, Buffer.from(text));
const said = (text: string, by: Means = means) => verify(text, by).lines.map((line) => english.say(line.message));
const wrong = (text: string, by: Means = means) =>
  verify(text, by).lines.flatMap(({ fits, message }) => (fits ? [] : [message.key.replace('ballots.verifying.', '')]));

const DOUBLE = bookOf({ each: { share: HALF, of: 'cast' }, quorum: HALF });
const MARKS: readonly Mark[] = ['for', 'for', 'for', 'for', 'against', 'abstain', 'recused', 'absent', 'for'];
const rollCall = takenOf({
  ...{ sizes: OF_23, vacant: [23], rules: DOUBLE },
  mark: (at) => MARKS[at % MARKS.length]!,
});
/** Papers of the urn of all, signed without being seen, as the voters' browsers make them. */
async function papers(ballot: string, slips: readonly Slip[]): Promise<Papers> {
  const keys = await newBlindKeys();
  const message = new TextEncoder().encode(messageFor(ballot, null));
  const votes = slips.map(async (slip) => {
    const asking = await ask(keys.publicKey, message);
    const signature = await finish(keys.publicKey, asking, new Uint8Array(blindSign(keys.privateKey, asking.blinded)!));
    return { constituency: '', slip, prepared: base64url(asking.prepared), signature: base64url(signature) };
  });
  return { urns: [{ constituency: '', publicKey: base64url(keys.publicKey) }], votes: await Promise.all(votes) };
}
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

const OPTIONS = ['1', '2', '3'];
const secret = takenOf({
  ...{ sizes: OF_23, rules: bookOf({ quorum: HALF }), options: OPTIONS },
  ballot: { kind: 'ranked', method: 'schulze', secrecy: 'secret', mode: 'mixed', decision: 'election' },
  mark: (at) => (at < 20 ? 'voted' : 'recused'),
  more: {
    slips: paperSlips(
      sha256,
      await papers('ballot-7', [
        [1, 2, 0],
        [2, 2, 0],
        [3, 2, 0],
        [1, 2, 0],
      ]),
    ),
    counts: [
      {
        counter: 'seat 4',
        piles: pilesOf([
          [[1, 2, 3], 9],
          [[3, 1, 2], 5],
          ['blank', 1],
        ]),
      },
      {
        counter: 'seat 9',
        piles: pilesOf([
          [[1, 2, 3], 8],
          [[3, 1, 2], 6],
          ['blank', 1],
        ]),
      },
      {
        counter: 'seat 9',
        piles: pilesOf([
          ['blank', 1],
          [[3, 1, 2], 5],
          [[1, 2, 3], 9],
        ]),
      },
    ],
  },
});
const openChoice = (slips: readonly Slip[], more: Partial<Taken> = {}) => ({
  ...takenOf({
    ...{ sizes: OF_23, rules: bookOf(), options: OPTIONS, ballot: { kind: 'choice', decision: 'election' } },
    mark: (at) => (slips[at] ? 'voted' : 'absent'),
    slip: (at) => slips[at] ?? null,
  }),
  ...more,
});
const A: Slip = [1, 0, 0];
const B: Slip = [0, 1, 0];
const FILES = [rollCall, secret, openChoice([A, A, B]), openChoice([A, B, [0, 0, 0], 'invalid'])].map((taken) =>
  fileOf(sha256, law, taken),
);
const [ROLL_CALL, SECRET] = FILES as [string, string];

describe('the file of a ballot', () => {
  it('says in sentences what was checked of a roll call', () => {
    expect(said(ROLL_CALL).map((line) => line.replace(/[0-9a-f]{64}/, '#'))).toEqual([
      'Ballot 7, “İş planı”: the file is whole and every byte of it as it was written. Compare its seal with the one in the public log: #',
      'The list of voters with 23 seats, of which 1 vacant, is the one with which voting began: #',
      'Each of the 22 seats that somebody holds stands in the outcome exactly once.',
      'The votes, counted anew, are those of the file.',
      'By article 8 there was a quorum, as the file says.',
      'The result by article 10, computed anew with every step, is that of the file: adopted.',
    ]);
  });

  it('says it of a secret election by machine and on paper, in every language', () => {
    expect(said(SECRET)).toContain('Slips and raised hands: 19, not more than the seats that took part (20).');
    expect(said(SECRET)).toContain('What was counted by hand was counted by two people, and they agree.');
    expect(said(SECRET).at(-1)).toBe(
      'The result, computed anew with every step, is that of the file: elected: Namizəd 1.',
    );
    for (const code of ['az', 'ru'] as const) {
      const lang = new Lang(code, SENTENCES[code]);
      for (const text of FILES)
        for (const { message } of verify(text).lines) expect(lang.say(message)).not.toContain('ballots.');
    }
  });

  it('has the signatures of its papers checked, on the server and in a browser', () => {
    expect(said(SECRET)).toContain(
      'Each of the 4 slips sent from afar is a paper of this ballot, signed without being seen; its code follows from it.',
    );
    expect(verify(SECRET, { ...means, isSigned: checkSigned }).fits).toBe(true);
    const other = (change: (file: File) => void) => wrong(resealed(SECRET, change));
    expect(other(({ slips }) => (slips.of[0]!.signature = slips.of[1]!.signature))).toEqual(['papers.wrong']);
    expect(other(({ ballot }) => (ballot.id = 'ballot-8'))).toEqual(['papers.wrong']);
    expect(other(({ slips }) => slips.keys.pop())).toEqual(['papers.wrong']);
    expect(other(({ slips }) => (slips.of[0]!.tracker = '0000-0000-0000'))).toEqual(['papers.wrong']);
    expect(other(({ slips }) => (slips.of[0]!.prepared = '!'))).toEqual(['papers.wrong']);
    expect(other(({ slips }) => (slips.of[0]!.box = 'ngo'))).toEqual(['papers.wrong']);
  });

  it.each(FILES.map((text) => [JSON.parse(text).ballot.kind, text] as const))('of a %s fits', (_, text) => {
    expect(wrong(text)).toEqual([]);
  });
});

/** The same file with something else in it, and a seal that fits it: what only counting anew can find. */
function resealed(text: string, change: (file: File) => void): string {
  const file = JSON.parse(text) as File;
  change(file);
  const { sealed: _, ...rest } = file;
  return `${canonicalJson({ ...rest, sealed: jsonHash(sha256, rest) })}\n`;
}
/** Every value in it, with the way to put another one there. */
function* leaves(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  if (typeof value !== 'object' || value === null) yield path;
  else
    for (const [key, of] of Object.entries(value))
      yield* leaves(of, [...path, Array.isArray(value) ? Number(key) : key]);
}
function put(file: unknown, path: readonly (string | number)[]): void {
  let at = file as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const key = path.at(-1)!;
  const old = at[key];
  if (typeof old === 'number') at[key] = old + 1;
  else if (typeof old === 'boolean') at[key] = !old;
  else at[key] = old === null ? 'x' : `${old}x`;
}

describe('a changed byte is noticed', () => {
  it('any byte of the file', () => {
    const text = fc.constantFrom(...FILES);
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 255 }), (one, at, by) => {
        const bytes = Buffer.from(one);
        bytes[at % bytes.length]! ^= by;
        expect(verifyBallot(means, bytes).fits).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('any value of it, also where the file is written anew in the same way', () => {
    for (const text of FILES)
      for (const path of leaves(JSON.parse(text))) {
        const file = JSON.parse(text);
        put(file, path);
        expect([path.join('.'), verify(`${canonicalJson(file)}\n`).fits]).toEqual([path.join('.'), false]);
      }
    expect(wrong(JSON.stringify(JSON.parse(ROLL_CALL), null, 2))).toEqual(['file.rewritten']);
    expect(wrong(ROLL_CALL.slice(0, -40))).toEqual(['file.unreadable']);
    expect(wrong(ROLL_CALL.replace('"mark":"for"', '"mark":"abstain"'))).toEqual(['file.changed']);
  });

  it('whatever votes and result consist of, even where the seal was made anew', () => {
    const follows = /^(roll|seats|result|rules\.(quorum|majority)|counts\.0\.piles)/;
    let seen = 0;
    for (const text of FILES)
      for (const path of leaves(JSON.parse(text))) {
        const name = path.join('.');
        // What a ranked election is decided by is its method.
        if (!follows.test(name) || (text === SECRET && name.startsWith('rules.majority'))) continue;
        seen += 1;
        expect([name, wrong(resealed(text, (file) => put(file, path)))]).not.toEqual([name, []]);
      }
    expect(seen).toBeGreaterThan(500);
  });
});

describe('a file that does not fit itself is told', () => {
  const changed = (text: string, change: (file: File) => void) => wrong(resealed(text, change));

  it('why: its roll and seats', () => {
    expect(changed(ROLL_CALL, ({ roll }) => Object.assign(roll.seats[0]!, { filled: false }))).toContain(
      'roll.changed',
    );
    expect(changed(ROLL_CALL, ({ roll }) => roll.seats.push(roll.seats[0]!))).toContain('roll.strange');
    expect(changed(ROLL_CALL, ({ seats }) => seats.pop())).toEqual(['seats.missing']);
    expect(changed(ROLL_CALL, ({ seats }) => seats.push(seats[0]!))).toEqual(['seats.twice']);
    expect(changed(ROLL_CALL, ({ seats }) => Object.assign(seats[0]!, { key: 'seat-23' }))).toEqual([
      ...['seats.missing', 'seats.vacant'],
    ]);
    expect(changed(ROLL_CALL, ({ seats }) => Object.assign(seats[0]!, { key: 'else' }))).toContain('seats.unknown');
  });

  it('why: its slips and counts', () => {
    const told = { mark: 'for' };
    expect(changed(SECRET, ({ seats }) => Object.assign(seats[0]!, told))).toContain('secret.told');
    expect(changed(SECRET, ({ slips }) => slips.of.reverse())).toEqual(['slips.order']);
    expect(changed(SECRET, ({ slips }) => slips.of.push(slips.of.at(-1)!))).toContain('slips.order');
    expect(changed(SECRET, ({ slips }) => Object.assign(slips.of[0]!, { slip: 'blank' }))).toContain('numbers.differ');
    expect(changed(SECRET, ({ slips }) => Object.assign(slips.of[0]!, { slip: [3, 2, 1] }))).toEqual([
      'result.differs',
    ]);
    expect(changed(SECRET, ({ counts }) => counts.pop())).toContain('counts.differ');
    expect(
      changed(SECRET, ({ seats }) =>
        seats.forEach((seat) => {
          seat.mark = 'absent';
        }),
      ),
    ).toEqual(['slips.many']);
    expect(changed(SECRET, ({ slips }) => Object.assign(slips.of[0]!, { box: 'none' }))).toContain('slips.stray');
    expect(changed(FILES[2]!, ({ seats }) => Object.assign(seats[0]!, { slip: null }))).toContain('slips.stray');
  });

  it('why: its rules, its result and what somebody decided', () => {
    expect(changed(ROLL_CALL, ({ result }) => Object.assign(result, { verdict: 'rejected' }))).toEqual([
      'result.differs',
    ]);
    expect(changed(ROLL_CALL, ({ result }) => Object.assign(result.counts, { vacant: 0 }))).toContain('numbers.differ');
    expect(changed(ROLL_CALL, ({ result }) => Object.assign(result, { quorum: null }))).toContain('quorum.differs');
    expect(
      changed(FILES[2]!, (file) => {
        file.chair = 'for';
      }),
    ).toContain('chair.strange');
    const lot = { how: 'lot', between: ['1', '2'], option: '1', by: 'seat 1', before: 'all' } as const;
    expect(changed(FILES[2]!, ({ settled }) => settled.push({ ...lot, between: [...lot.between] }))).toEqual([
      'settled.strange',
    ]);
    expect(changed(ROLL_CALL, (file) => Object.assign(file, { more: 1 }))).toEqual(['file.strange']);
  });

  it('why: its proxies, where the rules say nothing of them or less', () => {
    const proxies = (most: number, within: boolean) => ({ document: 'rules', article: '14', value: { most, within } });
    const carried =
      (allowed: File['rules']['proxies'], ...by: readonly string[]) =>
      (file: File) => {
        file.rules.proxies = allowed;
        for (const [at, key] of by.entries()) file.seats[at]!.carriedBy = key;
      };
    expect(changed(ROLL_CALL, carried(null, 'seat-4'))).toEqual(['proxies.more']);
    expect(changed(ROLL_CALL, carried(proxies(1, false), 'seat-9', 'seat-9'))).toEqual(['proxies.more']);
    expect(changed(ROLL_CALL, carried(proxies(2, true), 'seat-9'))).toEqual(['proxies.more']);
    expect(changed(ROLL_CALL, carried(proxies(2, false), 'seat-2', 'seat-9'))).toEqual(['proxies.more']);
    expect(changed(ROLL_CALL, carried(proxies(2, false), 'seat-23'))).toEqual(['proxies.more']);
    expect(changed(ROLL_CALL, carried(proxies(2, true), 'seat-4', 'seat-4'))).toEqual([]);
  });
});

describe('ties that somebody decided', () => {
  it('stand in the file with who drew and before whom, and count only where they decided', () => {
    const tie = { document: 'rules', article: '11', value: { how: 'lot' as const } };
    const base = openChoice([A, A, B, B, [0, 0, 1]]);
    const rules = { ...base.rules, tie };
    const two = { ...base, ballot: { ...base.ballot, round: 2 as const }, rules };
    const open = fileOf(sha256, law, two);
    expect(said(open).at(-1)).toContain('a tie that nobody has decided');
    const settled = [{ how: 'lot' as const, between: ['1', '2'], option: '2', by: 'seat 4', before: 'the assembly' }];
    const drawn = fileOf(sha256, law, { ...two, settled });
    expect(wrong(drawn)).toEqual([]);
    expect(said(drawn).at(-1)).toContain('elected: Namizəd 2');
    expect(wrong(fileOf(sha256, law, { ...two, settled: [...settled, ...settled] }))).toEqual(['settled.strange']);
  });
});

describe('two people who count', () => {
  const count = (counter: string, n: number) => ({ counter, piles: pilesOf([['for', n]]) });
  it('must be two, and agree', () => {
    expect(agreedCount([])).toBeNull();
    expect(agreedCount([count('a', 3), count('a', 3)])).toBeNull();
    expect(agreedCount([count('a', 3), count('b', 4)])).toBeNull();
    expect(agreedCount([count('a', 3), count('b', 4), count('b', 3)])?.piles[0]?.count).toBe(3);
    const split = {
      counter: 'b',
      piles: pilesOf([
        ['for', 1],
        ['against', 0],
        ['for', 2],
      ]),
    };
    expect(agreedCount([count('a', 3), split])).toBe(split);
  });
});
