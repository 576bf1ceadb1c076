import { expect, it } from 'vitest';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { type Stage, stage } from '#core/db/testing/stage.ts';
import { addDays, day } from '#core/time/plain-date.ts';
import type { Stage as PlanStage } from '../plan/schema.ts';
import { insertWorld, type World, type WorldMeasure } from '../trial/worlds/samples.ts';
import { cellLines, executorCounts } from './queries.ts';

const TODAY = day('2026-11-23');
const [ROAD, WATER] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'] as const;

const measure = (given: Partial<WorldMeasure> = {}, bodies: readonly string[] = [ROAD]): WorldMeasure => ({
  ...{ point: null, due: null, added: null, withdrawn: null, amendments: [] },
  cells: bodies.map((body) => ({
    body,
    role: 'lead',
    from: given.added ?? null,
    to: null,
    updates: [],
    evaluations: [],
  })),
  ...given,
});

const entered = (stage: PlanStage, after = -30) => ({ stage, from: addDays(TODAY, after) });

async function write(scratch: Scratch, on: Stage, slug: string, given: Partial<World>, forum = on.forum) {
  const world: World = {
    ...{ slug, voice: 'asked', stages: [entered('adopted')], reportDates: [], points: 0, measures: [measure()] },
    ...given,
  };
  return insertWorld({ db: scratch.db, forum: forum.id, now: on.now, today: TODAY }, world);
}

both('executors', (scratch) => {
  const slugs = async (on: Stage, wanted: Parameters<typeof cellLines>[2] = { bodies: [ROAD] }, forum = on.forum) =>
    (await cellLines(scratch.db, forum, wanted, TODAY)).map((line) => `${line.planSlug}/${line.number}`);

  it('are not counted in drafts, nor do their pages name one', async () => {
    const on = await stage(scratch);
    await write(scratch, on, 'public', {});
    await write(scratch, on, 'begun', { stages: [] });
    await write(scratch, on, 'later', { stages: [entered('draft'), entered('consultation', 1)] });
    await write(scratch, on, 'corrected', { stages: [entered('consultation', -3), entered('consultation', 2)] });
    await write(scratch, on, 'consulted', { stages: [entered('consultation', 0)] });
    expect(await executorCounts(scratch.db, on.forum, TODAY)).toEqual(new Map([[ROAD, 2]]));
    expect((await slugs(on)).sort()).toEqual(['consulted/1.1', 'public/1.1']);
    expect((await slugs(on, 'own')).sort()).toEqual(['consulted/1.1', 'public/1.1']);
  });

  it('have measures that are in the plan today; a withdrawn one stands in the list and in no count', async () => {
    const on = await stage(scratch);
    await write(scratch, on, 'plan', {
      measures: [
        measure(),
        measure({ added: addDays(TODAY, 1) }),
        measure({ added: TODAY }, [ROAD, WATER]),
        measure({ withdrawn: TODAY }, [WATER]),
        measure({ withdrawn: addDays(TODAY, 1) }),
      ],
    });
    expect(await executorCounts(scratch.db, on.forum, TODAY)).toEqual(
      new Map([
        [ROAD, 3],
        [WATER, 1],
      ]),
    );
    expect((await slugs(on, { bodies: [ROAD] })).sort()).toEqual(['plan/1.1', 'plan/1.3', 'plan/1.5']);
    const gone = await cellLines(scratch.db, on.forum, { bodies: [WATER] }, TODAY);
    expect(gone.map((line) => line.withdrawn).sort()).toEqual([false, true]);
  });

  it('stand in the order of due days in force, unknown ones last, those of one day as in the plan', async () => {
    const on = await stage(scratch);
    const moved = { on: addDays(TODAY, -1), due: addDays(TODAY, 90), number: '1.9' };
    const toCome = { on: addDays(TODAY, 1), due: addDays(TODAY, -90), number: '1.8' };
    await write(scratch, on, 'plan', {
      measures: [
        measure({ due: null }),
        measure({ due: addDays(TODAY, -50), amendments: [moved] }),
        measure({ due: addDays(TODAY, 10), amendments: [toCome] }),
        measure({ due: addDays(TODAY, 10) }),
        measure({ due: addDays(TODAY, 10) }),
        measure({ due: null }),
      ],
    });
    expect(await slugs(on)).toEqual(['1.3', '1.4', '1.5', '1.9', '1.1', '1.6'].map((number) => `plan/${number}`));
  });

  it('of national plans are read from every forum, of another forum from none', async () => {
    const on = await stage(scratch);
    await write(scratch, on, 'national', { kind: 'national' }, on.reference);
    await write(scratch, on, 'own', {});
    expect((await slugs(on)).sort()).toEqual(['national/1.1', 'own/1.1']);
    expect(await slugs(on, 'own')).toEqual(['own/1.1']);
    expect(await slugs(on, { bodies: [ROAD] }, on.reference)).toEqual(['national/1.1']);
    expect(await slugs(on, { bodies: [] })).toEqual([]);
  });
});
