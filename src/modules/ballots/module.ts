import type { Module } from '#core/module.ts';
import type { BallotNeeds } from './schema.ts';

/** Ballots: what was voted on, by whom, by which rules, with which result. `needs` brings the meetings. */
export function ballotsModule(_needs: BallotNeeds): Module {
  return { name: 'ballots', routes: [], commands: [], entries: {} };
}
