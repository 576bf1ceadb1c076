import { type DeedDeclared, deedsOf } from '#core/deed.ts';

/** Whose deed each command on rounds and interviews is, for the page "who may do what". */
export const ROUND_DEEDS: readonly DeedDeclared[] = [
  ...deedsOf(
    ['coordinator', 'secretary', 'analyst', 'operator'],
    [
      ...(['surveys.does.declare_round', 'surveys.does.change_declaration', 'surveys.does.close_round'] as const),
      ...(['surveys.does.assign_interviewer', 'surveys.does.end_assignment', 'surveys.does.make_codes'] as const),
      ...(['surveys.does.settle_sheet', 'surveys.does.exclude_interview', 'surveys.does.count_interview'] as const),
    ],
  ),
  ...deedsOf(
    ['everybody'],
    [
      ...(['surveys.does.keep_interview', 'surveys.does.begin_filling'] as const),
      ...(['surveys.does.keep_filling', 'surveys.does.end_filling'] as const),
    ],
  ),
  ...deedsOf(['coordinator', 'secretary', 'analyst', 'operator', 'interviewer'], ['surveys.does.type_sheet']),
  ...deedsOf(['program'], ['surveys.does.tidy']),
];
