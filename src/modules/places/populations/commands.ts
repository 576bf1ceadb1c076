import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { dayShape } from '#core/shapes.ts';
import { mayKeepPlaces } from '../access.ts';
import { nameFor, ownPlace } from '../commands.ts';
import { lineShape, placeId, populationId } from '../forms.ts';
import type { Place, PlaceId, PopulationId } from '../schema.ts';
import type { PlacesTables } from '../tables/schema.ts';
import { populationErrors } from './rules.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<PlacesTables>();
const access = (ctx: Ctx) => mayKeepPlaces(ctx.actor, ctx.forum);
const number = v.pipe(v.number(), v.finite());

const figure = (ctx: Ctx, place: PlaceId, day: string, source: string) =>
  tables(ctx)
    .selectFrom('places_populations')
    .selectAll()
    .where('forum_id', '=', ctx.forum.id)
    .where('place_id', '=', place)
    .where('day', '=', day as Place['from'] & string)
    .where('source', '=', source)
    .executeTakeFirst();

/** Records how many people live in a place on a day, by a source; the same day and source again corrects the figure. */
export const recordPopulation = command({
  name: 'places.record_population',
  input: v.object({ place: placeId, day: dayShape, people: number, households: v.nullable(number), source: lineShape }),
  access,
  run: async (ctx, input) => {
    const found = await ownPlace(ctx, input.place);
    if (!found.ok) return found;
    const place = found.value;
    const errors = populationErrors(input, place, ctx.today);
    if (errors.length > 0) return refuseFields(errors);
    const old = await figure(ctx, place.id, input.day, input.source);
    await tables(ctx)
      .insertInto('places_populations')
      .values({
        forum_id: ctx.forum.id,
        id: uuidv7(ctx.now) as PopulationId,
        place_id: place.id,
        day: input.day,
        people: input.people,
        households: input.households,
        source: input.source,
        entered_at: ctx.now,
      })
      .onConflict((on) =>
        on
          .columns(['forum_id', 'place_id', 'day', 'source'])
          .doUpdateSet({ people: input.people, households: input.households }),
      )
      .execute();
    const object = { type: 'place', id: place.id, path: `/places/${place.slug}` };
    const params = { name: nameFor(ctx, place.name), people: input.people, day: input.day, source: input.source };
    return old
      ? done(
          { slug: place.slug },
          { kind: 'places.population_corrected', object, place: place.id, params: { ...params, before: old.people } },
        )
      : done({ slug: place.slug }, { kind: 'places.population_recorded', object, place: place.id, params });
  },
});

/** Takes back a figure that should never have stood there. The public record keeps what it said and why it went. */
export const withdrawPopulation = command({
  name: 'places.withdraw_population',
  input: v.object({ place: placeId, population: populationId, reason: lineShape }),
  access,
  run: async (ctx, input) => {
    const found = await ownPlace(ctx, input.place);
    if (!found.ok) return found;
    const place = found.value;
    if (!input.reason.trim()) return refuseFields([{ field: 'reason', message: message('places.refused.no_reason') }]);
    const gone = await tables(ctx)
      .deleteFrom('places_populations')
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', input.population)
      .where('place_id', '=', place.id)
      .returning(['people', 'day'])
      .executeTakeFirst();
    if (!gone) return refuse('not_found', message('places.refused.unknown_figure'));
    const params = { name: nameFor(ctx, place.name), people: gone.people, day: gone.day, reason: input.reason };
    const object = { type: 'place', id: place.id, path: `/places/${place.slug}` };
    return done({ slug: place.slug }, { kind: 'places.population_withdrawn', object, place: place.id, params });
  },
});
