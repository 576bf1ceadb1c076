import type { WithheldThings } from '#core/withholding/withheld.ts';
import type { Dossier } from '../dossier/schema.ts';
import type { Happened } from '../feeds/schema.ts';

/** The names under which statements of plans are withheld. */
export const WITHHELD = { update: 'plans.update', evaluation: 'plans.evaluation', reply: 'plans.reply' } as const;

/**
 * The dossier without the words that are withheld. The statement itself stays, with its day, its state and its address:
 * what was demanded away is a text, never the fact that somebody spoke.
 */
export function withoutWithheld(dossier: Dossier, withheld: WithheldThings): Dossier {
  if (withheld.size === 0) return dossier;
  const isGone = (type: string, row: { readonly id: string }): boolean => withheld.of(type, row.id) !== null;
  return {
    ...dossier,
    withheld,
    updates: dossier.updates.map((row) => (isGone(WITHHELD.update, row) ? { ...row, text: {} } : row)),
    evaluations: dossier.evaluations.map((row) =>
      isGone(WITHHELD.evaluation, row) ? { ...row, finding: {}, method: {}, ties: {}, funder_tie: null } : row,
    ),
    replies: dossier.replies.map((row) => (isGone(WITHHELD.reply, row) ? { ...row, text: {} } : row)),
  };
}

/** News without withheld words; that something happened stays news. */
export const newsWithoutWithheld = (news: readonly Happened[], withheld: WithheldThings): readonly Happened[] =>
  news.map((one) => (Object.values(WITHHELD).some((type) => withheld.of(type, one.id)) ? { ...one, text: null } : one));
