import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#core/time/plain-date.ts';
import type { CellLine, EvaluationLine } from '#modules/plans/contract.ts';
import { AHEAD_DAYS, dueTask, judgeTasks, owedTasks, reportTask, sentLine } from './rules.ts';

const TODAY = day('2026-11-23');
const inDays = (n: number) => addDays(TODAY, n);

const cell = (more: Partial<CellLine> = {}): CellLine =>
  ({
    ...{ id: 'cell-1', forumId: 'forum', measure: 'measure-1', planSlug: 'local', planTitle: {}, slug: '1.1' },
    ...{ number: '1.1', title: { az: 'Terminallar' }, role: 'lead', body: 'excom', due: null, withdrawn: false },
    voices: {
      executor: { word: 'no_report', proven: true, on: null, update: null },
      civil: { word: 'not_assessed', evaluation: null, on: null },
    },
    ...{ overdue: null, reportDue: null },
    ...more,
  }) as CellLine;

const said = (word: 'under_way' | 'complete', on = inDays(-20)): Pick<CellLine, 'voices'> =>
  ({ voices: { executor: { word, proven: true, on, update: null }, civil: { word: 'not_assessed' } } }) as CellLine;

const line = (more: Partial<EvaluationLine> = {}): EvaluationLine =>
  ({
    ...{ id: 'e1', cell: 'cell-1', planSlug: 'local', slug: '1.1', number: '1.1', title: {}, body: 'excom' },
    ...{ author: 'ngo', completion: 'limited', sentOn: inDays(-6), replyUntil: inDays(8), publishesOn: inDays(9) },
    ...{ extended: false, repliedOn: null },
    ...more,
  }) as EvaluationLine;

describe('what is owed', () => {
  it('is an overdue report before the one that comes, and a coming one only when it is near', () => {
    const overdue = { since: inDays(-12), days: 12, missed: 1 };
    expect(reportTask(cell({ overdue, reportDue: inDays(3) }), TODAY)?.due).toBe(inDays(-12));
    expect(reportTask(cell({ reportDue: inDays(AHEAD_DAYS) }), TODAY)?.due).toBe(inDays(AHEAD_DAYS));
    expect(reportTask(cell({ reportDue: inDays(AHEAD_DAYS + 1) }), TODAY)).toBeNull();
    expect(reportTask(cell({ overdue, withdrawn: true }), TODAY)).toBeNull();
  });

  it('is a measure whose day is past or near, unless its executor said that it is done, or is never asked', () => {
    expect(dueTask(cell({ due: inDays(-54) }), TODAY)?.form).toBe('/plans/local/measures/1.1/updates/new?cell=cell-1');
    expect(dueTask(cell({ due: inDays(-54), ...said('under_way') }), TODAY)).not.toBeNull();
    expect(dueTask(cell({ due: inDays(-54), ...said('complete') }), TODAY)).toBeNull();
    expect(dueTask(cell({ due: null }), TODAY)).toBeNull();
    const unasked = cell({ due: inDays(-1) });
    const voices = { ...unasked.voices, executor: { ...unasked.voices.executor, word: 'not_asked' as const } };
    expect(dueTask({ ...unasked, voices }, TODAY)).toBeNull();
  });

  it('stands by day, each cell once, with the replies between', () => {
    const days = fc.option(fc.integer({ min: -100, max: 100 }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.record({ due: days, report: days }), { maxLength: 12 }), (facts) => {
        const cells = facts.map(({ due, report }, i) =>
          cell({
            id: `cell-${i}` as CellLine['id'],
            due: due === null ? null : inDays(due),
            reportDue: report === null ? null : inDays(Math.abs(report)),
          }),
        );
        const tasks = owedTasks(cells, [line()], TODAY);
        const dues = tasks.map((task) => task.due ?? '9999');
        expect(dues).toEqual([...dues].sort());
        expect(new Set(tasks.map((task) => task.key)).size).toBe(tasks.length);
        const forms = tasks.filter((task) => task.deed === 'report').map((task) => task.form);
        expect(new Set(forms).size).toBe(forms.length);
        expect(tasks.filter((task) => task.deed === 'reply').length).toBe(1);
      }),
    );
  });
});

describe('what can be judged', () => {
  const other = { id: 'cell-2' as CellLine['id'], body: 'ngo', ...said('under_way') };

  it('is what was reported and not assessed, of measures that my organisation does not carry out', () => {
    const reported = cell(said('complete'));
    expect(judgeTasks([reported, cell()], ['ngo'], new Set()).map((one) => one.cells.length)).toEqual([1]);
    expect(judgeTasks([reported, cell(other)], ['ngo'], new Set())).toEqual([]);
    expect(judgeTasks([reported], ['ngo'], new Set(['cell-1']))).toEqual([]);
    expect(judgeTasks([cell({ ...said('complete'), withdrawn: true })], ['ngo'], new Set())).toEqual([]);
  });

  it('stands by measure, the oldest report first', () => {
    const older = cell({
      ...said('complete', inDays(-90)),
      measure: 'measure-2' as CellLine['measure'],
      number: '2.2',
    });
    const groups = judgeTasks([cell(said('under_way')), older, cell({ ...other, body: 'road' })], ['ngo'], new Set());
    expect(groups.map((one) => [one.about.number, one.cells.map(({ body }) => body)])).toEqual([
      ['2.2', ['excom']],
      ['1.1', ['excom', 'road']],
    ]);
  });
});

describe('an evaluation that was sent', () => {
  it('waits, was answered, or met silence from the day after its window', () => {
    expect(sentLine(line(), TODAY)).toMatchObject({ state: 'waiting', on: inDays(8) });
    expect(sentLine(line({ replyUntil: TODAY }), TODAY).state).toBe('waiting');
    expect(sentLine(line({ replyUntil: inDays(-1) }), TODAY)).toMatchObject({ state: 'silent', on: inDays(-1) });
    expect(sentLine(line({ repliedOn: inDays(-2) }), TODAY)).toMatchObject({ state: 'replied', on: inDays(-2) });
  });
});
