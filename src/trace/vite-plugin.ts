/**
 * Tracing where Vite loads the modules.
 *
 * @module
 */

import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { instrument } from './instrument.ts';

const LIBRARY = fileURLToPath(new URL('calls.ts', import.meta.url));

/**
 * Instruments each module of TypeScript under a folder.
 *
 * @param folder a `file:` URL that ends in a slash.
 * @param library the path of `calls.ts`; for who has bundled this module and so moved it.
 */
export function tracedModules(folder: URL, library = LIBRARY): Plugin {
  const under = fileURLToPath(folder);
  return {
    name: 'trace-calls',
    enforce: 'pre',
    transform(source, id) {
      if (!id.startsWith(under) || !id.endsWith('.ts')) return null;
      const code = instrument(id, source, library);
      return code === null ? null : { code, map: null };
    },
  };
}
