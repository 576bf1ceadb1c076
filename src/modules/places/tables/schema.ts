import type { BodyLinkTable, BodyTable } from '../bodies/schema.ts';
import type { AreaTable, LinkTable, PlaceTable, PopulationTable } from '../schema.ts';
import type { ImportTable } from '../sheets/schema.ts';

/** The tables of this module as Kysely sees them: `ctx.db.withTables<PlacesTables>()`. A type: Kysely takes no interface here. */
export type PlacesTables = {
  places_places: PlaceTable;
  places_populations: PopulationTable;
  places_links: LinkTable;
  places_areas: AreaTable;
  places_bodies: BodyTable;
  places_body_links: BodyLinkTable;
  places_imports: ImportTable;
};

/** All are of a forum; rows of the national register carry the reference forum. */
export const TABLES: Readonly<Record<keyof PlacesTables, 'forum'>> = {
  places_places: 'forum',
  places_populations: 'forum',
  places_links: 'forum',
  places_areas: 'forum',
  places_bodies: 'forum',
  places_body_links: 'forum',
  places_imports: 'forum',
};
