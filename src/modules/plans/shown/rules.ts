import type { Datum } from '#core/caution/level.ts';
import type { Dossier } from '../dossier/schema.ts';

const datum = (id: string, at: Datum['at']): Datum => ({
  id,
  name: `plans.shown.${id}`,
  note: `plans.shown.${id}_note`,
  at,
});
const RECORD: Datum['at'] = { open: 'shown', careful: 'shown', closed: 'private' };
const NEVER: Datum['at'] = { open: 'private', careful: 'private', closed: 'private' };

/** What of plans could lead to a person, and who sees it. At the closed level the whole of plans is for the circle. */
export const PLAN_DATA: readonly Datum[] = [
  datum('statements', RECORD),
  datum('evidence', RECORD),
  datum('author', RECORD),
  datum('budget', NEVER),
  datum('funder', NEVER),
  datum('scans', NEVER),
  datum('exact_time', NEVER),
];

/**
 * The dossier without a budget that nobody ticked as public, its amendments included: what pages, tables, data and
 * feeds are made of. Everything else of an amendment stays.
 */
export function withoutUntickedMoney(dossier: Dossier): Dossier {
  if (dossier.measure.budget_public) return dossier;
  return {
    ...dossier,
    measure: { ...dossier.measure, budget_minor: null, currency: null },
    amendments: dossier.amendments.map((row) => ({ ...row, new_budget_minor: null, new_currency: null })),
  };
}
