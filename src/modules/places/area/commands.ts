import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { refuse } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen } from '#core/errors/seen.ts';
import { REFERENCE } from '#core/forum.ts';
import { message } from '#core/i18n/message.ts';
import { mayKeepPlaces } from '../access.ts';
import { nameFor } from '../commands.ts';
import { placeId, seenShape } from '../forms.ts';
import { placesById } from '../queries.ts';
import type { PlacesTables } from '../tables/schema.ts';

/**
 * Says which places of the national register the forum is about; its pages then show them with all that lies in
 * them. Replaces what was said before; an empty list takes all away.
 */
export const setArea = command({
  name: 'places.set_area',
  input: v.object({ places: v.array(placeId), seen: seenShape }),
  access: (ctx: Ctx) => mayKeepPlaces(ctx.actor, ctx.forum),
  run: async (ctx, input) => {
    const tables = ctx.db.withTables<PlacesTables>();
    const held = await tables
      .selectFrom('places_areas')
      .select('place_id')
      .where('forum_id', '=', ctx.forum.id)
      .forUpdate()
      .execute();
    if (!isAsSeen(input.seen, { places: held.map((row) => row.place_id) })) return changedMeanwhile();
    const ids = [...new Set(input.places)];
    const places = (await placesById(ctx.db, ctx.forum.id, ids)).filter((place) => place.forum === REFERENCE);
    if (ctx.forum.id === REFERENCE || places.length !== ids.length) {
      return refuse('not_found', message('places.refused.unknown_place'));
    }
    await tables.deleteFrom('places_areas').where('forum_id', '=', ctx.forum.id).execute();
    if (ids.length > 0) {
      const rows = ids.map((id) => ({ forum_id: ctx.forum.id, place_id: id, entered_at: ctx.now }));
      await tables.insertInto('places_areas').values(rows).execute();
    }
    const names = places.map((place) => nameFor(ctx, place.name)).sort();
    const object = { type: 'area', id: ctx.forum.id, path: '/places' };
    const entry =
      names.length > 0
        ? { kind: 'places.area_set', object, params: { names: names.join(', ') } }
        : { kind: 'places.area_cleared', object, params: {} };
    return done({ n: ids.length }, entry);
  },
});
