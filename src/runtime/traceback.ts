/**
 * An exception as Python's `traceback` prints it: a heading, the frames, and the last line that
 * names it. The frames are JavaScript's own, innermost last, as Python has them.
 *
 * @module
 */

const HEADING = 'Traceback (most recent call last):\n';
const FROM_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';

/** `at name (place)` as V8 writes it, out of the `name@place` of Firefox and Safari too. */
function frameOf(line: string): string[] {
  if (/^\s+at /.test(line)) return [line];
  const [, name = '', place] = /^([^@]*)@(.+:\d+:\d+)$/.exec(line) ?? [];
  if (place === undefined) return [];
  return [name === '' ? `at ${place}` : `at ${name} (${place})`];
}

function framesOf(error: Error, limit: number | null): string {
  const lines = (error.stack ?? '').split('\n').flatMap(frameOf);
  const shown = limit === null ? lines : lines.slice(0, Math.max(limit, 0));
  return shown
    .toReversed()
    .map((line) => `  ${line.trim()}\n`)
    .join('');
}

/** The last line of a traceback: `Name: message`, or the name alone. @models traceback:format_exception_only */
export function formatExceptionOnly(error: unknown): string {
  if (!(error instanceof Error)) return `${String(error)}\n`;
  return error.message === '' ? `${error.name}\n` : `${error.name}: ${error.message}\n`;
}

/**
 * The whole traceback, causes first, at most `limit` frames of each (all where it is `null`).
 * @models traceback:format_exception
 */
export function formatException(error: unknown, limit: number | null = null): string {
  if (!(error instanceof Error)) return HEADING + formatExceptionOnly(error);
  const cause =
    error.cause instanceof Error ? formatException(error.cause, limit) + FROM_CAUSE : '';
  return cause + HEADING + framesOf(error, limit) + formatExceptionOnly(error);
}
