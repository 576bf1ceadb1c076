import type { Db } from '#core/db/database.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import { ok, type Result } from '#core/errors/result.ts';
import type { Forum } from '#core/forum.ts';
import type { Table } from '#core/sheets/table.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import { bodiesOf, bodyLinks } from '../bodies/queries.ts';
import type { BodyId } from '../bodies/schema.ts';
import { figuresOf, nameablePlaces, outlinesOf, ownLinks } from '../queries.ts';
import type { PlaceId, PlacesTables } from '../schema.ts';
import { judgeBodies } from './bodies/rules.ts';
import { BODY_COLUMNS, type BodyDraft } from './bodies/schema.ts';
import { judgePlaces } from './places/rules.ts';
import { PLACE_COLUMNS, type PlaceDraft } from './places/schema.ts';
import { type FigureDraft, judgeFigures, POPULATION_COLUMNS } from './populations/rules.ts';
import { type Judged, linesOf, locate } from './rules.ts';
import type { BroughtIn, ImportId, ImportKind } from './schema.ts';

/** A file brought in; null when there is none of that id in this forum. */
export async function broughtIn(db: Db, forum: string, id: ImportId): Promise<BroughtIn | null> {
  const row = await db
    .withTables<PlacesTables>()
    .selectFrom('places_imports')
    .selectAll()
    .where('forum_id', '=', forum)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { what, file_name: fileName, sheets: tables, made_at: madeAt, written_at: writtenAt } = row;
  return { id: row.id, what, fileName, tables, madeAt, writtenAt };
}

/** Whose rows would be written, on which day. */
export interface Asker {
  readonly db: Db;
  readonly forum: Forum;
  readonly today: PlainDate;
  readonly now: Date;
}

export type Dry =
  | { readonly what: 'places'; readonly rows: readonly Judged<PlaceDraft>[]; readonly unread: readonly string[] }
  | { readonly what: 'populations'; readonly rows: readonly Judged<FigureDraft>[]; readonly unread: readonly string[] }
  | { readonly what: 'bodies'; readonly rows: readonly Judged<BodyDraft>[]; readonly unread: readonly string[] };

/** Columns of each kind of file; at least one of `needed` must be there. */
export const SHEETS = {
  places: { columns: PLACE_COLUMNS, needed: ['name_az', 'name_en', 'name_ru', 'slug', 'code'] },
  populations: { columns: POPULATION_COLUMNS, needed: ['people'] },
  bodies: { columns: BODY_COLUMNS, needed: ['name_az', 'name_en', 'name_ru', 'slug'] },
} as const;

/** Judges every row of a file against what stands now; writes nothing. */
export async function dryRun(asker: Asker, what: ImportKind, tables: readonly Table[]): Promise<Result<Dry>> {
  const found = locate(tables, SHEETS[what].columns, SHEETS[what].needed);
  if (!found.ok) return found;
  const lines = linesOf(found.value);
  const unread = found.value.flatMap((one) => one.unread);
  const { db, forum, today, now } = asker;
  const places = await nameablePlaces(db, forum.id);
  if (what === 'bodies') {
    const [bodies, links] = [await bodiesOf(db, forum.id), await bodyLinks(db, forum.id)];
    const newId = () => uuidv7(now) as BodyId;
    return ok({ what, unread, rows: judgeBodies(lines, { forum: forum.id, bodies, links, places, newId }) });
  }
  const own = places.flatMap((place) => (place.forum === forum.id ? [place.id] : []));
  const figures = await figuresOf(db, forum.id, own);
  if (what === 'populations') {
    return ok({ what, unread, rows: judgeFigures(lines, { forum: forum.id, today, places, figures }) });
  }
  const outlines = await outlinesOf(db, forum.id, own);
  const links = await ownLinks(db, forum.id);
  const newId = () => uuidv7(now) as PlaceId;
  const world = { forum: forum.id, country: forum.country, today, places, outlines, links, figures, newId };
  return ok({ what, unread, rows: judgePlaces(lines, world) });
}
