import { type Message, message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { MOST, Reading, shown } from '../../forms.ts';
import { readCurrency, readNumber } from '../../measures/forms.ts';
import { DIRECTIONS, EXECUTOR_ROLES, type ExecutorRole, LOCAL_EXECUTORS, OGP_VALUES } from '../../measures/schema.ts';
import type { Cells, Decided, IndicatorDraft, MeasureDraft, MilestoneDraft } from '../schema.ts';
import { moneyOf, numberOf, unlines, unwords } from './rules.ts';

/** A measure before its executors, places and what it localises are looked up. */
export type PlainDraft = Omit<MeasureDraft, 'point' | 'executors' | 'places' | 'localises'>;

export interface Wrong {
  /** Our column. */
  readonly field: string;
  readonly message: Message;
}

/** One item of lists whose lines belong together. */
type Item = Cells;

/** The lists of a group, item by item. Lists of different lengths are refused: nobody could tell what belongs together. */
function itemsOf(cells: Cells, columns: readonly string[], wrong: (wrong: Wrong) => void): readonly Item[] {
  const lists = columns.map((column) => [column, unlines(cells[column] ?? '')] as const);
  const said = lists.filter(([, list]) => list.length > 0);
  const n = Math.max(0, ...said.map(([, list]) => list.length));
  const short = said.find(([, list]) => list.length < n);
  const long = said.find(([, list]) => list.length === n);
  if (short && long) {
    const params = { one: short[0], n: short[1].length, other: long[0], m: n };
    wrong({ field: short[0], message: message('plans.exchange.wrong.lists', params) });
  }
  return Array.from({ length: n }, (_, i) =>
    Object.fromEntries(lists.map(([column, list]) => [column, list[i] ?? ''])),
  );
}

/** The facts of a measure that a row says by itself, with everything that is wrong with them. */
export function readMeasureCells(cells: Cells): { readonly draft: PlainDraft; readonly wrong: readonly Wrong[] } {
  const read = new Reading({ text: (name) => cells[name] ?? '' });
  const wrong: Wrong[] = [];
  const note = (found: Wrong): void => void wrong.push(found);
  const title = read.texts('title', 'line', MOST.title);
  if (!title) read.wrong('title_az', message('plans.exchange.wrong.no_title'));
  const budgetMinor = readBudget(read, cells);
  const draft: PlainDraft = {
    number: readNumber(read, 'measure_no'),
    title: title ?? {},
    text: read.texts('text', 'prose', MOST.text) ?? title ?? {},
    problem: read.texts('problem', 'prose', MOST.text),
    startsOn: read.day('starts_on'),
    dueOn: read.day('due_on'),
    dueText: read.line('due_text', 200),
    budgetMinor,
    currency: budgetMinor === null ? null : currencyOf(read, cells),
    legalBasis: read.line('legal_basis'),
    sourceUrl: read.url('source_url'),
    sourceNote: read.line('source_note'),
    executorsText: read.line('executors_text', 2000),
    localExecutor: read.choice('local_executor', LOCAL_EXECUTORS, 'unknown'),
    ogpValues: readValues(cells, note),
    tags: readTags(cells, note),
    milestones: readMilestones(cells, note),
    indicators: readIndicators(cells, note),
    added: readDecided(read, 'added_on', 'added_decision', 'added_url'),
    withdrawal: readWithdrawal(read),
  };
  return { draft, wrong: [...read.errors, ...wrong] };
}

/** "12500.50" of ours, or what people write: "12 500 manat", "12500,50 AZN". */
function readBudget(read: Reading, cells: Cells): number | null {
  const text = (cells.budget ?? '').trim();
  const ours = moneyOf(text);
  if (ours !== null) return ours;
  // A sum is short; in what is long nobody looks for the name of a currency.
  const bare = text.length > 100 ? text : text.replace(/\s*(\p{L}[\p{L}.]*|[₼$€₽])\s*$/u, '').replace(/^[₼$€₽]\s*/, '');
  const number = new Reading({ text: () => bare });
  const minor = number.money('budget');
  for (const error of number.errors) read.wrong(error.field, error.message);
  return minor;
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/azn|manat|манат|₼/i, 'AZN'],
  [/usd|dollar|доллар|\$/i, 'USD'],
  [/eur|avro|евро|€/i, 'EUR'],
];

const currencyOf = (read: Reading, cells: Cells): string | null =>
  (cells.currency ?? '').trim() === ''
    ? (CURRENCIES.find(([shape]) => shape.test(cells.budget ?? ''))?.[1] ?? readCurrency(read))
    : readCurrency(read);

function readValues(cells: Cells, wrong: (wrong: Wrong) => void): MeasureDraft['ogpValues'] {
  const asked = unwords(cells.ogp_values ?? '');
  const unknown = asked.find((word) => !(OGP_VALUES as readonly string[]).includes(word));
  if (unknown) {
    const params = { found: shown(unknown), expected: OGP_VALUES.join(', ') };
    wrong({ field: 'ogp_values', message: message('plans.exchange.wrong.no_such_word', params) });
  }
  return OGP_VALUES.filter((value) => asked.includes(value));
}

function readTags(cells: Cells, wrong: (wrong: Wrong) => void): readonly string[] {
  const tags = unwords(cells.tags ?? '');
  const long = tags.find((tag) => tag.length > 80);
  if (long) wrong({ field: 'tags', message: message('plans.plan.wrong.too_long', { max: 80, found: long.length }) });
  return tags;
}

const MILESTONES = [
  ...['milestones_az', 'milestones_en', 'milestones_ru', 'milestone_days'],
  ...['milestones_done', 'milestone_sources', 'milestone_urls'],
];

function readMilestones(cells: Cells, wrong: (wrong: Wrong) => void): readonly MilestoneDraft[] {
  return itemsOf(cells, MILESTONES, wrong).map((item) => {
    const read = new Reading({ text: (name) => item[name] ?? '' });
    const title = read.texts('milestones', 'line', MOST.title);
    if (!title) read.wrong('milestones_az', message('plans.exchange.wrong.milestone_untitled'));
    const dueOn = read.day('milestone_days');
    const on = read.day('milestones_done');
    const source = on ? read.needed('milestone_sources', message('plans.measures.milestones.no_source')) : '';
    const url = read.url('milestone_urls');
    for (const error of read.errors) wrong(error);
    return { title: title ?? {}, dueOn, done: on && { on, source, url } };
  });
}

const INDICATORS = [
  ...['indicators_az', 'indicators_en', 'indicators_ru'],
  ...['indicator_units_az', 'indicator_units_en', 'indicator_units_ru', 'indicator_directions'],
  ...['indicator_baselines', 'indicator_baseline_days', 'indicator_baseline_sources', 'indicator_baseline_urls'],
  'indicator_targets',
];

function readIndicators(cells: Cells, wrong: (wrong: Wrong) => void): readonly IndicatorDraft[] {
  return itemsOf(cells, INDICATORS, wrong).map((item) => {
    const read = new Reading({ text: (name) => item[name] ?? '' });
    const text = read.texts('indicators', 'prose', 1000);
    if (!text) read.wrong('indicators_az', message('plans.exchange.wrong.indicator_untitled'));
    const baselineValue = numberIn(read, item, 'indicator_baselines');
    const baselineSource = read.line('indicator_baseline_sources');
    if (baselineValue !== null && !baselineSource)
      read.wrong('indicator_baseline_sources', message('plans.measures.indicators.no_baseline_source'));
    const draft: IndicatorDraft = {
      text: text ?? {},
      unit: read.texts('indicator_units', 'line', 100),
      direction: read.choice('indicator_directions', DIRECTIONS, 'up'),
      baselineValue,
      baselineOn: read.day('indicator_baseline_days'),
      baselineSource,
      baselineUrl: read.url('indicator_baseline_urls'),
      targets: readTargets(read, item),
    };
    for (const error of read.errors) wrong(error);
    return draft;
  });
}

/** A number of ours, or one as people write it. */
const numberIn = (read: Reading, item: Item, column: string): number | null =>
  numberOf((item[column] ?? '').trim()) ?? read.decimal(column);

/** "2026-12-31 = 8; 2027-06-30 = 10" */
function readTargets(read: Reading, item: Item): IndicatorDraft['targets'] {
  const targets = new Map<string, IndicatorDraft['targets'][number]>();
  for (const target of unwords(item.indicator_targets ?? '')) {
    const [day = '', value = '', ...rest] = target.split('=').map((part) => part.trim());
    const one = new Reading({ text: (name) => (name === 'day' ? day : value) });
    const dueOn = one.day('day');
    const number = numberOf(value) ?? one.decimal('value');
    const what = one.errors[0]?.message;
    if (what) read.wrong('indicator_targets', what);
    else if (dueOn === null || number === null || rest.length > 0)
      read.wrong('indicator_targets', message('plans.exchange.wrong.not_target', { found: shown(target) }));
    else if (targets.has(dueOn))
      read.wrong('indicator_targets', message('plans.measures.indicators.target_twice', { day: dueOn }));
    else targets.set(dueOn, { dueOn, value: number });
  }
  return [...targets.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

function readDecided(read: Reading, day: string, decision: string, url: string): Decided | null {
  const on = read.day(day);
  if (!on) return null;
  const said = read.needed(decision, message('plans.exchange.wrong.no_decision'));
  return { on, decision: said, url: read.url(url) };
}

function readWithdrawal(read: Reading): MeasureDraft['withdrawal'] {
  const decided = readDecided(read, 'withdrawn_on', 'withdrawal_decision', 'withdrawal_url');
  return decided && { ...decided, reason: read.texts('withdrawal_reason', 'prose', MOST.text) };
}

export interface ExecutorItem {
  readonly slug: string | null;
  readonly role: ExecutorRole;
  readonly kind: string | null;
  readonly name: Texts | null;
}

const EXECUTORS = [
  ...['executors', 'executor_roles', 'executor_kinds'],
  ...['executor_names_az', 'executor_names_en', 'executor_names_ru'],
];

/** The executors of a row as they are written: by address word, by name, or both. */
export function readExecutorCells(cells: Cells, wrong: (wrong: Wrong) => void): readonly ExecutorItem[] {
  return itemsOf(cells, EXECUTORS, wrong).map((item, i) => {
    const read = new Reading({ text: (name) => item[name] ?? '' });
    const executor: ExecutorItem = {
      slug: read.line('executors', 80),
      role: read.choice('executor_roles', EXECUTOR_ROLES, i === 0 ? 'lead' : 'co'),
      kind: read.line('executor_kinds', 40),
      name: read.texts('executor_names', 'line', 200),
    };
    for (const error of read.errors) wrong(error);
    return executor;
  });
}
