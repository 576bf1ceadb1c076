import { type DeedDeclared, deedsOf } from '#core/deed.ts';

/** Whose deed each command on rounds and interviews is, for the page "who may do what". */
export const ROUND_DEEDS: readonly DeedDeclared[] = [
  ...deedsOf(
    ['coordinator', 'secretary', 'analyst', 'operator'],
    [
      ...(['surveys.does.declare_round', 'surveys.does.change_declaration', 'surveys.does.close_round'] as const),
      ...(['surveys.does.assign_interviewer', 'surveys.does.end_assignment', 'surveys.does.make_codes'] as const),
    ],
  ),
  ...deedsOf(['everybody'], ['surveys.does.keep_interview']),
];
