/** How many tests of one runner went well, badly, or were left out. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
export const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 };

export const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

interface VitestSaid {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * The figures of vitest's JSON report. A file that could not even be loaded counts as one failure, and so does a run
 * that says nothing, tested nothing, or ended badly although no test failed.
 */
export function countOf(report: string | null, endedWell: boolean): Count {
  if (report === null) return { ...NOTHING, failed: 1 };
  const said = JSON.parse(report) as VitestSaid;
  const unloaded = said.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = said.numFailedTests + unloaded;
  const silent = failed === 0 && (!endedWell || said.numPassedTests === 0);
  return {
    passed: said.numPassedTests,
    failed: silent ? 1 : failed,
    skipped: said.numPendingTests + said.numTodoTests,
  };
}
