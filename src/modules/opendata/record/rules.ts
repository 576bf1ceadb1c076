import { isOpen, isShownPart, type Openness } from '#core/opening/openness.ts';
import type { PagePart } from '#core/opening/part.ts';

/**
 * The log tells of every kind of pages of a forum. While one of them is kept from strangers, so is the whole log: a
 * record with holes could not be checked.
 */
export const isLogPublic = (openness: Openness, parts: readonly PagePart[]): boolean =>
  isOpen(openness) && parts.every(({ id }) => isShownPart(openness, id));
