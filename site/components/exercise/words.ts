/**
 * How the parts of an exercise are called on the page.
 *
 * @module
 */

import type { ExercisePart } from '../../../src/doctest/model.ts';

/** The name of each part, and what is said of it where it has no title of its own. */
export const WORDS: Record<ExercisePart, { name: string; lead?: string }> = {
  setup: { name: 'Given', lead: 'Stands before your answer' },
  starter: { name: 'Starter', lead: 'Begin here' },
  check: { name: 'Check' },
  solution: { name: 'One answer' },
  wrong: { name: 'Not quite' },
};
