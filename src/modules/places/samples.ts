import type { Web } from '#core/http/route.ts';
import type { Texts } from '#core/i18n/texts.ts';
import { addDays, type PlainDate } from '#core/time/plain-date.ts';
import { addBody, closeBody } from './bodies/commands.ts';
import type { BodyId, BodyKind } from './bodies/schema.ts';
import { addPlace, mergePlaces } from './commands.ts';
import { type BodyKey, DEMO_BODIES, type DemoBody } from './demo/bodies.ts';
import {
  type CommunityKey,
  DEMO_COMMUNITIES,
  DEMO_DISTRICT,
  DEMO_POPULATION_ON,
  type MunicipalityKey,
} from './demo/district.ts';
import { DEMO_MUNICIPALITIES, type DemoMunicipality } from './demo/municipalities.ts';
import { DEMO_OUTLINE } from './demo/outline.ts';
import { MADE_UP } from './demo/words.ts';
import { recordPopulation } from './populations/commands.ts';
import type { PlaceId, PlaceKind, PopulationId } from './schema.ts';
import type { ImportId } from './sheets/schema.ts';

/** Performs a command as somebody who may; the tests and the demonstration give it. */
export type Perform = Web['perform'];

export type DemoPlaceKey = 'durnasu' | MunicipalityKey | CommunityKey;

/** Ids of the invented district, by the keys of its facts. */
export interface PlacesMade {
  readonly places: ReadonlyMap<DemoPlaceKey, PlaceId>;
  readonly bodies: ReadonlyMap<BodyKey, BodyId>;
}

/** Whatever the demonstration says must be accepted: a refusal is a fault in its facts. */
async function must<O>(result: ReturnType<Perform>): Promise<O> {
  const done = await result;
  if (!done.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(done.refusal)}`);
  return done.value as O;
}

const slug = (key: string): string => key.replaceAll('_', '-');
/** Of every invented fact; figures say it of themselves (MADE_UP). */
const SOURCE = 'nümunə məlumatı';

interface NewPlace {
  readonly kind: PlaceKind;
  readonly key: string;
  readonly code: string;
  readonly name: Texts;
  readonly parent: PlaceId | null;
  readonly point?: readonly [number, number];
  readonly from?: PlainDate;
  readonly outline?: typeof DEMO_OUTLINE;
}

async function place(perform: Perform, made: NewPlace): Promise<PlaceId> {
  const { kind, key, code, name, parent, point, from, outline } = made;
  const [lon, lat] = point ?? [null, null];
  const where = { parent, territory: null, lon, lat, outline: outline ?? null, from: from ?? null };
  const input = { kind, code, name, slug: slug(key), source: SOURCE, ...where };
  return (await must<{ id: PlaceId }>(perform(addPlace, input))).id;
}

/** Loads the invented district with its places, figures, mergers and bodies; days count from `today`. */
export async function loadPlaces(perform: Perform, today: PlainDate): Promise<PlacesMade> {
  const places = new Map<DemoPlaceKey, PlaceId>();
  const { key, code, name, population } = DEMO_DISTRICT;
  const district = await place(perform, { kind: 'district', key, code, name, parent: null, outline: DEMO_OUTLINE });
  places.set('durnasu', district);
  await figure(perform, today, district, population, null);
  for (const m of DEMO_MUNICIPALITIES) {
    const from = addDays(today, m.validFrom);
    places.set(m.key, await place(perform, { ...m, kind: 'municipality', parent: district, from }));
  }
  for (const c of DEMO_COMMUNITIES) {
    // Written as it was before the mergers: today's municipality follows from them.
    const first = DEMO_MUNICIPALITIES.find((m) => m.predecessors.length === 0 && m.communities.includes(c.key));
    const parent = places.get(first?.key ?? c.municipality) ?? district;
    const id = await place(perform, { ...c, kind: 'community', parent });
    places.set(c.key, id);
    await figure(perform, today, id, c.population, c.households);
  }
  for (const m of DEMO_MUNICIPALITIES) await merge(perform, today, m, places);
  const bodies = await loadBodies(perform, today, places);
  return { places, bodies };
}

async function figure(
  perform: Perform,
  today: PlainDate,
  place: PlaceId,
  people: number,
  households: number | null,
): Promise<void> {
  const day = addDays(today, DEMO_POPULATION_ON);
  await must(perform(recordPopulation, { place, day, people, households, source: MADE_UP.az }));
}

async function merge(
  perform: Perform,
  today: PlainDate,
  into: DemoMunicipality,
  places: ReadonlyMap<DemoPlaceKey, PlaceId>,
): Promise<void> {
  const predecessors = into.predecessors.flatMap((key) => places.get(key) ?? []);
  const successor = places.get(into.key);
  if (predecessors.length === 0 || !successor) return;
  const day = addDays(today, into.validFrom);
  await must(perform(mergePlaces, { predecessors, successor, day, source: into.note?.az ?? SOURCE }));
}

/** A body that others only name (as executor of a national plan): its kind, its name, where it is named. */
export async function loadNamedBody(
  perform: Perform,
  named: { readonly key: string; readonly kind: BodyKind; readonly name: Texts; readonly source: string },
): Promise<BodyId> {
  const nothing = { short: null, place: null, site: null, email: null, phone: null, address: null, from: null };
  const input = { ...named, ...nothing, slug: slug(named.key), partOf: null, classes: [] };
  return (await must<{ id: BodyId }>(perform(addBody, input))).id;
}

const KINDS: Readonly<Record<DemoBody['kind'], BodyKind>> = {
  excom: 'excom',
  excom_representation: 'excom_representation',
  state_body: 'state_body',
  municipality: 'municipality',
  cdc: 'community_council',
  ngo: 'ngo',
  public_council: 'public_council',
  company: 'operator',
};

async function loadBodies(
  perform: Perform,
  today: PlainDate,
  places: ReadonlyMap<DemoPlaceKey, PlaceId>,
): Promise<ReadonlyMap<BodyKey, BodyId>> {
  const bodies = new Map<BodyKey, BodyId>();
  for (const body of DEMO_BODIES) {
    const input = {
      kind: KINDS[body.kind],
      slug: slug(body.key),
      name: body.name,
      short: body.short,
      place: seatOf(body, places),
      site: null,
      email: body.contact.email,
      phone: null,
      address: null,
      from: body.validFrom === null ? null : addDays(today, body.validFrom),
      source: SOURCE,
      partOf: body.kind === 'excom_representation' ? (bodies.get('excom') ?? null) : null,
      classes: [],
    };
    bodies.set(body.key, (await must<{ id: BodyId }>(perform(addBody, input))).id);
  }
  for (const body of DEMO_BODIES) {
    const successor = bodies.get(body.key);
    for (const key of body.predecessors) {
      const day = addDays(today, body.validFrom ?? 0);
      const gone = bodies.get(key);
      if (gone && successor) await must(perform(closeBody, { body: gone, day, source: SOURCE, successor }));
    }
  }
  return bodies;
}

/** Its one community, its municipality, else the district. */
function seatOf(body: DemoBody, places: ReadonlyMap<DemoPlaceKey, PlaceId>): PlaceId | null {
  if (body.kind === 'municipality') return places.get(body.key as MunicipalityKey) ?? null;
  const [only, ...more] = body.communities;
  return (only && more.length === 0 ? places.get(only) : places.get('durnasu')) ?? null;
}

/** What the inputs below speak of; any uuid will do where permission is asked before anything is looked up. */
export interface SampleObjects {
  readonly place: PlaceId;
  readonly otherPlace: PlaceId;
  readonly population: PopulationId;
  readonly body: BodyId;
  readonly staged: ImportId;
  readonly today: PlainDate;
}

/** One input of the right shape for each command of this module, by its name. */
export const placesInputs = (of: SampleObjects): Readonly<Record<string, unknown>> => {
  const place = {
    ...{ kind: 'community', code: null, name: { az: 'Nümunə kəndi' }, parent: null, territory: null },
    ...{ lon: 47.8, lat: 40.1, outline: null, from: null, source: SOURCE },
  };
  const body = {
    ...{ kind: 'ngo', name: { az: 'Nümunə birliyi' }, short: null, place: null, site: null, email: null },
    ...{ phone: null, address: null, from: null, source: SOURCE, partOf: null, classes: [] },
  };
  const day = addDays(of.today, -1);
  const rows = [
    { line: 1, cells: ['kind', 'name_az'] },
    { line: 2, cells: ['community', 'Nümunə kəndi'] },
  ];
  const table = { kind: 'sheet', sheet: 'Nümunə', number: 1, rows, warnings: [] };
  return {
    'places.add_place': { ...place, slug: null },
    'places.correct_place': { ...place, place: of.place },
    'places.close_place': { place: of.place, day, source: SOURCE },
    'places.reopen_place': { place: of.place, reason: SOURCE },
    'places.merge_places': { predecessors: [of.otherPlace], successor: of.place, day, source: SOURCE },
    'places.record_population': { place: of.place, day, people: 120, households: null, source: SOURCE },
    'places.withdraw_population': { place: of.place, population: of.population, reason: SOURCE },
    'places.set_area': { places: [] },
    'places.add_body': { ...body, slug: null },
    'places.correct_body': { ...body, body: of.body },
    'places.close_body': { body: of.body, day, source: SOURCE, successor: null },
    'places.reopen_body': { body: of.body, reason: SOURCE },
    'places.stage_import': { what: 'places', fileName: 'numune.csv', sha256: '0'.repeat(64), tables: [table] },
    'places.write_import': { import: of.staged, onlyGood: false },
  };
};
