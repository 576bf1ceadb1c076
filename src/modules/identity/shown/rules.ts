import type { Datum } from '#core/caution/level.ts';

const datum = (id: string): Datum => ({
  id,
  name: `identity.shown.${id}`,
  note: `identity.shown.${id}_note`,
  at: { open: 'private', careful: 'private', closed: 'private' },
});

/** What is known of people who sign in: for those who keep the forum, at every level. */
export const PERSON_DATA: readonly Datum[] = [datum('names'), datum('contacts'), datum('deeds'), datum('objections')];
