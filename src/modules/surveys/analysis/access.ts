import { type DeedDeclared, deedsOf } from '#core/deed.ts';

/** Whose deed each command on figures is, for the page "who may do what". */
export const ANALYSIS_DEEDS: readonly DeedDeclared[] = deedsOf(
  ['coordinator', 'secretary', 'analyst', 'operator'],
  ['surveys.analysis.does.publish_results', 'surveys.analysis.does.release_microdata'],
);
