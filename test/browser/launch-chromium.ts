/**
 * Starts Chromium as the tests and the benchmarks need it.
 *
 * @module
 */

/** No sandbox, since tests run as root; nothing that calls home. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Milliseconds that a browser has for what it is asked: a machine with much to do is slow. */
export const PATIENCE = 60_000;
