/**
 * Real Django as the judge of a scene: a process of its own, by CPython's doctest.
 *
 * @module
 */

import { join } from 'node:path';
import { DEFAULT_OUTPUT_LIMIT, type EnvironmentScene } from '../../../../src/doctest/book.ts';
import type { PythonResult } from '../../../../src/doctest/python/fence.ts';
import { runInProcess } from '../../../../src/doctest/python/run-in-process.ts';
import { requestOf } from '../../../../src/doctest/run/judge-python.ts';
import type { Installation } from '../installation.ts';

/** What a fence may take of a processor unless it says otherwise, in milliseconds. */
export const DJANGO_TIMEOUT = 5000;

/** What real Django did with a scene. */
export interface LiveScene {
  /** Such as `3.11.7`. */
  python: string;
  results: PythonResult[];
}

const START = join(import.meta.dirname, 'start.py');

/** Runs a scene. @throws {PythonProcessError} when Python does not start. */
export async function judgeLive(
  { python, packages }: Installation,
  { file, fences }: EnvironmentScene,
): Promise<LiveScene> {
  const requests = fences.map((fence) => requestOf(fence, DJANGO_TIMEOUT));
  const program = { python, prelude: [START, packages] as const };
  const { version, folder, results } = await runInProcess(
    program,
    file,
    requests,
    DEFAULT_OUTPUT_LIMIT,
  );
  const hide = (text: string): string =>
    text
      .replaceAll(packages, 'site-packages')
      .replaceAll(folder, '.')
      .replaceAll(/\b0x[0-9a-f]{6,}\b/g, '0x…');
  return { python: version, results: results.map((result) => hideIn(result, hide)) };
}

/** A result in which nothing is left of this machine and this run. */
function hideIn({ failures, ...seen }: PythonResult, hide: (text: string) => string): PythonResult {
  const text = JSON.stringify(seen, (_key, value: unknown) =>
    typeof value === 'string' ? hide(value) : value,
  );
  return { ...(JSON.parse(text) as Omit<PythonResult, 'failures'>), failures };
}
