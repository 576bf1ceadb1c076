import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { recordReading } from '#core/audit/readings.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person as fake, type Stage, stage } from '#core/db/testing/stage.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import type { Letter } from '#core/mail/letter.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { peopleCommands } from '../people/commands.ts';
import { ROLES } from '../people/roles/rules.ts';
import type { IdentityNeeds } from '../schema.ts';
import { erasureCommands } from './commands.ts';
import { personalRoutes } from './routes.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };

/** A secretary who looks at the own data, and the letters that were sent. */
async function platform(on: Stage) {
  const post: Letter[] = [];
  const needs = {
    bodyNames: async () => new Map(),
    roles: () => ROLES,
    lang: (code: LanguageCode) => langs[code],
    forum: (id: string) => (id === on.forum.id ? on.forum : null),
    marks: { of: async () => [{ forumId: on.forum.id, size: 58, on: on.today }], forget: async () => {} },
    mailer: {
      send: async (letter: Letter) => {
        post.push(letter);
        return { ok: true, value: { id: '1', file: null } };
      },
    },
  } as unknown as IdentityNeeds;
  const made = await asSystem(on)(peopleCommands(needs).addPerson, {
    ...{ name: { az: 'Rəna Quliyeva' }, language: 'az', email: null, phone: '+994 50 123 45 67' },
    ...{ role: 'secretary', body: null, from: on.today, to: null },
  });
  if (!made.ok) throw new Error(made.refusal.message.key);
  const id = made.value.person;
  const me: Actor = {
    kind: 'person',
    id,
    name: 'Rəna',
    roles: [{ role: 'secretary', forum: on.forum.id, body: null }],
  };
  const as = (actor?: Actor) =>
    visitor(on, {
      routes: personalRoutes(needs, erasureCommands(needs)),
      langs,
      language: 'en',
      ...(actor ? { actor } : {}),
    });
  return { id, me, as, post };
}

both('the page of what is held', (scratch) => {
  it('shows rows, looks and an export to the person alone', async () => {
    const on = await stage(scratch);
    const { id, me, as } = await platform(on);
    const by = fake(on.forum.id, 'coordinator');
    await recordReading(
      { db: scratch.db, now: on.now, today: on.today, forum: on.forum },
      {
        ...{ person: id, by, what: 'identity.personal.reading_person' },
      },
    );
    const page = await as(me).get('/en/me/data');
    for (const words of [
      '+994 50 123 45 67',
      'Secretary',
      'your page: name, contacts, roles',
      'Coordinator',
      'Stage, 23 November 2026',
    ])
      expect(page.text).toContain(words);
    expect(page.kept).toBe(false);
    const file = await as(me).get('/en/me/data.json');
    const whole = JSON.parse(file.text) as { person: { phone: string }; readings: unknown[]; roles: unknown[] };
    expect([whole.person.phone, whole.readings.length, whole.roles.length]).toEqual(['+994 50 123 45 67', 1, 1]);
    expect(JSON.parse(file.text)).toMatchObject({ marks: [{ forumId: on.forum.id, size: 58, on: '2026-11-23' }] });
    for (const path of ['/en/me/data', '/en/me/data.json', '/en/me/data/erasure'])
      expect((await as().get(path)).to, path).toBe('/en/sign-in');
  });

  it('keeps what was typed when it is wrong, and confirms an address by a letter that opens without acting', async () => {
    const on = await stage(scratch);
    const { me, as, post } = await platform(on);
    const wrong = await as(me).post('/en/me/data/correction', { name: '', language: 'az', phone: 'call me' });
    expect([wrong.status, wrong.text.includes('call me')]).toEqual([422, true]);
    expect((await as(me).post('/en/me/data/email', { email: 'nonsense' })).status).toBe(422);
    expect((await as(me).post('/en/me/data/email', { email: 'rena@example.az' })).to).toBe('/en/me/data?done=letter');
    expect(post.map(({ to }) => to)).toEqual(['rena@example.az']);
    expect(post[0]!.text.length).toBeLessThan(600);
    const path = /\/az\/me\/email\/\S+$/.exec(post[0]!.text)![0];
    expect((await as().get(path)).text).toContain('rena@example.az');
    expect((await as(me).get('/en/me/data')).text).toContain('waits for your press');
    expect((await as().post(path, {})).status).toBe(303);
    expect((await as(me).get('/en/me/data')).text).not.toContain('waits for your press');
    expect((await as().get(path)).status).toBe(410);
    // The next change is told at the address that counted until then, in the person's language and without the new one.
    await as(me).post('/en/me/data/email', { email: 'new@example.az' });
    const second = /\/az\/me\/email\/\S+$/.exec(post[1]!.text)![0];
    expect((await as().post(second, {})).status).toBe(303);
    expect(post.map(({ to }) => to)).toEqual(['rena@example.az', 'new@example.az', 'rena@example.az']);
    expect(post[2]!.subject).toBe('E-poçt ünvanınız dəyişdirilib');
    expect(post[2]!.text).not.toContain('new@');
  });
});

both('staff with a letter', (scratch) => {
  it('asks for its number and date, and is told that the last coordinator stays', async () => {
    const on = await stage(scratch);
    const { id, as } = await platform(on);
    const staff = as(fake(on.forum.id, 'coordinator'));
    expect((await as(fake(on.forum.id, 'secretary')).get(`/people/${id}/correction`)).status).toBe(403);
    expect((await staff.get(`/people/${id}/correction`)).text).toContain('Rəna Quliyeva');
    const missing = await staff.post(`/people/${id}/erasure`, { paper_ref: '14/2' });
    expect([missing.status, missing.text.includes('f-paper_day')]).toEqual([422, true]);
    const done = await staff.post(`/people/${id}/erasure`, { paper_ref: '14/2', paper_day: '20.11.2026' });
    expect(done.to).toBe(`/en/${on.forum.slug}/people/${id}?done=erased`);
  });
});
