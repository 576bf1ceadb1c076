import type { Module, RoleDeclared } from '#core/module.ts';
import { endAssisted, startAssisted } from './assisted/commands.ts';
import { answerObjection, objectTo } from './assisted/receipts/commands.ts';
import { receiptRoutes } from './assisted/receipts/routes.ts';
import { assistedRoutes } from './assisted/routes.ts';
import { tell } from './calls/commands.ts';
import { callRoutes } from './calls/routes.ts';
import { deedCommands } from './deeds/commands.ts';
import { deedRoutes } from './deeds/routes.ts';
import { peopleCommands } from './people/commands.ts';
import { roleRoutes } from './people/roles/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import type { IdentityNeeds } from './schema.ts';
import { endSession, forgetSessions, lookAs, makeLink, signIn, signOut } from './sessions/commands.ts';
import { SESSION_JOBS } from './sessions/jobs.ts';
import { linkRoutes } from './sessions/links/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';

const role = (name: string, ofBody: boolean): RoleDeclared => ({
  role: name,
  name: `identity.role.${name}`,
  may: `identity.may.${name}`,
  ofBody,
});

/** The roles that the house itself knows; other modules declare theirs. */
const ROLES: readonly RoleDeclared[] = [
  role('coordinator', false),
  role('secretary', false),
  role('member', true),
  role('alternate', true),
  role('executor', true),
  role('evaluator', true),
  role('interviewer', false),
  role('analyst', false),
  role('moderator', false),
  role('helper', false),
  role('resident', false),
  role('operator', false),
];

/** People, roles, ways in. `needs` brings what lives in higher rooms: names of bodies, deeds that links can do. */
export function identityModule(needs: IdentityNeeds): Module {
  const people = peopleCommands(needs);
  const deeds = deedCommands(needs);
  return {
    name: 'identity',
    routes: [
      ...callRoutes,
      ...assistedRoutes(needs),
      ...receiptRoutes,
      ...deedRoutes(needs, deeds),
      ...peopleRoutes(needs, people),
      ...roleRoutes(needs, people),
      ...linkRoutes(needs),
      ...sessionRoutes(needs),
    ],
    commands: [
      ...Object.values(people),
      ...Object.values(deeds),
      tell,
      startAssisted,
      endAssisted,
      objectTo,
      answerObjection,
      makeLink,
      signIn,
      signOut,
      endSession,
      lookAs,
      forgetSessions,
    ],
    entries: {
      'identity.role_granted': { sentence: 'identity.log.role_granted', followable: false },
      'identity.role_ended': { sentence: 'identity.log.role_ended', followable: false },
    },
    roles: ROLES,
    jobs: SESSION_JOBS,
  };
}
