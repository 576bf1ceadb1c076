import * as v from 'valibot';
import { eraseContent } from '#core/audit/commands.ts';
import { command, done } from '#core/command.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { mayErase } from '../access.ts';

/**
 * Erases what one entry of the forum's record says, with its salt. The entry and every proof stay; that something was
 * erased, and on which ground, is an entry of its own.
 */
export const eraseEntryContent = command({
  name: 'opendata.erase_entry_content',
  input: v.object({
    entry: v.pipe(v.string(), v.uuid()),
    /** The ground, as the public is told: a law or a decision, never a name. */
    ground: v.pipe(v.string(), v.trim(), v.minLength(5), v.maxLength(300)),
  }),
  access: (ctx) => mayErase(ctx.actor),
  run: async (ctx, { entry, ground }) => {
    if (!(await eraseContent(ctx, entry))) return refuse('not_found', message('opendata.refused.nothing_to_erase'));
    return done(null, {
      kind: 'opendata.content_erased',
      object: { type: 'entry', id: entry, path: `/log/${entry}` },
      params: { ground },
    });
  },
});
