/**
 * CPython in Pyodide, and what a page may ask of it.
 *
 * @module
 */

import { unzipSync } from 'fflate';
import type { PyodideAPI } from 'pyodide';
import type { PythonFence, PythonResult } from '../../../../src/doctest/python/fence.ts';
import type { Reply } from '../../../../src/doctest/python/protocol.ts';
import { judgeFence, notRun } from '../../../../src/doctest/python/verdict.ts';
import type { PythonSource, SiteAnswer, SiteRequest } from './messages.ts';

/** The driver of doctest, as `driver.py` gives it. */
interface Driver {
  prepare(): string;
  begin(file: string): string;
  run(request: string): string;
  end(nothing: string): string;
}

const HOME = '/round-trip';
const PACKAGES = '/site-packages';

/** Pyodide words an error by way of a stream that is closed here. */
const LAST_ERROR = `import sys, traceback
"".join(traceback.format_exception_only(sys.last_exc)).strip()`;

/** What a fence may print, in bytes; as where the book is built. */
const OUTPUT_LIMIT = 65_536;

/** One Python. */
export class Interpreter {
  /** Such as `3.14.2`. */
  readonly version: string;
  readonly #python: PyodideAPI;
  readonly #driver: Driver;
  #ended = false;
  #broken = false;
  #django = false;

  /** @param judge the driver of doctest, as a zip */
  constructor(python: PyodideAPI, judge: Uint8Array) {
    this.#python = python;
    for (const [path, bytes] of Object.entries(unzipSync(judge)))
      this.#write(`${HOME}/${path}`, bytes);
    this.#driver = this.#import(HOME, 'from round_trip import driver as found') as Driver;
    this.version = this.#driver.prepare();
  }

  /** Unpacks a zip to where modules are found. */
  unpack(zip: Uint8Array): void {
    for (const [path, bytes] of Object.entries(unzipSync(zip)))
      this.#write(`${PACKAGES}/${path}`, bytes);
    this.#python.runPython(
      `import sys\nif '${PACKAGES}' not in sys.path: sys.path.insert(0, '${PACKAGES}')\nsys.path_importer_cache.clear()`,
      { globals: this.#python.toPy({}) },
    );
  }

  /** Begins a scene of a chapter. @param django whether it begins as scenes of Django do */
  begin(file: string, django: boolean): void {
    this.#ended = false;
    this.#django = django;
    if (django) this.#call('beside.scene', 'begin');
    this.#driver.begin(file);
  }

  /** Runs a fence of the scene; none is run after one that ends it. */
  run(fence: PythonFence): PythonResult {
    if (this.#ended) return notRun(fence);
    const { id, code, line, column } = fence;
    const request = { id, code, line, column, outputLimit: OUTPUT_LIMIT };
    const reply = this.#answer(() => this.#driver.run(JSON.stringify(request)));
    const { result, ends } = judgeFence(fence, { reply, stopped: false }, OUTPUT_LIMIT);
    this.#ended = ends;
    return this.#django ? hideFolders(result) : result;
  }

  /** Ends the scene, and puts back what it changed. @throws {Error} where a fence has broken Python. */
  end(): void {
    if (this.#broken) throw new Error('Python is broken.');
    this.#driver.end('');
  }

  /** Sets the demo project up; gives the versions of Python and of Django. */
  openSite(): { python: string; django: string } {
    return JSON.parse(this.#call('beside.site', 'begin'));
  }

  /** Sends the demo project a request. */
  ask(request: SiteRequest): SiteAnswer {
    return JSON.parse(this.#call('beside.site', 'ask', JSON.stringify(request)));
  }

  /** The source of a name; its file must have been unpacked. @throws {Error} */
  source(name: string): PythonSource {
    return JSON.parse(this.#call('beside.sources', 'of', name));
  }

  #write(path: string, content: Uint8Array): void {
    this.#python.FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
    this.#python.FS.writeFile(path, content);
  }

  #import(folder: string, statement: string): unknown {
    const code = `import sys; sys.path.insert(0, '${folder}')\n${statement}\nsys.path.remove('${folder}'); found`;
    return this.#python.runPython(code, { globals: this.#python.toPy({}) });
  }

  #call(module: string, name: string, ...given: string[]): string {
    const globals = this.#python.toPy({});
    const found = this.#python.runPython(`from ${module} import ${name}\n${name}`, { globals });
    try {
      return (found as (...given: string[]) => string)(...given);
    } catch {
      throw new Error(this.#python.runPython(LAST_ERROR, { globals }));
    }
  }

  #answer(run: () => string): Reply {
    try {
      return { kind: 'returned', text: run(), milliseconds: 0 };
    } catch (error) {
      this.#broken = true;
      const text = error instanceof Error ? error.message.trim() || error.name : String(error);
      return { kind: 'broken', reason: text.trim().split('\n').at(-1) ?? '' };
    }
  }
}

/** A result without what is of this place alone, as recordings of Django have it. */
function hideFolders({ failures, ...seen }: PythonResult): PythonResult {
  const hide = (text: string): string =>
    text
      .replaceAll(PACKAGES, 'site-packages')
      .replaceAll('/scene', '.')
      .replaceAll(/\b0x[0-9a-f]{6,}\b/g, '0x…');
  const text = JSON.stringify(seen, (_key, value: unknown) =>
    typeof value === 'string' ? hide(value) : value,
  );
  return { ...(JSON.parse(text) as Omit<PythonResult, 'failures'>), failures };
}
