/**
 * Tracing where Vite loads the modules.
 *
 * @module
 */

import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { instrument } from './instrument.ts';

const LIBRARY = fileURLToPath(new URL('calls.ts', import.meta.url));

/** Instruments each module of TypeScript under a folder. @param folder a `file:` URL that ends in a slash. */
export function tracedModules(folder: URL): Plugin {
  const under = fileURLToPath(folder);
  return {
    name: 'trace-calls',
    enforce: 'pre',
    transform(source, id) {
      if (!id.startsWith(under) || !id.endsWith('.ts')) return null;
      const code = instrument(id, source, LIBRARY);
      return code === null ? null : { code, map: null };
    },
  };
}
