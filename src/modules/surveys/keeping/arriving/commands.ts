import type { Ctx } from '#core/command.ts';
import { ok, type Result, refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { personOf } from '#core/way.ts';
import { mayKeepSurveys } from '../../access.ts';
import { takes } from '../../rounds/rules.ts';
import type { Round } from '../../rounds/schema.ts';
import { isAlone } from '../access.ts';
import { isAssigned } from '../queries.ts';
import type { Given } from '../schema.ts';

/** Is the round still taking this, from whoever brings it? */
export async function mayAskNow(ctx: Ctx, round: Round, mode: Given['mode']): Promise<Result<true>> {
  const { number, declaration, closure } = round;
  if (closure) return refuse('conflict', message('surveys.keeping.closed', { number }));
  if (!takes(round, mode, ctx.today)) {
    if (mode !== 'import' && !declaration.modes.includes(mode))
      return refuse('conflict', message('surveys.keeping.no_such_way', { number }));
    return ctx.today < declaration.from
      ? refuse('conflict', message('surveys.keeping.early', { number }))
      : refuse('conflict', message('surveys.keeping.late', { number }));
  }
  if (isAlone(mode) || mayKeepSurveys(ctx.actor, ctx.forum).may) return ok(true);
  const person = personOf(ctx.actor);
  return person && (await isAssigned(ctx.db, ctx.forum.id, round.id, person))
    ? ok(true)
    : refuse('forbidden', message('surveys.keeping.not_assigned', { number }));
}
