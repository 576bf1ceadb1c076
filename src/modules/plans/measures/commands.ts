import type { Entry } from '#core/audit/entry.ts';
import type { Ctx } from '#core/command.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { freeSlug } from '#core/i18n/names.ts';
import { choose } from '#core/i18n/texts.ts';
import { planName } from '../plan/commands.ts';
import { lockPlan, type PlanHead } from '../plan/queries.ts';
import type { PlanRow } from '../plan/schema.ts';
import type { PlansTables } from '../schema.ts';
import { addressesIn, measureById } from './queries.ts';
import { addressOf, RESERVED } from './rules.ts';
import type { MeasureId, MeasureRow } from './schema.ts';

/** One line of the public record about a measure. */
export const measureEntry = (
  plan: Pick<PlanRow, 'slug' | 'title' | 'language'>,
  measure: Pick<MeasureRow, 'id' | 'slug' | 'number' | 'title'>,
  written: Pick<Entry, 'kind' | 'params'>,
): Entry => ({
  kind: written.kind,
  object: { type: 'measure', id: measure.id, path: `/plans/${plan.slug}/measures/${measure.slug}` },
  params: { plan: planName(plan), measure: measureName(plan, measure), ...written.params },
});

/** "1.3 Payment terminals in eight communities", in the plan's own language. */
const measureName = (plan: Pick<PlanRow, 'language'>, measure: Pick<MeasureRow, 'number' | 'title'>): string =>
  [measure.number, choose(measure.title, plan.language).text].filter(Boolean).join(' ');

export interface Found {
  readonly head: PlanHead;
  readonly measure: MeasureRow;
}

/** A measure of this forum with its plan, which is locked until the end of the change. */
export async function measureToChange(ctx: Ctx, id: MeasureId): Promise<Result<Found>> {
  const seen = await measureById(ctx.db, ctx.forum.id, id);
  const head = seen && (await lockPlan(ctx.db, ctx.forum.id, seen.plan_id));
  const measure = head && (await measureById(ctx.db, ctx.forum.id, id));
  return measure ? ok({ head, measure }) : refuse('not_found', message('plans.measures.refused.unknown'));
}

/** Lets an address lead to a measure, for ever. */
export const insertAddress = (ctx: Ctx, plan: Pick<PlanRow, 'forum_id' | 'id'>, measure: MeasureId, slug: string) =>
  ctx.db
    .withTables<PlansTables>()
    .insertInto('plans_addresses')
    .values({ forum_id: plan.forum_id, plan_id: plan.id, slug, measure_id: measure })
    .onConflict((on) => on.doNothing())
    .execute();

/** The address that follows from the number, unless it leads to another measure already. */
export async function addressFor(
  ctx: Ctx,
  plan: PlanRow,
  measure: Pick<MeasureRow, 'id' | 'slug' | 'number' | 'title'>,
  next: { readonly number: string | null; readonly title: MeasureRow['title'] },
): Promise<string> {
  const address = (of: typeof next) => addressOf(of.number, choose(of.title, plan.language).text);
  if (next.number === measure.number && (next.number !== null || address(next) === address(measure)))
    return measure.slug;
  const taken = await addressesIn(ctx.db, plan);
  return freeSlug(address(next), (slug) => RESERVED.includes(slug) || (taken.get(slug) ?? measure.id) !== measure.id);
}
