import * as v from 'valibot';
import { LEVELS } from '#core/caution/level.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { opennessOf, writeLevel, writeStep } from '#core/db/opening-rows.ts';
import { restore, withheldList, withhold } from '#core/db/withholding-rows.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { isShownPart } from '#core/opening/openness.ts';
import type { PagePart } from '#core/opening/part.ts';
import { type PlainDate, plainDate } from '#core/time/plain-date.ts';
import { mayOpen } from '../access.ts';

const day = v.custom<PlainDate>((text) => typeof text === 'string' && plainDate(text) !== null, 'a day');
const access = (ctx: Ctx) => mayOpen(ctx.actor, ctx.forum.id);
const entry = (ctx: Ctx, kind: string, params: Readonly<Record<string, string | number>> = {}) => ({
  kind: `home.${kind}`,
  object: { type: 'forum', id: ctx.forum.id, path: '' },
  params,
});

/** A demonstration and a record of the past are open by their nature. */
const alwaysOpen = (ctx: Ctx) =>
  ctx.forum.demonstration || ctx.forum.kind !== 'living'
    ? refuse('conflict', message('home.opening.always_open'))
    : null;

/** Says on which day the forum opens, or that the day is not known. An open forum is closed again by it. */
const announceOpening = command({
  name: 'home.announce_opening',
  input: v.object({ opensOn: v.nullable(day) }),
  access,
  run: async (ctx, { opensOn }) => {
    const no = alwaysOpen(ctx);
    if (no) return no;
    if (opensOn && opensOn < ctx.today)
      return refuseFields([{ field: 'opens_on', message: message('home.opening.day_past') }]);
    await writeStep(ctx, ctx.forum.id, { step: 'prepared', part: null, opensOn });
    return done({ opensOn }, entry(ctx, 'opening_announced', { day: opensOn ?? '–' }));
  },
});

/** Makes one kind of pages public (with the forum, or at once when it is open), or takes it back from strangers. */
const showPart = (parts: () => readonly PagePart[]) =>
  command({
    name: 'home.show_part',
    input: v.object({ part: v.string(), shown: v.boolean() }),
    access,
    run: async (ctx, { part, shown }) => {
      const no = alwaysOpen(ctx);
      if (no) return no;
      if (!parts().some((known) => known.id === part))
        return refuse('not_found', message('home.opening.unknown_part', { found: part.slice(0, 40) }));
      const openness = await opennessOf(ctx.db, ctx.forum);
      if (isShownPart(openness, part) === shown) return refuse('conflict', message('home.opening.already'));
      // A forum older than preparation showed everything; from now on each kind is said by name.
      if (openness.shown === 'every')
        for (const other of parts())
          await writeStep(ctx, ctx.forum.id, { step: 'shown', part: other.id, opensOn: null });
      await writeStep(ctx, ctx.forum.id, { step: shown ? 'shown' : 'hidden', part, opensOn: null });
      return done({ part, shown }, entry(ctx, shown ? 'part_shown' : 'part_hidden', { part }));
    },
  });

/** Opens the forum: strangers see its own pages, and of the rest what was made public. */
const openToAll = command({
  name: 'home.open_to_all',
  input: v.object({}),
  access,
  run: async (ctx) => {
    const no = alwaysOpen(ctx);
    if (no) return no;
    if ((await opennessOf(ctx.db, ctx.forum)).opened) return refuse('conflict', message('home.opening.already'));
    await writeStep(ctx, ctx.forum.id, { step: 'opened', part: null, opensOn: null });
    return done(null, entry(ctx, 'opened'));
  },
});

/** Takes back one datum of somebody, so that it does not become public, or stops being. */
const keepBack = (parts: () => readonly PagePart[]) =>
  command({
    name: 'home.keep_back',
    input: v.object({ type: v.string(), id: v.pipe(v.string(), v.uuid()) }),
    access,
    run: async (ctx, { type, id }) => {
      const all = [];
      for (const part of parts()) all.push(...(await part.personal(ctx.db, ctx.forum)));
      const found = all.find(({ object }) => object.type === type && object.id === id);
      if (!found) return refuse('not_found', message('home.opening.unknown_datum'));
      const kept = await withheldList(ctx.db, ctx.forum);
      if (kept.some(({ object }) => object.type === type && object.id === id))
        return refuse('conflict', message('home.opening.already'));
      await withhold(ctx, { object: { type, id }, path: found.path, demand: null });
      // The public record says that something was kept back, never of whom.
      return done(null, entry(ctx, 'kept_back'));
    },
  });

/** Lets a datum that was taken back become public after all. */
const giveBack = command({
  name: 'home.give_back',
  input: v.object({ withholding: v.pipe(v.string(), v.uuid()) }),
  access,
  run: async (ctx, { withholding }) => {
    const kept = (await withheldList(ctx.db, ctx.forum)).find(({ id }) => id === withholding);
    if (!kept || kept.demand) return refuse('not_found', message('home.opening.unknown_datum'));
    if (!(await restore(ctx, withholding))) return refuse('conflict', message('home.opening.already'));
    return done(null, entry(ctx, 'given_back'));
  },
});

/** Chooses how careful the forum is with what could hurt people. */
const setCaution = command({
  name: 'home.set_caution',
  input: v.object({ level: v.picklist(LEVELS) }),
  access,
  run: async (ctx, { level }) => {
    const no = alwaysOpen(ctx);
    if (no) return no;
    if ((await opennessOf(ctx.db, ctx.forum)).level === level)
      return refuse('conflict', message('home.opening.already'));
    await writeLevel(ctx, ctx.forum.id, level);
    return done({ level }, entry(ctx, 'caution_set', { level }));
  },
});

/** The commands of this room with the kinds of pages that modules declare. */
export const openingCommands = (parts: () => readonly PagePart[]) => ({
  announceOpening,
  showPart: showPart(parts),
  openToAll,
  keepBack: keepBack(parts),
  giveBack,
  setCaution,
});
export type OpeningCommands = ReturnType<typeof openingCommands>;
