import { expect, it } from 'vitest';
import { NOBODY } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person as fake, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { Lang } from '#core/i18n/lang.ts';
import { message } from '#core/i18n/message.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { makeDeedLink } from '../deeds/commands.ts';
import { peopleCommands } from '../people/commands.ts';
import type { IdentityNeeds } from '../schema.ts';
import { makeLink } from '../sessions/commands.ts';
import { tell } from './commands.ts';
import { callsOf } from './queries.ts';
import { isCallDue } from './rules.ts';

const BODY = '01900000-0000-7000-8000-0000000000b1';
const needs = {
  bodyNames: async () => new Map([[BODY, 'ExCom']]),
  roles: () => [{ role: 'executor', name: '', may: '', ofBody: true }],
  lang: (code: 'az' | 'en' | 'ru') => new Lang(code, SENTENCES[code]),
} as unknown as IdentityNeeds;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** An executor's reporter with a telephone and an unused link to sign in; and a link for one deed of the body. */
async function called(on: Stage) {
  const { person } = value(
    await asSystem(on)(peopleCommands(needs).addPerson, {
      ...{ name: { az: 'Rəna Quliyeva' }, language: 'az', email: null, phone: '+994 50 123 45 67' },
      ...{ role: 'executor', body: BODY, from: on.today, to: null },
    }),
  );
  value(await asSystem(on)(makeLink, { person, send: false }));
  const asked = { command: 'plans.reply', object: BODY, person: null, body: BODY, formPath: '/plans/x', days: 3 };
  await on.house.database.transaction((db) =>
    makeDeedLink(
      {
        ...{ db, now: on.now, today: on.today, actor: fake(on.forum.id, 'coordinator') },
        ...{ forum: on.forum, lang: 'az', requestId: '' },
      },
      { ...asked, purpose: message('identity.deed.over') },
    ),
  );
  return person;
}

both('whom to call', (scratch) => {
  it('is who has an open link, also where it went to a body; what ends first comes first', async () => {
    const on = await stage(scratch);
    const person = await called(on);
    const calls = await callsOf(scratch.db, on.forum.id, on.now, on.today);
    expect(calls.map((call) => [call.kind, call.people.map(({ id }) => id), call.toldAt])).toEqual([
      ['deed', [person], null],
      ['link', [person], null],
    ]);
    expect(calls[0]).toMatchObject({ body: BODY, people: [{ phone: '+994 50 123 45 67' }] });
    on.now = new Date(on.now.getTime() + 8 * 86_400_000);
    expect(await callsOf(scratch.db, on.forum.id, on.now, on.today)).toEqual([]);
  });

  it('leaves the list of the day by one press of staff, of this forum alone, without a word in the record', async () => {
    const on = await stage(scratch);
    await called(on);
    const [deed, link] = await callsOf(scratch.db, on.forum.id, on.now, on.today);
    const input = { kind: 'deed' as const, id: deed!.id };
    for (const stranger of [NOBODY, fake(on.forum.id, 'executor'), fake('elsewhere', 'secretary')])
      expect(await on.as(stranger)(tell, input)).toMatchObject({
        refusal: { message: { key: 'identity.refused.deed_link' } },
      });
    const before = (await on.entries()).length;
    value(await on.as(fake(on.forum.id, 'secretary'))(tell, input));
    const due = (await callsOf(scratch.db, on.forum.id, on.now, on.today)).filter((call) =>
      isCallDue(call, on.forum.zone, on.today),
    );
    expect(due.map(({ id }) => id)).toEqual([link!.id]);
    expect((await on.entries()).length).toBe(before);
    // The kind belongs to the link: nothing can be noted about what is not there.
    expect(await asSystem(on)(tell, { kind: 'link' as const, id: deed!.id })).toMatchObject({
      refusal: { message: { key: 'identity.calls.refused_nothing' } },
    });
  });
});
