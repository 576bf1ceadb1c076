import * as v from 'valibot';
import { type Command, command, done } from '#core/command.ts';
import { demonstrationForums } from '#core/db/forum-rows.ts';
import { removeForum } from '#core/db/remove-forum.ts';
import { refuse } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { mayRunInstallation } from '../access.ts';
import type { HomeNeeds } from '../schema.ts';

/** Asks whether the demonstration may be brought in; the loading itself is many commands of the program. */
const askExample = command({
  name: 'home.ask_example',
  input: v.object({}),
  access: (ctx) => mayRunInstallation(ctx.actor),
  run: async (ctx) => {
    const there = await demonstrationForums(ctx.db);
    return there.length > 0 ? refuse('conflict', message('home.refused.example_there')) : done(null, null);
  },
});

/** Takes the whole demonstration world away: its forums with every row of theirs, and its made-up people. */
const removeDemonstration = (
  needs: Pick<HomeNeeds, 'forumTables' | 'forgetPeople'>,
): Command<Record<never, never>, { readonly forums: number }> =>
  command({
    name: 'home.remove_demonstration',
    input: v.object({}),
    access: (ctx) => mayRunInstallation(ctx.actor),
    run: async (ctx) => {
      const there = await demonstrationForums(ctx.db);
      for (const forum of there) await removeForum(ctx.db, forum, needs.forumTables);
      await needs.forgetPeople(ctx.db);
      return done({ forums: there.length }, null);
    },
  });

/** The commands of this room with what they need of others. */
export const demonstrationCommands = (needs: Pick<HomeNeeds, 'forumTables' | 'forgetPeople'>) => ({
  askExample,
  removeDemonstration: removeDemonstration(needs),
});
export type DemonstrationCommands = ReturnType<typeof demonstrationCommands>;
