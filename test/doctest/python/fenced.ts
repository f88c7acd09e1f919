import type { PythonFence } from '#doctest/python/judge';

/** A fence whose code begins at line 10, column 1 of its chapter, with a limit of five seconds. */
export function fenced(code: string, more: Partial<PythonFence> = {}): PythonFence {
  return { id: 'one', code, line: 10, column: 1, timeout: 5000, ...more };
}
