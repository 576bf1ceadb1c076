import * as v from 'valibot';
import { LEVELS } from '#core/caution/level.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { insertForum } from '#core/db/forum-rows.ts';
import { writeLevel, writeStep } from '#core/db/opening-rows.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuseFields } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { LANGUAGES, type Texts } from '#core/i18n/texts.ts';
import { mayRunInstallation } from '../access.ts';
import { isAddress, TAKEN_SLUGS } from './rules.ts';

const texts = v.custom<Texts>(
  (value) => v.is(v.strictObject(v.entriesFromList(LANGUAGES, v.optional(v.string()))), value),
  'texts',
);

/** A living forum begins in preparation; what is made up, and a record of the past, is open by its own rows. */
async function beginning(ctx: Ctx, forum: Forum): Promise<void> {
  if (forum.kind === 'living' && !forum.demonstration)
    return void (await writeStep(ctx, forum.id, { step: 'prepared', part: null, opensOn: null }));
  await writeStep(ctx, forum.id, { step: 'shown', part: null, opensOn: null });
  await writeStep(ctx, forum.id, { step: 'opened', part: null, opensOn: null });
}

/**
 * Opens a forum: its name, address and look. Members, rules and plans follow in its own pages. A demonstration is
 * no event of the installation: its opening leaves no entry, as its removal does.
 */
export const openForum = command({
  name: 'home.open_forum',
  input: v.object({
    name: texts,
    motto: texts,
    slug: v.pipe(
      v.string(),
      v.check((slug) => isAddress(slug) && !TAKEN_SLUGS.has(slug), 'an address that is free'),
    ),
    motif: v.picklist([1, 2, 3]),
    kind: v.picklist(['living', 'record']),
    demonstration: v.boolean(),
    caution: v.picklist(LEVELS),
  }),
  access: (ctx) => mayRunInstallation(ctx.actor),
  run: async (ctx, input) => {
    const { country, languages, zone } = ctx.forum;
    const { caution, ...given } = input;
    const forum: Forum = { id: uuidv7(ctx.now), country, languages: [...languages], zone, ...given };
    if (!(await insertForum(ctx.db, forum, ctx.now)))
      return refuseFields([{ field: 'slug', message: message('home.forum.slug_taken', { found: input.slug }) }]);
    await writeLevel(ctx, forum.id, caution);
    await beginning(ctx, forum);
    const entry = {
      kind: 'home.forum_opened',
      object: { type: 'forum', id: forum.id, path: null },
      params: { slug: input.slug },
    };
    return done(forum, input.demonstration ? null : entry);
  },
});
