import { type Message, message } from '#core/i18n/message.ts';
import { choose, type Texts } from '#core/i18n/texts.ts';
import { MOST, Reading } from '../../../forms.ts';
import { holderOf } from '../../../measures/rules.ts';
import { measureCells } from '../../cells/rules.ts';
import { type Ground, leadsBack, readDraft } from '../../drafts/forms.ts';
import { PointBook, type PointEntry } from '../../points/rules.ts';
import { kindOfRow } from '../../rows/forms.ts';
import type { MeasureDraft, ReadRow, Remark } from '../../schema.ts';
import { changesBetween, inFileOrder, laidOver, Matcher, OWN_DEEDS, SPOKEN_OF } from '../rules.ts';
import type { Judged, MeasureHere, Part, PlanHere } from '../schema.ts';

/** A row while the plan is judged: what it came to may still change by later rows. */
interface Row {
  readonly read: ReadRow;
  readonly here: MeasureHere | null;
  readonly draft: MeasureDraft;
  readonly changes: Judged['changes'];
  readonly errors: Remark[];
}

/** Everything about one plan of the file. */
export interface PartGround extends Ground {
  readonly here: PlanHere | null;
  /** What is wrong with the plan itself; its rows cannot be written then. */
  readonly planErrors: readonly Remark[];
}

/** Judges the rows of one plan, in their order. */
export function judgePart(rows: readonly ReadRow[], on: PartGround): Part {
  const fixed = on.here?.fixed ?? false;
  const points = new PointBook(on.here?.points ?? [], on.plan.language, fixed);
  const matcher = new Matcher(on.here?.measures ?? []);
  const numbers = new Map<string, number>();
  const judged: Judged[] = [];
  const measures: Row[] = [];
  const asked = new Set<PointEntry>();
  for (const read of rows) {
    const kind = kindOfRow(read.cells);
    if (kind === 'plan') continue;
    const taken = takePoint(points, read);
    if (kind === 'measure') measures.push(judgeMeasure(read, taken, { ...on, points, matcher, numbers }));
    else if (taken.entry) asked.add(taken.entry);
    else if (taken.error) judged.push(refusedPoint(read, taken.error));
  }
  refuseCircles(measures, on);
  refuseWithPlan(measures, on);
  const good = measures.filter((row) => row.errors.length === 0);
  for (const row of good) if (row.draft.point) asked.add(row.draft.point as PointEntry);
  const written = points.entries.filter((entry) => asked.has(entry) && (entry.id === null || entry.changed));
  const named = points.entries.filter((entry) => asked.has(entry) && entry.at !== null);
  return {
    here: on.here,
    plan: on.plan,
    points: on.planErrors.length > 0 ? [] : written,
    measures: good
      .filter((row) => verdictOf(row) !== 'same')
      .map(({ here, draft, changes }) => ({ here, draft, changed: new Set(changes.map(({ column }) => column)) })),
    rows: inFileOrder([
      ...planRow(on),
      ...named.map((entry) => pointRow(entry, on)),
      ...judged,
      ...measures.map(measureRow),
    ]),
    refused: on.planErrors.length > 0,
  };
}

const verdictOf = (row: Row): Judged['verdict'] => {
  if (row.errors.length > 0) return 'refused';
  if (row.here === null) return 'create';
  return row.changes.length > 0 ? 'change' : 'same';
};

interface TakenPoint {
  readonly entry: PointEntry | null;
  readonly error: Remark | null;
}

function takePoint(points: PointBook, read: ReadRow): TakenPoint {
  const reading = new Reading({ text: (name) => read.cells[name] ?? '' });
  const title = reading.texts('point', 'line', MOST.title);
  const long = reading.errors[0];
  if (long) return { entry: null, error: { column: read.origin.get(long.field) ?? null, message: long.message } };
  const taken = points.take(read.cells, title, read.at);
  if ('entry' in taken) return { entry: taken.entry, error: null };
  return { entry: null, error: { column: read.origin.get(taken.column) ?? null, message: taken.wrong } };
}

interface MeasureGround extends PartGround {
  readonly points: PointBook;
  readonly matcher: Matcher;
  /** Numbers of the file so far, with the line of each. */
  readonly numbers: Map<string, number>;
}

function judgeMeasure(read: ReadRow, taken: TakenPoint, on: MeasureGround): Row {
  const title = new Reading({ text: (name) => read.cells[name] ?? '' }).texts('title', 'line', MOST.title) ?? {};
  const number = (read.cells.measure_no ?? '').trim() || null;
  const twice = number === null ? undefined : on.numbers.get(number);
  if (number !== null && twice === undefined) on.numbers.set(number, read.at.line);
  const here = twice === undefined ? on.matcher.find(number, title) : null;
  const before = here && measureCells(here.draft);
  const saysPoint = Object.keys(read.cells).some((column) => column.startsWith('point_'));
  const stands = here?.draft.point ? on.points.entries.find((entry) => entry.id === here.draft.point?.id) : undefined;
  const point = saysPoint ? taken.entry : (stands ?? null);
  const said = before ? laidOver(before, read.cells) : read.cells;
  const { draft, wrong } = readDraft(said, point, read.at.line, on);
  const changes = before ? compare(before, here!, draft, read, on) : [];
  const errors: Remark[] = [...read.errors, ...(taken.error ? [taken.error] : [])];
  const add = (field: string, what: Message): void =>
    void errors.push({ column: columnOf(read, field), message: what });
  for (const one of wrong) add(one.field, one.message);
  if (twice !== undefined)
    add('measure_no', message('plans.exchange.wrong.number_twice', { number: number ?? '', row: String(twice) }));
  else if (draft.number && holderOf(on.here?.numbers ?? [], draft.number, here?.id ?? null, null))
    add('measure_no', message('plans.measures.wrong.number_taken', { number: draft.number }));
  if (errors.length === 0) for (const what of lawErrors({ read, here, draft, changes, errors }, on)) add('', what);
  return { read, here, draft, changes, errors };
}

/** What the file changes in a measure that stands; its own cells are read the same way first, so that only words count. */
function compare(
  before: Readonly<Record<string, string>>,
  here: MeasureHere,
  draft: MeasureDraft,
  read: ReadRow,
  on: MeasureGround,
): Judged['changes'] {
  const stood = readDraft(before, here.draft.point, read.at.line, { ...on, choice: { ...on.choice, unknown: 'add' } });
  const changes = changesBetween(measureCells(stood.draft), measureCells(draft));
  if ((here.draft.point?.id ?? null) === (draft.point?.id ?? null) && (draft.point === null || draft.point.id !== null))
    return changes;
  const name = (point: MeasureDraft['point']): string =>
    point ? [point.number, choose(point.title, on.plan.language).text].filter(Boolean).join(' ') : '';
  return [...changes, { column: 'point', before: name(here.draft.point), after: name(draft.point) }];
}

/** What the law of plans forbids a file to do. */
function lawErrors({ here, draft, changes }: Row, on: MeasureGround): readonly Message[] {
  if (on.here?.fixed) {
    if (!here) return [message('plans.exchange.wrong.fixed_new')];
    return changes.length > 0 ? [message('plans.exchange.wrong.fixed')] : [];
  }
  if (here) {
    const closed =
      here.draft.milestones.some((one) => one.done) && changes.some(({ column }) => /^milestone/.test(column));
    if (closed || changes.some(({ column }) => OWN_DEEDS.test(column)))
      return [message('plans.exchange.wrong.own_deed')];
    if (here.amended && changes.length > 0) return [message('plans.exchange.wrong.amended')];
    const spoken = here.spoken && changes.some(({ column }) => SPOKEN_OF.test(column));
    return spoken ? [message('plans.exchange.wrong.spoken')] : [];
  }
  const adopted = on.plan.stages.find((row) => row.stage === 'adopted')?.fromDay;
  const days = [draft.added?.on, draft.withdrawal?.on, ...draft.milestones.map((one) => one.done?.on)];
  const early = days.some((day) => day && (!adopted || day < adopted));
  return early ? [message('plans.exchange.wrong.before_adoption')] : [];
}

/** Where in the file a column of ours is; for the title in whatever language it stands. */
function columnOf(read: ReadRow, field: string): number | null {
  const own = read.origin.get(field);
  if (own !== undefined) return own;
  const stem = field.replace(/_(az|en|ru)$/, '_');
  const alike = [...read.origin].find(([column]) => column.startsWith(stem) && stem !== '' && stem.endsWith('_'));
  return alike?.[1] ?? null;
}

/** A measure that, by way of others, would come to carry out itself. */
function refuseCircles(rows: readonly Row[], on: PartGround): void {
  const said = new Map<string, string>();
  for (const row of rows) if (row.here && row.draft.localises) said.set(row.here.id, row.draft.localises.id);
  for (const row of rows) {
    const goal = row.draft.localises?.id;
    if (!row.here || !goal) continue;
    if (leadsBack(row.here.id, goal, (id) => said.get(id) ?? on.world.localises.get(id)))
      row.errors.push({
        column: columnOf(row.read, 'localises'),
        message: message('plans.measures.wrong.localises_circle'),
      });
  }
}

/** Nothing of a plan that cannot be made is written. */
function refuseWithPlan(rows: readonly Row[], on: PartGround): void {
  if (on.planErrors.length === 0) return;
  for (const row of rows) row.errors.push({ column: null, message: message('plans.exchange.wrong.plan_refused') });
}

const labelOf = (number: string | null, title: Texts, on: PartGround['plan'] | null): string =>
  [number, choose(title, on?.language ?? 'az').text].filter(Boolean).join(' ');

const measureRow = (row: Row): Judged => ({
  what: 'measure',
  at: row.read.at,
  label: labelOf(row.draft.number, row.draft.title, null),
  verdict: verdictOf(row),
  changes: row.changes,
  errors: row.errors,
  remarks: row.read.remarks,
});

const planRow = (on: PartGround): readonly Judged[] =>
  on.here
    ? []
    : [
        {
          what: 'plan',
          at: null,
          label: choose(on.plan.title, on.plan.language).text || on.plan.slug,
          verdict: on.planErrors.length > 0 ? 'refused' : 'create',
          changes: [],
          errors: on.planErrors,
          remarks: [],
        },
      ];

const pointRow = (entry: PointEntry, on: PartGround): Judged => ({
  what: 'point',
  at: entry.at,
  label: labelOf(entry.number, entry.title, on.plan),
  verdict: on.planErrors.length > 0 ? 'refused' : entry.id === null ? 'create' : entry.changed ? 'change' : 'same',
  changes: [],
  errors: on.planErrors.length > 0 ? [{ column: null, message: message('plans.exchange.wrong.plan_refused') }] : [],
  remarks: [],
});

const refusedPoint = (read: ReadRow, error: Remark): Judged => ({
  what: 'point',
  at: read.at,
  label: labelOf(read.cells.point_no ?? null, { az: read.cells.point_az ?? read.cells.point_en ?? '' }, null),
  verdict: 'refused',
  changes: [],
  errors: [error],
  remarks: [],
});
