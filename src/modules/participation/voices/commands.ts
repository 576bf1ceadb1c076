import { randomBytes } from 'node:crypto';
import { NOBODY } from '#core/actor.ts';
import type { Ctx } from '#core/command.ts';
import { codeFrom } from '#core/typed-code.ts';
import { CODE_LETTERS, noonOf } from './rules.ts';

/** The code of a receipt, as it is shown and typed: "7K3M-…". */
export const freshCode = (): string => codeFrom(randomBytes(CODE_LETTERS)).match(/.{4}/g)!.join('-');

/** A resident's deed is written down without its hour and without who is signed in, in no row and no id. */
export const byDay = (ctx: Ctx): Ctx => ({
  ...ctx,
  now: noonOf(ctx.today),
  actor: ctx.actor.kind === 'person' ? NOBODY : ctx.actor,
});
