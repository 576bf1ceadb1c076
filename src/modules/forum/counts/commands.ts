import { type Ctx, command, done } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { choose } from '#core/i18n/texts.ts';
import { mayKeepSeats } from '../access.ts';
import { enteredBy } from '../seating/commands.ts';
import { seatingOf } from '../seats/queries.ts';
import { countShape } from './forms.ts';
import { figuresOn } from './rules.ts';
import type { CountTables } from './schema.ts';

/** Enters how many women and men speak for a constituency on a day. Whoever is in neither stays unknown. */
export const countPeople = command({
  name: 'forum.count_people',
  input: countShape,
  access: (ctx: Ctx) => mayKeepSeats(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const { constituency, on, women, men, source } = input;
    const seating = await seatingOf(ctx.db, ctx.forum.id);
    const group = seating.constituencies.find((one) => one.id === constituency);
    if (!group) return refuse('not_found', message('forum.refused.no_group'));
    if (on > ctx.today) return refuseFields([{ field: 'on', message: message('forum.counts.wrong_later') }]);
    const filled = figuresOn(seating, [], on).find((one) => one.constituency === constituency)?.filled ?? 0;
    if (women + men > filled)
      return refuseFields([{ field: 'women', message: message('forum.counts.wrong_many', { filled, day: on }) }]);
    const id = uuidv7(ctx.now);
    await ctx.db
      .withTables<CountTables>()
      .insertInto('forum_gender_counts')
      .values({ ...enteredBy(ctx), id, constituency_id: constituency, on_day: on, women, men, source })
      .execute();
    return done(null, {
      kind: 'forum.people_counted',
      object: { type: 'gender_count', id, path: '/members' },
      params: { group: choose(group.name, ctx.lang).text, women, men, day: on },
    });
  },
});
