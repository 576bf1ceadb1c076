import * as v from 'valibot';
import { command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { removeForum } from '#core/db/remove-forum.ts';
import type { CoreTables } from '#core/db/tables.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { mayEnterFacts, mayRemoveDemonstration, mayRunInstallation } from './access.ts';
import { type HomeTables, PARTS } from './schema.ts';

const texts = v.custom<Texts>((value) => typeof value === 'object' && value !== null, 'texts');

/** Opens a forum: its name, address and look. Members, rules and plans follow in its own pages. */
export const openForum = command({
  name: 'home.open_forum',
  input: v.object({
    name: texts,
    motto: texts,
    slug: v.string(),
    motif: v.picklist([1, 2, 3]),
    kind: v.picklist(['living', 'record']),
    demonstration: v.boolean(),
  }),
  access: (ctx) => mayRunInstallation(ctx.actor),
  run: async (ctx, input) => {
    const db = ctx.db.withTables<CoreTables>();
    const taken = await db.selectFrom('core_forums').select('id').where('slug', '=', input.slug).executeTakeFirst();
    if (taken)
      return refuseFields([{ field: 'slug', message: message('home.forum.slug_taken', { found: input.slug }) }]);
    const id = uuidv7(ctx.now);
    await db
      .insertInto('core_forums')
      .values({
        id,
        slug: input.slug,
        kind: input.kind,
        name: json(input.name),
        motto: json(input.motto),
        country: ctx.forum.country,
        languages: [...ctx.forum.languages],
        zone: ctx.forum.zone,
        motif: input.motif,
        demonstration: input.demonstration,
        created_at: ctx.now,
      })
      .execute();
    return done(
      { id, slug: input.slug },
      { kind: 'home.forum_opened', object: { type: 'forum', id, path: null }, params: { slug: input.slug } },
    );
  },
});

/** Enters one reported fact with its source, exactly as printed. */
export const enterFact = command({
  name: 'home.enter_fact',
  input: v.object({
    part: v.picklist(PARTS),
    title: texts,
    value: v.nullable(v.string()),
    detail: v.nullable(texts),
    source: v.pipe(v.string(), v.minLength(1)),
    sourceUrl: v.nullable(v.string()),
  }),
  access: (ctx) => mayEnterFacts(ctx.actor, ctx.forum.id),
  run: async (ctx, input) => {
    const db = ctx.db.withTables<HomeTables>();
    const last = await db
      .selectFrom('home_facts')
      .select((is) => is.fn.max('position').as('position'))
      .where('forum_id', '=', ctx.forum.id)
      .where('part', '=', input.part)
      .executeTakeFirst();
    const id = uuidv7(ctx.now);
    await db
      .insertInto('home_facts')
      .values({
        forum_id: ctx.forum.id,
        id,
        part: input.part,
        position: (last?.position ?? 0) + 1,
        title: json(input.title),
        value: input.value,
        detail: input.detail ? json(input.detail) : null,
        source: input.source,
        source_url: input.sourceUrl,
        entered_at: ctx.now,
        entered_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      })
      .execute();
    return done(id, {
      kind: 'home.fact_entered',
      object: { type: 'fact', id, path: '' },
      params: { source: input.source },
    });
  },
});

/** Tables of all modules that hold rows of a forum, in the order of their making. */
export interface Emptied {
  readonly forumTables: readonly string[];
  readonly forgetPeople: (ctx: Parameters<typeof openForum.run>[0]) => Promise<void>;
}

/** Takes the whole demonstration world away: its forums with every row of theirs, and its made-up people. */
export const demonstrationRemoval = (emptied: Emptied) =>
  command({
    name: 'home.remove_demonstration',
    input: v.object({}),
    access: (ctx) => mayRemoveDemonstration(ctx.actor, ctx.forum.demonstration),
    run: async (ctx) => {
      const forums = await ctx.db
        .withTables<CoreTables>()
        .selectFrom('core_forums')
        .select('id')
        .where('demonstration', '=', true)
        .execute();
      for (const { id } of forums) await removeForum(ctx.db, id, emptied.forumTables);
      await emptied.forgetPeople(ctx);
      return done({ forums: forums.length }, null);
    },
  });
