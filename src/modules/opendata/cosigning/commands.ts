import * as v from 'valibot';
import { type Cosigned, cosign } from '#core/audit/cosign.ts';
import { command, done } from '#core/command.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { mayConfirm } from '../access.ts';

const WRONG: Readonly<
  Record<Exclude<Cosigned, 'added' | 'no_checkpoint'>, { readonly field: string; readonly message: Message }>
> = {
  bad_key: { field: 'key', message: message('opendata.confirm.bad_key') },
  bad_signature: { field: 'signature', message: message('opendata.confirm.bad_signature') },
  known: { field: 'signature', message: message('opendata.confirm.known') },
  too_many: { field: 'signature', message: message('opendata.confirm.too_many') },
};

/** Another member's signature under a head of the forum's log; one that does not verify is refused. */
export const confirmCheckpoint = command({
  name: 'opendata.confirm_checkpoint',
  input: v.object({
    size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    /** Verifier key of C2SP signed-note: "<name>+<id>+<base64>". */
    key: v.pipe(v.string(), v.maxLength(500)),
    /** "— <name> <base64>" */
    signature: v.pipe(v.string(), v.maxLength(1_000)),
  }),
  access: (ctx) => mayConfirm(ctx.actor, ctx.forum.id),
  run: async (ctx, { size, key, signature }) => {
    const outcome = await cosign(ctx, ctx.forum.id, size, key, signature);
    if (outcome === 'no_checkpoint') return refuse('not_found', message('opendata.confirm.no_checkpoint'));
    if (outcome !== 'added') return refuseFields([WRONG[outcome]]);
    return done(null, {
      kind: 'opendata.checkpoint_confirmed',
      object: { type: 'log', id: ctx.forum.id, path: '/log' },
      params: { name: key.trim().split('+')[0] ?? '', n: size },
    });
  },
});
