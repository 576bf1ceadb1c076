import type { Seal } from '#core/blind-signatures/seal.ts';
import type { Module } from '#core/module.ts';
import { BALLOTS_DOES } from './access.ts';
import { BALLOTS_PART } from './api.ts';
import { closeBallot } from './closing/commands.ts';
import { closingRoutes } from './closing/routes.ts';
import { enterCount } from './counting/commands.ts';
import { countingRoutes } from './counting/routes.ts';
import { markSeats } from './marking/commands.ts';
import { markingRoutes } from './marking/routes.ts';
import { openBallot } from './opening/commands.ts';
import { openingRoutes } from './opening/routes.ts';
import { ballotRoutes } from './routes.ts';
import type { PageNeeds } from './schema.ts';
import { takePaper } from './secret/papers/commands.ts';
import { secretRoutes } from './secret/routes.ts';
import { prepareUrns } from './secret/urns/commands.ts';
import { castSecretly } from './secret/votes/commands.ts';
import { slipRoutes } from './slips/routes.ts';
import { castVote } from './voting/commands.ts';
import { votingRoutes } from './voting/routes.ts';
import { withdrawBallot } from './withdrawing/commands.ts';
import { withdrawingRoutes } from './withdrawing/routes.ts';
import { writeBallot } from './writing/commands.ts';
import { writingRoutes } from './writing/routes.ts';

/** Every deed on ballots that stands in the public record, by the key of its sentence. */
const ENTRIES = [
  'written',
  'urns_prepared',
  'opened',
  'vote_cast',
  'marked',
  'counted',
  'closed',
  'withdrawn',
] as const;

/** Ballots: what was voted on, by whom, by which rules, with which result. `needs` brings the meetings, `seal` closes what lies secret. */
export function ballotsModule(needs: PageNeeds, seal: Seal): Module {
  return {
    name: 'ballots',
    // Fixed words before `:number`.
    routes: [
      ...writingRoutes(needs),
      ...secretRoutes(needs, seal),
      ...openingRoutes(needs, seal),
      ...votingRoutes(needs),
      ...markingRoutes(needs),
      ...countingRoutes(needs),
      ...closingRoutes(needs),
      ...withdrawingRoutes,
      ...slipRoutes(needs),
      ...ballotRoutes(needs),
    ],
    deeds: BALLOTS_DOES,
    commands: [
      ...[writeBallot(needs), openBallot(needs), castVote(needs), markSeats(needs), enterCount(needs)],
      ...[closeBallot(needs), withdrawBallot, prepareUrns, takePaper(needs), castSecretly],
    ],
    entries: Object.fromEntries(
      ENTRIES.map((kind) => [`ballots.${kind}`, { sentence: `ballots.log.${kind}`, followable: true }]),
    ),
    menu: [{ id: 'decisions', order: 10, label: (lang) => lang.t('forum.decisions_menu'), path: '/ballots' }],
    // Seats and organisations, never a person; options may name people who stand for election.
    parts: [BALLOTS_PART],
  };
}
