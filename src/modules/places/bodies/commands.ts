import * as v from 'valibot';
import type { EntryObject } from '#core/audit/entry.ts';
import { type Ctx, command, done } from '#core/command.ts';
import { json } from '#core/db/json.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { type FieldError, ok, type Result, refuse, refuseFields } from '#core/errors/result.ts';
import { changedMeanwhile, isAsSeen } from '#core/errors/seen.ts';
import { message } from '#core/i18n/message.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { dayShape } from '#core/shapes.ts';
import { mayKeepPlaces } from '../access.ts';
import { endErrors, nameFor, slugFor, slugTaken } from '../commands.ts';
import { lineOrNull, lineShape, seenShape } from '../forms.ts';
import { placeById } from '../queries.ts';
import type { PlaceId } from '../schema.ts';
import type { PlacesTables } from '../tables/schema.ts';
import { bodyId, bodyShape } from './forms.ts';
import { holdBody, standingBody } from './keeping/commands.ts';
import { bodiesOf, bodyLinks } from './queries.ts';
import { bodyErrors, leadsTo, namesake, searchBodies } from './rules.ts';
import type { Body, BodyId, BodyKind, BodyLink, Relation } from './schema.ts';
import { bodyStandsOn } from './schema.ts';

const tables = (ctx: Ctx) => ctx.db.withTables<PlacesTables>();
const access = (ctx: Ctx) => mayKeepPlaces(ctx.actor, ctx.forum);
const bodyFacts = v.object(bodyShape);
type Facts = v.InferOutput<typeof bodyFacts>;

const objectOf = (body: Pick<Body, 'id' | 'slug'>): EntryObject => ({
  type: 'body',
  id: body.id,
  path: `/bodies/${body.slug}`,
});

/** A body of this very forum: bodies of the national register are corrected in the register. */
function own(ctx: Ctx, bodies: readonly Body[], id: BodyId): Result<Body> {
  const body = bodies.find((b) => b.id === id);
  if (!body) return refuse('not_found', message('places.refused.unknown_body'));
  if (body.forum !== ctx.forum.id) return refuse('forbidden', message('places.refused.register_body'));
  return ok(body);
}

/** What is wrong with a body beside its own facts: its place, its namesakes, and what it hangs together with. */
async function neighbourErrors(
  ctx: Ctx,
  facts: Facts,
  self: BodyId | null,
  bodies: readonly Body[],
): Promise<readonly FieldError[]> {
  const errors: FieldError[] = [];
  const wrong = (field: string, what: FieldError['message']) => errors.push({ field, message: what });
  if (facts.place && !(await placeById(ctx.db, ctx.forum.id, facts.place))) {
    wrong('place', message('places.refused.unknown_place'));
  }
  const twin = namesake(facts, self, bodies);
  if (twin) wrong('name_az', message('places.refused.body_twice', { name: nameFor(ctx, twin.name) }));
  const whole = bodies.find((b) => b.id === facts.partOf);
  if (facts.partOf && !whole) wrong('part_of', message('places.refused.unknown_body'));
  if (self && whole && leadsTo(whole.id, self, 'part_of', await bodyLinks(ctx.db, ctx.forum.id))) {
    wrong('part_of', message('places.refused.part_circle', { name: nameFor(ctx, whole.name) }));
  }
  if (facts.classes.some((id) => bodies.find((b) => b.id === id)?.kind !== 'class' || id === self)) {
    wrong('classes', message('places.refused.not_class'));
  }
  return errors;
}

/** The columns that a person's facts fill. */
export const bodyColumns = (facts: Omit<Facts, 'partOf' | 'classes'>) => ({
  kind: facts.kind,
  name: json(facts.name),
  short: facts.short && json<Texts | null>(facts.short),
  place_id: facts.place,
  site: facts.site,
  email: facts.email,
  phone: facts.phone,
  address: facts.address,
  valid_from: facts.from,
  source: facts.source,
});

/** Writes to what a body belongs, in place of what was written before. */
async function writeBelonging(ctx: Ctx, id: BodyId, facts: Pick<Facts, 'partOf' | 'classes'>): Promise<void> {
  await tables(ctx)
    .deleteFrom('places_body_links')
    .where('forum_id', '=', ctx.forum.id)
    .where('body_id', '=', id)
    .where('relation', 'in', ['part_of', 'in_class'])
    .execute();
  const rows: { relation: Relation; other_id: BodyId }[] = facts.classes.map((other_id) => ({
    relation: 'in_class',
    other_id,
  }));
  if (facts.partOf) rows.push({ relation: 'part_of', other_id: facts.partOf });
  if (rows.length === 0) return;
  const common = { forum_id: ctx.forum.id, body_id: id, day: null, source: null, entered_at: ctx.now };
  await tables(ctx)
    .insertInto('places_body_links')
    .values(rows.map((row) => ({ ...common, ...row })))
    .execute();
}

async function insertBody(
  ctx: Ctx,
  facts: Facts & { readonly slug: string | null },
  bodies: readonly Body[],
): Promise<Result<{ id: BodyId; slug: string }>> {
  const errors = [...bodyErrors(facts), ...(await neighbourErrors(ctx, facts, null, bodies))];
  const slug = await slugFor(ctx, 'places_bodies', facts.slug, facts.name);
  if (!slug) errors.push(slugTaken(facts.slug ?? ''));
  if (errors.length > 0 || !slug) return refuseFields(errors);
  const id = uuidv7(ctx.now) as BodyId;
  const made = await tables(ctx)
    .insertInto('places_bodies')
    .values({ ...bodyColumns(facts), forum_id: ctx.forum.id, id, slug, entered_at: ctx.now })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return refuse('conflict', message('places.refused.meanwhile'));
  await writeBelonging(ctx, id, facts);
  return ok({ id, slug });
}

/** Adds a body to the forum (in the reference forum: to the national register). Gives its id and address word. */
export const addBody = command({
  name: 'places.add_body',
  input: v.object({ ...bodyShape, slug: lineOrNull }),
  access,
  run: async (ctx, input) => {
    const made = await insertBody(ctx, input, await bodiesOf(ctx.db, ctx.forum.id));
    if (!made.ok) return made;
    const { id, slug } = made.value;
    const entry = { kind: 'places.body_added', object: objectOf({ id, slug }), place: input.place, bodies: [id] };
    return done({ id, slug }, { ...entry, params: { name: nameFor(ctx, input.name) } });
  },
});

/** Replaces what is said of a body. Its address word stays for ever. */
export const correctBody = command({
  name: 'places.correct_body',
  input: v.object({ ...bodyShape, body: bodyId, seen: seenShape }),
  access,
  run: async (ctx, { body: id, seen, ...facts }) => {
    await holdBody(ctx.db, ctx.forum.id, id);
    const bodies = await bodiesOf(ctx.db, ctx.forum.id);
    const found = own(ctx, bodies, id);
    if (!found.ok) return found;
    const body = found.value;
    if (!isAsSeen(seen, await standingBody(ctx.db, ctx.forum.id, body))) return changedMeanwhile();
    const errors = [...bodyErrors(facts), ...(await neighbourErrors(ctx, facts, id, bodies))];
    if (facts.from && body.to && facts.from >= body.to) {
      errors.push({ field: 'valid_from', message: message('places.refused.begins_after_end', { day: body.to }) });
    }
    if (errors.length > 0) return refuseFields(errors);
    await tables(ctx)
      .updateTable('places_bodies')
      .set(bodyColumns(facts))
      .where('forum_id', '=', ctx.forum.id)
      .where('id', '=', id)
      .execute();
    await writeBelonging(ctx, id, facts);
    const entry = { kind: 'places.body_corrected', object: objectOf(body), place: facts.place, bodies: [id] };
    return done({ slug: body.slug }, { ...entry, params: { name: nameFor(ctx, facts.name) } });
  },
});

function heirErrors(
  ctx: Ctx,
  body: Body,
  heir: Body,
  day: NonNullable<Body['to']>,
  links: readonly BodyLink[],
): readonly FieldError[] {
  const name = nameFor(ctx, heir.name);
  const wrong = (what: FieldError['message']) => [{ field: 'successor', message: what }];
  if (heir.id === body.id) return wrong(message('places.refused.body_self', { name }));
  if (leadsTo(heir.id, body.id, 'succeeded_by', links)) return wrong(message('places.refused.body_circle', { name }));
  return bodyStandsOn(heir, day) ? [] : wrong(message('places.refused.successor_gone', { name }));
}

/** Ends a body, with the one that took over its tasks where there is one. What it did stays under its name. */
export const closeBody = command({
  name: 'places.close_body',
  input: v.object({ body: bodyId, day: dayShape, source: lineShape, successor: v.nullable(bodyId) }),
  access,
  run: async (ctx, { body: id, day, source, successor }) => {
    const bodies = await bodiesOf(ctx.db, ctx.forum.id);
    const found = own(ctx, bodies, id);
    if (!found.ok) return found;
    const body = found.value;
    const errors = endErrors(body, day, source);
    const heir = successor ? bodies.find((b) => b.id === successor) : null;
    if (heir === undefined) errors.push({ field: 'successor', message: message('places.refused.unknown_body') });
    if (heir) errors.push(...heirErrors(ctx, body, heir, day, await bodyLinks(ctx.db, ctx.forum.id)));
    if (errors.length > 0) return refuseFields(errors);
    await end(ctx, id, day, source);
    const params = { name: nameFor(ctx, body.name), day };
    const entry = { object: objectOf(body), place: body.place, bodies: heir ? [id, heir.id] : [id] };
    if (!heir) return done({ slug: body.slug }, { ...entry, kind: 'places.body_closed', params });
    await tables(ctx)
      .insertInto('places_body_links')
      .values({
        ...{ forum_id: ctx.forum.id, body_id: id, other_id: heir.id },
        ...{ relation: 'succeeded_by', day, source, entered_at: ctx.now },
      })
      .execute();
    const touched = [objectOf(heir)];
    const withHeir = { ...params, successor: nameFor(ctx, heir.name) };
    return done({ slug: body.slug }, { ...entry, touched, kind: 'places.body_succeeded', params: withHeir });
  },
});

const end = (ctx: Ctx, id: BodyId, day: Body['to'], source: string | null) =>
  tables(ctx)
    .updateTable('places_bodies')
    .set({ valid_to: day, ended_by: source })
    .where('forum_id', '=', ctx.forum.id)
    .where('id', '=', id)
    .execute();

/** Takes a wrong ending back. */
export const reopenBody = command({
  name: 'places.reopen_body',
  input: v.object({ body: bodyId, reason: lineShape }),
  access,
  run: async (ctx, { body: id, reason }) => {
    const found = own(ctx, await bodiesOf(ctx.db, ctx.forum.id), id);
    if (!found.ok) return found;
    const body = found.value;
    if (body.to === null) return refuse('conflict', message('places.refused.not_ended'));
    if (!reason.trim()) return refuseFields([{ field: 'reason', message: message('places.refused.no_reason') }]);
    await tables(ctx)
      .deleteFrom('places_body_links')
      .where('forum_id', '=', ctx.forum.id)
      .where('body_id', '=', id)
      .where('relation', '=', 'succeeded_by')
      .execute();
    await end(ctx, id, null, null);
    const entry = { kind: 'places.body_reopened', object: objectOf(body), place: body.place, bodies: [id] };
    return done({ slug: body.slug }, { ...entry, params: { name: nameFor(ctx, body.name), reason } });
  },
});

/** A body as another module needs it: at least its kind and a name. */
export interface WantedBody {
  readonly kind: BodyKind;
  readonly name: Texts;
  readonly short?: Texts;
  readonly place?: PlaceId;
  readonly slug?: string;
  readonly source?: string;
}

/**
 * The body of that name, made when there is none: for another module's command, in its transaction. `object` goes
 * into that command's own entry (`touched`) when `made` is true. Refused when the name fits several bodies, or when
 * the actor may not add bodies.
 */
export async function ensureBody(
  ctx: Ctx,
  wanted: WantedBody,
): Promise<Result<{ id: BodyId; made: boolean; object: EntryObject }>> {
  const bodies = await bodiesOf(ctx.db, ctx.forum.id);
  const search = searchBodies(bodies);
  for (const name of Object.values(wanted.name)) {
    const match = search(name);
    if (match.kind === 'one') return ok({ id: match.item.id, made: false, object: objectOf(match.item) });
    if (match.kind === 'several') {
      const options = match.items.map((body) => body.slug).join('; ');
      return refuse('bad_input', message('places.refused.several_such', { found: name, options }));
    }
  }
  const verdict = mayKeepPlaces(ctx.actor, ctx.forum);
  if (!verdict.may) return refuse('forbidden', verdict.reason);
  const nothing = { site: null, email: null, phone: null, address: null, from: null, partOf: null, classes: [] };
  const rest = { short: wanted.short ?? null, place: wanted.place ?? null, source: wanted.source ?? null };
  const facts = { ...nothing, ...rest, kind: wanted.kind, name: wanted.name, slug: wanted.slug ?? null };
  const made = await insertBody(ctx, facts, bodies);
  return made.ok ? ok({ id: made.value.id, made: true, object: objectOf(made.value) }) : made;
}
