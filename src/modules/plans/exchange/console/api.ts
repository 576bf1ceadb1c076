import { createHash } from 'node:crypto';
import type { Db } from '#core/db/database.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import type { Web } from '#core/http/route.ts';
import type { Lang } from '#core/i18n/lang.ts';
import { readTables } from '#core/sheets/read.ts';
import { placeOf, type Table } from '#core/sheets/table.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { loadPlan, planRows, plansCsv } from '../api.ts';
import { allRows, dryRun, judgeImport, writeImport } from '../commands.ts';
import { countsOf, toWrite } from '../judging/rules.ts';
import type { Dry, Judged } from '../judging/schema.ts';
import { knownPlan } from '../national/schema.ts';
import { ownPlans } from '../queries.ts';
import type { Cells, Choice } from '../schema.ts';

/** What the command line says beside the file. */
export interface PlanFileOptions {
  /** Address of a plan that the rows belong to; left out: as the file says, else made from the title. */
  readonly slug?: string;
  readonly title?: string;
  readonly kind?: 'national' | 'local';
  /** Language of the plan's own words; left out: the forum's first. */
  readonly words?: Choice['words'];
  /** Left out: executors that are not known are added for a known national plan and refused for others. */
  readonly unknown?: Choice['unknown'];
  readonly onlyGood?: boolean;
  /** Says what would be written and writes nothing. */
  readonly dryRun?: boolean;
}

export interface PlanFile {
  readonly db: Db;
  readonly forum: Forum;
  readonly today: PlainDate;
  /** Performs commands in that forum as the program itself. */
  readonly perform: Web['perform'];
  readonly lang: Lang;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly options: PlanFileOptions;
}

/** What came of it, to be printed: on standard output when all is well, else on standard error. */
export interface Report {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/** Is the file that of a national plan we know? Then it belongs into the reference forum. */
export const isNationalFile = (fileName: string): boolean => knownPlan(fileName) !== null;

/** Brings a plan in from a file: all or nothing, unless `onlyGood` says that refused rows may be left out. */
export async function importPlanFile(given: PlanFile): Promise<Report> {
  const { lang, options, fileName } = given;
  const no = (lines: readonly string[]): Report => ({ ok: false, lines });
  const read = await readTables(given.bytes, fileName);
  if (!read.ok) return no([lang.say(read.refusal.message)]);
  const known = knownPlan(fileName);
  const choice: Choice = {
    target: 'file',
    words: options.words ?? known?.plan.language ?? given.forum.languages[0] ?? 'az',
    title: options.title ?? null,
    kind: options.kind ?? null,
    slug: options.slug ?? null,
    unknown: options.unknown ?? (known || isOurExport(read.value) ? 'add' : 'refuse'),
  };
  const file = { tables: read.value, fileName: fileName.slice(0, 200), choice };
  const judged = await dryRun(given, file);
  if (!judged.ok) return no(refusalLines(lang, judged.refusal));
  const counts = countsOf(allRows(judged.value));
  const said = reportOf(lang, judged.value);
  if (options.dryRun) return { ok: counts.refused === 0, lines: said };
  if (counts.refused > 0 && !options.onlyGood)
    return no([...said, lang.t('plans.exchange.refused.rows', { n: counts.refused })]);
  if (toWrite(judged.value.parts) === 0) return { ok: true, lines: [...said, ...(await loaded(given, judged.value))] };
  const sha256 = createHash('sha256').update(given.bytes).digest('hex');
  const stored = await given.perform(judgeImport, { ...file, sha256 });
  if (!stored.ok) return no(refusalLines(lang, stored.refusal));
  const onlyGood = options.onlyGood ?? false;
  const written = await given.perform(writeImport, { import: stored.value.id, onlyGood, unknown: null, seen: null });
  if (!written.ok) return no(refusalLines(lang, written.refusal));
  return { ok: true, lines: [...said, ...(await loaded(given, judged.value))] };
}

/** Our own export names every executor with its kind: one that is not known here can be made as it was. */
const isOurExport = (tables: readonly Table[]): boolean =>
  tables.some((table) => table.rows[0]?.cells.includes('executor_kinds') ?? false);

const refusalLines = (lang: Lang, refusal: Parameters<typeof sayAll>[1]): readonly string[] => sayAll(lang, refusal);

function sayAll(
  lang: Lang,
  refusal: {
    readonly message: Parameters<Lang['say']>[0];
    readonly fields?: readonly { readonly message: Parameters<Lang['say']>[0] }[];
  },
): readonly string[] {
  return refusal.fields ? refusal.fields.map((field) => lang.say(field.message)) : [lang.say(refusal.message)];
}

/** Remarks on the file, every refused row with its place, and the counts. */
function reportOf(lang: Lang, dry: Dry): readonly string[] {
  const rows = allRows(dry);
  const counts = countsOf(rows);
  return [
    ...dry.remarks.map((remark) => lang.say(remark)),
    ...rows.filter((row) => row.errors.length > 0).flatMap((row) => rowLines(lang, row)),
    lang.t('plans.exchange.report.counts', counts),
  ];
}

const rowLines = (lang: Lang, row: Judged): readonly string[] =>
  row.errors.map((error) => {
    const place = row.at ? `${lang.say(placeOf(row.at.table, row.at.line, error.column))}: ` : '';
    return `${place}${lang.say(error.message)}`;
  });

/** "nap-2016-2018: 58 measures reported, 13 loaded". */
async function loaded(given: PlanFile, dry: Dry): Promise<readonly string[]> {
  const plans = await ownPlans(given.db, given.forum.id);
  const lines: string[] = [];
  for (const plan of plans.filter((row) => dry.parts.some((part) => part.plan.slug === row.slug))) {
    const { whole } = await loadPlan({ ...given, mark: '' }, plan);
    const n = whole.dossiers.length;
    const reported = plan.reported_measures;
    lines.push(
      reported === null
        ? given.lang.t('plans.exchange.report.loaded', { slug: plan.slug, n })
        : given.lang.t('plans.exchange.report.reported', { slug: plan.slug, n, reported }),
    );
  }
  return lines;
}

/** Whose plans are to be written down: of one forum, or of several with a column that names the forum. */
export interface ExportAsked {
  readonly db: Db;
  readonly forums: readonly Forum[];
  readonly today: PlainDate;
  readonly lang: Lang;
  /** Address of one plan; null: all plans of these forums. */
  readonly slug: string | null;
}

/** Our own CSV of one plan or of all; null when there is no plan of that address. */
export async function exportPlanCsv(asked: ExportAsked): Promise<string | null> {
  const rows: Cells[] = [];
  let found = false;
  for (const forum of asked.forums) {
    const mark = forum.demonstration ? asked.lang.t('plans.exchange.demonstration') : '';
    const plans = (await ownPlans(asked.db, forum.id)).filter(
      (plan) => asked.slug === null || plan.slug === asked.slug,
    );
    for (const plan of plans.toReversed()) {
      found = true;
      const own = planRows(await loadPlan({ db: asked.db, forum, today: asked.today, mark }, plan));
      const name = forum.id === REFERENCE ? 'national' : forum.slug;
      rows.push(...(asked.forums.length > 1 ? own.map((row) => ({ ...row, forum: name })) : own));
    }
    // One plan was asked for: the first forum that has it answers.
    if (found && asked.slug !== null) break;
  }
  return found || asked.slug === null ? plansCsv(rows) : null;
}
