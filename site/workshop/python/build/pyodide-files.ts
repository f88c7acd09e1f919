/**
 * Pyodide's files as npm has installed them.
 *
 * @module
 */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(join(process.cwd(), 'package.json'));

/** The path of one of them, such as `python_stdlib.zip`. */
export function pyodideFile(name: string): string {
  return join(dirname(require.resolve('pyodide/package.json')), name);
}
