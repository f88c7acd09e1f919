/**
 * What an exercise says of itself at its top.
 *
 * @module
 */

import { z } from 'astro/zod';

/** The frontmatter of an exercise. */
export const exerciseSchema = z.object({
  title: z.string(),
  /** From 1, which most readers solve at once, to 3, which takes an evening. */
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** The claims of the book that it rests on. */
  claims: z.array(z.string()).default([]),
});

/** How hard an exercise is, in a word. */
export const DIFFICULTIES = { 1: 'easy', 2: 'middling', 3: 'hard' } as const;
