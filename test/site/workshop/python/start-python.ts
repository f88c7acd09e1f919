/**
 * Python as a page has it, started in Node.
 *
 * @module
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPyodide } from 'pyodide';
import { Interpreter } from '../../../../site/workshop/programs/python/interpreter.ts';
import { SETTINGS } from '../../../../site/workshop/programs/python/start.ts';
import { readReady, type Ready } from '../../../../site/workshop/python/build/ready.ts';
import { packJudge } from '../../../../site/workshop/python/build/standard-library.ts';

const root = process.cwd();

/** What `npm run wheels` has readied. In CI it must be there. @throws {Error} */
export function readWheels(): Ready | undefined {
  const ready = readReady(root);
  const words = 'npm run wheels has not readied Django for the page, so nothing of it was tried.';
  if (!ready && process.env['CI']) throw new Error(words);
  if (!ready) console.warn(words);
  return ready;
}

/** Starts one, of what is readied where there is something; with Django where it is told to. */
export async function startPython(ready?: Ready, { django = false } = {}): Promise<Interpreter> {
  const folder = mkdtempSync(join(tmpdir(), 'python-'));
  try {
    const library = join(folder, 'library.zip');
    if (ready) writeFileSync(library, ready.library);
    const python = await loadPyodide({
      ...SETTINGS,
      jsglobals: { Object, setTimeout, clearTimeout },
      ...(ready && { stdLibURL: library }),
    });
    const started = new Interpreter(python, ready?.judge ?? packJudge(root));
    if (django && ready) started.unpack(ready.code);
    return started;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
