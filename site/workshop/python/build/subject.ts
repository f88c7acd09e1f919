/**
 * What of the calls is compared, read out of the runtime once for all pages.
 *
 * @module
 */

import type { Subject } from '#trace/call-lists';
import { comparedNames } from '#trace/subject';

let known: Subject | undefined;

/** The functions and classes of the runtime that are set beside Django's. */
export function comparedSubject(): Subject {
  known ??= comparedNames();
  return known;
}
