import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { isId } from '#core/ids.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { DeedDescribed } from '#modules/identity/contract.ts';
import { type Body, bodiesOf } from '#modules/places/contract.ts';
import { pathOf } from './rules.ts';
import type { Act, Report, ReportLine, ReportRule, Said, WaitingVoice } from './schema.ts';

const LINE = sql`r.id, r.number, r.rule_id as rule, r.body_id as body, r.period_from as "from", r.period_to as "to",
  r.due_on as "dueOn",
  (select min(a.held_on) from accountability_report_acts a where a.forum_id = r.forum_id and a.report_id = r.id)
    as "doneOn"`;

async function lines(db: Db, forum: string, where: RawBuilder<unknown>): Promise<readonly ReportLine[]> {
  const { rows } = await sql<ReportLine>`select ${LINE} from accountability_reports r
    where r.forum_id = ${forum} and ${where} order by r.period_from desc, r.number`.execute(db);
  return rows;
}

/** Every report that is or was owed, the newest period first: of one body, or of all. */
export const reportLines = (db: Db, forum: string, body: string | null): Promise<readonly ReportLine[]> =>
  lines(db, forum, body === null ? sql`true` : sql`r.body_id = ${body}`);

/** The rules of a forum by first year; `lock`: another deed that makes or counts reports waits. */
export async function rulesOf(db: Db, forum: string, lock = false): Promise<readonly ReportRule[]> {
  const { rows } = await sql<ReportRule>`
    select id, first_year as "firstYear", times_a_year as times, months, basis, basis_url as "basisUrl", channels
    from accountability_report_rules where forum_id = ${forum} order by first_year
    ${lock ? sql`for update` : sql``}`.execute(db);
  return rows;
}

/** The municipalities of the forum's own register, ended ones too. */
export const municipalitiesOf = async (db: Db, forum: string): Promise<readonly Body[]> =>
  (await bodiesOf(db, forum)).filter((body) => body.forum === forum && body.kind === 'municipality');

export const lineById = async (db: Db, forum: string, id: string): Promise<ReportLine | null> =>
  isId(id) ? ((await lines(db, forum, sql`r.id = ${id}`))[0] ?? null) : null;

/** One report by the number that people cite, with all that was said of it; null: there is none. */
export async function reportByNumber(db: Db, forum: string, number: number): Promise<Report | null> {
  const [line] = await lines(db, forum, sql`r.number = ${number}`);
  if (!line) return null;
  return { ...line, acts: await actsOf(db, forum, line.id), voices: await publishedVoices(db, forum, line.id) };
}

async function actsOf(db: Db, forum: string, report: string): Promise<readonly Act[]> {
  const { rows } = await sql<Act>`
    select a.id, a.held_on as "heldOn", a.place, a.channels, a.women, a.men, a.young, a.middle, a.older, a.summary, a.url,
      a.exchanges, a.way, a.paper_ref as "paperRef", a.paper_day as "paperDay",
      coalesce((select jsonb_agg(jsonb_build_object('id', f.file_id, 'name', f.name, 'kind', f.kind, 'seenBy', f.seen_by)
          order by f.position)
        from accountability_report_files f where f.forum_id = a.forum_id and f.act_id = a.id), '[]') as files
    from accountability_report_acts a where a.forum_id = ${forum} and a.report_id = ${report}
    order by a.held_on, a.id`.execute(db);
  return rows;
}

/** Words stand only where they were published with the answers. */
async function publishedVoices(db: Db, forum: string, report: string): Promise<readonly Said[]> {
  const { rows } = await sql<Said>`
    select v.id, v.received_on as "on", v.told, v.clear, v.heard, v.words
    from accountability_report_voices v
    join accountability_report_decisions d on d.forum_id = v.forum_id and d.voice_id = v.id and d.decision <> 'refused'
    where v.forum_id = ${forum} and v.report_id = ${report} order by v.received_on desc, v.id desc limit 200`.execute(
    db,
  );
  return rows;
}

const waiting = async (db: Db, forum: string, where: RawBuilder<unknown>): Promise<readonly WaitingVoice[]> => {
  const { rows } = await sql<WaitingVoice>`
    select v.id, v.received_on as "on", v.told, v.clear, v.heard, v.words, r.number
    from accountability_report_voices v
    join accountability_reports r on r.forum_id = v.forum_id and r.id = v.report_id
    where v.forum_id = ${forum} and ${where} and not exists (select 1 from accountability_report_decisions d
      where d.forum_id = v.forum_id and d.voice_id = v.id)
    order by v.received_on, v.id limit 200`.execute(db);
  return rows;
};

/** What nobody has read yet, the oldest first. */
export const waitingVoices = (db: Db, forum: string): Promise<readonly WaitingVoice[]> => waiting(db, forum, sql`true`);

/** One of them, locked: of two moderators one decides. */
export async function lockVoice(db: Db, forum: string, id: string): Promise<WaitingVoice | null> {
  await sql`select 1 from accountability_report_voices where forum_id = ${forum} and id = ${id} for update`.execute(db);
  return (await waiting(db, forum, sql`v.id = ${id}`))[0] ?? null;
}

/** Addresses below the forum of every report. */
export async function publicReportPaths(db: Db, forum: string): Promise<readonly string[]> {
  const { rows } = await sql<{ number: number }>`
    select number from accountability_reports where forum_id = ${forum} order by number`.execute(db);
  return rows.map(pathOf);
}

/** What a one-deed link to enter a report is for; null when it was given already. */
export async function describeEntry(db: Db, forum: Forum, id: string): Promise<DeedDescribed | null> {
  const line = await lineById(db, forum.id, id);
  if (!line || line.doneOn) return null;
  return {
    body: line.body,
    formPath: `${pathOf(line)}/entry`,
    purpose: message('accountability.reports.deed.enter', { number: line.number }),
  };
}

type Found = { readonly path: string; readonly title: Texts } | null;

/** Where the words of somebody who was there stand, for a demand to take them down. */
export async function findVoice(db: Db, forum: Pick<Forum, 'id'>, id: string): Promise<Found> {
  if (!isId(id)) return null;
  const { rows } = await sql<{ number: number }>`
    select r.number from accountability_report_voices v
    join accountability_reports r on r.forum_id = v.forum_id and r.id = v.report_id
    join accountability_report_decisions d on d.forum_id = v.forum_id and d.voice_id = v.id and d.decision = 'published'
    where v.forum_id = ${forum.id} and v.id = ${id}`.execute(db);
  const [row] = rows;
  return row ? { path: `${pathOf(row)}#voices`, title: { az: `№ ${row.number}` } } : null;
}

/** The same of a file of a report, by the id of the kept file. */
export async function findReportFile(db: Db, forum: Pick<Forum, 'id'>, id: string): Promise<Found> {
  const [row] = await filed(db, forum.id, id);
  return row ? { path: pathOf(row), title: { az: row.name } } : null;
}

async function filed(db: Db, forum: string, file: string) {
  if (!isId(file)) return [];
  const { rows } = await sql<{ number: number; name: string; body: string }>`
    select r.number, f.name, r.body_id as body from accountability_report_files f
    join accountability_report_acts a on a.forum_id = f.forum_id and a.id = f.act_id
    join accountability_reports r on r.forum_id = a.forum_id and r.id = a.report_id
    where f.forum_id = ${forum} and f.file_id = ${file}`.execute(db);
  return rows;
}

/** Is it a file that one of these bodies gave with its report? */
export const isReportFileOf = async (
  db: Db,
  forum: string,
  file: string,
  bodies: readonly string[],
): Promise<boolean> => (await filed(db, forum, file)).some(({ body }) => bodies.includes(body));

/** The latest year of which a report is owed already; null: none. A later rule begins after it. */
export async function lastYearOwed(db: Db, forum: string): Promise<number | null> {
  const { rows } = await sql<{ last: PlainDate | null }>`
    select max(period_from) as last from accountability_reports where forum_id = ${forum}`.execute(db);
  const last = rows[0]?.last;
  return last ? Number(last.slice(0, 4)) : null;
}
