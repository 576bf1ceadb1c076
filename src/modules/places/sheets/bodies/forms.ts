import type { FieldError } from '#core/errors/result.ts';
import { REFERENCE } from '#core/forum.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { fold, freeSlug, namesIn, slugOf } from '#core/i18n/names.ts';
import { choose } from '#core/i18n/texts.ts';
import type { Line } from '#core/sheets/heads.ts';
import { readBody } from '../../bodies/forms.ts';
import { leadsTo, namesake, searchBodies } from '../../bodies/rules.ts';
import type { Body, BodyId, BodyLink, Relation } from '../../bodies/schema.ts';
import { bodyStandsOn } from '../../bodies/schema.ts';
import { type Fields, type Find, RESERVED, Reading } from '../../forms.ts';
import { searchPlaces } from '../../rules.ts';
import type { Place, PlaceId } from '../../schema.ts';
import { type Cells, fieldsOf, type Judged, judged, withoutOrphans } from '../rules.ts';
import { BODY_WORDS, type BodyDraft, type BodyWorld } from './schema.ts';

/** To what a body belongs and who followed it. */
export interface Belonging {
  readonly partOf: BodyId | null;
  readonly classes: readonly BodyId[];
  readonly succeededBy: BodyId | null;
}

export function belongingOf(id: BodyId, links: readonly BodyLink[]): Belonging {
  const others = (relation: Relation) =>
    links.flatMap((l) => (l.body === id && l.relation === relation ? [l.other] : []));
  const [partOf = null] = others('part_of');
  const [succeededBy = null] = others('succeeded_by');
  return { partOf, classes: others('in_class'), succeededBy };
}

/** A body as the row of a file. */
export function bodyCells(
  body: Omit<Body, 'forum'>,
  belonging: Belonging,
  bodySlug: (id: BodyId) => string,
  placeSlug: (id: PlaceId) => string,
): Cells {
  return {
    kind: body.kind,
    slug: body.slug,
    name_az: body.name.az ?? '',
    name_en: body.name.en ?? '',
    name_ru: body.name.ru ?? '',
    short_az: body.short?.az ?? '',
    short_en: body.short?.en ?? '',
    short_ru: body.short?.ru ?? '',
    place: body.place ? placeSlug(body.place) : '',
    part_of: belonging.partOf ? bodySlug(belonging.partOf) : '',
    classes: belonging.classes.map(bodySlug).sort().join('; '),
    site: body.site ?? '',
    email: body.email ?? '',
    phone: body.phone ?? '',
    address: body.address ?? '',
    valid_from: body.from ?? '',
    valid_to: body.to ?? '',
    ended_by: body.endedBy ?? '',
    succeeded_by: belonging.succeededBy ? bodySlug(belonging.succeededBy) : '',
    source: body.source ?? '',
  };
}

const KIND_OF = new Map(
  Object.entries(BODY_WORDS).flatMap(([kind, words]) =>
    [kind, kind.replaceAll('_', ' '), ...words].map((word) => [fold(word), kind] as const),
  ),
);
const kindIn = (cell: string): string => KIND_OF.get(fold(cell)) ?? cell;

/** A row with what it would become, before anything is known to be right. */
interface Stub {
  readonly line: Line;
  readonly old: Body | null;
  readonly body: Body;
}

interface Seen {
  readonly world: BodyWorld;
  readonly all: readonly Body[];
  readonly byId: ReadonlyMap<BodyId, Body>;
  readonly placeSlug: (id: PlaceId) => string;
  readonly bodies: Find<Body>;
  readonly places: Find<Place>;
  readonly links: readonly BodyLink[];
  readonly firstLine: Map<string, number>;
}

const nameOf = (thing: Pick<Body, 'name'>): string => choose(thing.name, 'az').text;

/** Judges every row of a file of bodies against what stands; nothing is written. */
export function judgeBodies(lines: readonly Line[], world: BodyWorld): readonly Judged<BodyDraft>[] {
  const searchPlace = searchPlaces(world.places);
  const stubs = stubsOf(lines, world, searchPlace);
  const said = new Set(stubs.map((stub) => stub.body.id));
  const all = [...stubs.map((stub) => stub.body), ...world.bodies.filter((body) => !said.has(body.id))];
  const say = (thing: Body | Place) => `${nameOf(thing)} (${thing.slug})`;
  const slugs = new Map(world.places.map((place) => [place.id, place.slug]));
  const bodies = { search: searchBodies(all), say };
  const seen: Seen = {
    ...{ world, all, bodies, byId: new Map(all.map((body) => [body.id, body])) },
    ...{ places: { search: searchPlace, say }, placeSlug: (id) => slugs.get(id) ?? '' },
    ...{ links: linksAfter(stubs, bodies, world), firstLine: new Map() },
  };
  const rows = stubs.map((stub) => judgeRow(stub, seen));
  const refusedNew = stubs.filter((stub, i) => !stub.old && rows[i]?.verdict === 'refused').map((s) => s.body.id);
  return withoutOrphans(rows, new Set(refusedNew), (d) => [d.partOf, d.succeededBy, ...d.classes]);
}

/** Which body each row speaks of: by address word, else by name when exactly one bears it. */
function stubsOf(lines: readonly Line[], world: BodyWorld, searchPlace: Find<Place>['search']): readonly Stub[] {
  const own = world.bodies.filter((body) => body.forum === world.forum);
  const bySlug = new Map(own.map((body) => [body.slug, body]));
  const search = searchBodies(own);
  const taken = new Set([...world.bodies.map((body) => body.slug), ...RESERVED]);
  for (const line of lines) if (line.cell('slug')) taken.add(line.cell('slug')!.trim());
  return lines.map((line) => {
    const read = new Reading({ text: (name) => line.cell(name) ?? '' });
    const [slug, name] = [read.line('slug'), read.texts('name')];
    const match = search(nameOf({ name }));
    const old = (slug ? bySlug.get(slug) : match.kind === 'one' ? match.item : null) ?? null;
    const address = slug ?? old?.slug ?? freeSlug(slugOf(nameOf({ name })) || 'body', (word) => taken.has(word));
    taken.add(address);
    const days = new Reading(fieldsOf(line, old && { valid_from: old.from ?? '', valid_to: old.to ?? '' }));
    const kind = (kindIn(line.cell('kind') ?? '') || old?.kind || 'ngo') as Body['kind'];
    const seat = searchPlace(line.cell('place') ?? old?.place ?? '');
    const blank = { site: null, email: null, phone: null, address: null, endedBy: null, source: null };
    const place = seat.kind === 'one' ? seat.item.id : null;
    const known = { ...blank, ...old, forum: world.forum, id: old?.id ?? world.newId(), slug: address, kind, place };
    const shorts = { ...old?.short, ...read.texts('short') };
    const short = namesIn(shorts).length > 0 ? shorts : null;
    const body = {
      ...known,
      name: { ...old?.name, ...name },
      short,
      from: days.day('valid_from'),
      to: days.day('valid_to'),
    };
    return { line, old, body };
  });
}

/** Links as they would stand after the file, as far as its rows can be read. */
function linksAfter(stubs: readonly Stub[], bodies: Find<Body>, world: BodyWorld): readonly BodyLink[] {
  const columns = [
    ['part_of', 'part_of'],
    ['succeeded_by', 'succeeded_by'],
  ] as const;
  const said = new Map(stubs.map((stub) => [stub.body.id, stub.line]));
  const kept = world.links.filter(
    (link) =>
      !columns.some(([column, relation]) => link.relation === relation && said.get(link.body)?.cell(column) != null),
  );
  const added = stubs.flatMap(({ line, body }) =>
    columns.flatMap(([column, relation]) => {
      const match = bodies.search((line.cell(column) ?? '').trim());
      return match.kind === 'one' ? [{ body: body.id, relation, other: match.item.id, day: null, source: null }] : [];
    }),
  );
  return [...kept, ...added];
}

function judgeRow(stub: Stub, seen: Seen): Judged<BodyDraft> {
  const { line, old, body } = stub;
  const { world, byId, placeSlug } = seen;
  const bodySlug = (id: BodyId) => byId.get(id)?.slug ?? '';
  const before = old ? bodyCells(old, belongingOf(old.id, world.links), bodySlug, placeSlug) : null;
  const known = fieldsOf(line, before);
  const fields: Fields = { text: (name) => (name === 'kind' ? kindIn(known.text(name)) : known.text(name)) };
  const label = nameOf(body) || body.slug;
  const { errors, value } = readDraft(stub, fields, seen);
  const registered = world.bodies.find((b) => b.forum === REFERENCE && b.slug === body.slug);
  if (world.forum !== REFERENCE && registered && (!old || fields.text('register') === 'national')) {
    const same = fields.text('register') === 'national' && registered.kind === fields.text('kind');
    const wrong = same ? [] : [{ field: 'slug', message: message('places.refused.register_body') }];
    return { ...judged<BodyDraft>(line, label, wrong, value, {}, () => ({})), draft: null };
  }
  return judged(line, label, errors, value, before, () =>
    bodyCells({ ...value, from: value.from }, value, bodySlug, placeSlug),
  );
}

function readDraft(
  { line, body }: Stub,
  fields: Fields,
  seen: Seen,
): { readonly errors: readonly FieldError[]; readonly value: BodyDraft } {
  const errors: FieldError[] = [];
  const wrong = (field: string, what: Message) => errors.push({ field, message: what });
  const facts = readBody(fields, seen.places, seen.bodies);
  if (!facts.ok) errors.push(...(facts.refusal.fields ?? []));
  const read = new Reading(fields);
  const [to, succeededBy, endedBy] = [
    read.day('valid_to'),
    read.one('succeeded_by', seen.bodies),
    read.line('ended_by'),
  ];
  errors.push(...read.errors);
  const first = seen.firstLine.get(body.slug);
  if (first !== undefined) wrong('slug', message('places.refused.row_twice', { line: first }));
  seen.firstLine.set(body.slug, line.row.line);
  const base = facts.ok ? facts.value : { ...body, partOf: null, classes: [] };
  const value: BodyDraft = { ...base, id: body.id, slug: body.slug, to, endedBy, succeededBy };
  if (facts.ok) neighbourErrors(value, seen, wrong);
  return { errors, value };
}

function neighbourErrors(draft: BodyDraft, seen: Seen, wrong: (field: string, what: Message) => void): void {
  const { from, to, endedBy, partOf, succeededBy } = draft;
  const heir = succeededBy ? seen.byId.get(succeededBy) : undefined;
  const name = heir ? nameOf(heir) : '';
  const twin = to ? null : namesake(draft, draft.id, seen.all);
  if (twin) wrong('name_az', message('places.refused.body_twice', { name: nameOf(twin) }));
  if (draft.classes.some((id) => seen.byId.get(id)?.kind !== 'class' || id === draft.id)) {
    wrong('classes', message('places.refused.not_class'));
  }
  if (partOf && leadsTo(partOf, draft.id, 'part_of', seen.links)) {
    wrong('part_of', message('places.refused.part_circle', { name: nameOf(seen.byId.get(partOf) ?? draft) }));
  }
  if (to && from && to <= from) wrong('valid_to', message('places.refused.end_before_begin', { day: from }));
  if (to && !endedBy) wrong('ended_by', message('places.refused.no_source'));
  if (!to && (endedBy || succeededBy)) wrong('valid_to', message('places.refused.no_day'));
  if (!succeededBy || !to) return;
  if (succeededBy === draft.id) wrong('succeeded_by', message('places.refused.body_self', { name }));
  else if (leadsTo(succeededBy, draft.id, 'succeeded_by', seen.links)) {
    wrong('succeeded_by', message('places.refused.body_circle', { name }));
  } else if (heir && !bodyStandsOn(heir, to)) wrong('succeeded_by', message('places.refused.successor_gone', { name }));
}
