import type { Texts } from '#core/i18n/texts.ts';
import type { Motion } from '#modules/ballots/contract.ts';
import type { Item } from '../agenda/schema.ts';

/**
 * Sizes of the words on the wall, in hundredths of the width of the picture. The smallest is what is still read from 15 m
 * on a picture 2 m wide: docs/method.md says the arithmetic.
 */
export const SIZES = [60, 50, 42, 36, 31] as const;
export type Size = (typeof SIZES)[number];

/** What is on the wall at once: so much of the words as fits, at one size. */
export interface Part {
  readonly size: Size;
  readonly lines: readonly string[];
}

/** One picture: the beginning of the meeting, or an item with what is voted on; `part` of `parts` of its words. */
export interface Picture {
  readonly item: Item | null;
  readonly motion: Motion | null;
  readonly part: number;
  readonly parts: number;
  readonly shown: Part;
}

/** How many are there of how many that are needed. */
interface There {
  readonly have: number;
  readonly need: number;
}
export interface QuorumShown extends There {
  readonly met: boolean;
  /** Groups in which it is missing. */
  readonly missing: readonly (There & { readonly name: Texts })[];
}
