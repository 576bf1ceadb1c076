import type { Law } from '#modules/ballots/tallies/schema.ts';
// Not by the contract, which brings the database along: this runs in a browser, from a file.
import { hasQuorum, passes } from '#modules/forum/rulebook/thresholds/rules.ts';

/** The rulebook's arithmetic, for whoever counts a ballot again without a server. */
export const LAW: Law = { hasQuorum, passes };
