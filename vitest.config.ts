import { defineConfig } from 'vitest/config';
import { book } from './doctest.config.ts';
import { chapterTests } from './src/doctest/vitest/chapters-plugin.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'code',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          // Python starts in seconds, more on a machine with much to do; no test measures time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        plugins: [chapterTests(book)],
        test: {
          name: 'book',
          include: [`${book.content}/**/*.mdx`],
          globalSetup: ['test/check-book.ts'],
        },
      },
    ],
    watchTriggerPatterns: [
      { pattern: /src\/runtime\/.*\.ts$/, testsToRun: () => [`${book.content}/**/*.mdx`] },
    ],
  },
});
