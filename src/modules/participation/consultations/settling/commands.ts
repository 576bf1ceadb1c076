import type { Ctx } from '#core/command.ts';
import type { Result } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { dueOf, settleCases } from '#modules/obligations/contract.ts';
import type { ParticipationTables } from '../../schema.ts';
import { wholeOf } from '../queries.ts';
import { citation, placePath, RESPONSE_KIND, RESPONSE_RULE, termBegins, unitsOf } from '../rules.ts';
import type { Consultation, ConsultationId } from '../schema.ts';

/**
 * Makes the duties of a consultation what its comments, groups and responses say: one for each comment or group, due by
 * the term after the last open day; of comments that were grouped meanwhile the single duties end. Within the deed.
 */
export async function settleResponses(ctx: Ctx, consultation: Consultation): Promise<Result<null>> {
  const units = unitsOf(await wholeOf(ctx.db, ctx.forum.id, consultation));
  const { n, unit, basis } = consultation.term;
  const due = new Map<PlainDate, PlainDate>();
  for (const on of new Set(units.map((one) => termBegins(consultation, one)))) {
    const counted = await dueOf(ctx.db, ctx.forum, { on, at: null }, { unit, n });
    if (!counted.ok) return counted;
    due.set(on, counted.value.due);
  }
  await settleCases(ctx, {
    rule: basis
      ? { ...RESPONSE_RULE, basis: message('participation.consultations.clock.article', { article: basis.article }) }
      : RESPONSE_RULE,
    ...{ kind: RESPONSE_KIND, groups: [consultation.id] },
    wanted: units.map((one) => ({
      ...{ group: consultation.id, id: one.id, body: consultation.body, off: null },
      title: message('participation.consultations.clock.unit', { citation: citation(consultation, one.place) }),
      path: placePath(consultation, one.place),
      trigger: termBegins(consultation, one),
      due: due.get(termBegins(consultation, one))!,
      doneOn: one.response?.on ?? null,
    })),
    source: message('participation.consultations.clock.done'),
    gone: message('participation.consultations.clock.grouped'),
  });
  return { ok: true, value: null };
}

/** The next place of a consultation, of a comment or a group; its row is locked until the deed is done. */
export async function nextPlace(ctx: Ctx, consultation: string): Promise<number> {
  const { last_place } = await ctx.db
    .withTables<ParticipationTables>()
    .updateTable('participation_consultations')
    .set((is) => ({ last_place: is('last_place', '+', 1) }))
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', consultation as ConsultationId)
    .returning('last_place')
    .executeTakeFirstOrThrow();
  return last_place;
}
