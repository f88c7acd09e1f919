/**
 * The file in which an error arose.
 *
 * @module
 */

const PLACE = /(?:file:\/\/)?(\/[^\s():]+):\d+/;

/** The path that an error names itself, or that of the innermost frame of its stack; `null` where neither is there. */
export function filenameOf(error: Error): string | null {
  if ('filename' in error && typeof error.filename === 'string') return error.filename;
  const path = PLACE.exec(error.stack ?? '')?.[1];
  return path === undefined ? null : decodeURIComponent(path);
}
