/**
 * The components that an exercise may use without importing them, and those that stand in for
 * Markdown's own elements.
 *
 * @module
 */

import Fence from '../prose/Fence.astro';
import Link from '../prose/Link.astro';
import Table from '../prose/Table.astro';
import Hint from './Hint.astro';
import Part from './Part.astro';
import Solution from './Solution.astro';

/** Given to every exercise as `components`. */
export const inExercise = { Hint, Snippet: Part, Solution, a: Link, pre: Fence, table: Table };
