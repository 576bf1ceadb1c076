import { expect, it } from 'vitest';
import { NODE } from '#core/audit/primitives.ts';
import { bookOf, OF_23 } from '#modules/ballots/tallies/samples.ts';
import { fileOf, takenOf } from '#modules/ballots/verifying/samples.ts';
import { LAW } from '../verifier/law.ts';
import { verifyCommand } from './verify.ts';

const FILE = fileOf(NODE.sha256, LAW, takenOf({ sizes: OF_23, rules: bookOf(), mark: () => 'for' }));

/** What the command says of a file, and how it ends. */
async function said(text: string) {
  const [out, err]: [string[], string[]] = [[], []];
  const voice = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const file = { name: 'ballot.json', bytes: Buffer.from(text) };
  return { exit: await verifyCommand.alone!(voice, { words: ['ballot.json'], options: {}, file }), out, err };
}

it('counts the file of a ballot again, and tells one that was changed', async () => {
  const whole = await said(FILE);
  expect([whole.exit, whole.err, whole.out.at(-1)]).toEqual([0, [], expect.stringContaining('Everything fits')]);
  expect(whole.out.join('\n')).toContain('Each of the 23 seats');
  const changed = await said(FILE.replace('"mark":"for"', '"mark":"against"'));
  expect([changed.exit, changed.err]).toEqual([1, [expect.stringMatching(/^DOES NOT FIT: .*seal/)]]);
});

it('takes everything else for the export of a log', async () => {
  const found = await said('PK');
  expect([found.exit, found.err.join()]).toEqual([1, expect.stringContaining('public log')]);
});
