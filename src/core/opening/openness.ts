import type { Level } from '#core/caution/level.ts';
import type { PlainDate } from '#core/time/plain-date.ts';

/** One row of how a forum became public. */
export interface OpeningStep {
  readonly step: 'prepared' | 'shown' | 'hidden' | 'opened';
  /** The kind of pages shown or hidden; null: every kind. */
  readonly part: string | null;
  readonly opensOn: PlainDate | null;
}

/** How public a forum is now. */
export interface Openness {
  /** False: visitors see only its name and the day on which it opens. */
  readonly opened: boolean;
  /** The day that was announced, while it is in preparation. */
  readonly opensOn: PlainDate | null;
  /** The kinds of pages that were made public; "every": no kind was ever asked about. */
  readonly shown: ReadonlySet<string> | 'every';
  readonly level: Level;
}

/** The state that rows in their order make. No row: the forum is older than preparation, and open. */
export function opennessFrom(steps: readonly OpeningStep[], level: Level): Openness {
  let opened = true;
  let opensOn: PlainDate | null = null;
  let shown: Set<string> | 'every' = steps.length === 0 ? 'every' : new Set<string>();
  for (const { step, part, opensOn: day } of steps) {
    if (step === 'prepared' || step === 'opened') [opened, opensOn] = [step === 'opened', day];
    else if (part === null) shown = step === 'shown' ? 'every' : new Set();
    else if (shown !== 'every') step === 'shown' ? shown.add(part) : shown.delete(part);
  }
  return { opened, opensOn, shown, level };
}

/** Was this kind of pages made public by its deed? */
export const isShownPart = ({ shown }: Openness, part: string): boolean => shown === 'every' || shown.has(part);

/** Do strangers see anything of the forum but its name? */
export const isOpen = ({ opened, level }: Openness): boolean => opened && level !== 'closed';
