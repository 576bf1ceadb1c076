import type { FileReader } from '#core/files/routes.ts';
import type { PagePart } from '#core/opening/part.ts';
import type { Thing } from '#core/withholding/thing.ts';
import { FILE_OBJECT } from '#core/withholding/withheld.ts';
import { reportingBodies } from '../access.ts';
import { findReportFile, findVoice, isReportFileOf } from '../queries.ts';
import { WITHHELD_VOICE } from '../rules.ts';

/** What of reports can be withheld: words of people who were there, and files. */
export const REPORT_THINGS: readonly Thing[] = [
  { type: WITHHELD_VOICE, name: 'accountability.reports.thing.voice', find: findVoice },
  { type: FILE_OBJECT, name: 'accountability.reports.thing.file', find: findReportFile },
];

/** Files that are not for everybody are read by the municipality that gave them; the keepers read all files. */
export const readsReport: FileReader = async ({ db, actor, forum, file }) =>
  isReportFileOf(db, forum, file, reportingBodies(actor, { id: forum }));

/** Bodies, days and counted heads; no person is named. */
export const REPORTS_PART: PagePart = {
  ...{ id: 'reports', name: 'accountability.reports.title', paths: ['/reports'], files: true },
  personal: async () => [],
};
