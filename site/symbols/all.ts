/**
 * The groups of this book's runtime.
 *
 * @module
 */

import { passes, places, tags } from '../source/recorded.ts';
import { groupSymbols } from './groups.ts';

/** Every symbol of the runtime that models Python, in groups. */
export const groups = groupSymbols(tags.all(), places, passes);

/** The address of a group's page, from the root of the book. */
export function pathOf(slug: string): string {
  return `/appendix/symbols/${slug}/`;
}
