import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/browser/open-book.ts'],
    maxWorkers: 2,
    maxConcurrency: 2,
    // A machine with much to do is slow; no test measures time.
    testTimeout: 600_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
