import type { Level } from '#core/caution/level.ts';
import type { Personal } from '#core/opening/part.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

/** One datum that becomes public, and whether it was taken back. */
export interface PersonalSeen extends Personal {
  /** The row that keeps it back; null: it becomes public. */
  readonly keptBy: string | null;
  /** The forum's caution level keeps it from strangers. */
  readonly byLevel: boolean;
}

/** One kind of pages on the page of the opening. */
export interface PartSeen {
  readonly id: string;
  /** Text key. */
  readonly name: string;
  /** Its first page, below the forum. */
  readonly path: string;
  /** Made public by its deed. */
  readonly shown: boolean;
  readonly personal: readonly PersonalSeen[];
}

/** How far the opening of a forum is. */
export interface OpeningSeen {
  readonly opened: boolean;
  readonly opensOn: PlainDate | null;
  readonly level: Level;
  readonly parts: readonly PartSeen[];
}
