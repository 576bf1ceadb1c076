import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { NODE } from '#core/audit/primitives.ts';
import { isSigned } from '#core/blind-signatures/signer.ts';
import { verifyBallot } from '#modules/ballots/verifying/rules.ts';
import { servedHouse } from './testing/whole-house.ts';
import { LAW } from './verifier/law.ts';

/** What is said at the urn to whom it does not take a vote from; at the addresses, as they come. */
const house = servedHouse({ example: true });
const AT = '/en/durnasu/ballots';

/** The number of a vote of the demonstration, and its first seats. */
async function ballotIn(mode: string): Promise<{ number: number; keys: string[] }> {
  const { rows } = await sql<{ number: number; keys: string[] }>`
    select b.number, array_agg(r.key order by r.number) as keys
    from ballots_ballots b join ballots_roll r on r.ballot_id = b.id
    where b.mode = ${mode} and b.secrecy = 'open' group by b.number order by b.number desc limit 1`.execute(
    house.assembly.database.db,
  );
  return rows[0]!;
}

it('a link that was forged, cut or used is said to be one, on the page and to who sends the form', async () => {
  const { number, keys } = await ballotIn('correspondence');
  const told = await house.stranger(`${AT}/${number}/votes?deed=${'x'.repeat(43)}`);
  expect([told.status, told.text]).toEqual([410, expect.stringContaining('This link is not valid')]);
  expect(told.text).toContain('ask the coordinator who sent it for a new one');
  const sent = await house.send(`${AT}/${number}/votes?deed=${'x'.repeat(43)}`, {
    ...{ seat: keys[0]!, step: 'cast', say: 'for' },
  });
  expect([sent.status, await sent.text()]).toEqual([410, expect.stringContaining('This link is not valid')]);
  expect((await house.stranger(`${AT}/${number}/votes`)).status).toBe(401);
});

it('a vote for a seat of somebody else, or a second one, is refused before it is asked to be checked', async () => {
  const { number, keys } = await ballotIn('correspondence');
  const member = await house.looking('member');
  const form = await (await house.ask(`${AT}/${number}/votes`, member)).text();
  const own = /name="seat" value="([^"]+)"/.exec(form)![1]!;
  const other = keys.find((key) => !form.includes(key))!;
  const send = async (seat: string, step: string) => {
    const answer = await house.send(`${AT}/${number}/votes`, { seat, step, say: 'for' }, member);
    return [answer.status, answer.status === 303 ? '' : await answer.text()];
  };
  expect(await send(other, 'check')).toEqual([403, expect.stringContaining('You speak for no seat of this vote.')]);
  expect(await send(other, 'cast')).toEqual([403, expect.stringContaining('You have no mandate for seat')]);
  expect(await send(own, 'check')).toEqual([200, expect.any(String)]);
  expect(await send(own, 'cast')).toEqual([303, '']);
  for (const step of ['check', 'cast'])
    expect(await send(own, step)).toEqual([409, expect.stringMatching(/Seat \d+ has voted already/)]);
});

it('a vote that comes late is told so, with or without an answer in it', async () => {
  const { number, keys } = await ballotIn('hall');
  const member = await house.looking('member');
  for (const fields of [{ step: 'check' }, { step: 'check', say: 'for' }, { step: 'cast', say: 'for' }]) {
    const answer = await house.send(`${AT}/${number}/votes`, { seat: keys[0]!, ...fields }, member);
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('Voting is over')]);
  }
});

it('the demonstration has a secret vote from afar that is over, with a code beside each paper', async () => {
  const { rows } = await sql<{ number: number; papers: number; cast: number }>`
    select b.number,
      (select count(*)::int from ballots_secret_papers p where p.ballot_id = b.id) as papers,
      (select count(*)::int from ballots_secret_votes v where v.ballot_id = b.id) as cast
    from ballots_ballots b join ballots_closures c on c.ballot_id = b.id
    where b.secrecy = 'secret' and b.mode = 'online'`.execute(house.assembly.database.db);
  const [secret] = rows;
  expect([rows.length, secret?.papers, secret?.cast]).toEqual([1, 19, 19]);
  const { status, text } = await house.stranger(`${AT}/${secret!.number}/secret`);
  expect(status).toBe(200);
  expect(new Set(text.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g)).size).toBe(19);
  expect(await house.stranger(`${AT}/${secret!.number}`)).toMatchObject({ status: 200 });
  const file = await house.stranger(`${AT}/${secret!.number}/export.json`);
  const means = { sha256: NODE.sha256, law: LAW, isSigned };
  const lines = verifyBallot(means, new TextEncoder().encode(file.text)).lines;
  expect([lines.length > 0, lines.filter(({ fits }) => !fits)]).toEqual([true, []]);
});
