/**
 * Judges the fences of one scene in a Python process of their own, by CPython's own doctest.
 *
 * @module
 */

import type { PythonFence, PythonResult } from './fence.ts';
import { PythonProcess, type PythonProgram } from './process.ts';
import type { FenceRequest } from './protocol.ts';
import { judgeFence, notRun } from './verdict.ts';

/** What a process gave. */
export interface ProcessRun {
  /** Such as `3.11.7`. */
  version: string;
  /** The folder in which it ran, which is gone by now. */
  folder: string;
  results: PythonResult[];
}

/** Milliseconds of a processor for opening a chapter. */
const HOUSEKEEPING = 5000;

/**
 * Runs fences in order, in one namespace and one process; after one that ends the process the
 * others are not run.
 *
 * @param file the chapter's path, as tracebacks name it
 * @param outputLimit what each fence may print, in bytes
 * @throws {PythonProcessError} when Python does not start.
 */
export async function runInProcess(
  program: PythonProgram,
  file: string,
  fences: readonly PythonFence[],
  outputLimit: number,
): Promise<ProcessRun> {
  const python = new PythonProcess(program);
  const version = await python.ready();
  try {
    await python.call({ name: 'begin', argument: file }, HOUSEKEEPING);
    const results: PythonResult[] = [];
    let ended = false;
    for (const fence of fences) {
      if (ended) {
        results.push(notRun(fence));
        continue;
      }
      const argument = JSON.stringify(requestOf(fence, outputLimit));
      const limited = await python.call({ name: 'run', argument }, fence.timeout);
      const verdict = judgeFence(fence, limited, outputLimit);
      ended = verdict.ends;
      results.push(verdict.result);
    }
    return { version, folder: python.folder, results };
  } finally {
    await python.close();
  }
}

function requestOf({ id, code, line, column }: PythonFence, outputLimit: number): FenceRequest {
  return { id, code, line, column, outputLimit };
}
