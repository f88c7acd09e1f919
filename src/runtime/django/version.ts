/**
 * Which release of Django this is.
 *
 * @module
 */

/** The release that this runtime models. @models django:VERSION */
export const VERSION = [2, 2, 28, 'final', 0] as const;
