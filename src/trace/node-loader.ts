/**
 * Tracing in Node: modules that are loaded from here on report their calls.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { instrument } from './instrument.ts';

const LIBRARY = new URL('calls.ts', import.meta.url).href;

/**
 * Instruments each module of TypeScript under a folder as it is loaded. What was loaded before
 * stays as it is, so call this before the first import.
 *
 * @param folder a `file:` URL that ends in a slash.
 */
export function traceModules(folder: URL): void {
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.startsWith(folder.href) || !url.endsWith('.ts')) return nextLoad(url, context);
      const path = fileURLToPath(url);
      const source = instrument(path, readFileSync(path, 'utf8'), LIBRARY);
      if (source === null) return nextLoad(url, context);
      return { format: 'module-typescript', source, shortCircuit: true };
    },
  });
}
