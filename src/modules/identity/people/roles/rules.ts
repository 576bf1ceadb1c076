import type { RoleDeclared } from '#core/module.ts';

const role = (name: string, ofBody: boolean): RoleDeclared => ({
  role: name,
  name: `identity.role.${name}`,
  may: `identity.may.${name}`,
  ofBody,
});

/** The roles that the house itself knows; other modules declare theirs. */
export const ROLES: readonly RoleDeclared[] = [
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
