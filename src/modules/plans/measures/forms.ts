import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import type { List } from '#core/errors/seen.ts';
import type { Posted } from '#core/http/route.ts';
import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { withoutEnd } from '#core/i18n/trim.ts';
import { idShape, isId } from '#core/ids.ts';
import { dayShape, lineShape, textsShape, urlShape } from '#core/shapes.ts';
import { MOST, orNull, Reading, rowsOf, seenShape, shown } from '../forms.ts';
import { textValues } from '../plan/forms.ts';
import type { PlanId, PlanRow, PointId } from '../plan/schema.ts';
import { NUMBER, wordErrors } from './rules.ts';
import {
  type CellRow,
  EXECUTOR_ROLES,
  type ExecutorRole,
  LOCAL_EXECUTORS,
  type MeasureId,
  type MeasureRow,
  type MilestoneId,
  type MilestoneRow,
  OGP_VALUES,
} from './schema.ts';

export const numberTextShape = v.pipe(v.string(), v.regex(NUMBER));
export const minorShape = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const currencyShape = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/));
export const executorShape = v.object({ body: idShape<string>(), role: v.picklist(EXECUTOR_ROLES) });
export const decisionShape = { decision: lineShape(), decisionUrl: orNull(urlShape) };

/** What is said about a measure: it may be corrected at any time, the plan's own words are not touched. */
const marks = {
  legalBasis: orNull(lineShape()),
  sourceUrl: orNull(urlShape),
  sourceNote: orNull(lineShape()),
  budgetPublic: v.boolean(),
  localExecutor: v.picklist(LOCAL_EXECUTORS),
  localises: orNull(v.object({ forum: idShape<string>(), id: idShape<MeasureId>() })),
  ogpValues: v.array(v.picklist(OGP_VALUES)),
  tags: v.pipe(v.array(lineShape(80)), v.maxLength(100)),
  places: v.pipe(v.array(idShape<string>()), v.maxLength(3000)),
};
/** What the plan says. */
const words = {
  point: orNull(idShape<PointId>()),
  number: orNull(numberTextShape),
  title: textsShape(MOST.title),
  text: textsShape(MOST.text),
  problem: orNull(textsShape(MOST.text)),
  startsOn: orNull(dayShape),
  dueOn: orNull(dayShape),
  dueText: orNull(lineShape(200)),
  budgetMinor: orNull(minorShape),
  currency: orNull(currencyShape),
  executorsText: orNull(lineShape(2000)),
  executors: v.pipe(v.array(executorShape), v.maxLength(300)),
  milestones: v.pipe(
    v.array(v.object({ id: orNull(idShape<MilestoneId>()), title: textsShape(MOST.title), dueOn: orNull(dayShape) })),
    v.maxLength(60),
  ),
};

const factsShape = v.object({ ...words, ...marks });
export type MeasureInput = v.InferOutput<typeof factsShape>;
export const measureShape = v.object({
  ...words,
  ...marks,
  plan: idShape<PlanId>(),
  /** For a plan that is adopted: the decision that brings the measure in, and from which day. */
  added: orNull(v.object({ on: dayShape, ...decisionShape })),
});
export type NewMeasure = v.InferOutput<typeof measureShape>;
export const measureEditShape = v.object({ ...words, ...marks, measure: idShape<MeasureId>(), seen: seenShape });
export type MeasureEdit = v.InferOutput<typeof measureEditShape>;
export const measureMarksShape = v.object({ ...marks, measure: idShape<MeasureId>(), seen: seenShape });
export type MeasureMarks = v.InferOutput<typeof measureMarksShape>;
export type Marks = Omit<MeasureMarks, 'measure' | 'seen'>;
export const measureRefShape = v.object({ measure: idShape<MeasureId>() });

/** The whole form of a measure. Refuses with every wrong field. */
export function readMeasure(
  posted: Posted,
  plan: Pick<PlanRow, 'language' | 'starts_on' | 'ends_on'>,
): Result<MeasureInput> {
  const read = new Reading(posted);
  const title = read.texts('title', 'line', MOST.title) ?? {};
  const budgetMinor = read.money('budget');
  const input: MeasureInput = {
    point: isId(posted.text('point')) ? (posted.text('point') as PointId) : null,
    number: readNumber(read, 'number'),
    title,
    text: read.texts('text', 'prose', MOST.text) ?? title,
    problem: read.texts('problem', 'prose', MOST.text),
    startsOn: read.day('starts_on'),
    dueOn: read.day('due_on'),
    dueText: read.line('due_text', 200),
    budgetMinor,
    currency: budgetMinor === null ? null : readCurrency(read),
    executorsText: read.line('executors_text', 2000),
    executors: readExecutors(read, posted),
    milestones: readMilestones(read, posted),
    ...readMarksInto(read, posted),
  };
  // Rows of milestones are judged by the command: what is read here has its empty rows closed up already.
  read.alsoWrong(wordErrors({ ...input, milestones: [] }, plan));
  return read.end(input);
}

/** The part of the form that stays open after adoption. */
export function readMarks(posted: Posted): Result<Marks> {
  const read = new Reading(posted);
  return read.end(readMarksInto(read, posted));
}

function readMarksInto(read: Reading, posted: Posted): Marks {
  return {
    legalBasis: read.line('legal_basis'),
    sourceUrl: read.url('source_url'),
    sourceNote: read.line('source_note'),
    budgetPublic: posted.text('budget_public') === 'yes',
    localExecutor: read.choice('local_executor', LOCAL_EXECUTORS, 'unknown'),
    localises: readLocalises(read, posted.text('localises')),
    ogpValues: OGP_VALUES.filter((value) => posted.all('ogp_values').includes(value)),
    tags: [...new Set(posted.all('tags').map((tag) => tag.trim()))].filter((tag) => tag !== '' && tag.length <= 80),
    places: [...new Set(posted.all('places'))].filter(isId),
  };
}

/** "forum:measure", as the list of measures that may be localised offers it. */
function readLocalises(read: Reading, text: string): MeasureMarks['localises'] {
  if (text === '') return null;
  const [forum, id] = text.split(':');
  if (isId(forum) && isId(id)) return { forum: forum!, id: id as MeasureId };
  return read.wrong('localises', message('plans.measures.wrong.localises_unknown'));
}

export function readNumber(read: Reading, field: string): string | null {
  const number = withoutEnd(read.line(field, 20) ?? '', /\./);
  if (number === '' || NUMBER.test(number)) return number || null;
  return read.wrong(field, message('plans.measures.wrong.not_number', { found: shown(number) }));
}

export function readCurrency(read: Reading): string | null {
  const text = read.line('currency');
  if (text && /^[A-Za-z]{3}$/.test(text))
    return text.replace(/[a-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 32));
  return read.wrong('currency', message('plans.measures.wrong.no_currency'));
}

/** Rows `executor_0_body`, `executor_0_role`, `executor_0_remove`. */
export function readExecutors(read: Reading, posted: Posted): { body: string; role: ExecutorRole }[] {
  const executors: { body: string; role: ExecutorRole }[] = [];
  for (const row of rowsOf(posted, 'executor')) {
    const body = posted.text(`${row}_body`);
    if (body === '' || posted.text(`${row}_remove`) === 'yes') continue;
    if (!isId(body)) read.wrong(`${row}_body`, message('plans.measures.wrong.executor_unknown'));
    else if (executors.some((executor) => executor.body === body))
      read.wrong(`${row}_body`, message('plans.measures.wrong.executor_twice'));
    else executors.push({ body, role: read.choice(`${row}_role`, EXECUTOR_ROLES, 'lead') });
  }
  return executors;
}

/** Rows `milestone_0_title_az`, `milestone_0_due_on`: an emptied title takes the milestone away. */
function readMilestones(read: Reading, posted: Posted): MeasureInput['milestones'] {
  return rowsOf(posted, 'milestone').flatMap((row) => {
    const title: Texts | null = read.texts(`${row}_title`, 'line', MOST.title);
    const dueOn = read.day(`${row}_due_on`);
    const id = posted.text(`${row}_id`);
    if (title) return [{ id: isId(id) ? (id as MilestoneId) : null, title, dueOn }];
    if (dueOn && id === '') read.wrong(`${row}_due_on`, message('plans.measures.wrong.milestone_untitled'));
    return [];
  });
}

/** A measure as its rows give it: what stands in its form before anything is changed. */
export function toInput(
  row: MeasureRow,
  parts: {
    readonly cells: readonly CellRow[];
    readonly milestones: readonly MilestoneRow[];
    readonly places: readonly string[];
  },
): MeasureInput {
  return {
    point: row.point_id,
    number: row.number,
    title: row.title,
    text: row.text,
    problem: row.problem,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    dueText: row.due_text,
    budgetMinor: row.budget_minor,
    currency: row.currency,
    executorsText: row.executors_text,
    executors: parts.cells.map((cell) => ({ body: cell.body_id, role: cell.role })),
    milestones: parts.milestones.map(({ id, title, due_on }) => ({ id, title, dueOn: due_on })),
    legalBasis: row.legal_basis,
    sourceUrl: row.source_url,
    sourceNote: row.source_note,
    budgetPublic: row.budget_public,
    localExecutor: row.local_executor,
    localises: row.localises_id && { forum: row.localises_forum_id ?? '', id: row.localises_id },
    ogpValues: [...row.ogp_values],
    tags: [...row.tags],
    places: [...parts.places],
  };
}

type Values = Record<string, string | readonly string[]>;

/** What stands in the part of the form that stays open. */
export const markValues = (input: Marks): Values => ({
  legal_basis: input.legalBasis ?? '',
  source_url: input.sourceUrl ?? '',
  source_note: input.sourceNote ?? '',
  budget_public: input.budgetPublic ? 'yes' : '',
  local_executor: input.localExecutor,
  localises: input.localises ? `${input.localises.forum}:${input.localises.id}` : '',
  ogp_values: input.ogpValues,
  tags: input.tags,
  places: input.places,
});

/** How the rows of the form are told apart. */
export const MEASURE_ROWS: readonly List[] = [
  { prefix: 'executor', key: 'body' },
  { prefix: 'milestone', key: 'id' },
];

/** What stands in the whole form: of a measure that exists, or of a refused try with its empty rows closed up. */
export const measureValues = (input: MeasureInput): Values => ({
  point: input.point ?? '',
  number: input.number ?? '',
  ...textValues('title', input.title),
  ...textValues('text', input.text),
  ...textValues('problem', input.problem),
  starts_on: input.startsOn ?? '',
  due_on: input.dueOn ?? '',
  due_text: input.dueText ?? '',
  budget: input.budgetMinor === null ? '' : (input.budgetMinor / 100).toFixed(2),
  currency: input.currency ?? '',
  executors_text: input.executorsText ?? '',
  ...Object.fromEntries(
    input.executors.flatMap(({ body, role }, i) => [
      [`executor_${i}_body`, body],
      [`executor_${i}_role`, role],
    ]),
  ),
  ...Object.assign(
    {},
    ...input.milestones.map((milestone, i) => ({
      [`milestone_${i}_id`]: milestone.id ?? '',
      [`milestone_${i}_due_on`]: milestone.dueOn ?? '',
      ...textValues(`milestone_${i}_title`, milestone.title),
    })),
  ),
  ...markValues(input),
});
