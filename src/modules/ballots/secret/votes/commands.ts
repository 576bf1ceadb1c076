import { createHash } from 'node:crypto';
import { isSigned } from '#core/blind-signatures/signer.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { blankOrInvalid } from '../../tallies/slips/rules.ts';
import { mayCast } from '../access.ts';
import { voteShape } from '../forms.ts';
import { holdUrn, openNow } from '../papers/commands.ts';
import { urnsOf } from '../queries.ts';
import { bytesOf, trackerOf, urnNamed } from '../rules.ts';
import type { SecretTables } from '../schema.ts';

const refused = (what: 'forged' | 'used' | 'slip' | 'closed') =>
  refuse('conflict', message(`ballots.secret.refused.${what}`));

/**
 * Somebody who is nobody puts a paper into the urn: the signature over it is all that is asked. Neither the moment nor
 * anything of the sender is kept, and there is no entry. The same paper with the same words again is the same vote (a
 * lost answer); with other words it is refused.
 */
export const castSecretly = command({
  name: 'ballots.cast_secretly',
  input: voteShape,
  access: (ctx: Ctx) => mayCast(ctx.actor),
  run: async (ctx, input) => {
    const open = await openNow(ctx, input.ballot);
    if (!open.ok) return open;
    const ballot = open.value;
    const [prepared, signature] = [bytesOf(input.prepared), bytesOf(input.signature)];
    if (!prepared || !signature) return refused('forged');
    const urns = await urnsOf(ctx.db, ctx.forum.id, ballot.id);
    const names = urns.map(({ constituency }) => constituency);
    const urn = urnNamed(prepared, ballot.id, names);
    const key = bytesOf(urns.find(({ constituency }) => constituency === urn)?.publicKey ?? '');
    if (urn === null || !key || !isSigned(key, prepared, signature)) return refused('forged');
    const asked = { kind: ballot.kind, method: ballot.method, options: ballot.options.map((option) => option.id) };
    if (blankOrInvalid(asked, input.slip) === 'invalid') return refused('slip');
    if (!(await holdUrn(ctx, ballot.id, urn))) return refused('closed');
    const id = createHash('sha256').update(prepared).digest('hex');
    const tables = ctx.db.withTables<SecretTables>();
    const of = { forum_id: ctx.forum.id, ballot_id: ballot.id, id };
    await tables
      .insertInto('ballots_secret_votes')
      .values({
        ...{ ...of, constituency: urn, prepared: input.prepared, signature: input.signature },
        slip: json(input.slip),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const kept = await tables
      .selectFrom('ballots_secret_votes')
      .select('slip')
      .where((is) => is.and(of))
      .executeTakeFirstOrThrow();
    if (JSON.stringify(kept.slip) !== JSON.stringify(input.slip)) return refused('used');
    return done({ tracker: trackerOf(id) }, null);
  },
});
