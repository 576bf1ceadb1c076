import type { DeedsDeclared } from '#core/deed.ts';
import { CHECKLIST_DOES } from './checklists/access.ts';
import { REPORT_DOES } from './reports/access.ts';
import { REQUEST_DOES } from './requests/access.ts';
import { SCORECARD_DOES } from './scorecards/access.ts';

/** Whose deed each command is, for the page "who may do what". */
export const ACCOUNTABILITY_DOES: DeedsDeclared = {
  title: 'accountability.doing',
  deeds: [...REPORT_DOES, ...REQUEST_DOES, ...CHECKLIST_DOES, ...SCORECARD_DOES],
};
