import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { refuse, refuseFields } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen, isFieldAsSeen } from '#core/errors/seen.ts';
import { message } from '#core/i18n/message.ts';
import { dayShape } from '#core/shapes.ts';
import { mayKeepPlaces } from '../access.ts';
import { nameFor, ownPlace } from '../commands.ts';
import { lineShape, placeId, populationId, seenShape } from '../forms.ts';
import type { Place, PlaceId, PopulationId } from '../schema.ts';
import type { PlacesTables } from '../tables/schema.ts';
import { figureField, figureText, figureValues, populationErrors } from './rules.ts';

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
    .forUpdate()
    .executeTakeFirst();

/**
 * Records how many people live in a place on a day, by a source; the same day and source again corrects the figure, which
 * whoever corrects it must have seen.
 */
export const recordPopulation = command({
  name: 'places.record_population',
  input: v.object({
    ...{ place: placeId, day: dayShape, people: number, households: v.nullable(number), source: lineShape },
    seen: seenShape,
  }),
  access,
  run: async (ctx, input) => {
    const found = await ownPlace(ctx, input.place);
    if (!found.ok) return found;
    const place = found.value;
    const errors = populationErrors(input, place, ctx.today);
    if (errors.length > 0) return refuseFields(errors);
    const old = await figure(ctx, place.id, input.day, input.source);
    const { day, source, people, households } = input;
    if (!isFieldAsSeen(input.seen, figureField(input), old ? figureText(old) : '')) return changedMeanwhile();
    if (old) await correctFigure(ctx, old.id, { people, households });
    else {
      const id = uuidv7(ctx.now) as PopulationId;
      const row = { forum_id: ctx.forum.id, id, place_id: place.id, entered_at: ctx.now };
      const added = await tables(ctx)
        .insertInto('places_populations')
        .values({ ...row, day, source, people, households })
        .onConflict((on) => on.columns(['forum_id', 'place_id', 'day', 'source']).doNothing())
        .returning('id')
        .executeTakeFirst();
      // Somebody else recorded the same at this very moment.
      if (!added) return changedMeanwhile();
    }
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

const correctFigure = (
  ctx: Ctx,
  id: PopulationId,
  figure: { readonly people: number; readonly households: number | null },
) =>
  tables(ctx)
    .updateTable('places_populations')
    .set(figure)
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', id)
    .execute();

/** Takes back a figure that should never have stood there. The public record keeps what it said and why it went. */
export const withdrawPopulation = command({
  name: 'places.withdraw_population',
  input: v.object({ place: placeId, population: populationId, reason: lineShape, seen: seenShape }),
  access,
  run: async (ctx, input) => {
    const found = await ownPlace(ctx, input.place);
    if (!found.ok) return found;
    const place = found.value;
    if (!input.reason.trim()) return refuseFields([{ field: 'reason', message: message('places.refused.no_reason') }]);
    const gone = await tables(ctx)
      .selectFrom('places_populations')
      .selectAll()
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', input.population)
      .where('place_id', '=', place.id)
      .forUpdate()
      .executeTakeFirst();
    if (!gone) return refuse('not_found', message('places.refused.unknown_figure'));
    if (!isAsSeen(input.seen, figureValues(gone))) return changedMeanwhile();
    await tables(ctx)
      .deleteFrom('places_populations')
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', gone.id)
      .execute();
    const params = { name: nameFor(ctx, place.name), people: gone.people, day: gone.day, reason: input.reason };
    const object = { type: 'place', id: place.id, path: `/places/${place.slug}` };
    return done({ slug: place.slug }, { kind: 'places.population_withdrawn', object, place: place.id, params });
  },
});
