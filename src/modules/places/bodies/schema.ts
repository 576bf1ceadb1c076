import type { Texts } from '#core/i18n/texts.ts';
import type { PlainDate } from '#core/time/plain-date.ts';
import type { Jsonb, Once, PlaceId } from '../schema.ts';

export type BodyId = string & { readonly __bodyId: true };

/**
 * Kinds of bodies, grouped by the side they sit on. `class` is no body but a class of bodies that a plan names as
 * executor ("central and local executive bodies").
 */
export const SIDES = {
  government: ['excom', 'excom_representation', 'state_body', 'central_body', 'parliament', 'court'],
  self_government: ['municipality'],
  civil: ['community_council', 'neighbourhood_committee', 'cbo', 'ngo', 'citizens_group', 'trade_union', 'media'],
  joint: ['public_council', 'forum'],
  service: ['school', 'health', 'service_centre', 'post', 'bank', 'operator', 'company'],
  abroad: ['donor', 'international'],
  classes: ['class'],
} as const;

export type Side = keyof typeof SIDES;
export type BodyKind = (typeof SIDES)[Side][number];
export const SIDE_NAMES = Object.keys(SIDES) as readonly Side[];
export const BODY_KINDS: readonly BodyKind[] = Object.values(SIDES).flat();
export const isBodyKind = (text: string): text is BodyKind => (BODY_KINDS as readonly string[]).includes(text);

/** On which side bodies of this kind sit: who may judge and who is judged hangs on it. */
export const sideOf = (kind: BodyKind): Side =>
  SIDE_NAMES.find((side) => (SIDES[side] as readonly BodyKind[]).includes(kind)) ?? 'service';

export const RELATIONS = ['succeeded_by', 'part_of', 'in_class'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Of a forum; rows of the national register carry the reference forum. */
export interface BodyTable {
  forum_id: Once<string>;
  id: Once<BodyId>;
  slug: Once<string>;
  kind: BodyKind;
  name: Jsonb<Texts>;
  short: Jsonb<Texts | null>;
  place_id: PlaceId | null;
  site: string | null;
  /** Of the office, public; never a person's. */
  email: string | null;
  phone: string | null;
  address: string | null;
  valid_from: PlainDate | null;
  valid_to: PlainDate | null;
  ended_by: string | null;
  source: string | null;
  entered_at: Once<Date>;
}

/** Of a forum: the forum of `body_id`. */
export interface BodyLinkTable {
  forum_id: Once<string>;
  body_id: Once<BodyId>;
  relation: Once<Relation>;
  other_id: Once<BodyId>;
  day: PlainDate | null;
  source: string | null;
  entered_at: Once<Date>;
}

/** A body as read. `forum` says whose row it is: the forum's own, or REFERENCE for the national register. */
export interface Body {
  readonly forum: string;
  readonly id: BodyId;
  readonly slug: string;
  readonly kind: BodyKind;
  readonly name: Texts;
  readonly short: Texts | null;
  readonly place: PlaceId | null;
  readonly site: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly endedBy: string | null;
  readonly source: string | null;
}

/** Does it stand on that day? */
export const bodyStandsOn = (body: Pick<Body, 'from' | 'to'>, day: PlainDate): boolean =>
  (body.from === null || body.from <= day) && (body.to === null || day < body.to);

export interface BodyLink {
  readonly body: BodyId;
  readonly relation: Relation;
  readonly other: BodyId;
  readonly day: PlainDate | null;
  readonly source: string | null;
}
