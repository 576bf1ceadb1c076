import { type DeedsDeclared, deedsOf } from '#core/deed.ts';
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

/** Whose deed each command is, for the page "who may do what". */
export const IDENTITY_DOES: DeedsDeclared = {
  title: 'identity.doing',
  deeds: [
    ...deedsOf(
      ['account'],
      [
        'identity.does.add_passkey',
        'identity.does.ask_email',
        'identity.does.begin_authenticator',
        'identity.does.begin_passkey',
        'identity.does.confirm_authenticator',
        'identity.does.correct_own',
        'identity.does.end_other_sessions',
        'identity.does.end_session',
        'identity.does.erase_own',
        'identity.does.link_provider',
        'identity.does.remove_authenticator',
        'identity.does.renew_recovery',
        'identity.does.remove_passkey',
        'identity.does.remove_password',
        'identity.does.set_password',
        'identity.does.unlink_provider',
      ],
    ),
    ...deedsOf(
      ['coordinator', 'operator'],
      [
        'identity.does.add_person',
        'identity.does.correct_person',
        'identity.does.end_role',
        'identity.does.erase_person',
        'identity.does.grant_role',
        'identity.does.make_link',
        'identity.does.withdraw_link',
      ],
    ),
    ...deedsOf(
      ['secretary', 'coordinator', 'operator'],
      [
        'identity.does.answer_objection',
        'identity.does.make_deed_link',
        'identity.does.tell',
        'identity.does.withdraw_deed',
      ],
    ),
    ...deedsOf(
      ['everybody'],
      [
        'identity.does.ask_letter',
        'identity.does.ask_passkey',
        'identity.does.begin_errand',
        'identity.does.confirm_email',
        'identity.does.end_assisted',
        'identity.does.enter_by_passkey',
        'identity.does.enter_by_password',
        'identity.does.enter_by_provider',
        'identity.does.look_as',
        'identity.does.object',
        'identity.does.pass_threshold',
        'identity.does.sign_in',
        'identity.does.sign_out',
        'identity.does.take_errand',
      ],
    ),
    ...deedsOf(['operator'], ['identity.does.close_person']),
    ...deedsOf(['program'], ['identity.does.forget_sessions', 'identity.does.make_asked_link']),
    ...deedsOf(['helper', 'secretary', 'coordinator'], ['identity.does.start_assisted']),
  ],
};
