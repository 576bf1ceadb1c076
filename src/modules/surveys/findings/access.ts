import { type DeedDeclared, deedsOf } from '#core/deed.ts';

/** Whose deed each command on findings is, for the page "who may do what". */
export const FINDING_DEEDS: readonly DeedDeclared[] = deedsOf(
  ['coordinator', 'secretary', 'analyst', 'operator'],
  ['surveys.does.write_finding', 'surveys.does.report_finding', 'surveys.does.withdraw_finding'],
);
