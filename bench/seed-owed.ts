import { sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { PATIENT } from '#core/db/statements.ts';
import { AZERBAIJAN } from '#core/time/calendars/az.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { workingDayAfter } from '#core/time/working-days.ts';

/** Open cases of a forum: so many, of which this share is past its day. */
export interface OwedSeed {
  readonly cases: number;
  readonly overdue: number;
}

/** Terms that begin on some days and last some working days, each with its due day. */
function terms(today: PlainDate, overdue: boolean): readonly { on: PlainDate; n: number; due: PlainDate }[] {
  const found: { on: PlainDate; n: number; due: PlainDate }[] = [];
  for (let back = 1; back <= 60; back++)
    for (const n of [3, 5, 7, 10, 15, 30, 45, 60]) {
      const on = addDays(today, -back);
      const due = workingDayAfter(AZERBAIJAN, on, n);
      if (overdue ? due < today : due > addDays(today, 1)) found.push({ on, n, due });
    }
  return found;
}

/** Writes open cases of a seeded forum by two large statements, in the shape that the commands give them. */
export async function seedOwed(db: Db, slug: string, today: PlainDate, { cases, overdue }: OwedSeed): Promise<void> {
  const late = Math.round(cases * overdue);
  await insert(db, slug, today, 0, cases - late, terms(today, false));
  if (late > 0) await insert(db, slug, today, cases - late, late, terms(today, true));
  await sql`insert into obligations_numbers (forum_id, last) select id, ${cases} from core_forums where slug = ${slug}`.execute(
    db,
  );
  await sql`
    insert into obligations_tallies (forum_id, body_id, due_on, soon_days, never_on, n)
    select c.forum_id, c.body_id, c.due_on, c.soon_days, c.never_on, count(*) from obligations_cases c
    where c.forum_id = (select id from core_forums where slug = ${slug}) group by 1, 2, 3, 4, 5`.execute(db);
  // Every second body heard of its first lateness long ago.
  await sql`
    insert into obligations_first_latenesses (forum_id, body_id, case_id, told_on, public_on, entered_at)
    select distinct on (c.body_id) c.forum_id, c.body_id, c.id, ${addDays(today, -30)}::date, ${addDays(today, -20)}::date,
      ${new Date(`${today}T06:00:00Z`)}::timestamptz
    from obligations_cases c join core_forums f on f.id = c.forum_id
    where f.slug = ${slug} and c.due_on < ${today} and right(c.body_id::text, 1) in ('1', '3', '5', '7', '9', 'b', 'd', 'f')
    order by c.body_id`.execute(db);
}

async function insert(
  db: Db,
  slug: string,
  today: PlainDate,
  first: number,
  count: number,
  of: ReturnType<typeof terms>,
): Promise<void> {
  const at = sql`${new Date(`${today}T06:00:00Z`)}::timestamptz`;
  await sql`${sql.raw(PATIENT)}
    with t as (select n - 1 as i, trigger_on, span_n, due_on from unnest(${of.map((one) => one.on)}::date[],
        ${of.map((one) => one.n)}::int[], ${of.map((one) => one.due)}::date[]) with ordinality as t (trigger_on, span_n, due_on, n)),
      b as (select id, row_number() over (order by id) - 1 as i, count(*) over () as all_bodies
        from places_bodies where forum_id = (select id from core_forums where slug = ${slug}))
    insert into obligations_cases (forum_id, id, number, rule_key, rule_version, rule_title, basis, owed_to, body_id,
      title, trigger_on, span, extension, soon_days, never_days, due_on, never_on, opened_on, opened_at)
    select (select id from core_forums where slug = ${slug}),
      ('01999999-ffff-7000-8000-' || lpad(to_hex(${first}::bigint + g), 12, '0'))::uuid, ${first}::int + g + 1,
      'az.information.answer', 1, '{"key": "obligations.law.answer"}',
      '{"key": "obligations.law.article", "params": {"article": "24.1"}}', '{"key": "obligations.law.to.requester"}',
      b.id, jsonb_build_object('texts', jsonb_build_object('az', '№ ' || g || ' sorğuya cavab')),
      t.trigger_on, jsonb_build_object('unit', 'working_days', 'n', t.span_n), null, 3, 180, t.due_on, t.due_on + 180,
      t.trigger_on, ${at}
    from generate_series(0, ${count - 1}::int) g
    join t on t.i = g % ${of.length}::int
    join b on b.i = g % b.all_bodies`.execute(db);
}
