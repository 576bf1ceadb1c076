import { type Datum, isShown, type Level } from '#core/caution/level.ts';
import type { WithheldThings } from '#core/withholding/withheld.ts';

/** The name of somebody who speaks for a member. The organisation, the seat and the office are public at every level. */
export const SPEAKER_NAME: Datum = {
  id: 'speaker_name',
  name: 'forum.shown.speaker_name',
  note: 'forum.shown.speaker_name_note',
  at: { open: 'shown', careful: 'private', closed: 'private' },
};

/** Under this word the name in a mandate is kept back. */
export const KEPT_NAME = 'forum.mandate_person';

/** May strangers read who this is? */
export const isNameShown = (mandate: { readonly id: string }, level: Level, withheld: WithheldThings): boolean =>
  isShown(SPEAKER_NAME, level) && !withheld.of(KEPT_NAME, mandate.id);
