import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { SYSTEM } from '#core/actor.ts';
import type { Command } from '#core/command.ts';
import { perform } from '#core/house.ts';
import { addDays, day } from '#core/time/plain-date.ts';
import { begin, end } from '#modules/meetings/attendance/commands.ts';
import { callMeeting, invite } from '#modules/meetings/calls/commands.ts';
import { circulate } from '#modules/meetings/minutes/commands.ts';
import { servedHouse } from './testing/whole-house.ts';

const house = servedHouse({ example: true });
const TODAY = day('2026-11-23');
const forum = () => house.assembly.forums.bySlug('durnasu')!;

async function does<I, O>(deed: Command<I, O>, input: I): Promise<O> {
  const asked = { actor: SYSTEM, forum: forum(), lang: 'en', requestId: 'test' } as const;
  const made = await perform(house.assembly.house, asked, deed, input);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

/** A meeting of today whose minutes went round. */
async function circulated(): Promise<number> {
  const { rows } = await sql<{ body: string }>`
    select body_id as body from forum_holdings where forum_id = ${forum().id} limit 1`.execute(
    house.assembly.database.db,
  );
  const call = {
    ...{ kind: 'assembly' as const, title: { en: 'Remarks' }, on: TODAY, hour: '10:00', until: null },
    ...{ place: { en: 'Hall' }, placeId: null, link: null, group: null, convener: 'coordinator' as const },
    ...{ members: null, body: rows[0]!.body, language: 'en' as const, urgent: false, reason: null },
  };
  const { id, number } = await does(callMeeting, { call, invited: null });
  await does(invite, { meeting: id });
  await does(begin, { meeting: id, item: null, hour: null });
  await does(end, { meeting: id, item: null, hour: null });
  await does(circulate, { meeting: id, until: addDays(TODAY, 7) });
  return number;
}

it('a member without an account remarks on minutes by a link, once, for the own organisation alone', async () => {
  const number = await circulated();
  const minutes = `/en/durnasu/meetings/${number}/minutes`;
  const keeper = await house.looking('coordinator');
  const shown = await (await house.ask(minutes, keeper)).text();
  const pages = [...shown.matchAll(/people\/deeds\/new\?command=meetings\.remark&amp;object=([0-9a-f-]{36})/g)];
  expect(pages.length).toBeGreaterThan(15);
  const asked = { command: 'meetings.remark', object: pages[0]![1]!, language: 'en', send: 'show' };
  const made = await house.send('/en/durnasu/people/deeds', asked, keeper);
  const token = /\/deeds\/([\w-]{43})/.exec(await made.text())![1]!;

  expect((await house.stranger(minutes)).status).toBe(404);
  const way = await house.stranger(`/en/durnasu/deeds/${token}`);
  expect(way.text).toContain(`Make a remark on the minutes of meeting ${number}`);
  const form = await house.stranger(`${minutes}/remarks?deed=${token}`);
  const bodies = [...form.text.matchAll(/<option value="([0-9a-f-]{36})"/g)].map((found) => found[1]!);
  expect([form.status, bodies.length]).toEqual([200, 1]);
  expect((await house.stranger(`${minutes}?deed=${token}`)).status).toBe(200);

  const { rows } = await sql<{ body: string }>`select body_id as body from forum_holdings
    where forum_id = ${forum().id} and body_id <> ${bodies[0]} limit 1`.execute(house.assembly.database.db);
  const send = (body: string) =>
    house.send(`${minutes}/remarks?deed=${token}`, { body, item: '', words: 'The third speaker is missing' });
  expect((await send(rows[0]!.body)).status).toBe(403);
  const sent = await send(bodies[0]!);
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/en/durnasu/meetings/${number}?done=remarked`]);
  expect((await house.stranger(`/en/durnasu/meetings/${number}?done=remarked`)).text).toContain('The remark was sent.');
  const again = await send(bodies[0]!);
  expect([again.status, await again.text()]).toEqual([410, expect.stringContaining('This link is not valid')]);
  expect(await (await house.ask(minutes, keeper)).text()).toContain('The third speaker is missing');
});
