/**
 * Builds the worker that replays recordings, as a page would load it.
 *
 * @module
 */

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { tracedModules } from '../../../src/trace/vite-plugin.ts';

const RUNTIME = new URL('../../../src/runtime/', import.meta.url);
const PAGE =
  '<!doctype html><html lang="en"><title>Recordings</title><link rel="icon" href="data:,"></html>';

/** Builds it into a new folder, beside an empty page; the runtime reports its calls where `traced`. */
export async function buildWorker(traced: boolean): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'replay-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    plugins: traced ? [tracedModules(RUNTIME)] : [],
    build: {
      outDir: folder,
      target: 'esnext',
      // Names of classes and functions are what Python shows of them.
      minify: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('worker.ts', import.meta.url)),
        output: { entryFileNames: 'worker.js', keepNames: true },
      },
    },
  });
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, '404.html'), PAGE);
  return folder;
}
