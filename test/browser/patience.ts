/**
 * How long browser tests wait: a machine with much to do is slow, and no test measures time. All in
 * milliseconds.
 *
 * @module
 */

/** For what a browser is asked. */
export const PATIENCE = 60_000;

/** For Python to start in a page. */
export const START = 300_000;
