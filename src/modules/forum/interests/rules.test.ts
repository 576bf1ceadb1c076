import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import type { Result } from '#core/errors/result.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { addDays, day } from '#core/time/plain-date.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { decideComposition } from '../composition/commands.ts';
import { interestsOf, recusedOn } from '../contract.ts';
import { giveSeat, seatingCommands } from '../seating/commands.ts';
import { seatingOf } from '../seats/queries.ts';
import { declareInterest, endInterest } from './commands.ts';
import { findInterest } from './queries.ts';
import { interestRoutes } from './routes.ts';
import { touches } from './rules.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const said = (made: Result<unknown>): string =>
  made.ok ? 'ok' : `${made.refusal.kind}: ${(made.refusal.fields?.[0]?.message ?? made.refusal.message).key}`;
function must<T>(made: Result<T>): T {
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}
const db = (on: Stage) => on.house.database.db;
/** Nobody is written down here: offices only. */
const noRoles = {
  give: () => Promise.reject(new Error('no person was asked for')),
  bound: () => Promise.reject(new Error('no role was given')),
};
const page = (id: string) => ({ type: 'page' as const, id });

describe('an interest', () => {
  it('touches exactly its organisation, or its page with all below it', () => {
    const plan = page('/plans/local');
    expect([
      touches(plan, plan),
      touches(plan, page('/plans/local/measures/1.1')),
      touches(plan, page('/plans')),
    ]).toEqual([...[true, true, false]]);
    expect([touches(plan, page('/plans/local-2')), touches(page('b'), { type: 'body', id: 'b' })]).toEqual([
      false,
      false,
    ]);
  });
});

/** Seat 1 of body `a` with both offices named. */
async function seated(on: Stage) {
  must(
    await asSystem(on)(decideComposition, {
      ...{ number: 'p', decidedOn: day('2026-03-01'), from: day('2026-03-01'), reason: null, url: null, more: [] },
      ...{ fresh: [{ name: { en: 'NGOs' }, seats: 2 }], places: [] },
    }),
  );
  const body = await loadNamedBody(asSystem(on), { key: 'a', kind: 'ngo', name: { en: 'Body a' }, source: 'm' });
  const { seats } = await seatingOf(db(on), on.forum.id);
  const term = { from: day('2026-03-01'), to: null, source: 'məktub' };
  const { id: holding } = must(await asSystem(on)(giveSeat, { seat: seats[0]!.id, body, ...term }));
  for (const kind of ['representative', 'alternate'] as const)
    must(
      await asSystem(on)(seatingCommands(noRoles).nameSpeaker, {
        ...{ holding, kind, who: null, office: { en: kind }, ...term },
      }),
    );
  const speaker: Actor = {
    ...{ kind: 'person', id: '01900000-0000-7000-8000-00000000cafe', name: 'Somebody' },
    roles: [{ role: 'member', forum: on.forum.id, body }],
  };
  return { body, seat: seats[0]!, other: seats[1]!, speaker };
}

both('declaring an interest', (scratch) => {
  it('makes the voter stand aside from that day on: the whole seat, or the one who declared', async () => {
    const on = await stage(scratch);
    const { seat, speaker } = await seated(on);
    const asked = { seat: seat.id, kind: 'money' as const, words: null };
    const plan = page('/plans/local');
    must(await on.as(speaker)(declareInterest, { ...asked, of: 'representative', about: plan }));
    must(await on.as(speaker)(declareInterest, { ...asked, of: 'organisation', about: page('/plans/other') }));
    const [seating, declared] = [await seatingOf(db(on), on.forum.id), await interestsOf(db(on), on.forum.id)];
    const aside = (as: 'representative' | 'alternate', id: string, plus = 0) =>
      recusedOn(seating, declared, { seat, as }, [page('/news'), page(id)], addDays(on.today, plus)) !== null;
    expect([aside('representative', '/plans/local/measures/1.1'), aside('alternate', '/plans/local')]).toEqual([
      ...[true, false],
    ]);
    expect([aside('representative', '/plans/other'), aside('alternate', '/plans/other')]).toEqual([true, true]);
    expect([aside('representative', '/plans/local', -1), aside('representative', '/places')]).toEqual([false, false]);
    expect((await on.entries()).at(-1)).toMatchObject({
      kind: 'forum.interest_declared',
      params: { seat: 1, body: 'Body a', about: '/plans/other' },
    });
    const [latest] = declared;
    const end = { interest: latest!.id, last: on.today };
    expect(said(await on.as(speaker)(endInterest, end))).toBe('forbidden: forum.denied.keep');
    expect(said(await asSystem(on)(endInterest, { ...end, last: addDays(on.today, -1) }))).toBe(
      'bad_input: forum.interests.wrong_past',
    );
    must(await asSystem(on)(endInterest, end));
    expect(said(await asSystem(on)(endInterest, end))).toBe('conflict: forum.refused.ended_already');
    const after = await interestsOf(db(on), on.forum.id);
    const still = (plus: number) =>
      recusedOn(seating, after, { seat, as: 'alternate' }, [page('/plans/other')], addDays(on.today, plus)) !== null;
    expect([still(0), still(1)]).toEqual([true, false]);
  });

  it('is for who speaks for that seat, and for staff; strangers and other members cannot', async () => {
    const on = await stage(scratch);
    const { seat, other, speaker } = await seated(on);
    const asked = { of: 'organisation' as const, kind: 'work' as const, words: null, about: page('/plans') };
    expect(said(await on.as({ kind: 'nobody' })(declareInterest, { ...asked, seat: seat.id }))).toBe(
      'sign_in: forum.interests.denied',
    );
    expect(said(await on.as(speaker)(declareInterest, { ...asked, seat: other.id }))).toBe(
      'forbidden: forum.interests.denied',
    );
    expect(said(await asSystem(on)(declareInterest, { ...asked, seat: other.id }))).toBe(
      'not_found: forum.refused.no_holding',
    );
    const shown = visitor(on, { routes: interestRoutes, langs, language: 'en', actor: speaker });
    const seat1 = { seat: seat.id, of: 'organisation', kind: 'work', words: 'It sells us terminals.' };
    const neither = await shown.post('/members/interests', { ...seat1, page: '', body: '' });
    expect([neither.status, neither.text.includes('one of the two')]).toEqual([422, true]);
    const typed = `http://localhost:3000/en/${on.forum.slug}/plans/local?x=1`;
    expect((await shown.post('/members/interests', { ...seat1, page: typed })).to).toBe(
      '/en/stage/members/interests?done=declared',
    );
    const [one] = await interestsOf(db(on), on.forum.id);
    expect(one?.about).toEqual(page('/plans/local'));
    const list = await visitor(on, { routes: interestRoutes, langs, language: 'en' }).get('/members/interests');
    for (const text of ['Body a', '/plans/local', 'It sells us terminals.']) expect(list.text).toContain(text);
    expect(await findInterest(db(on), on.forum, one!.id)).toMatchObject({ title: { en: 'Body a' } });
    expect((await shown.get(`/members/interests/${one!.id}/closure`)).status).toBe(403);
    const staff = visitor(on, {
      routes: interestRoutes,
      langs,
      language: 'en',
      actor: person(on.forum.id, 'secretary'),
    });
    expect((await staff.get(`/members/interests/${one!.id}/closure`)).status).toBe(200);
    expect((await staff.post(`/members/interests/${one!.id}/closure`, { last: on.today })).to).toBe(
      '/en/stage/members/interests?done=ended',
    );
    expect((await visitor(on, { routes: interestRoutes, langs }).get('/members/interests/new')).status).toBe(401);
  });
});
