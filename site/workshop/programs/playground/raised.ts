/**
 * Errors, and where in the project they came from.
 *
 * @module
 */

import type { ProjectPlace, Raised } from '../../playground/served.ts';

/** How the text of a module names itself, so that stacks name it. */
const SCHEME = 'project:/';

/** The last line of a module's text. */
export function signature(path: string): string {
  return `\n//# sourceURL=${SCHEME}${path}`;
}

/** An error with its places. */
export function raisedBy(error: unknown): Raised {
  if (!(error instanceof Error)) return { name: 'Thrown', message: String(error), places: [] };
  const { name, message, stack } = error;
  return { name: String(name), message: String(message), places: placesIn(String(stack ?? '')) };
}

/** A traceback as it is shown: files of the project by their paths, the rest without addresses. */
export function readable(text: string): string {
  return text
    .replaceAll(/(?:\b\w+:\S*\/)?\bplayground\.js:\d+:\d+/g, 'the runtime')
    .replaceAll(SCHEME, '');
}

function placesIn(stack: string): ProjectPlace[] {
  const found = stack.matchAll(/project:\/([^\s:()]+):(\d+):(\d+)/g);
  return Array.from(found, ([, path = '', line, column]) => ({
    path,
    line: Number(line),
    column: Number(column),
  }));
}
