import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import type { Moment } from '../rules.ts';
import type { CaseId, State } from '../schema.ts';
import type { CaseChange, CaseCounts, CaseLine, CaseSeen, CasesAsked, Eyes } from './schema.ts';

const COLUMNS = sql`c.id, c.number, c.rule_key as rule, c.rule_title as "ruleTitle", c.title, c.body_id as body, c.basis,
  c.path, c.due_on as "dueOn", c.due_at as "dueAt", c.never_on as "neverOn", c.soon_days as "soonDays", c.closed,
  c.closed_on as "closedOn"`;

const late = ({ today, now }: Moment): RawBuilder<SqlBool> =>
  sql<SqlBool>`(c.due_on < ${today} or (c.due_at is not null and c.due_at <= ${now}))`;

/** Overdue cases of a body whose first lateness the public does not see yet are seen by few. */
function seenBy(forum: string, eyes: Eyes, moment: Moment): RawBuilder<SqlBool> {
  if (eyes.all) return sql<SqlBool>`true`;
  return sql<SqlBool>`(c.closed is not null or not ${late(moment)} or c.body_id = any(${[...eyes.bodies]}::uuid[])
    or c.body_id in (${publicBodies(forum, moment)}))`;
}

const publicBodies = (forum: string, { today }: Moment): RawBuilder<unknown> =>
  sql`select f.body_id from obligations_first_latenesses f where f.forum_id = ${forum} and f.public_on <= ${today}`;

/** One state as the law says it (`stateOn`), for the database. */
function inState(state: State | null, moment: Moment): RawBuilder<SqlBool> {
  const { today } = moment;
  const open = sql`c.closed is null and c.never_on > ${today}`;
  switch (state) {
    case null:
      return sql<SqlBool>`${open}`;
    case 'overdue':
      return sql<SqlBool>`${open} and ${late(moment)}`;
    case 'due_soon':
      return sql<SqlBool>`${open} and not ${late(moment)} and c.due_on - c.soon_days <= ${today}`;
    case 'due':
      return sql<SqlBool>`${open} and not ${late(moment)} and c.due_on - c.soon_days > ${today}`;
    case 'never':
      return sql<SqlBool>`c.closed is null and c.never_on <= ${today}`;
    case 'waived':
      return sql<SqlBool>`c.closed = 'waived'`;
    case 'done':
      return sql<SqlBool>`c.closed = 'done' and c.closed_on <= c.due_on`;
    case 'done_late':
      return sql<SqlBool>`c.closed = 'done' and c.closed_on > c.due_on`;
  }
}

const isClosed = (state: State | null): boolean => state === 'done' || state === 'done_late' || state === 'waived';

/** A page of the list: open ones by their day, closed ones the newest first. */
export async function casesPage(
  db: Db,
  forum: string,
  asked: CasesAsked,
  moment: Moment,
  eyes: Eyes,
  page: { readonly size: number; readonly skip: number },
): Promise<readonly CaseLine[]> {
  const order = isClosed(asked.state) ? sql`c.closed_on desc, c.id desc` : sql`c.due_on, c.id`;
  const { rows } = await sql<CaseLine>`select ${COLUMNS} from obligations_cases c
    where ${which(forum, asked, moment, eyes)} order by ${order} limit ${page.size} offset ${page.skip}`.execute(db);
  return rows;
}

/** Addresses below the forum of every case that strangers see on this day, open and closed. */
export async function publicCasePaths(db: Db, forum: string, moment: Moment): Promise<readonly string[]> {
  const { rows } = await sql<{ number: number }>`select c.number from obligations_cases c
    where c.forum_id = ${forum} and ${seenBy(forum, { all: false, bodies: [] }, moment)} order by c.number`.execute(db);
  return rows.map((row) => `/obligations/${row.number}`);
}

const which = (forum: string, asked: CasesAsked, moment: Moment, eyes: Eyes): RawBuilder<SqlBool> =>
  sql<SqlBool>`c.forum_id = ${forum} and ${inState(asked.state, moment)} and ${seenBy(forum, eyes, moment)}
    and ${asked.body ? sql`c.body_id = ${asked.body}` : sql`true`}`;

/** How many lines there are in all; what is open was counted already (`counts`). */
export async function casesTotal(
  db: Db,
  forum: string,
  asked: CasesAsked,
  moment: Moment,
  eyes: Eyes,
  counts: CaseCounts,
): Promise<number> {
  if (asked.state === null) return counts.open;
  if (asked.state === 'overdue') return counts.overdue;
  if (asked.state === 'due_soon') return counts.dueSoon;
  if (asked.state === 'due') return counts.open - counts.overdue - counts.dueSoon;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from obligations_cases c where ${which(forum, asked, moment, eyes)}`.execute(db);
  return rows[0]!.n;
}

/** What is open, for the figures on top of a list: sums of the tallies, and what fell due within today by the hour. */
export async function caseCounts(
  db: Db,
  forum: string,
  body: string | null,
  moment: Moment,
  eyes: Eyes,
): Promise<CaseCounts> {
  const { today, now } = moment;
  const seen = eyes.all
    ? sql`true`
    : sql`(body_id = any(${[...eyes.bodies]}::uuid[]) or body_id in (${publicBodies(forum, moment)}))`;
  const { rows } = await sql<CaseCounts>`
    with counted as (
      select body_id, n, due_on < ${today} as late, due_on >= ${today} and due_on - soon_days <= ${today} as soon
      from obligations_tallies
      where forum_id = ${forum} and never_on > ${today} and n <> 0 and ${body ? sql`body_id = ${body}` : sql`true`}
      union all
      select c.body_id, k.n, k.late, k.soon from obligations_cases c, (values (1, true, false), (-1, false, true)) k (n, late, soon)
      where c.forum_id = ${forum} and c.closed is null and c.due_on = ${today} and c.due_at <= ${now}
        and ${body ? sql`c.body_id = ${body}` : sql`true`}
    )
    select coalesce(sum(n) filter (where late and ${seen}), 0)::int as overdue,
      coalesce(sum(n) filter (where soon), 0)::int as "dueSoon",
      coalesce(sum(n) filter (where not late or ${seen}), 0)::int as open,
      coalesce(sum(n) filter (where late and not ${seen}), 0)::int as told
    from counted`.execute(db);
  return rows[0]!;
}

/** What a body owes and owed: open ones first, then the newest closed. For its own page. */
export async function casesOfBody(db: Db, forum: string, body: string, moment: Moment, eyes: Eyes, most: number) {
  const { rows } = await sql<CaseLine>`select ${COLUMNS} from obligations_cases c
    where c.forum_id = ${forum} and c.body_id = ${body} and ${seenBy(forum, eyes, moment)}
    order by (c.closed is not null), case when c.closed is null then c.due_on end, c.closed_on desc, c.id
    limit ${most}`.execute(db);
  return rows;
}

/** The cases of another room's things by their ids, as far as these eyes see them. */
export async function casesOfSubjects(
  db: Db,
  forum: string,
  kind: string,
  ids: readonly string[],
  moment: Moment,
  eyes: Eyes,
): Promise<ReadonlyMap<string, CaseLine>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<CaseLine & { subject: string }>`
    select ${COLUMNS}, c.subject_id as subject from obligations_cases c
    where c.forum_id = ${forum} and c.subject_kind = ${kind} and c.subject_id = any(${[...ids]}::text[])
      and ${seenBy(forum, eyes, moment)}`.execute(db);
  return new Map(rows.map((row) => [row.subject, row]));
}

/** The bodies that owe or owed something here: for the filter. */
export async function owingBodies(db: Db, forum: string): Promise<readonly string[]> {
  // Jumps from body to body in the index: a list of a hundred thousand cases has few bodies.
  const { rows } = await sql<{ body: string }>`
    with recursive b as (
      (select body_id from obligations_cases where forum_id = ${forum} order by body_id limit 1)
      union all
      select (select c.body_id from obligations_cases c
        where c.forum_id = ${forum} and c.body_id > b.body_id order by c.body_id limit 1)
      from b where b.body_id is not null
    ) select body_id as body from b where body_id is not null`.execute(db);
  return rows.map((row) => row.body);
}

/** The moment within today at which an open case of hours falls due next: a page shows another state from then on. */
export async function nextMoment(db: Db, forum: string, { today, now }: Moment): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(due_at) as at from obligations_cases
    where forum_id = ${forum} and closed is null and due_on = ${today} and due_at > ${now}`.execute(db);
  return rows[0]?.at ?? null;
}

type Row = Omit<CaseSeen, 'changes' | 'triggerAt' | 'dueAt'> & {
  readonly triggerAt: Date | null;
  readonly dueAt: Date | null;
};

/** One case by its number, with all that happened to it; null when there is none or these eyes do not see it. */
export async function caseByNumber(
  db: Db,
  forum: string,
  number: number,
  moment: Moment,
  eyes: Eyes,
): Promise<CaseSeen | null> {
  const { rows } = await sql<Row>`
    select ${COLUMNS}, c.rule_version as "ruleVersion", c.basis_url as "basisUrl", c.owed_to as "owedTo", c.reference,
      c.trigger_on as "triggerOn", c.trigger_at as "triggerAt", c.span, c.extension, c.escalation,
      c.opened_on as "openedOn",
      (select count(*)::int from obligations_extensions e where e.forum_id = c.forum_id and e.case_id = c.id) as extended,
      (select jsonb_build_object('on', d.on_day, 'source', d.source, 'url', d.source_url, 'saidBy', d.said_by,
          'way', d.way, 'paperRef', d.paper_ref, 'paperDay', d.paper_day, 'files', coalesce((
            select jsonb_agg(jsonb_build_object('id', a.file_id, 'name', a.name, 'seenBy', a.seen_by) order by a.position)
            from obligations_answer_files a where a.forum_id = d.forum_id and a.fulfilment_id = d.id), '[]'))
        from obligations_fulfilments d
        where d.forum_id = c.forum_id and d.case_id = c.id) as fulfilment,
      case when c.closed = 'waived' then
        (select jsonb_build_object('on', w.on_day, 'reason', w.reason) from obligations_waivers w
          where w.forum_id = c.forum_id and w.case_id = c.id order by w.entered_at desc, w.id desc limit 1) end as waiver,
      (select f.public_on from obligations_first_latenesses f where f.forum_id = c.forum_id and f.body_id = c.body_id)
        as "publicOn"
    from obligations_cases c
    where c.forum_id = ${forum} and c.number = ${number} and ${seenBy(forum, eyes, moment)}`.execute(db);
  const row = rows[0];
  return row ? { ...row, changes: await changesOf(db, forum, row.id) } : null;
}

async function changesOf(db: Db, forum: string, id: CaseId): Promise<readonly CaseChange[]> {
  const { rows } = await sql<CaseChange>`
    select kind, on_day as on, old_due as "oldDue", new_due as "newDue", why from obligations_changes
    where forum_id = ${forum} and case_id = ${id} order by entered_at, id`.execute(db);
  return rows;
}
