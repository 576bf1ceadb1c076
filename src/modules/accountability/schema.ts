import type { FileStore } from '#core/files/store.ts';

/** What main gives: where files of reports and scans of letters are kept. */
export interface AccountabilityNeeds {
  readonly files: FileStore;
}
