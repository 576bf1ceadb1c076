import type { Module } from '#core/module.ts';
import { endAssisted, startAssisted } from './assisted/commands.ts';
import { answerObjection, objectTo } from './assisted/receipts/commands.ts';
import { receiptRoutes } from './assisted/receipts/routes.ts';
import { assistedRoutes } from './assisted/routes.ts';
import {
  beginAuthenticator,
  confirmAuthenticator,
  passThreshold,
  removeAuthenticator,
  renewRecoveries,
} from './authenticators/commands.ts';
import { authenticatorRoutes } from './authenticators/routes.ts';
import { tell } from './calls/commands.ts';
import { callRoutes } from './calls/routes.ts';
import { deedCommands } from './deeds/commands.ts';
import { deedRoutes } from './deeds/routes.ts';
import { askLetter, makeAskedLink } from './letters/commands.ts';
import { letterJobs } from './letters/jobs.ts';
import { letterRoutes } from './letters/routes.ts';
import { addPasskey, askPasskey, beginPasskey, enterByPasskey, removePasskey } from './passkeys/commands.ts';
import { passkeyRoutes } from './passkeys/routes.ts';
import { enterByPassword, removePassword, setPassword } from './passwords/commands.ts';
import { passwordRoutes } from './passwords/routes.ts';
import { peopleCommands } from './people/commands.ts';
import { personRoutes } from './people/person/routes.ts';
import { roleRoutes } from './people/roles/routes.ts';
import { IDENTITY_DOES, ROLES } from './people/roles/rules.ts';
import { peopleRoutes } from './people/routes.ts';
import { askEmail, confirmEmail, correctOwn, correctPerson, erasureCommands } from './personal/commands.ts';
import { personalRoutes } from './personal/routes.ts';
import { PROVIDER_COMMANDS } from './providers/commands.ts';
import { providerRoutes } from './providers/routes.ts';
import type { IdentityNeeds } from './schema.ts';
import { endSession, forgetSessions, lookAs, makeLink, signIn, signOut, withdrawLink } from './sessions/commands.ts';
import { SESSION_JOBS } from './sessions/jobs.ts';
import { linkRoutes } from './sessions/links/routes.ts';
import { endOtherSessions } from './sessions/renewal/commands.ts';
import { renewalRoutes } from './sessions/renewal/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { PERSON_DATA } from './shown/rules.ts';
import { wayRoutes } from './ways/routes.ts';

/** People, roles, ways in. `needs` brings what lives in higher rooms: names of bodies, deeds that links can do. */
export function identityModule(needs: IdentityNeeds): Module {
  const people = peopleCommands(needs);
  const deeds = deedCommands(needs);
  const erasure = erasureCommands(needs);
  return {
    name: 'identity',
    // Fixed words (`/people/roles`) before `:person`: the first line that fits answers.
    routes: [
      ...callRoutes,
      ...assistedRoutes(needs),
      ...receiptRoutes,
      ...personalRoutes(needs, erasure),
      ...deedRoutes(needs, deeds),
      ...roleRoutes(needs, people),
      ...peopleRoutes(needs, people),
      ...personRoutes(needs, people),
      ...linkRoutes(needs),
      ...letterRoutes(needs),
      ...passwordRoutes(needs),
      ...authenticatorRoutes(needs),
      ...passkeyRoutes(needs),
      ...providerRoutes(needs),
      ...wayRoutes(needs),
      ...renewalRoutes(needs),
      ...sessionRoutes(needs),
    ],
    commands: [
      ...Object.values(people),
      ...Object.values(deeds),
      tell,
      correctOwn,
      askEmail,
      confirmEmail,
      correctPerson,
      ...Object.values(erasure),
      startAssisted,
      endAssisted,
      objectTo,
      answerObjection,
      makeLink,
      withdrawLink,
      askLetter,
      makeAskedLink,
      setPassword,
      ...Object.values(PROVIDER_COMMANDS),
      askPasskey,
      beginPasskey,
      addPasskey,
      enterByPasskey,
      removePasskey,
      removePassword,
      enterByPassword,
      beginAuthenticator,
      confirmAuthenticator,
      removeAuthenticator,
      renewRecoveries,
      passThreshold,
      signIn,
      signOut,
      endSession,
      endOtherSessions,
      lookAs,
      forgetSessions,
    ],
    entries: {
      'identity.role_granted': { sentence: 'identity.log.role_granted', followable: false },
      'identity.role_ended': { sentence: 'identity.log.role_ended', followable: false },
    },
    roles: ROLES,
    deeds: IDENTITY_DOES,
    jobs: [...SESSION_JOBS, ...letterJobs(needs)],
    doors: ['/deeds', '/receipts'],
    data: PERSON_DATA,
  };
}
