import type { ColumnType, RawBuilder } from 'kysely';
import type { ComponentChildren } from 'preact';
import type { Web } from '#core/http/route.ts';
import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

export type PlaceId = string & { readonly __placeId: true };
export type PopulationId = string & { readonly __populationId: true };

/** From the country down. `territory` is the inzibati ərazi dairəsi: the area of one ExCom representation. */
export const PLACE_KINDS = ['country', 'district', 'municipality', 'territory', 'community'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];
export const isPlaceKind = (text: string): text is PlaceKind => (PLACE_KINDS as readonly string[]).includes(text);

/** GeoJSON (RFC 7946) outline of a place, longitude before latitude. */
export type Outline =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
export type Ring = readonly (readonly [lon: number, lat: number])[];

/** jsonb: an object when read, `json(value)` of core/db when written. */
export type Jsonb<T> = ColumnType<T, RawBuilder<T> | Extract<T, null>, RawBuilder<T> | Extract<T, null>>;
/** Written once. */
export type Once<T> = ColumnType<T, T, never>;

/** Of a forum; rows of the national register carry the reference forum. */
export interface PlaceTable {
  forum_id: Once<string>;
  id: Once<PlaceId>;
  kind: PlaceKind;
  slug: Once<string>;
  code: string | null;
  name: Jsonb<Texts>;
  parent_id: PlaceId | null;
  territory_id: PlaceId | null;
  lon: number | null;
  lat: number | null;
  outline: Jsonb<Outline | null>;
  /** First day; null: not known. */
  valid_from: PlainDate | null;
  /** The day from which it is no more; null: it stands. */
  valid_to: PlainDate | null;
  ended_by: string | null;
  source: string | null;
  entered_at: Once<Date>;
}

/** Of a forum. */
export interface PopulationTable {
  forum_id: Once<string>;
  id: Once<PopulationId>;
  place_id: Once<PlaceId>;
  day: Once<PlainDate>;
  people: number;
  households: number | null;
  source: Once<string>;
  entered_at: Once<Date>;
}

/** Of a forum: the forum of the predecessor. */
export interface LinkTable {
  forum_id: Once<string>;
  predecessor_id: Once<PlaceId>;
  successor_id: Once<PlaceId>;
  day: Once<PlainDate>;
  source: string;
  entered_at: Once<Date>;
}

/** Of a forum: which places of the national register it is about. */
export interface AreaTable {
  forum_id: Once<string>;
  place_id: Once<PlaceId>;
  entered_at: Once<Date>;
}

/** A place as read. `forum` says whose row it is: the forum's own, or REFERENCE for the national register. */
export interface Place {
  readonly forum: string;
  readonly id: PlaceId;
  readonly kind: PlaceKind;
  readonly slug: string;
  readonly code: string | null;
  readonly name: Texts;
  readonly parent: PlaceId | null;
  readonly territory: PlaceId | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly endedBy: string | null;
  readonly source: string | null;
}

/** Does it stand on that day? A place ends on its `to` day: from then on it is no more. */
export const standsOn = (place: Pick<Place, 'from' | 'to'>, day: PlainDate): boolean =>
  (place.from === null || place.from <= day) && (place.to === null || day < place.to);

/** A figure of one day from one source. */
export interface Population {
  readonly id: PopulationId;
  readonly place: PlaceId;
  readonly day: PlainDate;
  readonly people: number;
  readonly households: number | null;
  readonly source: string;
}

/** `predecessor` was merged into `successor` on `day`. */
export interface Succession {
  readonly predecessor: PlaceId;
  readonly successor: PlaceId;
  readonly day: PlainDate;
  readonly source: string;
}

/** What another module shows on the page of a place or of a body: its own section, or null when it has nothing to say. */
export type Panel = (web: Web, id: string) => Promise<ComponentChildren>;

/** What main.ts gives: the parts of higher modules on these pages, in the order in which they stand. */
export interface PlacesNeeds {
  readonly placePanels?: readonly Panel[];
  readonly bodyPanels?: readonly Panel[];
}
