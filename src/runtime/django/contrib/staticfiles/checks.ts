/**
 * What finders say of their settings.
 *
 * @module
 */

import { NotImplementedError } from '../../../builtins.ts';
import type { CheckMessage } from '../../core/checks.ts';
import { type BaseFinder, getFinders } from './finders.ts';

/** What is wrong with the finders of the site. @models django.contrib.staticfiles.checks:check_finders */
export function checkFinders(): CheckMessage[] {
  return Array.from(getFinders(), checkFinder).flat();
}

function checkFinder(finder: BaseFinder): CheckMessage[] {
  try {
    return finder.check();
  } catch (error) {
    if (error instanceof NotImplementedError) return [];
    throw error;
  }
}
