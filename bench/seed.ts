/**
 * Synthetic forums by a few large statements: plans with measures, executors and both voices, so large that writing
 * them through commands would take hours. Rows have the shape that the commands give them. The words are drawn from
 * those of the demonstration, so that pages weigh and compress as pages of a real plan do.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { PATIENT } from '#core/db/statements.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { DEMO_MEASURES } from '../src/modules/plans/demo/local-plan.ts';
import { NATIONAL_MEASURES } from '../src/modules/plans/demo/national-measures.ts';
import { type OwedSeed, seedOwed } from './seed-owed.ts';

export interface Synthetic {
  readonly slug: string;
  /** Different for each forum of one database, from 1. */
  readonly number: number;
  readonly plans: number;
  readonly points: number;
  /** Of each plan. */
  readonly measures: number;
  /** Of each measure. */
  readonly executors: number;
  readonly today: PlainDate;
  /** Open obligations of the forum. */
  readonly owed?: OwedSeed;
}

/** Writes one forum in one transaction. Plans are "plan-1"..., their measures "1"..., bodies "body-1"... . */
export async function seed(db: Db, asked: Synthetic): Promise<void> {
  // The rows are right by their making: keys are not looked up a million times.
  await sql`set local statement_timeout = 0`.execute(db);
  await sql`set local session_replication_role = replica`.execute(db);
  await words(db);
  for (const step of [forum, bodies, plans, measures, cells, executorsVoice, civilVoice]) await step(db, asked);
  if (asked.owed) await seedOwed(db, asked.slug, asked.today, asked.owed);
  await sql`drop table bench_words`.execute(db);
}

/** A statement that may run longer than any that visitors cause. */
const big = (...statement: Parameters<typeof sql>): RawBuilder<unknown> => sql`${sql.raw(PATIENT)}${sql(...statement)}`;

/** How many distinct texts there are of each length: more than one page ever shows. */
const TEXTS = 400;

const SAMPLES = {
  az: [...NATIONAL_MEASURES.map((m) => m.rendering.az), ...DEMO_MEASURES.map((m) => `${m.text.az} ${m.problem.az}`)],
  en: [...NATIONAL_MEASURES.map((m) => m.rendering.en), ...DEMO_MEASURES.map((m) => `${m.text.en} ${m.problem.en}`)],
  ru: [...NATIONAL_MEASURES.map((m) => m.rendering.ru), ...DEMO_MEASURES.map((m) => `${m.text.ru} ${m.problem.ru}`)],
} as const;

/** The same "random" words in every run. */
function drawer(): (most: number) => number {
  let state = 20_170_519;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

function sentences(length: number): readonly Texts[] {
  const draw = drawer();
  const vocabulary = Object.entries(SAMPLES).map(([code, texts]) => [code, texts.join(' ').split(/\s+/)] as const);
  return Array.from({ length: TEXTS }, () =>
    Object.fromEntries(
      vocabulary.map(([code, all]) => {
        let text = all[draw(all.length)] as string;
        while (text.length < length) text += ` ${all[draw(all.length)]}`;
        return [code, text];
      }),
    ),
  );
}

/** Lengths as in the national plan (titles) and the demonstration's plan (the rest). */
async function words(db: Db): Promise<void> {
  await sql`create table bench_words (n integer primary key, name jsonb, title jsonb, text jsonb, said jsonb)`.execute(
    db,
  );
  const [names, titles, texts, said] = [sentences(28), sentences(105), sentences(220), sentences(95)];
  await big`insert into bench_words
    select n - 1, name, title, text, said from unnest(${names.map((t) => JSON.stringify(t))}::jsonb[],
      ${titles.map((t) => JSON.stringify(t))}::jsonb[], ${texts.map((t) => JSON.stringify(t))}::jsonb[],
      ${said.map((t) => JSON.stringify(t))}::jsonb[]) with ordinality as w (name, title, text, said, n)`.execute(db);
}

/** Ids that grow like those of the application: forum, kind of row, number. */
const id = (asked: Synthetic, kind: number, number: string) => {
  const head = `01999999-${asked.number.toString(16).padStart(4, '0')}-7${kind.toString(16).padStart(3, '0')}-8000-`;
  return sql`(${sql.lit(head)} || lpad(to_hex((${sql.raw(number)})::bigint), 12, '0'))::uuid`;
};
const KIND = { forum: 0, body: 1, plan: 2, point: 3, measure: 4, cell: 5, update: 6, evaluation: 7, other: 8 } as const;

const at = (asked: Synthetic) => sql`${`${asked.today}T06:00:00Z`}::timestamptz`;

async function forum(db: Db, asked: Synthetic): Promise<void> {
  const name = JSON.stringify({ az: 'Sınaq platforması', en: 'Platform of measurements', ru: 'Платформа измерений' });
  await big`insert into core_forums (id, slug, kind, name, country, languages, zone, motif, created_at)
    values (${id(asked, KIND.forum, '0')}, ${asked.slug}, 'living', ${name}::jsonb, 'AZ', array['az', 'en', 'ru'],
      'Asia/Baku', 1, ${at(asked)})`.execute(db);
}

async function bodies(db: Db, asked: Synthetic): Promise<void> {
  await big`insert into places_bodies (forum_id, id, slug, kind, name, entered_at)
    select ${id(asked, KIND.forum, '0')}, ${id(asked, KIND.body, 'e')}, 'body-' || e,
      case when e = 0 then 'ngo' else 'municipality' end, w.name, ${at(asked)}
    from generate_series(0, ${asked.executors}::int) e join bench_words w on w.n = e`.execute(db);
}

async function plans(db: Db, asked: Synthetic): Promise<void> {
  const f = id(asked, KIND.forum, '0');
  const day = (days: number) => sql`${addDays(asked.today, days)}::date`;
  await big`insert into plans_plans (forum_id, id, slug, kind, title, summary, language, starts_on, ends_on, created_at)
    select ${f}, ${id(asked, KIND.plan, 'p')}, 'plan-' || p, 'national', w.title, w.text, 'az', ${day(-300)}, ${day(400)},
      ${at(asked)} from generate_series(1, ${asked.plans}::int) p
    join bench_words w on w.n = p % ${sql.lit(TEXTS)}`.execute(db);
  await big`insert into plans_stages (forum_id, id, plan_id, stage, from_day, source, entered_at)
    select ${f}, ${id(asked, KIND.other, 'p * 2 + (s.stage = $$in_force$$)::int')}, ${id(asked, KIND.plan, 'p')}, s.stage,
      ${day(-300)}, 'Decision No 1', ${at(asked)}
    from generate_series(1, ${asked.plans}::int) p, (values ('adopted'), ('in_force')) s (stage)`.execute(db);
  await big`insert into plans_report_dates (forum_id, id, plan_id, due_on, basis)
    select ${f}, ${id(asked, KIND.other + 1, 'p * 2 + (d.n > 1)::int')}, ${id(asked, KIND.plan, 'p')}, d.due, 'Rules, 12'
    from generate_series(1, ${asked.plans}::int) p, (values (1, ${day(-60)}), (2, ${day(120)})) d (n, due)`.execute(db);
  await big`insert into plans_points (forum_id, id, plan_id, number, title, position)
    select ${f}, ${id(asked, KIND.point, 'p * 100 + t')}, ${id(asked, KIND.plan, 'p')}, t::text, w.name, t
    from generate_series(1, ${asked.plans}::int) p, generate_series(1, ${asked.points}::int) t
    join bench_words w on w.n = t`.execute(db);
}

/** Measure m of plan p is row (p - 1) * measures + m. */
const MEASURE = '(p - 1) * measures + m';
const everyMeasure = (asked: Synthetic) => sql`
  (select p, m, measures from generate_series(1, ${asked.plans}::int) p, generate_series(1, ${asked.measures}::int) m,
    (select ${asked.measures}::int as measures) k) of`;

async function measures(db: Db, asked: Synthetic): Promise<void> {
  const f = id(asked, KIND.forum, '0');
  const measure = id(asked, KIND.measure, MEASURE);
  const w = (what: string) =>
    sql`(select ${sql.ref(what)} from bench_words b where b.n = (p * 7 + m) % ${sql.lit(TEXTS)})`;
  const due = sql`${asked.today}::date + (m * 37 % 400 - 120)`;
  await big`insert into plans_measures (forum_id, id, plan_id, point_id, number, slug, position, title, text, problem,
      starts_on, due_on, budget_minor, currency, legal_basis, source_url, local_executor, created_at)
    select ${f}, ${measure}, ${id(asked, KIND.plan, 'p')}, ${id(asked, KIND.point, `p * 100 + 1 + m % ${asked.points}`)},
      m::text, m::text, m, ${w('title')}, ${w('text')}, ${w('said')}, ${addDays(asked.today, -300)}::date, ${due},
      m * 100000, 'AZN', 'Decision No 1', 'https://example.org/plan', 'yes', ${at(asked)}
    from ${everyMeasure(asked)}`.execute(db);
  await big`insert into plans_addresses (forum_id, plan_id, slug, measure_id)
    select ${f}, ${id(asked, KIND.plan, 'p')}, m::text, ${measure} from ${everyMeasure(asked)}`.execute(db);
  await big`insert into plans_milestones (forum_id, id, measure_id, title, due_on, position)
    select ${f}, ${id(asked, KIND.other + 2, MEASURE)}, ${measure}, ${w('name')}, ${due} - 30, 1
    from ${everyMeasure(asked)}`.execute(db);
  await big`insert into plans_indicators (forum_id, id, measure_id, text, unit, baseline_value, baseline_on,
      baseline_source, position)
    select ${f}, ${id(asked, KIND.other + 3, MEASURE)}, ${measure}, ${w('said')}, '{"az": "icma"}', 2,
      ${addDays(asked.today, -320)}::date, 'Survey', 1 from ${everyMeasure(asked)}`.execute(db);
  await big`insert into plans_targets (forum_id, id, indicator_id, due_on, value)
    select ${f}, ${id(asked, KIND.other + 4, MEASURE)}, ${id(asked, KIND.other + 3, MEASURE)}, ${due}, 15
    from ${everyMeasure(asked)}`.execute(db);
  await big`insert into plans_actuals (forum_id, id, indicator_id, on_day, value, voice, source, entered_at)
    select ${f}, ${id(asked, KIND.other + 5, MEASURE)}, ${id(asked, KIND.other + 3, MEASURE)},
      ${addDays(asked.today, -40)}::date, m % 15, 'executor', 'Counted on site', ${at(asked)}
    from ${everyMeasure(asked)}`.execute(db);
}

/** Cell e of a measure is row (measure - 1) * executors + e. */
const CELL = `(${MEASURE} - 1) * executors + e`;
const everyCell = (asked: Synthetic) => sql`
  (select p, m, e, measures, executors from generate_series(1, ${asked.plans}::int) p,
    generate_series(1, ${asked.measures}::int) m, generate_series(1, ${asked.executors}::int) e,
    (select ${asked.measures}::int as measures, ${asked.executors}::int as executors) k) of`;

/** Of five cells one has not reported. */
const REPORTED = sql`(m + e) % 5 <> 0`;
const STATE = sql`(array['not_started', 'under_way', 'under_way', 'complete'])[1 + (m * 3 + e) % 4]`;

async function cells(db: Db, asked: Synthetic): Promise<void> {
  const reportedOn = sql`${addDays(asked.today, -50)}::date`;
  await big`insert into plans_cells (forum_id, id, measure_id, plan_id, body_id, role, position, update_id,
      executor_state, executor_proven, reported_on)
    select ${id(asked, KIND.forum, '0')}, ${id(asked, KIND.cell, CELL)}, ${id(asked, KIND.measure, MEASURE)},
      ${id(asked, KIND.plan, 'p')}, ${id(asked, KIND.body, 'e')}, case when e = 1 then 'lead' else 'co' end, e,
      case when ${REPORTED} then ${id(asked, KIND.update, CELL)} end, case when ${REPORTED} then ${STATE} end,
      case when ${REPORTED} then true end, case when ${REPORTED} then ${reportedOn} end
    from ${everyCell(asked)}`.execute(db);
}

async function executorsVoice(db: Db, asked: Synthetic): Promise<void> {
  const f = id(asked, KIND.forum, '0');
  const measure = id(asked, KIND.measure, MEASURE);
  const said = sql`(select said from bench_words b where b.n = (p * 11 + m * 5 + e) % ${sql.lit(TEXTS)})`;
  await big`insert into plans_updates (forum_id, id, cell_id, measure_id, on_day, state, text, way, entered_at)
    select ${f}, ${id(asked, KIND.update, CELL)}, ${id(asked, KIND.cell, CELL)}, ${measure},
      ${addDays(asked.today, -50)}::date, ${STATE}, ${said}, 'account', ${at(asked)}
    from ${everyCell(asked)} where ${REPORTED}`.execute(db);
  await big`insert into plans_evidence (forum_id, id, measure_id, update_id, kind, title, url, position)
    select ${f}, ${id(asked, KIND.other + 6, CELL)}, ${measure}, ${id(asked, KIND.update, CELL)}, 'link',
      'Report of the meeting No ' || m, 'https://example.org/report/' || m, 0
    from ${everyCell(asked)} where ${REPORTED}`.execute(db);
}

/** Of three cells two are evaluated, of those every second one with a reply. */
const JUDGED = sql`(m + e) % 3 <> 0`;

async function civilVoice(db: Db, asked: Synthetic): Promise<void> {
  const f = id(asked, KIND.forum, '0');
  const measure = id(asked, KIND.measure, MEASURE);
  const w = (what: string) =>
    sql`(select ${sql.ref(what)} from bench_words b where b.n = (p * 13 + m * 3 + e) % ${sql.lit(TEXTS)})`;
  const day = (days: number) => sql`${addDays(asked.today, days)}::date`;
  await big`insert into plans_evaluations (forum_id, id, cell_id, measure_id, completion, finding, method,
      author_body_id, ties, sent_on, reply_until, publishes_on, entered_at)
    select ${f}, ${id(asked, KIND.evaluation, CELL)}, ${id(asked, KIND.cell, CELL)}, ${measure},
      (array['not_started', 'limited', 'substantial', 'complete'])[1 + (m + e * 3) % 4], ${w('text')}, ${w('name')},
      ${id(asked, KIND.body, '0')}, ${w('said')}, ${day(-40)}, ${day(-26)}, ${day(-25)}, ${at(asked)}
    from ${everyCell(asked)} where ${JUDGED}`.execute(db);
  await big`insert into plans_replies (forum_id, id, evaluation_id, on_day, text, way, entered_at)
    select ${f}, ${id(asked, KIND.other + 7, CELL)}, ${id(asked, KIND.evaluation, CELL)}, ${day(-30)}, ${w('said')},
      'account', ${at(asked)}
    from ${everyCell(asked)} where ${JUDGED} and (m + e) % 2 = 0`.execute(db);
}
