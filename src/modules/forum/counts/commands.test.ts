import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { both } from '#core/db/testing/scratch.ts';
import { asSystem, person, type Stage, stage } from '#core/db/testing/stage.ts';
import { visitor } from '#core/http/testing/visitor.ts';
import { Lang } from '#core/i18n/lang.ts';
import { loadNamedBody } from '#modules/places/samples.ts';
import { SENTENCES } from '../../../texts.gen.ts';
import { decideComposition } from '../composition/commands.ts';
import { rosterRoutes } from '../roster/routes.ts';
import { giveSeat } from '../seating/commands.ts';
import { seatingOf } from '../seats/queries.ts';
import { countRoutes } from './routes.ts';

const langs = { az: new Lang('az', SENTENCES.az), en: new Lang('en', SENTENCES.en), ru: new Lang('ru', SENTENCES.ru) };
const come = (on: Stage, actor?: Actor) =>
  visitor(on, {
    ...{ routes: [...countRoutes, ...rosterRoutes], parts: { parts: [], doors: [] }, langs, language: 'en' },
    ...(actor ? { actor } : {}),
  });

both('women and men among the members', (scratch) => {
  it('are not known until staff counted; an empty field is no zero, and nobody counts more than there are', async () => {
    const on = await stage(scratch);
    const day = on.today;
    const decided = { number: 'm', decidedOn: day, from: day, reason: null, url: null, more: [], places: [] };
    await asSystem(on)(decideComposition, { ...decided, fresh: [{ name: { en: 'NGOs' }, seats: 2 }] });
    const { seats, constituencies } = await seatingOf(scratch.db, on.forum.id);
    const body = await loadNamedBody(asSystem(on), { key: 'b', kind: 'ngo', name: { en: 'Body' }, source: 'm' });
    await asSystem(on)(giveSeat, { seat: seats[0]!.id, body, from: day, to: null, source: 'm' });
    expect((await come(on).get('/members')).text).toContain('>not known<');
    const staff = come(on, person(on.forum.id, 'secretary'));
    const typed = { constituency: constituencies[0]!.id, on: '23.11.2026', women: '1', men: '0', source: 'sheet 7' };
    const empty = await staff.post('/members/counts', { ...typed, men: '' });
    expect([empty.status, empty.text.includes('If it is not known'), empty.text.includes('sheet 7')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await staff.post('/members/counts', { ...typed, women: '2' })).text).toContain('only one seat');
    expect((await staff.post('/members/counts', { ...typed, on: '24.11.2026' })).status).toBe(422);
    expect((await come(on, person(on.forum.id, 'member')).post('/members/counts', typed)).status).toBe(403);
    expect((await staff.post('/members/counts', typed)).to).toContain('done=counted');
    expect((await come(on).get('/members')).text).toContain('counted on 23 Nov 2026: sheet 7');
    expect((await on.entries()).at(-1)).toMatchObject({ kind: 'forum.people_counted', params: { women: 1, men: 0 } });
  });
});
