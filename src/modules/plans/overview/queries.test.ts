import fc from 'fast-check';
import { expect, it } from 'vitest';
import { both, type Scratch } from '#core/db/testing/scratch.ts';
import { type Stage, stage } from '#core/db/testing/stage.ts';
import type { Forum } from '#core/forum.ts';
import { addDays, day, type PlainDate } from '#core/time/plain-date.ts';
import { dossierAt } from '../dossier/queries.ts';
import { storyOf } from '../dossier/rules.ts';
import { civilVoice } from '../evaluations/rules.ts';
import { COMPLETIONS } from '../evaluations/schema.ts';
import { cellLines } from '../executors/queries.ts';
import { activeOn } from '../measures/rules.ts';
import { EXECUTOR_STATES } from '../measures/schema.ts';
import { executorVoice, reportOverdue } from '../reports/rules.ts';
import { insertWorld, type World, type WorldCell, type WorldMeasure } from '../trial/worlds/samples.ts';
import { chosenOf, fitting } from './forms.ts';
import { cardsOf, planOverview, planSeen, plansSeen } from './queries.ts';
import { askedSum, type CellVoices, measureSum, mergeAll, type Tally, tallyOfCell } from './rules.ts';

const TODAY = day('2026-11-23');
const BODIES = [1, 2, 3, 4].map((n) => `01900000-0000-7000-8000-00000000000${n}`);

const from = (min: number, max: number) => fc.integer({ min, max }).map((n) => addDays(TODAY, n));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some);

const someCell = (body: string, after: PlainDate | null): fc.Arbitrary<WorldCell> =>
  fc
    .record({
      body: fc.constant(body),
      role: fc.constantFrom('lead' as const, 'co' as const),
      from: after === null ? maybe(from(-60, 20)) : fc.constant(after),
      to: maybe(from(21, 40).map((late) => (after === null ? addDays(late, -40) : late))),
      updates: fc.array(
        fc.record({ on: from(-50, 0), state: fc.constantFrom(...EXECUTOR_STATES), evidence: fc.boolean() }),
        { maxLength: 3 },
      ),
      evaluations: fc.array(fc.record({ publishes: from(-30, 10), completion: fc.constantFrom(...COMPLETIONS) }), {
        maxLength: 3,
      }),
    })
    .map((cell) => (cell.from && cell.to && cell.to < cell.from ? { ...cell, to: cell.from } : cell));

const someMeasure = (points: number): fc.Arbitrary<WorldMeasure> =>
  maybe(from(-40, 10)).chain((added) =>
    fc.record({
      point: points > 0 ? maybe(fc.integer({ min: 0, max: points - 1 })) : fc.constant(null),
      due: maybe(from(-60, 60)),
      added: fc.constant(added),
      withdrawn: maybe(from(-20, 20)),
      amendments: fc.array(fc.record({ on: from(-30, 30), due: maybe(from(-60, 60)), number: fc.constant(null) }), {
        maxLength: 3,
      }),
      cells: fc.subarray(BODIES).chain((bodies) => fc.tuple(...bodies.map((body) => someCell(body, added)))),
    }),
  );

const someWorld: fc.Arbitrary<Omit<World, 'slug'>> = fc.integer({ min: 0, max: 3 }).chain((points) =>
  fc.record({
    voice: fc.constantFrom('asked' as const, 'asked' as const, 'not_asked' as const),
    stages: fc.constant([{ stage: 'adopted' as const, from: addDays(TODAY, -90) }]),
    reportDates: fc.uniqueArray(from(-45, 15), { maxLength: 3 }),
    points: fc.constant(points),
    measures: fc.array(someMeasure(points), { maxLength: 5 }),
  }),
);

/** Both voices of a cell by the pure law, from everything that was said. */
function voicesBy(world: Omit<World, 'slug'>, cell: WorldCell): CellVoices {
  const updates = cell.updates.map((update, i) => ({
    ...{ id: String(i) as never, on_day: update.on, state: update.state, evidence: update.evidence ? 1 : 0 },
  }));
  const evaluations = cell.evaluations.map(({ publishes, completion }, i) => ({
    ...{ id: String(i) as never, publishes_on: publishes, completion },
  }));
  return { executor: executorVoice(updates, world.voice, TODAY), civil: civilVoice(evaluations, TODAY) };
}

const standing = (cell: WorldCell): boolean => activeOn({ from_day: cell.from, to_day: cell.to }, TODAY);

/** The due day in force, by hand: the last amendment in effect that named one. */
const dueBy = (measure: WorldMeasure): PlainDate | null =>
  measure.amendments
    .map((amendment, i) => ({ ...amendment, i }))
    .filter((amendment) => amendment.on <= TODAY && amendment.due !== null)
    .sort((a, b) => (a.on === b.on ? a.i - b.i : a.on < b.on ? -1 : 1))
    .at(-1)?.due ?? measure.due;

const isIn = (measure: WorldMeasure): boolean => measure.added === null || measure.added <= TODAY;
const isGone = (measure: WorldMeasure): boolean => measure.withdrawn !== null && measure.withdrawn <= TODAY;
const dayOf = (measure: WorldMeasure) => ({ due: dueBy(measure), withdrawn: isGone(measure) });

function sumBy(world: Omit<World, 'slug'>, measure: WorldMeasure) {
  const cells = measure.cells.filter(standing).map((cell) => voicesBy(world, cell));
  return askedSum(world.voice, measureSum(cells, dayOf(measure), TODAY));
}

/** Counted one by one, without the sums of the program. */
function tallyBy(world: Omit<World, 'slug'>): Tally {
  const here = world.measures.filter(isIn);
  const sums = here.filter((measure) => !isGone(measure)).map((measure) => ({ measure, sum: sumBy(world, measure) }));
  const count = (test: (one: (typeof sums)[number]) => boolean): number => sums.filter(test).length;
  const full = (voice: { complete: number; total: number }) => voice.total > 0 && voice.complete === voice.total;
  return {
    total: sums.length,
    withdrawn: here.length - sums.length,
    executor: {
      known: count(({ sum }) => sum.executor.known > 0),
      complete: count(({ sum }) => full(sum.executor)),
      unproven: count(({ sum }) => sum.executor.unproven > 0),
    },
    civil: { known: count(({ sum }) => sum.civil.known > 0), complete: count(({ sum }) => full(sum.civil)) },
    late: count(({ sum }) => sum.late),
    differ: count(({ sum }) => sum.differs),
    both: count(({ measure }) =>
      measure.cells.filter(standing).some((cell) => {
        const { executor, civil } = voicesBy(world, cell);
        return !['no_report', 'not_asked'].includes(executor.word) && civil.word !== 'not_assessed';
      }),
    ),
  };
}

function overdueBy(world: Omit<World, 'slug'>): number {
  const cells = world.measures
    .filter(isIn)
    .flatMap((measure) => measure.cells.filter(standing).map((cell) => ({ cell, measure })));
  return cells.filter(
    ({ cell, measure }) =>
      reportOverdue(
        {
          reportDates: world.reportDates.map((due_on) => ({ due_on })),
          voice: voicesBy(world, cell).executor,
          cell: { from_day: cell.from, to_day: cell.to },
          withdrawnOn: measure.withdrawn,
        },
        TODAY,
      ) !== null,
  ).length;
}

let number = 0;
async function written(scratch: Scratch, on: Stage, given: Omit<World, 'slug'>, forum: Forum = on.forum) {
  const world: World = { ...given, slug: `w${++number}` };
  const ids = await insertWorld({ db: scratch.db, forum: forum.id, now: on.now, today: TODAY }, world);
  return { world, ids };
}

both('plans drawn by chance', (scratch) => {
  it('are summed by the database as the law sums all that was said, and every figure opens as many rows', async () => {
    const on = await stage(scratch);
    await fc.assert(
      fc.asyncProperty(someWorld, async (given) => {
        const { world, ids } = await written(scratch, on, given);
        const seen = await planSeen(scratch.db, on.forum, world.slug, TODAY);
        const overview = await planOverview(scratch.db, seen!, TODAY);
        const lines = new Map(
          overview.points.flatMap((point) => point.measures).map((line) => [line.id as string, line]),
        );
        expect([...lines.keys()].sort()).toEqual(ids.measures.filter((_, i) => isIn(world.measures[i]!)).sort());
        for (const [i, measure] of world.measures.entries()) {
          const line = lines.get(ids.measures[i]!);
          if (line)
            expect(line).toMatchObject({ due: dueBy(measure), withdrawn: isGone(measure), sum: sumBy(world, measure) });
        }
        expect(overview.tally).toEqual(tallyBy(world));
        expect(mergeAll(overview.points.map((point) => point.tally))).toEqual(overview.tally);
        expect(overview.overdueReports).toBe(overdueBy(world));
        const rows = (query: string) =>
          fitting(overview, { chosen: chosenOf(new URLSearchParams(query)), body: undefined, here: null }).length;
        const { tally } = overview;
        expect({
          ...{ late: rows('state=late'), withdrawn: rows('state=withdrawn'), differ: rows('voices=differ') },
          ...{ silent: rows('state=no_report'), unassessed: rows('state=not_assessed'), both: rows('voices=agree') },
          ...{ standing: rows('state=complete') + rows('state=open'), all: rows(''), unknown: rows('state=nonsense') },
        }).toEqual({
          ...{ late: tally.late, withdrawn: tally.withdrawn, differ: tally.differ },
          ...{ silent: tally.total - tally.executor.known, unassessed: tally.total - tally.civil.known },
          ...{ both: tally.both - tally.differ, standing: tally.total, all: lines.size, unknown: lines.size },
        });
      }),
      { numRuns: 60 },
    );
  });

  it('read alike on the page of the measure, in the overview and on the pages of the executors', async () => {
    const on = await stage(scratch);
    await fc.assert(
      fc.asyncProperty(someWorld, async (given) => {
        const { world } = await written(scratch, on, given);
        const seen = await planSeen(scratch.db, on.forum, world.slug, TODAY);
        const overview = await planOverview(scratch.db, seen!, TODAY);
        for (const line of overview.points.flatMap((point) => point.measures)) {
          const dossier = await dossierAt(scratch.db, on.forum, world.slug, line.slug, TODAY);
          expect(storyOf(dossier!, TODAY)).toMatchObject({ sum: line.sum, withdrawn: line.withdrawn });
        }
        const cells = await cellLines(scratch.db, on.forum, { bodies: BODIES }, TODAY);
        const mine = cells.filter((cell) => cell.planSlug === world.slug);
        const expected = world.measures
          .filter(isIn)
          .flatMap((m) => m.cells.filter(standing).map((cell) => tallyOfCell(voicesBy(world, cell), dayOf(m), TODAY)));
        const tallies = mine.map((cell) =>
          tallyOfCell(cell.voices, { due: cell.due, withdrawn: cell.withdrawn }, TODAY),
        );
        expect(mergeAll(tallies)).toEqual(mergeAll(expected));
        expect(mine.filter((cell) => cell.overdue).length).toBe(overdueBy(world));
      }),
      { numRuns: 25 },
    );
  });
});

const cell = (body: string, given: Partial<WorldCell> = {}): WorldCell => ({
  ...{ body, role: 'lead', from: null, to: null, updates: [], evaluations: [], ...given },
});
const measure = (given: Partial<WorldMeasure> = {}): WorldMeasure => ({
  ...{ point: null, due: null, added: null, withdrawn: null, amendments: [], cells: [cell(BODIES[0]!)], ...given },
});
const plan = (given: Partial<World> = {}): Omit<World, 'slug'> => ({
  ...{ voice: 'asked', stages: [{ stage: 'adopted', from: addDays(TODAY, -90) }] },
  ...{ reportDates: [], points: 0, measures: [measure()], ...given },
});

both('a plan', (scratch) => {
  const overviewOf = async (on: Stage, given: Omit<World, 'slug'>, on_: PlainDate = TODAY) => {
    const { world } = await written(scratch, on, given);
    const seen = await planSeen(scratch.db, on.forum, world.slug, on_);
    return planOverview(scratch.db, seen!, on_);
  };
  const lineOf = async (...given: Parameters<typeof overviewOf>) =>
    (await overviewOf(...given)).points[0]!.measures[0]!;

  it('becomes late by the date alone, by the due day in force', async () => {
    const on = await stage(scratch);
    const due = measure({
      due: addDays(TODAY, -10),
      amendments: [{ on: addDays(TODAY, 5), due: addDays(TODAY, 30), number: '1.9' }],
    });
    const late = await lineOf(on, plan({ measures: [due] }));
    expect(late).toMatchObject({ due: addDays(TODAY, -10), number: '1.1', amended: false, sum: { late: true } });
    const later = await lineOf(on, plan({ measures: [due] }), addDays(TODAY, 5));
    expect(later).toMatchObject({ due: addDays(TODAY, 30), number: '1.9', amended: true, sum: { late: false } });
    expect((await lineOf(on, plan())).sum.late).toBe(false);
  });

  it('counts cells from their first day to their last', async () => {
    const on = await stage(scratch);
    const cells = [
      cell(BODIES[0]!, { to: addDays(TODAY, -1) }),
      cell(BODIES[1]!, { to: TODAY }),
      cell(BODIES[2]!, { from: TODAY }),
      cell(BODIES[3]!, { from: addDays(TODAY, 1) }),
    ];
    const line = await lineOf(on, plan({ measures: [measure({ cells })] }));
    expect(line.sum.executor.total).toBe(2);
    expect([...line.bodies].sort()).toEqual([BODIES[1], BODIES[2]]);
  });

  it('owes no report for what was withdrawn', async () => {
    const on = await stage(scratch);
    const owed = plan({ reportDates: [addDays(TODAY, -30)], measures: [measure()] });
    expect((await overviewOf(on, owed)).overdueReports).toBe(1);
    const gone = { ...owed, measures: [measure({ withdrawn: addDays(TODAY, -5) })] };
    expect((await overviewOf(on, gone)).overdueReports).toBe(0);
  });

  it('of the country is read from every forum, and of two of one address the own one', async () => {
    const on = await stage(scratch);
    const national = await written(scratch, on, plan({ kind: 'national', voice: 'not_asked' }), on.reference);
    const seen = await planSeen(scratch.db, on.forum, national.world.slug, TODAY);
    expect(seen).toMatchObject({ own: false, plan: { kind: 'national', forum_id: on.reference.id } });
    number -= 1;
    await written(scratch, on, plan());
    expect(await planSeen(scratch.db, on.forum, national.world.slug, TODAY)).toMatchObject({ own: true });
    expect((await plansSeen(scratch.db, on.reference, TODAY)).map((one) => one.own)).toEqual([true]);
    expect((await cardsOf(scratch.db, on.forum, TODAY)).map((one) => one.own).sort()).toEqual([false, true]);
  });
});
