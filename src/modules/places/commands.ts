import type { Updateable } from 'kysely';
import * as v from 'valibot';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type FieldError, ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen } from '#core/errors/seen.ts';
import { message } from '#core/i18n/message.ts';
import { freeSlug, slugOf } from '#core/i18n/names.ts';
import { choose, type Texts } from '#core/i18n/texts.ts';
import { dayShape } from '#core/shapes.ts';
import { mayKeepPlaces } from './access.ts';
import { lineOrNull, lineShape, placeId, placeShape, RESERVED, seenShape } from './forms.ts';
import { holdPlace, standingPlace } from './keeping/commands.ts';
import { childrenOf, linksAround, placeById, placesById, seenBy } from './queries.ts';
import { fitErrors, mergeErrors, placeErrors } from './rules.ts';
import type { Outline, Place, PlaceId, PlaceTable } from './schema.ts';
import type { PlacesTables } from './tables/schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<PlacesTables>();
const access = (ctx: Ctx) => mayKeepPlaces(ctx.actor, ctx.forum);
/** Names in the public record are in the forum's first language. */
export const nameFor = (ctx: Ctx, name: Texts): string => choose(name, ctx.forum.languages[0] ?? ctx.lang).text;
const objectOf = (place: Pick<Place, 'id' | 'slug'>) => ({
  type: 'place',
  id: place.id,
  path: `/places/${place.slug}`,
});

/** A place of this very forum: rows of the national register are corrected in the register. */
export async function ownPlace(ctx: Ctx, id: PlaceId): Promise<Result<Place>> {
  const place = await placeById(ctx.db, ctx.forum.id, id);
  if (!place) return refuse('not_found', message('places.refused.unknown_place'));
  if (place.forum !== ctx.forum.id) return refuse('forbidden', message('places.refused.register_row'));
  return ok(place);
}

type Facts = v.InferOutput<typeof placeFacts>;
const placeFacts = v.object(placeShape);

/** What is wrong with a place beside its own facts: where it lies, and codes that are taken. */
async function neighbourErrors(ctx: Ctx, facts: Facts, self: PlaceId | null): Promise<readonly FieldError[]> {
  const around = await placesById(
    ctx.db,
    ctx.forum.id,
    [facts.parent, facts.territory].filter((id) => id !== null),
  );
  const named = (id: PlaceId | null) => (id === null ? null : around.find((place) => place.id === id));
  const codeHolder = await tables(ctx)
    .selectFrom('places_places')
    .select(['id', 'name'])
    .where('forum_id', '=', ctx.forum.id)
    .where('code', '=', facts.code)
    .executeTakeFirst();
  return fitErrors(facts, self, {
    parent: named(facts.parent),
    territory: named(facts.territory),
    codeHolder: codeHolder ?? null,
    say: (name) => nameFor(ctx, name),
  });
}

/** The columns that a person's facts fill. */
export const placeColumns = (facts: Facts) => ({
  kind: facts.kind,
  code: facts.code,
  name: json(facts.name),
  parent_id: facts.parent,
  territory_id: facts.territory,
  lon: facts.lon,
  lat: facts.lat,
  outline: facts.outline && json<Outline | null>(facts.outline),
  valid_from: facts.from,
  source: facts.source,
});

/** A free address word: the one asked for, or one made from the name. Null when the one asked for is taken. */
export async function slugFor(
  ctx: Ctx,
  table: 'places_places' | 'places_bodies',
  wanted: string | null,
  name: Texts,
): Promise<string | null> {
  const base = wanted ?? (slugOf(choose(name, ctx.forum.languages[0] ?? ctx.lang).text) || table.slice(7, 12));
  const rows = await tables(ctx)
    .selectFrom(table)
    .select('slug')
    .where('forum_id', 'in', seenBy(ctx.forum.id))
    .where('slug', 'like', `${base}%`)
    .execute();
  const taken = new Set<string>([...rows.map((row) => row.slug), ...RESERVED]);
  if (wanted) return taken.has(wanted) ? null : wanted;
  return freeSlug(base, (slug) => taken.has(slug));
}

export const slugTaken = (slug: string): FieldError => ({
  field: 'slug',
  message: message('places.refused.slug_taken', { slug }),
});

/** Adds a place to the forum (in the reference forum: to the national register). Gives its id and address word. */
export const addPlace = command({
  name: 'places.add_place',
  input: v.object({ ...placeShape, slug: lineOrNull }),
  access,
  run: async (ctx, input) => {
    const errors = [...placeErrors(input, ctx.forum.country), ...(await neighbourErrors(ctx, input, null))];
    const slug = await slugFor(ctx, 'places_places', input.slug, input.name);
    if (!slug) errors.push(slugTaken(input.slug ?? ''));
    if (errors.length > 0 || !slug) return refuseFields(errors);
    const id = uuidv7(ctx.now) as PlaceId;
    const made = await tables(ctx)
      .insertInto('places_places')
      .values({ ...placeColumns(input), forum_id: ctx.forum.id, id, slug, entered_at: ctx.now })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return refuse('conflict', message('places.refused.meanwhile'));
    const params = { name: nameFor(ctx, input.name) };
    return done({ id, slug }, { kind: 'places.place_added', object: objectOf({ id, slug }), place: id, params });
  },
});

/** Replaces what is said of a place. Its address word stays for ever; its kind only while nothing hangs on it. */
export const correctPlace = command({
  name: 'places.correct_place',
  input: v.object({ ...placeShape, place: placeId, seen: seenShape }),
  access,
  run: async (ctx, { place: id, seen, ...facts }) => {
    await holdPlace(ctx.db, ctx.forum.id, id);
    const found = await ownPlace(ctx, id);
    if (!found.ok) return found;
    const place = found.value;
    if (!isAsSeen(seen, await standingPlace(ctx.db, ctx.forum.id, place))) return changedMeanwhile();
    const errors = [...placeErrors(facts, ctx.forum.country), ...(await neighbourErrors(ctx, facts, id))];
    if (facts.from && place.to && facts.from >= place.to) {
      errors.push({ field: 'valid_from', message: message('places.refused.begins_after_end', { day: place.to }) });
    }
    if (facts.kind !== place.kind && (await hangsOn(ctx, place))) {
      errors.push({ field: 'kind', message: message('places.refused.kind_fixed') });
    }
    if (errors.length > 0) return refuseFields(errors);
    await update(ctx, id, placeColumns(facts));
    const params = { name: nameFor(ctx, facts.name) };
    return done({ slug: place.slug }, { kind: 'places.place_corrected', object: objectOf(place), place: id, params });
  },
});

const hangsOn = async (ctx: Ctx, place: Place): Promise<boolean> =>
  (await linksAround(ctx.db, ctx.forum.id, [place.id])).length > 0 ||
  (await childrenOf(ctx.db, ctx.forum.id, place, ctx.today)).length > 0;

const update = (ctx: Ctx, id: PlaceId, set: Updateable<PlaceTable>) =>
  tables(ctx).updateTable('places_places').set(set).where('forum_id', '=', ctx.forum.id).where('id', '=', id).execute();

/** Ends a place without a successor (a village left by its people). Merged ones are ended by `mergePlaces`. */
export const closePlace = command({
  name: 'places.close_place',
  input: v.object({ place: placeId, day: dayShape, source: lineShape }),
  access,
  run: async (ctx, { place: id, day, source }) => {
    const found = await ownPlace(ctx, id);
    if (!found.ok) return found;
    const place = found.value;
    const errors = endErrors(place, day, source);
    if (errors.length > 0) return refuseFields(errors);
    await update(ctx, id, { valid_to: day, ended_by: source });
    const params = { name: nameFor(ctx, place.name), day };
    return done({ slug: place.slug }, { kind: 'places.place_closed', object: objectOf(place), place: id, params });
  },
});

/** Takes a wrong ending or merger back: the place stands again and no longer counts as merged. */
export const reopenPlace = command({
  name: 'places.reopen_place',
  input: v.object({ place: placeId, reason: lineShape }),
  access,
  run: async (ctx, { place: id, reason }) => {
    const found = await ownPlace(ctx, id);
    if (!found.ok) return found;
    const place = found.value;
    if (place.to === null) return refuse('conflict', message('places.refused.not_ended'));
    if (!reason.trim()) return refuseFields([{ field: 'reason', message: message('places.refused.no_reason') }]);
    await tables(ctx)
      .deleteFrom('places_links')
      .where('forum_id', '=', ctx.forum.id)
      .where('predecessor_id', '=', id)
      .execute();
    await update(ctx, id, { valid_to: null, ended_by: null });
    const params = { name: nameFor(ctx, place.name), reason };
    return done({ slug: place.slug }, { kind: 'places.place_reopened', object: objectOf(place), place: id, params });
  },
});

/** Merges places into one that stands: each predecessor ends on that day and leads to the successor for ever. */
export const mergePlaces = command({
  name: 'places.merge_places',
  input: v.object({ predecessors: v.array(placeId), successor: placeId, day: dayShape, source: lineShape }),
  access,
  run: async (ctx, input) => {
    const ids = [...new Set(input.predecessors)];
    const successor = await placeById(ctx.db, ctx.forum.id, input.successor);
    if (!successor) return refuse('not_found', message('places.refused.unknown_place'));
    const predecessors: Place[] = [];
    for (const id of ids) {
      const found = await ownPlace(ctx, id);
      if (!found.ok) return found;
      predecessors.push(found.value);
    }
    const links = await linksAround(ctx.db, ctx.forum.id, [...ids, successor.id]);
    const errors = [...mergeErrors(predecessors, successor, input.day, links, (p) => nameFor(ctx, p.name))];
    if (!input.source.trim()) errors.push({ field: 'source', message: message('places.refused.no_source') });
    if (errors.length > 0) return refuseFields(errors);
    for (const { id } of predecessors) {
      const link = { predecessor_id: id, successor_id: successor.id, day: input.day, source: input.source };
      await tables(ctx)
        .insertInto('places_links')
        .values({ ...link, forum_id: ctx.forum.id, entered_at: ctx.now })
        .execute();
      await update(ctx, id, { valid_to: input.day, ended_by: input.source });
    }
    const params = { n: predecessors.length, name: nameFor(ctx, successor.name), day: input.day };
    const touched = predecessors.map(objectOf);
    const object = objectOf(successor);
    return done(
      { slug: successor.slug },
      { kind: 'places.places_merged', object, touched, place: successor.id, params },
    );
  },
});

/** Why a thing cannot end on that day by that act. */
export function endErrors(
  thing: { readonly from: Place['from']; readonly to: Place['to']; readonly name: Texts },
  day: NonNullable<Place['to']>,
  source: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (thing.to !== null)
    errors.push({ field: 'day', message: message('places.refused.ended_already', { day: thing.to }) });
  else if (thing.from !== null && day <= thing.from) {
    errors.push({ field: 'day', message: message('places.refused.end_before_begin', { day: thing.from }) });
  }
  if (!source.trim()) errors.push({ field: 'source', message: message('places.refused.no_source') });
  return errors;
}
