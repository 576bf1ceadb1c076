import type { Withheld, WithheldThings } from '#core/withholding/withheld.ts';
import type { Body } from '../bodies/schema.ts';
import type { Kin, PlaceSeen } from '../dossier/schema.ts';
import type { Place, Population } from '../schema.ts';

/** The texts of a body that can be withheld one by one, and the name of each as a thing. */
export const BODY_TEXTS = {
  address: 'places.body_address',
  phone: 'places.body_phone',
  email: 'places.body_email',
  site: 'places.body_site',
  source: 'places.body_source',
  endedBy: 'places.body_ended_by',
} as const;
export type BodyText = keyof typeof BODY_TEXTS;
export const BODY_TEXT_NAMES = Object.keys(BODY_TEXTS) as readonly BodyText[];

/** The same of a place; the act by which it was merged into another counts as what ended it. */
export const PLACE_TEXTS = { source: 'places.place_source', endedBy: 'places.place_ended_by' } as const;
export type PlaceText = keyof typeof PLACE_TEXTS;
export const PLACE_TEXT_NAMES = Object.keys(PLACE_TEXTS) as readonly PlaceText[];

/** Where the figure of a population comes from. */
export const FIGURE_SOURCE = 'places.population_source';

/** How a text is called where one chooses what to withhold. */
export const wordOf = <T extends string>(type: `places.${T}`) =>
  `places.withheld.${type.slice('places.'.length) as T}` as const;

/** Of these texts of one thing, those that are withheld because of a demand. */
export const demandedAway = <T extends string>(
  texts: readonly T[],
  types: Readonly<Record<T, string>>,
  id: string,
  withheld: WithheldThings,
): readonly (readonly [text: T, withheld: Withheld])[] =>
  texts.flatMap((text) => {
    const found = withheld.of(types[text], id);
    return found?.demand ? [[text, found] as const] : [];
  });

/** The body without the texts that were demanded away; what its forum chose to keep back is a matter of the level. */
export function bodyWithoutDemanded(body: Body, withheld: WithheldThings): Body {
  const seen = <F extends BodyText>(field: F): Body[F] | null =>
    withheld.of(BODY_TEXTS[field], body.id)?.demand ? null : body[field];
  return {
    ...body,
    ...{ address: seen('address'), phone: seen('phone'), email: seen('email') },
    ...{ site: seen('site'), source: seen('source'), endedBy: seen('endedBy') },
  };
}

/** The place without what is withheld of its texts. */
export const placeWithout = (place: Place, withheld: WithheldThings): Place => ({
  ...place,
  source: withheld.of(PLACE_TEXTS.source, place.id) ? null : place.source,
  endedBy: withheld.of(PLACE_TEXTS.endedBy, place.id) ? null : place.endedBy,
});

/** The figure without its source where that is withheld: how many people there are stays. */
export const figureWithout = <F extends Pick<Population, 'id' | 'source'>>(figure: F, withheld: WithheldThings): F =>
  withheld.of(FIGURE_SOURCE, figure.id) ? { ...figure, source: '' } : figure;

/** Everything that the page of a place shows, without what is withheld. */
export function seenWithout(seen: PlaceSeen, withheld: WithheldThings): PlaceSeen {
  if (withheld.size === 0) return seen;
  // The act of a merger belongs to the place that ended by it.
  const act = (kin: Kin): Kin => (withheld.of(PLACE_TEXTS.endedBy, seen.place.id) ? { ...kin, source: '' } : kin);
  return {
    ...seen,
    place: placeWithout(seen.place, withheld),
    heirs: seen.heirs.map(act),
    figures: seen.figures.map((figure) => figureWithout(figure, withheld)),
  };
}
