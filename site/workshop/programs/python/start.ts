/**
 * Starts Pyodide in a worker that has no network: all that it would fetch is at hand.
 *
 * @module
 */

import type { loadPyodide as Load, PyodideAPI } from 'pyodide';
import type { Inside } from '../../sandbox/inside.ts';
import type { PythonFiles } from './messages.ts';

/** Nothing answers there; it only looks like an address. */
const NOWHERE = 'https://py.invalid/';

/** What Pyodide 314.0.7 asks of a list of packages, of which there are none. */
const NO_PACKAGES = {
  info: {
    abi_version: '2026_0',
    arch: 'wasm32',
    platform: 'emscripten_5_0_3',
    python: '3.14.2',
  },
  packages: {},
};

/** How Python is set up, wherever it runs: no streams, nothing of the page, an even seed. */
export const SETTINGS = {
  env: { HOME: '/home/reader', PYTHONHASHSEED: '0', TZ: 'UTC' },
  stdin: (): null => null,
  stdout: (): void => {},
  stderr: (): void => {},
};

/** Starts it. */
export async function startPython(files: PythonFiles, inside: Inside): Promise<PyodideAPI> {
  const answers = new Map([
    [
      'pyodide.asm.wasm',
      new Response(files.wasm, { headers: { 'Content-Type': 'application/wasm' } }),
    ],
    ['python_stdlib.zip', new Response(files.library)],
  ]);
  const scope = self as unknown as Record<string, unknown>;
  // Pyodide tells by it whether a worker is a classic one, in which it refuses to start.
  scope['importScripts'] = () => {
    throw new Error('There are no scripts to import.');
  };
  scope['fetch'] = async (address: string | URL) => {
    const name = String(address).slice(NOWHERE.length);
    const found = answers.get(name);
    if (!found) throw new Error(`${name} is not at hand.`);
    answers.delete(name);
    return found;
  };
  const { loadPyodide } = (await loadText(files.loader, inside)) as { loadPyodide: typeof Load };
  const glue = (await loadText(files.glue, inside)) as { default: unknown };
  return loadPyodide({
    ...SETTINGS,
    indexURL: NOWHERE,
    createPyodideModule: glue.default,
    lockFileContents: NO_PACKAGES,
    jsglobals: { Object, setTimeout, clearTimeout },
  } as unknown as Parameters<typeof Load>[0]);
}

async function loadText(bytes: ArrayBuffer, inside: Inside): Promise<object> {
  const text = new TextDecoder().decode(bytes);
  const { namespace } = await inside.load({ text, imports: [] }, () => undefined);
  return namespace;
}
