import type { FieldError } from '#core/errors/result.ts';
import { REFERENCE } from '#core/forum.ts';
import { type Message, message } from '#core/i18n/message.ts';
import { fold, freeSlug, namesIn, slugOf } from '#core/i18n/names.ts';
import { choose } from '#core/i18n/texts.ts';
import type { Line } from '#core/sheets/heads.ts';
import { type Fields, type Find, RESERVED, Reading, readPlace } from '../../forms.ts';
import { readPopulation } from '../../populations/forms.ts';
import { figureOn } from '../../populations/rules.ts';
import { fitErrors, inheritsFrom, searchPlaces } from '../../rules.ts';
import type { Outline, Place, PlaceId, Population, Succession } from '../../schema.ts';
import { standsOn } from '../../schema.ts';
import { type Cells, fieldsOf, type Judged, judged, withoutOrphans } from '../rules.ts';
import { KIND_WORDS, type PlaceDraft, type PlaceWorld } from './schema.ts';

/** A place as the row of a file. `slugBy` gives the address word of what it lies in or was merged into. */
export function placeCells(
  place: Omit<Place, 'forum'>,
  slugBy: (id: PlaceId) => string,
  mergedInto: PlaceId | null,
  outline: Outline | null,
  figure: Pick<Population, 'people' | 'households' | 'day' | 'source'> | null,
): Cells {
  return {
    kind: place.kind,
    slug: place.slug,
    code: place.code ?? '',
    name_az: place.name.az ?? '',
    name_en: place.name.en ?? '',
    name_ru: place.name.ru ?? '',
    parent: place.parent ? slugBy(place.parent) : '',
    territory: place.territory ? slugBy(place.territory) : '',
    lat: place.lat === null ? '' : String(place.lat),
    lon: place.lon === null ? '' : String(place.lon),
    valid_from: place.from ?? '',
    valid_to: place.to ?? '',
    ended_by: place.endedBy ?? '',
    merged_into: mergedInto ? slugBy(mergedInto) : '',
    source: place.source ?? '',
    people: figure ? String(figure.people) : '',
    households: figure?.households == null ? '' : String(figure.households),
    people_on: figure?.day ?? '',
    people_source: figure?.source ?? '',
    outline: outline ? JSON.stringify(outline) : '',
  };
}

/** A row with what it would become, before anything is known to be right. */
interface Stub {
  readonly line: Line;
  readonly old: Place | null;
  readonly place: Place;
}

const KIND_OF = new Map(
  Object.entries(KIND_WORDS).flatMap(([kind, words]) => [kind, ...words].map((word) => [fold(word), kind] as const)),
);
const kindIn = (cell: string): string => KIND_OF.get(fold(cell)) ?? cell;

/** Judges every row of a file of places against what stands; nothing is written. */
export function judgePlaces(lines: readonly Line[], world: PlaceWorld): readonly Judged<PlaceDraft>[] {
  const own = world.places.filter((place) => place.forum === world.forum);
  const stubs = stubsOf(lines, own, world);
  const said = new Set(stubs.map((stub) => stub.place.id));
  // What the file says comes before what stands, so that rows may name each other.
  const all = [...stubs.map((stub) => stub.place), ...world.places.filter((place) => !said.has(place.id))];
  const seen: Seen = {
    world,
    byId: new Map(all.map((place) => [place.id, place])),
    codes: codesOf([
      ...world.places.filter((p) => p.forum === world.forum && !said.has(p.id)),
      ...stubs.map((s) => s.place),
    ]),
    search: searchPlaces(all),
    links: linksAfter(stubs, world),
    firstLine: new Map(),
  };
  const rows = stubs.map((stub) => judgeRow(stub, seen));
  const refusedNew = stubs.filter((stub, i) => !stub.old && rows[i]?.verdict === 'refused').map((s) => s.place.id);
  return withoutOrphans(rows, new Set(refusedNew), (d) => [d.parent, d.territory, d.mergedInto]);
}

/** Who bears each code; the first one when two want it. */
function codesOf(places: readonly Place[]): ReadonlyMap<string, Place> {
  const codes = new Map<string, Place>();
  for (const place of places) if (place.code && !codes.has(place.code)) codes.set(place.code, place);
  return codes;
}

interface Seen {
  readonly world: PlaceWorld;
  readonly byId: ReadonlyMap<PlaceId, Place>;
  readonly codes: ReadonlyMap<string, Place>;
  readonly search: Find<Place>['search'];
  readonly links: readonly Succession[];
  /** Line on which a place was named first. */
  readonly firstLine: Map<string, number>;
}

/** Which place each row speaks of: by address word, by code, else by name and kind when exactly one bears them. */
function stubsOf(lines: readonly Line[], own: readonly Place[], world: PlaceWorld): readonly Stub[] {
  const bySlug = new Map(own.map((place) => [place.slug, place]));
  const byCode = new Map(own.flatMap((place) => (place.code ? [[place.code, place] as const] : [])));
  const taken = new Set([...world.places.map((place) => place.slug), ...RESERVED]);
  for (const line of lines) if (line.cell('slug')) taken.add(line.cell('slug')!.trim());
  return lines.map((line) => {
    const read = new Reading({ text: (name) => line.cell(name) ?? '' });
    const [slug, code, name] = [read.line('slug'), read.line('code'), read.texts('name')];
    const kind = kindIn(line.cell('kind') ?? '');
    const named = () => {
      const wanted = new Set(namesIn(name).map(fold));
      const same = own.filter((p) => p.kind === kind && namesIn(p.name).some((n) => wanted.has(fold(n))));
      return same.length === 1 ? same[0] : undefined;
    };
    const old = (slug ? bySlug.get(slug) : ((code && byCode.get(code)) ?? named())) || null;
    const made = () => freeSlug(slugOf(choose(name, 'az').text) || 'place', (word) => taken.has(word));
    const address = slug ?? old?.slug ?? made();
    taken.add(address);
    return { line, old, place: stubPlace({ line, old, address, code, name, kind }, world) };
  });
}

interface Found {
  readonly line: Line;
  readonly old: Place | null;
  readonly address: string;
  readonly code: string | null;
  readonly name: Place['name'];
  readonly kind: string;
}

/** The place as far as it must be known to the other rows; days that cannot be read are said by the row itself. */
function stubPlace({ line, old, address, code, name, kind }: Found, world: PlaceWorld): Place {
  const read = new Reading(fieldsOf(line, old ? oldDays(old) : null));
  return {
    forum: world.forum,
    id: old?.id ?? world.newId(),
    kind: (kind || old?.kind || 'community') as Place['kind'],
    slug: address,
    code: line.cell('code') === null ? (old?.code ?? null) : code,
    name: { ...old?.name, ...name },
    parent: null,
    territory: null,
    lon: null,
    lat: null,
    from: read.day('valid_from'),
    to: read.day('valid_to'),
    endedBy: null,
    source: null,
  };
}

const oldDays = (old: Place): Cells => ({ valid_from: old.from ?? '', valid_to: old.to ?? '' });

/** Mergers as they would stand after the file, as far as its rows can be read. */
function linksAfter(stubs: readonly Stub[], world: PlaceWorld): readonly Succession[] {
  const bySlug = new Map([...world.places, ...stubs.map((stub) => stub.place)].map((p) => [p.slug, p.id]));
  const rewritten = new Set(stubs.flatMap((s) => (s.line.cell('merged_into') === null ? [] : [s.place.id])));
  const kept = world.links.filter((link) => !rewritten.has(link.predecessor));
  const said = stubs.flatMap(({ line, place }) => {
    const successor = bySlug.get((line.cell('merged_into') ?? '').trim());
    return successor && place.to ? [{ predecessor: place.id, successor, day: place.to, source: '' }] : [];
  });
  return [...kept, ...said];
}

const figureOf = (world: PlaceWorld, id: PlaceId): Population | null =>
  figureOn(world.figures.get(id) ?? [], world.today);

const heirOf = (world: PlaceWorld, id: PlaceId): PlaceId | null =>
  world.links.find((link) => link.predecessor === id)?.successor ?? null;

function judgeRow({ line, old, place }: Stub, seen: Seen): Judged<PlaceDraft> {
  const { world, byId } = seen;
  const slugBy = (id: PlaceId) => byId.get(id)?.slug ?? '';
  const before = old
    ? placeCells(old, slugBy, heirOf(world, old.id), world.outlines.get(old.id) ?? null, figureOf(world, old.id))
    : null;
  const known = fieldsOf(line, before);
  const fields: Fields = { text: (name) => (name === 'kind' ? kindIn(known.text(name)) : known.text(name)) };
  const label = choose(place.name, 'az').text || place.slug;
  const draft = readDraft({ line, old, place }, fields, seen);
  const registered = world.places.find((p) => p.forum === REFERENCE && p.slug === place.slug);
  if (world.forum !== REFERENCE && registered && (!old || line.cell('register') === 'national')) {
    return registerRow(line, label, registered, fields, draft.value);
  }
  return judged(line, label, draft.errors, draft.value, before, () =>
    placeCells(draft.value, slugBy, draft.value.mergedInto, draft.value.outline, figureAfter(draft.value, world)),
  );
}

/** The figure that the export would show: the row's own when it is news. */
function figureAfter({ id, figure }: PlaceDraft, world: PlaceWorld): PlaceDraft['figure'] | Population {
  const stands = (world.figures.get(id) ?? []).some(
    (f) =>
      f.day === figure?.day &&
      f.source === figure.source &&
      f.people === figure.people &&
      f.households === figure.households,
  );
  return stands || !figure ? figureOf(world, id) : figure;
}

/** A row of the national register in a forum's file is passed over; a new one under its address word is refused. */
function registerRow(
  line: Line,
  label: string,
  registered: Place,
  fields: Fields,
  draft: PlaceDraft,
): Judged<PlaceDraft> {
  const same = fields.text('register') === 'national' && registered.kind === fields.text('kind');
  if (!same) {
    const errors = [{ field: 'slug', message: message('places.refused.register_row') }];
    return judged(line, label, errors, draft, null, () => ({}));
  }
  const passed = judged<PlaceDraft>(line, label, [], draft, {}, () => ({}));
  return { ...passed, draft: null };
}

function readDraft(
  { line, old, place }: Stub,
  fields: Fields,
  seen: Seen,
): { readonly errors: readonly FieldError[]; readonly value: PlaceDraft } {
  const { world, byId } = seen;
  const find = { search: seen.search, say: (p: Place) => `${choose(p.name, 'az').text} (${p.slug})` };
  const errors: FieldError[] = [];
  const wrong = (field: string, what: Message) => errors.push({ field, message: what });
  const facts = readPlace(fields, world.country, find);
  if (!facts.ok) errors.push(...(facts.refusal.fields ?? []));
  const read = new Reading(fields);
  const to = read.day('valid_to');
  const mergedInto = read.one('merged_into', find);
  errors.push(...read.errors);
  const first = seen.firstLine.get(place.slug);
  if (first !== undefined) wrong('slug', message('places.refused.row_twice', { line: first }));
  seen.firstLine.set(place.slug, line.row.line);
  const base = facts.ok ? facts.value : { ...place, outline: null, slug: null };
  const value: PlaceDraft = {
    ...{ ...base, id: place.id, slug: place.slug, to, mergedInto },
    ...{ endedBy: read.line('ended_by'), figure: readFigure(line, { from: base.from, to }, world, errors) },
  };
  if (facts.ok) {
    const named = (id: PlaceId | null) => (id === null ? null : byId.get(id));
    const holder = value.code ? (seen.codes.get(value.code) ?? null) : null;
    const say = (name: Place['name']) => choose(name, 'az').text;
    const around = { parent: named(value.parent), territory: named(value.territory), codeHolder: holder, say };
    errors.push(...fitErrors(value, place.id, around));
    if (old && old.kind !== value.kind && hangsOn(old, seen)) wrong('kind', message('places.refused.kind_fixed'));
    endErrors(value, seen, wrong);
  }
  return { errors, value };
}

const hangsOn = (old: Place, { world }: Seen): boolean =>
  world.places.some((p) => p.parent === old.id || p.territory === old.id) ||
  world.links.some((link) => link.predecessor === old.id || link.successor === old.id);

/** The figure in the same row: read only when the file carries one. */
function readFigure(
  line: Line,
  lasts: Pick<Place, 'from' | 'to'>,
  world: PlaceWorld,
  errors: FieldError[],
): PlaceDraft['figure'] {
  if (!line.cell('people')?.trim()) return null;
  const names: Readonly<Record<string, string>> = { day: 'people_on', source: 'people_source' };
  if (line.cell('people_on') === null || line.cell('people_source') === null) {
    errors.push({ field: 'people', message: message('places.refused.people_need') });
    return null;
  }
  const read = readPopulation({ text: (name) => line.cell(names[name] ?? name) ?? '' }, lasts, world.today);
  if (read.ok) return read.value;
  errors.push(...(read.refusal.fields ?? []).map((e) => ({ ...e, field: names[e.field] ?? e.field })));
  return null;
}

/** What cannot be about the end of a place: an end before the beginning, without an act, or a merger that makes no sense. */
function endErrors(draft: PlaceDraft, seen: Seen, wrong: (field: string, what: Message) => void): void {
  const { from, to, mergedInto, endedBy } = draft;
  if (to && from && to <= from) wrong('valid_to', message('places.refused.end_before_begin', { day: from }));
  if (to && !endedBy) wrong('ended_by', message('places.refused.no_source'));
  if (!to && endedBy) wrong('valid_to', message('places.refused.no_day'));
  if (!mergedInto) return;
  const heir = seen.byId.get(mergedInto);
  const name = choose(draft.name, 'az').text;
  const successor = heir ? choose(heir.name, 'az').text : '';
  if (!to) wrong('valid_to', message('places.refused.no_day'));
  else if (mergedInto === draft.id) wrong('merged_into', message('places.refused.merge_self', { name }));
  else if (inheritsFrom(mergedInto, draft.id, seen.links)) {
    wrong('merged_into', message('places.refused.merge_circle', { name, successor }));
  } else if (heir && heir.kind !== draft.kind) {
    wrong('merged_into', message('places.refused.merge_kinds', { name, successor }));
  } else if (heir && !standsOn(heir, to))
    wrong('merged_into', message('places.refused.successor_gone', { name: successor }));
}
