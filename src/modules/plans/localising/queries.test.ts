import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { stage } from '#core/db/testing/stage.ts';
import { addDays, day } from '#core/time/plain-date.ts';
import { dossierAt } from '../dossier/queries.ts';
import { planSeen } from '../overview/queries.ts';
import { insertWorld, type World, type WorldMeasure } from '../trial/worlds/samples.ts';
import { localAnswers } from './queries.ts';

const TODAY = day('2026-11-23');
const measure = (given: Partial<WorldMeasure> = {}): WorldMeasure => ({
  ...{ point: null, due: null, added: null, withdrawn: null, amendments: [], cells: [], ...given },
});
const world = (slug: string, measures: readonly WorldMeasure[], stages?: World['stages']): World => ({
  ...{ slug, voice: 'asked', reportDates: [], points: 0, measures },
  stages: stages ?? [{ stage: 'adopted', from: addDays(TODAY, -30) }],
});

both('what of the national plan reaches us', (scratch) => {
  it('is answered by measures of public plans that stand, by the number they bear today', async () => {
    const on = await stage(scratch);
    const to = { db: scratch.db, now: on.now, today: TODAY };
    const national = await insertWorld(
      { ...to, forum: on.reference.id },
      { ...world('nap', [measure(), measure()]), kind: 'national' },
    );
    const [first, second] = national.measures as [string, string];
    const of = (id: string) => ({ localises: { forum: on.reference.id, id } });
    const renumbered = { on: addDays(TODAY, -1), due: null, number: '1.7' };
    const toCome = { on: addDays(TODAY, 1), due: null, number: '1.8' };
    const answers = [
      measure({ ...of(first), amendments: [renumbered, toCome] }),
      measure({ ...of(first), withdrawn: TODAY }),
      measure({ ...of(first), added: addDays(TODAY, 1) }),
      measure({ ...of(second), withdrawn: addDays(TODAY, 1) }),
    ];
    await insertWorld({ ...to, forum: on.forum.id }, world('local', answers));
    await insertWorld({ ...to, forum: on.forum.id }, world('draft', [measure(of(first))], []));
    const consultation = [{ stage: 'consultation' as const, from: addDays(TODAY, 1) }];
    await insertWorld({ ...to, forum: on.forum.id }, world('soon', [measure(of(first))], consultation));
    const seen = await planSeen(scratch.db, on.forum, 'nap', TODAY);
    const found = await localAnswers(scratch.db, on.forum, seen!.plan, TODAY);
    const named = (id: string) => (found.get(id) ?? []).map(({ planSlug, number }) => `${planSlug}/${number}`);
    expect(named(first)).toEqual(['local/1.7']);
    expect(named(second)).toEqual(['local/1.4']);
    expect((await localAnswers(scratch.db, on.reference, seen!.plan, TODAY)).size).toBe(0);
    const dossier = await dossierAt(scratch.db, on.forum, 'nap', '1.1', TODAY);
    expect(dossier?.answeredBy).toMatchObject([{ planSlug: 'local', number: '1.7' }]);
    const local = await dossierAt(scratch.db, on.forum, 'local', '1.1', TODAY);
    expect(local?.localises).toMatchObject({ planSlug: 'nap', number: '1.1', slug: '1.1' });
  });

  it('is not said while the national plan is a draft', async () => {
    const on = await stage(scratch);
    const to = { db: scratch.db, now: on.now, today: TODAY };
    const national = await insertWorld({ ...to, forum: on.reference.id }, world('nap', [measure()], []));
    const answer = measure({ localises: { forum: on.reference.id, id: national.measures[0]! } });
    await insertWorld({ ...to, forum: on.forum.id }, world('local', [answer]));
    expect((await dossierAt(scratch.db, on.forum, 'local', '1.1', TODAY))?.localises).toBeNull();
  });
});
