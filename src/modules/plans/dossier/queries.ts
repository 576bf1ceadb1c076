import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#core/db/database.ts';
import { fixed } from '#core/db/fixed.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { isPublicOn, standsOn } from '../plan/publicity/queries.ts';
import { measureNamed } from '../reports/queries.ts';
import type { Dossier } from './schema.ts';

/** Rows of a table that hang on the measure, as one json list. */
const ofMeasure = (table: string, order: string): RawBuilder<unknown> => sql`
  coalesce((select json_agg(t order by ${sql.raw(order)}) from ${sql.table(table)} t
    where t.forum_id = m.forum_id and t.measure_id = m.id), '[]')`;

/** Rows that hang on a child of the measure. */
const ofChild = (table: string, key: string, parent: string, order: string): RawBuilder<unknown> => sql`
  coalesce((select json_agg(t order by ${sql.raw(order)}) from ${sql.table(table)} t
    join ${sql.table(parent)} o on o.forum_id = t.forum_id and o.id = t.${sql.ref(key)}
    where o.forum_id = m.forum_id and o.measure_id = m.id), '[]')`;

const ofPlan = (table: string, order: string): RawBuilder<unknown> => sql`
  coalesce((select json_agg(t order by ${sql.raw(order)}) from ${sql.table(table)} t
    where t.forum_id = m.forum_id and t.plan_id = m.plan_id), '[]')`;

/**
 * The dossier of the measure under an address, present or former, of a plan that this forum reads (its own first).
 * One statement: a page about one measure costs one round trip however many other measures there are.
 */
export async function dossierAt(
  db: Db,
  forum: Forum,
  planSlug: string,
  measureSlug: string,
  day: PlainDate,
): Promise<Dossier | null> {
  const [dossier] = await readDossier(db, { forum: forum.id, planSlug, measureSlug, day });
  return dossier ?? null;
}

interface Asked extends Readonly<Record<string, unknown>> {
  readonly forum: string;
  readonly planSlug: string;
  readonly measureSlug: string;
  readonly day: PlainDate;
}

const readDossier = fixed(
  ({ forum, planSlug, measureSlug, day }: Asked) => sql<Dossier>`
    select to_json(p) as plan, to_json(m) as measure,
      (select to_json(t) from plans_points t where t.forum_id = m.forum_id and t.id = m.point_id) as point,
      (select to_json(t) from plans_withdrawals t where t.forum_id = m.forum_id and t.measure_id = m.id) as withdrawal,
      ${ofPlan('plans_stages', 't.from_day, t.id')} as stages,
      ${ofPlan('plans_report_dates', 't.due_on')} as "reportDates",
      ${ofMeasure('plans_amendments', 't.effective_on, t.id')} as amendments,
      ${ofMeasure('plans_cells', "t.role = 'co', t.position, t.id")} as cells,
      ${ofMeasure('plans_updates', 't.on_day desc, t.id desc')} as updates,
      ${ofMeasure('plans_evidence', 't.position, t.id')} as evidence,
      ${ofMeasure('plans_evaluations', 't.publishes_on desc, t.id desc')} as evaluations,
      ${ofMeasure('plans_milestones', 't.position, t.id')} as milestones,
      ${ofMeasure('plans_indicators', 't.position, t.id')} as indicators,
      ${ofChild('plans_replies', 'evaluation_id', 'plans_evaluations', 't.on_day')} as replies,
      ${ofChild('plans_reply_extensions', 'evaluation_id', 'plans_evaluations', 't.id')} as extensions,
      ${ofChild('plans_milestone_closures', 'milestone_id', 'plans_milestones', 't.done_on')} as closures,
      ${ofChild('plans_targets', 'indicator_id', 'plans_indicators', 't.due_on')} as targets,
      ${ofChild('plans_actuals', 'indicator_id', 'plans_indicators', 't.on_day, t.id')} as actuals,
      ${bodiesNamed} as bodies, ${placesNamed} as places, 
      ${localises(day)} as localises, ${answeredBy(forum, day)} as "answeredBy"
    from plans_plans p
    join plans_addresses a on a.forum_id = p.forum_id and a.plan_id = p.id
    join plans_measures m on m.forum_id = a.forum_id and m.id = a.measure_id
    where p.forum_id in (${forum}, ${REFERENCE}) and p.slug = ${planSlug} and a.slug = ${measureSlug}
    order by p.forum_id = ${REFERENCE}
    limit 1`,
);

/** Executors and the organisations that evaluated. Their own forum's body, or the national register's. */
const bodiesNamed = sql`
  coalesce((select json_agg(json_build_object('id', b.id, 'slug', b.slug, 'name', b.name)) from places_public_bodies b
    where b.id in (
      select c.body_id from plans_cells c where c.forum_id = m.forum_id and c.measure_id = m.id
      union select e.author_body_id from plans_evaluations e where e.forum_id = m.forum_id and e.measure_id = m.id)), '[]')`;

const placesNamed = sql`
  coalesce((select json_agg(json_build_object('slug', b.slug, 'name', b.name)) from plans_measure_places h
    join places_public_places b on b.id = h.place_id
    where h.forum_id = m.forum_id and h.measure_id = m.id), '[]')`;

/** Measure `k` of plan `kp`, by the name it bears on the day. */
const kin = (day: PlainDate): RawBuilder<unknown> =>
  sql`jsonb_build_object('planSlug', kp.slug, 'planTitle', kp.title) || ${measureNamed('k', day)}`;

const localises = (day: PlainDate): RawBuilder<unknown> => sql`
  (select ${kin(day)} from plans_measures k
    join plans_plans kp on kp.forum_id = k.forum_id and kp.id = k.plan_id
    where k.forum_id = m.localises_forum_id and k.id = m.localises_id and ${isPublicOn('kp', day)})`;

/** Measures of public plans of this forum that carry this one out and stand. */
const answeredBy = (forum: string, day: PlainDate): RawBuilder<unknown> => sql`
  coalesce((select json_agg(${kin(day)} order by kp.created_at, k.position) from plans_measures k
    join plans_plans kp on kp.forum_id = k.forum_id and kp.id = k.plan_id
    where k.localises_id = m.id and k.localises_forum_id = m.forum_id and k.forum_id = ${forum}
      and ${isPublicOn('kp', day)} and ${standsOn('k', day)}), '[]')`;
