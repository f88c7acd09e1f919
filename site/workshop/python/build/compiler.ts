/**
 * CPython in Pyodide as a compiler: what it makes has the magic number of the Python that readers
 * run, and is not looked at twice there.
 *
 * @module
 */

import { loadPyodide, type PyodideAPI } from 'pyodide';

type Compile = (source: Uint8Array, name: string) => { toJs(): Uint8Array; destroy(): void };

const MAKE = `
import importlib.util
from importlib._bootstrap_external import _code_to_hash_pyc

def make(source, name):
    source = source.to_bytes()
    code = compile(source, name, "exec", dont_inherit=True)
    return _code_to_hash_pyc(code, importlib.util.source_hash(source), False)

make
`;

/** Compiles modules of Python. */
export class PythonCompiler {
  readonly python: PyodideAPI;
  readonly #make: Compile;

  private constructor(python: PyodideAPI) {
    this.python = python;
    this.#make = python.runPython(MAKE) as Compile;
  }

  /** Starts one. Columns are left out of what it makes: no traceback of the book shows any. */
  static async start(): Promise<PythonCompiler> {
    return new PythonCompiler(
      await loadPyodide({
        args: ['-X', 'no_debug_ranges'],
        env: { PYTHONHASHSEED: '0', TZ: 'UTC', HOME: '/home/reader' },
        stdout: () => {},
        stderr: () => {},
      }),
    );
  }

  /** The `.pyc` of a module. @param name its path, as tracebacks give it; @throws {Error} for what is no Python. */
  compile(source: Uint8Array, name: string): Uint8Array<ArrayBuffer> {
    const made = this.#make(new Uint8Array(source), name);
    const bytes = new Uint8Array(made.toJs());
    made.destroy();
    return bytes;
  }
}
