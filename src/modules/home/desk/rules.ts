import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import type { CellLine, EvaluationLine } from '#modules/plans/contract.ts';
import type { About, Judged, Sent, Task } from './schema.ts';

/** How far a desk looks ahead. */
export const AHEAD_DAYS = 45;
/** How far it looks back on evaluations that were sent. */
export const BACK_DAYS = 120;

const measurePath = (line: { readonly planSlug: string; readonly slug: string }): string =>
  `/plans/${line.planSlug}/measures/${line.slug}`;

const aboutOf = (line: CellLine | EvaluationLine): About => ({
  path: measurePath(line),
  number: line.number,
  title: line.title,
  body: line.body,
});

const soon = (due: PlainDate | null, day: PlainDate): boolean => due !== null && due <= addDays(day, AHEAD_DAYS);

/** The report that is owed on a cell: since a day that is past, or by one that comes soon; null when none is. */
export function reportTask(cell: CellLine, day: PlainDate): Task | null {
  const due = cell.overdue?.since ?? (soon(cell.reportDue, day) ? cell.reportDue : null);
  if (cell.withdrawn || due === null) return null;
  const form = `${measurePath(cell)}/updates/new?cell=${cell.id}`;
  return { key: `report-${cell.id}`, deed: 'report', about: aboutOf(cell), form, due };
}

/** A measure whose day is past or near, and whose executor has not said that it is done: the deed is a report too. */
export function dueTask(cell: CellLine, day: PlainDate): Task | null {
  const { word, proven } = cell.voices.executor;
  const done = word === 'complete' && proven;
  if (cell.withdrawn || done || word === 'not_asked' || !soon(cell.due, day)) return null;
  const form = `${measurePath(cell)}/updates/new?cell=${cell.id}`;
  return { key: `due-${cell.id}`, deed: 'report', about: aboutOf(cell), form, due: cell.due };
}

export const replyTask = (line: EvaluationLine): Task => ({
  key: `reply-${line.id}`,
  deed: 'reply',
  about: aboutOf(line),
  form: `${measurePath(line)}/evaluations/${line.id}/reply`,
  due: line.replyUntil,
});

/** Every cell once: its overdue or coming report, else its own day; with the replies, by day. */
export function owedTasks(
  cells: readonly CellLine[],
  replies: readonly EvaluationLine[],
  day: PlainDate,
): readonly Task[] {
  const reports = cells.flatMap((cell) => reportTask(cell, day) ?? dueTask(cell, day) ?? []);
  return byDay([...reports, ...replies.map(replyTask)]);
}

export const byDay = <T extends Pick<Task, 'due' | 'key'>>(tasks: readonly T[]): readonly T[] =>
  [...tasks].sort((a, b) => {
    const [one, other] = [a.due ?? '9999', b.due ?? '9999'];
    return one < other ? -1 : one > other ? 1 : a.key < b.key ? -1 : 1;
  });

/**
 * Measures with cells on which an executor has spoken and no organisation yet, where none of mine is executor: the
 * oldest word first. Those that mine are judging already are left out.
 */
export function judgeTasks(
  cells: readonly CellLine[],
  mine: readonly string[],
  underWay: ReadonlySet<string>,
): readonly Judged[] {
  const own = new Set(cells.filter((cell) => mine.includes(cell.body)).map((cell) => cell.measure));
  const waiting = cells.filter(
    ({ voices, withdrawn, measure, id }) =>
      !withdrawn &&
      voices.executor.on !== null &&
      voices.civil.word === 'not_assessed' &&
      !own.has(measure) &&
      !underWay.has(id),
  );
  const since = (cell: CellLine): string => cell.voices.executor.on ?? '';
  const groups = Map.groupBy(
    [...waiting].sort((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0)),
    (cell) => cell.measure,
  );
  return [...groups.values()].map((group) => {
    const { body: _, ...about } = aboutOf(group[0]!);
    const cells = group.map((cell) => ({
      body: cell.body,
      form: `${measurePath(cell)}/evaluations/new?cell=${cell.id}`,
    }));
    return { key: group[0]!.measure, about, cells };
  });
}

/** What became of an evaluation: an answer, the window passed in silence, or it is still open. */
export function sentLine(line: EvaluationLine, day: PlainDate): Sent {
  const replied = line.repliedOn !== null;
  return {
    key: line.id,
    about: aboutOf(line),
    sentOn: line.sentOn,
    state: replied ? 'replied' : line.replyUntil < day ? 'silent' : 'waiting',
    on: line.repliedOn ?? line.replyUntil,
  };
}
