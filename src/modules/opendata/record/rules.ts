import { isOpen, isShownPart, type Openness } from '#core/opening/openness.ts';
import type { PagePart } from '#core/opening/part.ts';
import type { Sight } from '#core/opening/sight.ts';

/**
 * The log tells of every kind of pages of a forum. While one of them is kept from strangers, so is the whole log: a
 * record with holes could not be checked.
 */
export const isLogPublic = (openness: Openness, parts: readonly PagePart[]): boolean =>
  isOpen(openness) && parts.every(({ id }) => isShownPart(openness, id));

/** May this reader see the log? Whoever works in the forum, and everybody else where every kind of its pages is public. */
export const showsLog = (sight: Pick<Sight, 'shows'>, parts: readonly PagePart[]): boolean =>
  parts.every(({ id }) => sight.shows(id));
