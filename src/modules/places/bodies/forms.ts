import * as v from 'valibot';
import type { Result } from '#core/errors/result.ts';
import { message } from '#core/i18n/message.ts';
import { idShape } from '#core/ids.ts';
import { dayShape } from '#core/shapes.ts';
import { type Fields, type Find, lineOrNull, placeId, Reading, readSlug, textsShape } from '../forms.ts';
import type { Place } from '../schema.ts';
import { type BodyFacts, bodyErrors } from './rules.ts';
import { BODY_KINDS, type Body, type BodyId, isBodyKind } from './schema.ts';

export const bodyId = idShape<BodyId>();

/** What is read about a body. */
export interface BodyInput extends BodyFacts {
  readonly slug: string | null;
  readonly partOf: BodyId | null;
  readonly classes: readonly BodyId[];
}

/** Reads a body; its place and the bodies it hangs together with are looked up. Refuses with every wrong field. */
export function readBody(fields: Fields, places: Find<Place>, bodies: Find<Body>): Result<BodyInput> {
  const read = new Reading(fields);
  const missing = message('places.refused.body_kind_missing');
  const kind = read.choice('kind', isBodyKind, missing, (found) => message('places.refused.no_body_kind', { found }));
  const short = read.texts('short');
  const input: BodyInput = {
    kind: kind ?? 'ngo',
    slug: readSlug(read),
    name: read.texts('name'),
    short: Object.keys(short).length > 0 ? short : null,
    place: read.one('place', places),
    site: withScheme(read.line('site')),
    email: read.line('email'),
    phone: read.line('phone'),
    address: read.line('address'),
    from: read.day('valid_from'),
    source: read.line('source'),
    partOf: read.one('part_of', bodies),
    classes: read.several('classes', bodies),
  };
  read.alsoWrong(bodyErrors(input));
  return read.end(input);
}

/** People write "example.az"; the rest is understood. */
const withScheme = (site: string | null): string | null =>
  site && /^[\p{L}\d-]+(\.[\p{L}\d-]+)+([/?#]\S*)?$/u.test(site) ? `https://${site}` : site;

/** The shape of a body's facts for commands; their sense is asked by rules. */
export const bodyShape = {
  kind: v.picklist(BODY_KINDS),
  name: textsShape,
  short: v.nullable(textsShape),
  place: v.nullable(placeId),
  site: lineOrNull,
  email: lineOrNull,
  phone: lineOrNull,
  address: lineOrNull,
  from: v.nullable(dayShape),
  source: lineOrNull,
  partOf: v.nullable(bodyId),
  classes: v.array(bodyId),
};
