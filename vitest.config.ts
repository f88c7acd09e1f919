import { defineConfig } from 'vitest/config';
import { book } from './doctest.config.ts';
import { chapterTests } from './src/doctest/vitest/chapters-plugin.ts';

/** Tests that build the site. */
const BUILT = 'test/site/built/**/*.test.ts';

/** Python starts in seconds and a site is built in tens; a busy machine is slow, and no test measures time. */
const PATIENCE = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 30_000 } },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'code',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', BUILT],
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'site',
          include: [BUILT],
          // Astro keeps what it renders pages from in one folder of the project.
          fileParallelism: false,
          ...PATIENCE,
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
