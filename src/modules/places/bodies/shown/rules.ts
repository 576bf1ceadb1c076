import { type Datum, isShown, type Level } from '#core/caution/level.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';
import { BODY_TEXTS, bodyWithoutDemanded } from '../../withheld/rules.ts';
import type { Body, BodyKind } from '../schema.ts';

/** Bodies whose telephone rings in somebody's pocket, and whose seat is somebody's house. */
const SMALL: readonly BodyKind[] = ['community_council', 'neighbourhood_committee', 'cbo', 'citizens_group'];

const datum = (id: string, at: Datum['at']): Datum => ({
  id,
  name: `places.shown.${id}`,
  note: `places.shown.${id}_note`,
  at,
});

const OFFICE_CONTACT = datum('office_contact', { open: 'shown', careful: 'shown', closed: 'private' });
const GROUP_CONTACT = datum('group_contact', { open: 'shown', careful: 'private', closed: 'private' });
const GROUP_SEAT = datum('group_seat', { open: 'shown', careful: 'shown', closed: 'private' });

/** What of bodies could lead to a person, and who sees it. */
export const BODY_DATA: readonly Datum[] = [OFFICE_CONTACT, GROUP_CONTACT, GROUP_SEAT];

/** The fields of a body that can be kept back one by one, and the word under which each is. */
export const KEPT_FIELDS = {
  phone: BODY_TEXTS.phone,
  email: BODY_TEXTS.email,
  address: BODY_TEXTS.address,
  place: 'places.body_place',
} as const;
export type KeptField = keyof typeof KEPT_FIELDS;

export const isSmall = (body: Pick<Body, 'kind'>): boolean => SMALL.includes(body.kind);

/** May strangers see this field of the body at this level? */
export function isFieldShown(body: Pick<Body, 'kind'>, field: KeptField, level: Level): boolean {
  if (!isSmall(body)) return field === 'place' || isShown(OFFICE_CONTACT, level);
  return isShown(field === 'place' ? GROUP_SEAT : GROUP_CONTACT, level);
}

/** The body as strangers see it: without what the level keeps private, what was kept back and what was demanded away. */
export function bodyForStrangers(whole: Body, level: Level, withheld: WithheldThings): Body {
  const body = bodyWithoutDemanded(whole, withheld);
  const seen = <F extends KeptField>(field: F): Body[F] | null =>
    isFieldShown(body, field, level) && !withheld.of(KEPT_FIELDS[field], body.id) ? body[field] : null;
  return { ...body, phone: seen('phone'), email: seen('email'), address: seen('address'), place: seen('place') };
}
