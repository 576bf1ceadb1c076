import type { Db } from '#core/db/database.ts';
import { type Forum, REFERENCE } from '#core/forum.ts';
import { csv } from '#core/sheets/csv.ts';
import type { Column } from '#core/sheets/heads.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { bodiesOf, bodyLinks } from '../bodies/queries.ts';
import type { Body } from '../bodies/schema.ts';
import { figureOn } from '../populations/rules.ts';
import { figuresOf, linksAround, nameablePlaces, outlinesOf, placesOf } from '../queries.ts';
import { PLACE_KINDS, type Place, type PlaceId, type Population } from '../schema.ts';
import { figureWithout, placeWithout } from '../withheld/rules.ts';
import { belongingOf, bodyCells } from './bodies/forms.ts';
import { BODY_COLUMNS } from './bodies/schema.ts';
import { placeCells } from './places/forms.ts';
import { PLACE_COLUMNS } from './places/schema.ts';
import { figureCells } from './populations/forms.ts';
import { POPULATION_COLUMNS } from './populations/schema.ts';
import type { Cells } from './rules.ts';

/** Who asks for a file; `note` stands in every row (the word "demonstration" in its forum). */
export interface Wanted {
  readonly db: Db;
  readonly forum: Forum;
  readonly today: PlainDate;
  readonly note: string;
  /** What strangers see of a body; keepers see it as it was entered. */
  readonly eye: (body: Body) => Body;
  /** What is withheld; for keepers nothing: their file, brought in again, must change nothing. */
  readonly withheld: WithheldThings;
}

const byRank = (a: Place, b: Place): number =>
  PLACE_KINDS.indexOf(a.kind) - PLACE_KINDS.indexOf(b.kind) || (a.slug < b.slug ? -1 : 1);

/** The places that a forum's page shows, in the register all; what lies in others comes after them. */
const placesFor = async ({ db, forum, withheld }: Wanted): Promise<readonly Place[]> =>
  (await (forum.id === REFERENCE ? nameablePlaces(db, REFERENCE) : placesOf(db, forum.id)))
    .map((place) => placeWithout(place, withheld))
    .sort(byRank);

const figuresFor = async (
  { db, forum, withheld }: Wanted,
  places: readonly Place[],
): Promise<ReadonlyMap<PlaceId, readonly Population[]>> =>
  new Map(
    [...(await figuresOf(db, forum.id, ids(places)))].map(([place, figures]) => [
      place,
      figures.map((figure) => figureWithout(figure, withheld)),
    ]),
  );

const register = (forum: string): string => (forum === REFERENCE ? 'national' : 'forum');

function table(columns: readonly Column[], rows: readonly Cells[]): string {
  const names = columns.map((column) => column.name);
  const cells = rows.map((row) => names.map((name) => row[name] ?? ''));
  return csv(cells, names, { bom: true });
}

const ids = (places: readonly Place[]): readonly PlaceId[] => places.map((place) => place.id);

/** /places.csv: what import reads again without a difference. */
export async function placesCsv(wanted: Wanted): Promise<string> {
  const { db, forum, today, note } = wanted;
  const places = await placesFor(wanted);
  const slugs = new Map((await nameablePlaces(db, forum.id)).map((place) => [place.id, place.slug]));
  const [outlines, figures] = [await outlinesOf(db, forum.id, ids(places)), await figuresFor(wanted, places)];
  const heirs = new Map((await linksAround(db, forum.id, ids(places))).map((l) => [l.predecessor, l.successor]));
  const slugBy = (id: PlaceId) => slugs.get(id) ?? '';
  const rows = places.map((place) => {
    const figure = figureOn(figures.get(place.id) ?? [], today);
    const cells = placeCells(place, slugBy, heirs.get(place.id) ?? null, outlines.get(place.id) ?? null, figure);
    return { ...cells, register: register(place.forum), note };
  });
  return table(PLACE_COLUMNS, rows);
}

/** /populations.csv: every figure with its day and source. */
export async function populationsCsv(wanted: Wanted): Promise<string> {
  const places = await placesFor(wanted);
  const figures = await figuresFor(wanted, places);
  const rows = places.flatMap((place) =>
    (figures.get(place.id) ?? []).map((figure) => ({
      ...figureCells(place.slug, figure),
      register: register(place.forum),
      note: wanted.note,
    })),
  );
  return table(POPULATION_COLUMNS, rows);
}

/** /bodies.csv: what import reads again without a difference. */
export async function bodiesCsv({ db, forum, note, eye }: Wanted): Promise<string> {
  const [bodies, links] = [(await bodiesOf(db, forum.id)).map(eye), await bodyLinks(db, forum.id)];
  const places = new Map((await nameablePlaces(db, forum.id)).map((place) => [place.id, place.slug]));
  const slugs = new Map(bodies.map((body) => [body.id, body.slug]));
  const rows = [...bodies]
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map((body) => {
      const belonging = belongingOf(body.id, links);
      const cells = bodyCells(
        body,
        belonging,
        (id) => slugs.get(id) ?? '',
        (id) => places.get(id) ?? '',
      );
      return { ...cells, register: register(body.forum), note };
    });
  return table(BODY_COLUMNS, rows);
}

/** /places.geojson (RFC 7946): the outline where there is one, else the point; places without both have no geometry. */
export async function placesGeojson(wanted: Wanted): Promise<string> {
  const { db, forum, today, note } = wanted;
  const places = await placesFor(wanted);
  const slugs = new Map(places.map((place) => [place.id, place.slug]));
  const [outlines, figures] = [await outlinesOf(db, forum.id, ids(places)), await figuresFor(wanted, places)];
  const features = places.map((place) => {
    const figure = figureOn(figures.get(place.id) ?? [], today);
    const point =
      place.lon !== null && place.lat !== null ? { type: 'Point', coordinates: [place.lon, place.lat] } : null;
    const properties = {
      ...{ kind: place.kind, slug: place.slug, code: place.code, name: place.name },
      ...{ parent: place.parent && (slugs.get(place.parent) ?? null), valid_from: place.from, valid_to: place.to },
      ...{ people: figure?.people ?? null, people_on: figure?.day ?? null, people_source: figure?.source ?? null },
      ...(note ? { note } : {}),
    };
    return { type: 'Feature', id: place.id, geometry: outlines.get(place.id) ?? point, properties };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}
