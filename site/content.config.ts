import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { chapterSchema } from './chapters/frontmatter.ts';
import { exerciseSchema } from './exercises/frontmatter.ts';
import { ledgerSchema } from './ledger/schema.ts';

const base = process.env.ROUND_TRIP_CONTENT ?? './content';

export const collections = {
  chapters: defineCollection({
    loader: glob({
      base,
      pattern: ['**/*.mdx', '!exercises/**'],
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
    schema: chapterSchema,
  }),
  exercises: defineCollection({
    loader: glob({
      base: `${base}/exercises`,
      pattern: '*.mdx',
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
    schema: exerciseSchema,
  }),
  ledger: defineCollection({
    loader: glob({ base, pattern: 'claims.json' }),
    schema: ledgerSchema,
  }),
};
