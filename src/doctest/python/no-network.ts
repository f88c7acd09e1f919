/**
 * Keeps Python's sockets inside the worker. Pyodide carries them over the `ws` package; in the
 * worker that name stands for a module that connects to nothing and listens on nothing.
 *
 * @module
 */

import { registerHooks } from 'node:module';

const URL_OF_STAND_IN = 'round-trip:no-network';

const STAND_IN = `
module.exports = class WebSocket {
  constructor() { throw new Error('There is no network here.'); }
};
module.exports.Server = class Server {
  on() { return this; }
  close() {}
};
`;

/**
 * Cuts this thread off: from now on a connection fails as unreachable, a server can be bound but
 * hears nothing, and the globals that reach the network are gone. To be called before Pyodide loads.
 */
export function cutNetwork(): void {
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) {
    Reflect.deleteProperty(globalThis, name);
  }
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'ws'
        ? { url: URL_OF_STAND_IN, format: 'commonjs', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === URL_OF_STAND_IN
        ? { format: 'commonjs', source: STAND_IN, shortCircuit: true }
        : next(url, context),
  });
}
