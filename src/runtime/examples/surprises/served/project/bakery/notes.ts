/**
 * Notes go to a file, each with its process: the one that watches, or the one that serves.
 *
 * @module
 */

import { appendFileSync } from 'node:fs';

/** Adds a line to the notes. */
export function note(text: string): void {
  const role = process.env['RUN_MAIN'] === 'true' ? 'child' : 'parent';
  appendFileSync(process.env['BAKERY_NOTES'] ?? 'notes', `${process.pid} ${role} ${text}\n`);
}
