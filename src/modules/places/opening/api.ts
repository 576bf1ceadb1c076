import { LEVELS } from '#core/caution/level.ts';
import type { PagePart, Personal, PersonalKind } from '#core/opening/part.ts';
import { bodiesOf } from '../bodies/queries.ts';
import { isFieldShown, isSmall, KEPT_FIELDS, type KeptField } from '../bodies/shown/rules.ts';
import { placesById } from '../queries.ts';

const FIELDS: readonly KeptField[] = ['phone', 'email', 'address', 'place'];

/**
 * Places and bodies become public together: the page of each leads to the other. Personal are the ways to reach a
 * body, and the seat of a small group, which is somebody's house. Bodies of the national register are public already.
 */
export const PLACES_PART: PagePart = {
  id: 'places',
  name: 'places.part',
  paths: ['/places', '/bodies', '/populations'],
  files: false,
  personal: async (db, forum) => {
    const bodies = (await bodiesOf(db, forum.id)).filter((body) => body.forum === forum.id);
    const seats = bodies.flatMap((body) => (isSmall(body) && body.place ? [body.place] : []));
    const places = new Map((await placesById(db, forum.id, seats)).map((place) => [place.id, place]));
    return bodies.flatMap((body) =>
      FIELDS.flatMap((field): readonly Personal[] => {
        const place = field === 'place' && isSmall(body) && body.place ? places.get(body.place) : null;
        const value = field === 'place' ? place && Object.values(place.name)[0] : body[field];
        if (!value) return [];
        const kind: PersonalKind = field;
        const object = { type: KEPT_FIELDS[field], id: body.id };
        const hiddenAt = LEVELS.filter((level) => !isFieldShown(body, field, level));
        return [{ kind, of: body.name, value, path: `/bodies/${body.slug}`, object, hiddenAt }];
      }),
    );
  },
};
