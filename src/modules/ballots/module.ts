import type { Module } from '#core/module.ts';
import type { BallotNeeds } from './schema.ts';
import { slipRoutes } from './slips/routes.ts';

/** Ballots: what was voted on, by whom, by which rules, with which result. `needs` brings the meetings. */
export function ballotsModule(needs: BallotNeeds): Module {
  return { name: 'ballots', routes: slipRoutes(needs), commands: [], entries: {} };
}
