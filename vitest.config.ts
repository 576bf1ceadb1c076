import { defineConfig } from 'vitest/config';

/**
 * Two kinds of tests: `unit` beside the code (database suites among them), `e2e` in a real browser, one journey at a
 * time. Nothing here is timed; the limits only end what hangs.
 */
const common = {
  env: { TZ: 'UTC' },
  pool: 'forks' as const,
  testTimeout: 120_000,
  hookTimeout: 180_000,
  globalSetup: ['./tools/vitest-setup.ts', './src/core/db/testing/global.ts'],
};

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { ...common, name: 'unit', include: ['{src,tools,bench}/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
