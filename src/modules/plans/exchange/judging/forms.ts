import { ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { fold, freeSlug, slugOf } from '#core/i18n/names.ts';
import type { Table } from '#core/sheets/table.ts';
import { shown } from '../../forms.ts';
import { RESERVED } from '../../plan/forms.ts';
import { type Located, locate } from '../columns/rules.ts';
import { READ_ONLY_COLUMNS } from '../columns/schema.ts';
import { Strangers } from '../drafts/forms.ts';
import { readPlanCells } from '../heads/forms.ts';
import { type KnownPlan, knownPlan } from '../national/schema.ts';
import { kindOfRow, readRows } from '../rows/forms.ts';
import type { Choice, PlanDraft, ReadRow } from '../schema.ts';
import { judgePart } from './parts/forms.ts';
import type { Dry, Part, PlanHere, World } from './schema.ts';

const MOST_ROWS = 10_000;
const MOST_NEW_BODIES = 300;

/** A file with what was chosen for it. */
export interface FileAsked {
  readonly tables: readonly Table[];
  readonly fileName: string;
  readonly choice: Choice;
}

/** What must be looked up before the file can be judged. */
export function namedIn(
  file: FileAsked,
): Result<{ readonly plans: readonly string[]; readonly localises: readonly string[] }> {
  const found = locateAll(file.tables);
  if (!found.ok) return found;
  const said = (column: string): readonly string[] =>
    found.value.flatMap((one) => {
      const index = one.at.get(column);
      return index === undefined ? [] : one.rows.map((row) => (row.cells[index] ?? '').trim());
    });
  const known = knownPlan(file.fileName)?.plan.slug ?? '';
  const distinct = (slugs: readonly string[]): readonly string[] => [...new Set(slugs)].filter((slug) => slug !== '');
  return ok({
    plans: distinct([...said('plan'), known, file.choice.slug ?? '']),
    localises: distinct(said('localises').map((address) => address.replace(/^\/+/, '').split('/')[0] ?? '')),
  });
}

/** Judges every row of a file against what stands; refuses as a whole only when nothing in it can be told to be a plan. */
export function judgeFile(file: FileAsked, world: World): Result<Dry> {
  const found = locateAll(file.tables);
  if (!found.ok) return found;
  const rows = found.value.flatMap((one) => readRows(one, readerOf(file.choice, world)));
  if (rows.length === 0) return refuse('bad_input', message('plans.exchange.refused.no_rows'));
  if (rows.length > MOST_ROWS)
    return refuse('too_large', message('plans.exchange.refused.many_rows', { found: rows.length, max: MOST_ROWS }));
  const groups = groupsOf(rows);
  const slugs = [...groups.keys()].filter((slug) => slug !== '');
  const known = slugs.length === 0 ? knownPlan(file.fileName) : null;
  const { target } = file.choice;
  if (slugs.length > 1 && target !== 'file' && target !== 'new')
    return refuse('bad_input', message('plans.exchange.refused.several_plans', { plans: slugs.join(', ') }));
  const strangers = new Strangers(world);
  const parts: Part[] = [];
  for (const [slug, rowsOfPlan] of groups) {
    const said = known ? rowsOfPlan.map((row) => recovered(row, known)) : rowsOfPlan;
    const head = headOf({ slug, rows: said, known, choice: file.choice, alone: groups.size === 1 }, world);
    if (!head.ok) return head;
    parts.push(judgePart(said, { ...head.value, world, choice: file.choice, strangers }));
  }
  if (strangers.found.size > MOST_NEW_BODIES && file.choice.unknown === 'add') {
    const params = { found: strangers.found.size, max: MOST_NEW_BODIES };
    return refuse('too_large', message('plans.exchange.refused.many_bodies', params));
  }
  return ok({
    choice: file.choice,
    parts,
    columns: found.value.flatMap((one) => one.columns),
    remarks: remarksOf(file, found.value, rows, known, world),
    strangers: strangersOf(strangers, world),
  });
}

const readerOf = (choice: Choice, world: World) => ({
  words: choice.words,
  slugOfBody: (name: string): string | null => {
    const bodies = world.bodies.get(fold(name)) ?? [];
    return bodies.length === 1 ? bodies[0]!.slug : null;
  },
});

/** The tables with a header; lines of text only where there is no such table. */
function locateAll(tables: readonly Table[]): Result<readonly Located[]> {
  const located = tables.flatMap((table) => locate(table) ?? []);
  const sheets = located.filter((one) => one.table.kind !== 'text' || one.columns.some((column) => !column.guessed));
  const used = sheets.length > 0 ? sheets : located;
  if (used.length > 0) return ok(used);
  const found = shown((tables[0]?.rows[0]?.cells ?? []).filter((cell) => cell.trim() !== '').join(', '));
  return refuse('bad_input', message('plans.exchange.refused.no_header', { found: found || '–' }));
}

/** Rows by the plan that they name; rows that name none belong to the only one named. */
function groupsOf(rows: readonly ReadRow[]): ReadonlyMap<string, readonly ReadRow[]> {
  const groups = Map.groupBy(rows, (row) => (row.cells.plan ?? '').trim());
  const loose = groups.get('');
  if (!loose || groups.size !== 2) return groups;
  const slug = [...groups.keys()].find((key) => key !== '')!;
  return new Map([[slug, rows]]);
}

/** The rows of a recovered national plan say that they are that. */
function recovered(row: ReadRow, known: KnownPlan): ReadRow {
  if (kindOfRow(row.cells) !== 'measure') return row;
  return {
    ...row,
    cells: { ...row.cells, source_note: [known.note, row.cells.source_note].filter(Boolean).join('; ') },
  };
}

interface HeadAsked {
  readonly slug: string;
  readonly rows: readonly ReadRow[];
  readonly known: KnownPlan | null;
  readonly choice: Choice;
  /** The only plan of the file: what was typed beside the file is meant for it. */
  readonly alone: boolean;
}

interface Head {
  readonly here: PlanHere | null;
  readonly plan: PlanDraft;
  readonly planErrors: Part['rows'][number]['errors'];
}

/** The plan that rows belong to: one that stands, or a new one as the file and the person describe it. */
function headOf(asked: HeadAsked, world: World): Result<Head> {
  const { choice, known } = asked;
  const slug = (asked.alone ? choice.slug : null) ?? (asked.slug || known?.plan.slug || null);
  const standing = (here: PlanHere): Result<Head> => ok({ here, plan: here.draft, planErrors: [] });
  if (choice.target !== 'new' && choice.target !== 'file') {
    const here = [...world.plans.values()].find(({ plan }) => plan.id === choice.target);
    return here ? standing(here) : refuse('not_found', message('plans.plan.refused.unknown'));
  }
  const here = slug === null ? undefined : world.plans.get(slug);
  if (here && choice.target === 'file') return standing(here);
  if (slug !== null && (world.taken.has(slug) || RESERVED.includes(slug))) {
    const what = here
      ? message('plans.exchange.refused.plan_here', { slug })
      : message('plans.plan.wrong.slug_taken', { slug });
    return refuseFields([{ field: choice.slug ? 'slug' : 'target', message: what }]);
  }
  return newPlan(asked, slug, world);
}

function newPlan(asked: HeadAsked, slug: string | null, world: World): Result<Head> {
  const { choice, known, alone } = asked;
  const typed = alone && choice.title !== null ? { [choice.words]: choice.title } : null;
  const first = asked.rows[0]!.cells;
  const titled = ['plan_title_az', 'plan_title_en', 'plan_title_ru'].some((column) => (first[column] ?? '') !== '');
  if (!typed && !known && !titled)
    return refuseFields([{ field: 'title', message: message('plans.exchange.refused.no_plan_title') }]);
  const wanted = slugOf(choice.title ?? '') || 'plan';
  const otherwise: PlanDraft = {
    ...(known?.plan ?? NOTHING),
    ...(known ? {} : { language: choice.words, kind: choice.kind ?? 'local' }),
    ...(typed ? { title: { ...known?.plan.title, ...typed } } : {}),
    slug: slug ?? freeSlug(wanted, (one) => world.taken.has(one) || RESERVED.includes(one)),
  };
  const { draft, errors } = readPlanCells(first, otherwise);
  const kind = world.forum.national ? 'national' : (choice.kind ?? draft.kind);
  const title = typed ? { ...draft.title, ...typed } : draft.title;
  return ok({ here: null, plan: { ...draft, slug: otherwise.slug, kind, title }, planErrors: errors });
}

const NOTHING: PlanDraft = {
  slug: '',
  kind: 'local',
  language: 'az',
  title: {},
  summary: null,
  rendering: false,
  startsOn: null,
  endsOn: null,
  executorVoice: 'asked',
  reportedMeasures: null,
  reportedPoints: null,
  reportedLocal: null,
  reportedSource: null,
  sourceUrl: null,
  replyDays: 10,
  extensionDays: 5,
  stages: [],
  reportDates: [],
};

/** What a person should know of the file before anything is written. */
function remarksOf(
  file: FileAsked,
  located: readonly Located[],
  rows: readonly ReadRow[],
  known: KnownPlan | null,
  world: World,
): readonly Message[] {
  const remarks: Message[] = [...new Set(located.flatMap((one) => one.table.warnings))];
  const left = file.tables.filter((table) => table.rows.length > 0 && !located.some((one) => one.table === table));
  const say = (what: Message): void => void remarks.push(what);
  const says = (column: string): number =>
    located.reduce((n, one) => {
      const index = one.at.get(column);
      return n + (index === undefined ? 0 : one.rows.filter((row) => (row.cells[index] ?? '').trim() !== '').length);
    }, 0);
  const chosen = [...world.plans.values()].find(({ plan }) => plan.id === file.choice.target);
  const named = rows.find((row) => (row.cells.plan ?? '').trim() !== '')?.cells.plan?.trim();
  if (chosen && named && named !== chosen.plan.slug)
    say(message('plans.exchange.remark.other_plan', { named, chosen: chosen.plan.slug }));
  if (known) say(message('plans.exchange.remark.known_plan', { file: file.fileName }));
  if (left.length > 0)
    say(message('plans.exchange.remark.tables_left', { tables: left.map((table) => table.sheet).join(', ') }));
  const unread = located.flatMap((one) => one.columns.filter((column) => column.column === null));
  if (unread.length > 0)
    say(message('plans.exchange.remark.unread', { columns: [...new Set(unread.map((c) => c.head))].join(', ') }));
  if (says('budget') > 0) say(message('plans.exchange.remark.budget_kept'));
  const readOnly = READ_ONLY_COLUMNS.filter((column) => says(column) > 0 && column !== 'demonstration');
  if (readOnly.length > 0) say(message('plans.exchange.remark.read_only', { columns: readOnly.join(', ') }));
  if (says('amended_on') > 0) say(message('plans.exchange.remark.amended', { n: says('amended_on') }));
  if (says('demonstration') > 0 && !world.forum.demonstration) say(message('plans.exchange.remark.demonstration'));
  if (rows.some((row) => row.assumedLead)) say(message('plans.exchange.remark.first_is_lead'));
  return remarks;
}

const strangersOf = (strangers: Strangers, world: World): Dry['strangers'] =>
  [...strangers.found.values()].map(({ body, lines }, i) => ({
    body,
    // Comparing spellings costs; a file with more unknown names than this has another trouble.
    near: i < 60 ? world.near(Object.values(body.name)[0] ?? '') : [],
    lines,
  }));
