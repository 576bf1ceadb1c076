import type { Outcome, QuorumFound, Votes } from '#modules/forum/rulebook/schema.ts';
import { hasQuorum, passes } from '#modules/forum/rulebook/thresholds/rules.ts';
import { countedPresence, presenceIn, votesOf } from '#modules/meetings/desk/rules.ts';
import type { Hall, Mark, Motion, Snapshot } from '#modules/meetings/desk/schema.ts';

/** What a motion would be, or was, by the law of the site; null: its votes are not all counted. */
export interface Found {
  readonly votes: readonly Votes[];
  readonly quorum: QuorumFound | null;
  /** null: the documents define no majority for it. */
  readonly outcome: Outcome | null;
}

/** Presence is that of the end of the vote; of an open one, that of now. */
export function foundOf(snapshot: Snapshot, hall: Hall, motion: Motion, chair: Mark | null): Found | null {
  const counts = votesOf(snapshot, motion);
  if (!counts) return null;
  const places = countedPresence(snapshot, motion.ended?.presence ?? presenceIn(snapshot, hall, motion.item));
  const votes = places.map((place): Votes => {
    const {
      for: yes = 0,
      against = 0,
      abstain = 0,
    } = counts.find((one) => one.constituency === place.constituency) ?? {};
    return { ...place, for: yes, against, abstain };
  });
  return {
    votes,
    quorum: hasQuorum(snapshot.book, places, places),
    outcome: passes(snapshot.book, motion.decision, votes, motion.ended?.chair ?? chair),
  };
}
