import { ok, type Result } from '#core/errors/result.ts';
import { linesOf } from '#core/sheets/heads.ts';
import type { Table } from '#core/sheets/table.ts';
import { judgeBodies } from './bodies/forms.ts';
import { BODY_COLUMNS, type BodyDraft, type BodyWorld } from './bodies/schema.ts';
import { judgePlaces } from './places/forms.ts';
import { PLACE_COLUMNS, type PlaceDraft, type PlaceWorld } from './places/schema.ts';
import { judgeFigures } from './populations/forms.ts';
import { type FigureDraft, type FigureWorld, POPULATION_COLUMNS } from './populations/schema.ts';
import { type Judged, locate } from './rules.ts';

/** What a file came to, row by row, and the columns in it that are not read. */
export type Dry =
  | { readonly what: 'places'; readonly rows: readonly Judged<PlaceDraft>[]; readonly unread: readonly string[] }
  | { readonly what: 'populations'; readonly rows: readonly Judged<FigureDraft>[]; readonly unread: readonly string[] }
  | { readonly what: 'bodies'; readonly rows: readonly Judged<BodyDraft>[]; readonly unread: readonly string[] };

/** What stands, by the kind of file that is compared with it. */
export type World =
  | { readonly what: 'places'; readonly world: PlaceWorld }
  | { readonly what: 'populations'; readonly world: FigureWorld }
  | { readonly what: 'bodies'; readonly world: BodyWorld };

/** Columns of each kind of file; at least one of `needed` must be there. */
export const SHEETS = {
  places: { columns: PLACE_COLUMNS, needed: ['name_az', 'name_en', 'name_ru', 'slug', 'code'] },
  populations: { columns: POPULATION_COLUMNS, needed: ['people'] },
  bodies: { columns: BODY_COLUMNS, needed: ['name_az', 'name_en', 'name_ru', 'slug'] },
} as const;

/** Judges every row of a file against what stands; refuses as a whole only when no table can be found in it. */
export function judgeFile(tables: readonly Table[], against: World): Result<Dry> {
  const { columns, needed } = SHEETS[against.what];
  const found = locate(tables, columns, needed);
  if (!found.ok) return found;
  const lines = linesOf(found.value);
  const unread = found.value.flatMap((one) => one.unread);
  const { what } = against;
  if (what === 'bodies') return ok({ what, unread, rows: judgeBodies(lines, against.world) });
  if (what === 'populations') return ok({ what, unread, rows: judgeFigures(lines, against.world) });
  return ok({ what, unread, rows: judgePlaces(lines, against.world) });
}
