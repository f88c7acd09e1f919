import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { chapterSchema } from './chapters/frontmatter.ts';
import { ledgerSchema } from './ledger/schema.ts';

const base = process.env.ROUND_TRIP_CONTENT ?? './content';

export const collections = {
  chapters: defineCollection({
    loader: glob({
      base,
      pattern: '**/*.mdx',
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
    schema: chapterSchema,
  }),
  ledger: defineCollection({
    loader: glob({ base, pattern: 'claims.json' }),
    schema: ledgerSchema,
  }),
};
