/**
 * The console of a snippet: what it prints there is kept.
 *
 * @module
 */

import { render } from '../values/render.ts';
import type { Harness } from './harness.ts';

/** Hands all that is printed on the console to the harness. */
export function captureConsole(harness: Harness): void {
  const print = (...parts: unknown[]): void =>
    harness.print(parts.map((part) => (typeof part === 'string' ? part : render(part))).join(' '));
  for (const method of ['log', 'info', 'debug', 'warn', 'error'] as const) console[method] = print;
  console.assert = (condition?: unknown, ...parts: unknown[]): void => {
    if (!condition)
      harness.complain(
        `console.assert failed${parts.length > 0 ? `: ${parts.map(String).join(' ')}` : ''}.`,
      );
  };
}
