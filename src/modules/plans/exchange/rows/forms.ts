import { message } from '#core/i18n/message.ts';
import { fold } from '#core/i18n/names.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { withoutEnd } from '#core/i18n/trim.ts';
import { isWebAddress } from '#core/shapes.ts';
import type { Row } from '#core/sheets/table.ts';
import { MOST, shown } from '../../forms.ts';
import { lines } from '../cells/rules.ts';
import { type Area, areaOf, headingOf, type Located } from '../columns/rules.ts';
import { FOREIGN, MEASURE_COLUMNS, READ_ONLY_COLUMNS } from '../columns/schema.ts';
import { deadlineIn } from '../deadlines/rules.ts';
import { executorsIn, spellings } from '../executors/rules.ts';
import type { ReadRow, Remark } from '../schema.ts';

/** What the translation of people's tables must know. */
export interface Reader {
  /** The language of the plan's own words. */
  readonly words: LanguageCode;
  /** The address word of a body that bears exactly this name; null: none or several. */
  readonly slugOfBody: (name: string) => string | null;
}

/** Cells of one row of the file, changed step by step into ours. */
class Translation {
  readonly cells: Record<string, string> = {};
  readonly origin = new Map<string, number>();
  readonly errors: Remark[] = [];
  readonly remarks: Remark[] = [];
  readonly notes: string[] = [];
  assumedLead = false;
  readonly #located: Located;
  readonly #row: Row;

  constructor(located: Located, row: Row) {
    this.#located = located;
    this.#row = row;
  }

  has = (column: string): boolean => this.#located.at.has(column);

  raw(column: string): string {
    const index = this.#located.at.get(column);
    return index === undefined ? '' : (this.#row.cells[index] ?? '').trim();
  }

  set(column: string, text: string, from: string): void {
    this.cells[column] = text;
    const index = this.#located.at.get(from);
    if (index !== undefined) this.origin.set(column, index);
  }

  wrong(from: string, what: Remark['message']): void {
    this.errors.push({ column: this.#located.at.get(from) ?? null, message: what });
  }

  remark(from: string, what: Remark['message']): void {
    this.remarks.push({ column: this.#located.at.get(from) ?? null, message: what });
  }

  /** The words of a cell without notes that an editor put into square brackets; those go to the source note. */
  words(column: string): string {
    return this.raw(column)
      .replace(/\s?\[([^\][]{8,1000})\]/g, (all, note: string) => {
        if (!/\S\s+\S/.test(note)) return all;
        this.notes.push(note.trim());
        return '';
      })
      .trim();
  }
}

/** One table as rows of ours, in their order; headings between the measures become rows of areas and pass on downwards. */
export function readRows(located: Located, reader: Reader): readonly ReadRow[] {
  let area: Area | null = null;
  return located.rows.map((row, i) => {
    const heading = headingOf(row, located.rows[i + 1], located);
    if (heading) area = heading;
    return heading ? headingRow(located, row, heading, reader) : readRow(located, row, area, reader);
  });
}

const placeOf = (located: Located, row: Row): ReadRow['at'] => {
  const { kind, sheet, number } = located.table;
  return { table: { kind, sheet, number }, line: row.line };
};

const pointCells = (area: Area, words: LanguageCode) => ({
  point_no: area.number ?? '',
  [`point_${words}`]: area.title,
});

const headingRow = (located: Located, row: Row, area: Area, reader: Reader): ReadRow => ({
  at: placeOf(located, row),
  cells: pointCells(area, reader.words),
  origin: new Map(),
  errors: [],
  remarks: [],
  assumedLead: false,
});

function readRow(located: Located, row: Row, area: Area | null, reader: Reader): ReadRow {
  const t = new Translation(located, row);
  for (const column of located.at.keys())
    if (!FOREIGN.includes(column) && !(READ_ONLY_COLUMNS as readonly string[]).includes(column))
      t.set(column, t.raw(column), column);
  if (area && !located.hasPoints) Object.assign(t.cells, pointCells(area, reader.words));
  refuseNameless(t, located, row);
  readPoint(t, reader);
  readMeasure(t, reader);
  readIndicator(t, reader);
  readExecutors(t, reader);
  readDeadline(t);
  readSource(t);
  readPlain(t, reader);
  const { cells, origin, errors, remarks, assumedLead } = t;
  return { at: placeOf(located, row), cells, origin, errors, remarks, assumedLead };
}

/** Text in a column without a name: lost, or, in a CSV file with a stray separator, everything behind it is shifted. */
function refuseNameless(t: Translation, located: Located, row: Row): void {
  const heads = new Set(located.columns.map((column) => column.index));
  const index = row.cells.findIndex((cell, i) => !heads.has(i) && cell.trim() !== '');
  if (index < 0) return;
  const what = message('plans.exchange.wrong.nameless', { found: shown((row.cells[index] ?? '').trim()) });
  t.errors.push({ column: index, message: what });
}

function readPoint(t: Translation, { words }: Reader): void {
  if (!t.has('point')) return;
  const area = areaOf(t.words('point'));
  t.set(`point_${words}`, area.title, 'point');
  if (!t.has('point_no')) t.set('point_no', area.number ?? '', 'point');
}

/** "1.1. Words" where the table has no column for numbers. */
const NUMBERED = /^\s*(\d{1,3}(?:\.\d{1,3})+|\d{1,3}(?=[.)]))[.)]?\s+(?=\S)/;

function readMeasure(t: Translation, { words }: Reader): void {
  if (!t.has('measure')) return;
  let text = t.words('measure');
  const number = t.raw('measure_no') === '' ? NUMBERED.exec(text) : null;
  if (number) {
    t.set('measure_no', number[1]!, 'measure');
    text = text.slice(number[0].length);
  }
  const title = text.replace(/\s+/g, ' ');
  const short = shortened(title);
  if (short !== title) t.remark('measure', message('plans.exchange.remark.title_shortened', { max: MOST.title }));
  t.set(`title_${words}`, short, 'measure');
  t.set(`text_${words}`, text, 'measure');
}

/** A title fits into a line of a list: cut between words, the whole text stands below it. */
function shortened(title: string): string {
  if (title.length <= MOST.title) return title;
  const cut = title.slice(0, MOST.title - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST.title - 60)).replace(/[\s,;:–-]+$/, '')}…`;
}

function readIndicator(t: Translation, { words }: Reader): void {
  if (!t.has('indicator')) return;
  const text = t.words('indicator');
  t.set(`indicators_${words}`, text === '' ? '' : lines([text]), 'indicator');
}

const COLUMN_ROLES = [
  ['lead_and_participants', null],
  ['lead', 'lead'],
  ['participants', 'co'],
] as const;

function readExecutors(t: Translation, { words, slugOfBody }: Reader): void {
  const columns = COLUMN_ROLES.filter(([column]) => t.has(column));
  const first = columns[0]?.[0];
  if (!first) return;
  const slugOf = (name: string): string | null =>
    spellings(name)
      .map(slugOfBody)
      .find((slug) => slug !== null) ?? null;
  const texts = columns.map(([column, role]) => ({ column, role, text: t.words(column) }));
  const named = texts.flatMap(({ text, role }) => executorsIn(text, role, (name) => slugOf(name) !== null));
  const seen = new Set<string>();
  const once = named.filter(({ name }) => !seen.has(fold(name)) && seen.add(fold(name)));
  const slugs = once.map(({ name }) => slugOf(name));
  t.set('executors', lines(slugs), first);
  t.set('executor_roles', lines(once.map(({ role }) => role)), first);
  t.set(`executor_names_${words}`, lines(once.map(({ name }, i) => (slugs[i] === null ? name : null))), first);
  if (once.length > 1 && once.some(({ role }) => role === 'co') && !texts.some(({ role }) => role !== null))
    t.assumedLead = true;
  const said = texts.flatMap(({ text }) => (text === '' ? [] : [flat(text)]));
  t.set('executors_text', said.join('; '), first);
}

/** Lines of a list as one line: what was divided by lines stays divided. */
const flat = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, i, all) => (i < all.length - 1 && !/[;:,.]$/.test(line) ? `${line};` : line))
    .join(' ');

function readDeadline(t: Translation): void {
  if (!t.has('deadline')) return;
  const text = t.words('deadline').replace(/\s+/g, ' ');
  const found = deadlineIn(text);
  if (found.kind === 'impossible')
    t.wrong('deadline', message('plans.exchange.wrong.impossible_day', { found: shown(text) }));
  if (found.kind === 'unknown' && text !== '')
    t.remark('deadline', message('plans.exchange.remark.no_day', { found: shown(text) }));
  // A date cell of a spreadsheet is no wording of the plan.
  const machine = /^\d{4}-\d\d-\d\d(T[\d:]+)?$/.test(text);
  t.set('due_text', machine ? '' : text, 'deadline');
  t.set('due_on', found.kind === 'day' ? found.due : '', 'deadline');
  if (found.kind === 'day' && found.starts && !t.has('starts_on')) t.set('starts_on', found.starts, 'deadline');
}

/** A source that is no address is a note; so are the editor's words in brackets. */
function readSource(t: Translation): void {
  const people = !t.has('title_az') && !t.has('title_en') && !t.has('title_ru');
  const source = t.cells.source_url ?? '';
  if (people && source !== '' && !isWebAddress(source)) {
    t.set('source_url', '', 'source_url');
    t.notes.unshift(source);
  }
  if (t.notes.length === 0) return;
  const notes = [t.cells.source_note ?? '', ...t.notes].filter((note) => note !== '');
  t.set('source_note', [...new Set(notes)].join('; '), t.has('source_note') ? 'source_note' : 'measure');
}

const YES = new Set(['yes', 'beli', 'he', 'да', 'true', '1', '+']);
const NO = new Set(['no', 'xeyr', 'yox', 'нет', 'false', '0', '-']);

/** Cells that people write a little differently: numbers with a point behind, yes and no in three languages. */
function readPlain(t: Translation, { words }: Reader): void {
  if (t.cells.measure_no !== undefined) t.cells.measure_no = withoutEnd(t.cells.measure_no, /[.)\s]/);
  if (t.cells.point_no !== undefined) t.cells.point_no = withoutEnd(t.cells.point_no, /[.)\s]/);
  const local = fold(t.cells.local_executor ?? '');
  if (YES.has(local)) t.cells.local_executor = 'yes';
  if (NO.has(local)) t.cells.local_executor = 'no';
  if (t.has('problem')) t.set(`problem_${words}`, t.raw('problem'), 'problem');
  delete t.cells.problem;
}

/** What a row is of: of a measure, of an area alone, or of the plan alone. */
export function kindOfRow(cells: ReadRow['cells']): 'measure' | 'point' | 'plan' {
  const said = (columns: readonly string[]): boolean => columns.some((column) => (cells[column] ?? '').trim() !== '');
  const own = MEASURE_COLUMNS.filter((column) => column !== 'plan' && !column.startsWith('point_'));
  if (said([...own, 'executors_text'])) return 'measure';
  if (said(['point_no', 'point_az', 'point_en', 'point_ru', 'point_note'])) return 'point';
  return said(['plan']) ? 'plan' : 'measure';
}
