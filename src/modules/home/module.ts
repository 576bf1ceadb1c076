import type { Module } from '#core/module.ts';
import { HOME_DOES } from './access.ts';
import { demonstrationCommands } from './demonstration/commands.ts';
import { demonstrationRoutes } from './demonstration/routes.ts';
import { markSeen } from './desk/news/commands.ts';
import { deskRoutes } from './desk/routes.ts';
import { answerDuty } from './duties/commands.ts';
import { dutyRoutes } from './duties/routes.ts';
import { enterFacts } from './facts/commands.ts';
import { factRoutes } from './facts/routes.ts';
import { openForum } from './forums/commands.ts';
import { forumRoutes } from './forums/routes.ts';
import { frontRoutes } from './front/routes.ts';
import { kitRoutes } from './kit/routes.ts';
import { limitRoutes } from './limits/routes.ts';
import { machineRoutes } from './machines/routes.ts';
import { openingCommands } from './opening/commands.ts';
import { openingRoutes } from './opening/routes.ts';
import { proseRoutes } from './prose/routes.ts';
import type { HomeNeeds } from './schema.ts';
import { withheldCommands } from './withheld/commands.ts';
import { withheldRoutes } from './withheld/routes.ts';

const OPENING = [
  ...['opening_announced', 'part_shown', 'part_hidden', 'opened', 'kept_back', 'given_back', 'caution_set'],
  ...['demand_entered', 'demand_withheld', 'demand_refused', 'demand_restored'],
] as const;

/** First pages, desks, the installation's own pages, and the demonstration world. The highest rank: comes last. */
export function homeModule(needs: HomeNeeds): Module {
  const demonstration = demonstrationCommands(needs);
  const opening = openingCommands(needs.parts);
  const withheld = withheldCommands(needs.things);
  return {
    name: 'home',
    // Pages of the installation before those of forums: "/az/start" is no forum called "start".
    routes: [
      ...machineRoutes(needs),
      ...proseRoutes,
      ...kitRoutes(needs.showKit),
      ...limitRoutes,
      ...dutyRoutes,
      ...forumRoutes(needs),
      ...demonstrationRoutes(needs, demonstration),
      ...openingRoutes(needs, opening),
      ...withheldRoutes(needs, withheld),
      ...deskRoutes(needs),
      ...factRoutes,
      ...frontRoutes,
    ],
    deeds: HOME_DOES,
    commands: [
      openForum,
      answerDuty,
      markSeen,
      enterFacts,
      ...Object.values(demonstration),
      ...Object.values(opening),
      ...Object.values(withheld),
    ],
    entries: {
      'home.forum_opened': { sentence: 'home.log.forum_opened', followable: false },
      ...Object.fromEntries(
        OPENING.map((kind) => [`home.${kind}`, { sentence: `home.log.${kind}`, followable: false }]),
      ),
      'home.duty_answered': { sentence: 'home.log.duty_answered', followable: false },
      'home.fact_entered': { sentence: 'home.log.fact_entered', followable: true },
    },
  };
}
