/**
 * Which functions ran: V8's own precise coverage, read after every snippet.
 *
 * @module
 */

import { Session, type Profiler } from 'node:inspector';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { EnteredFunction } from './protocol.ts';

/** Counts the functions of one folder's modules, in the thread that makes it. */
export class Coverage {
  readonly #session = new Session();
  readonly #folder: string;

  /** @param folder absolute path of the folder whose functions count */
  constructor(folder: string) {
    this.#folder = `${pathToFileURL(folder).href}/`;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  }

  /** The functions entered since the last call. */
  take(): EnteredFunction[] {
    let scripts: Profiler.ScriptCoverage[] = [];
    this.#session.post('Profiler.takePreciseCoverage', (error, result) => {
      if (error) throw error;
      scripts = result.result;
    });
    return scripts.filter(({ url }) => url.startsWith(this.#folder)).flatMap(listEntered);
  }

  /** Ends the counting. */
  close(): void {
    this.#session.disconnect();
  }
}

function listEntered({ url, functions }: Profiler.ScriptCoverage): EnteredFunction[] {
  const path = fileURLToPath(url);
  return functions.flatMap(({ functionName: name, ranges: [range] }) =>
    !name.startsWith('<') && range && range.count > 0
      ? [{ path, name, start: range.startOffset, end: range.endOffset }]
      : [],
  );
}
