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
