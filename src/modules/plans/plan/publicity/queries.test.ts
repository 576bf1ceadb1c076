import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { both } from '#core/db/testing/scratch.ts';
import { stage } from '#core/db/testing/stage.ts';
import { addDays, day } from '#core/time/plain-date.ts';
import { insertWorld } from '../../trial/worlds/samples.ts';
import { isPublic, stageOn } from '../rules.ts';
import { STAGES } from '../schema.ts';
import { isPublicOn } from './queries.ts';

const TODAY = day('2026-11-23');

both('which plans everybody sees', (scratch) => {
  it('is told by the database as by the law, corrected days and days to come included', async () => {
    const on = await stage(scratch);
    const someStages = fc.array(
      fc.record({
        stage: fc.constantFrom(...STAGES),
        from: fc.integer({ min: -3, max: 3 }).map((n) => addDays(TODAY, n)),
      }),
      { maxLength: 5 },
    );
    let number = 0;
    await fc.assert(
      fc.asyncProperty(someStages, async (stages) => {
        const world = {
          slug: `p${++number}`,
          voice: 'asked' as const,
          stages,
          reportDates: [],
          points: 0,
          measures: [],
        };
        const { plan } = await insertWorld({ db: scratch.db, forum: on.forum.id, now: on.now, today: TODAY }, world);
        const { rows } = await sql<{ seen: boolean }>`
          select ${isPublicOn('p', TODAY)} as seen from plans_plans p where p.id = ${plan}`.execute(scratch.db);
        // Ids grow with time: the place in the list says which row was entered last.
        const facts = stages.map((row, i) => ({ id: String(i) as never, stage: row.stage, from_day: row.from }));
        expect(rows).toEqual([{ seen: isPublic(stageOn(facts, TODAY)) }]);
      }),
      { numRuns: 120 },
    );
  });
});
