import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '#core/time/plain-date.ts';

/**
 * Is plan `p` (an alias in the statement) seen by everybody on the day? The same law as `isPublic(stageOn(...))`: of a
 * stage that was entered more than once the row entered last counts, and a draft is read by its authors only.
 */
export const isPublicOn = (p: string, day: PlainDate): RawBuilder<SqlBool> => sql<SqlBool>`
  exists (select 1 from plans_stages began
    where began.forum_id = ${sql.ref(`${p}.forum_id`)} and began.plan_id = ${sql.ref(`${p}.id`)}
      and began.stage <> 'draft' and began.from_day <= ${day}
      and not exists (select 1 from plans_stages corrected
        where corrected.forum_id = began.forum_id and corrected.plan_id = began.plan_id
          and corrected.stage = began.stage and corrected.id > began.id))`;

/** Is measure `m` in its plan on the day, and not withdrawn? */
export const standsOn = (m: string, day: PlainDate): RawBuilder<SqlBool> => sql<SqlBool>`
  (${isInPlanOn(m, day)} and not exists (select 1 from plans_withdrawals gone
    where gone.forum_id = ${sql.ref(`${m}.forum_id`)} and gone.measure_id = ${sql.ref(`${m}.id`)} and gone.on_day <= ${day}))`;

/** A measure that a decision brings in is not part of the plan before its day. */
export const isInPlanOn = (m: string, day: PlainDate): RawBuilder<SqlBool> => {
  const added = sql.ref(`${m}.added_on`);
  return sql<SqlBool>`(${added} is null or ${added} <= ${day})`;
};
