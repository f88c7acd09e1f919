/**
 * Progress as a file, out of the browser and into it.
 *
 * @module
 */

import type { Progress } from './progress.ts';
import { LONGEST, ProgressTextError, readProgress } from './text.ts';

/** Has the browser save some text under a name. */
export function offerFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Reads what a file holds; a huge one is refused unread. @throws {ProgressTextError} */
export async function readFile(file: Blob): Promise<Progress> {
  if (file.size > 4 * LONGEST) {
    throw new ProgressTextError(
      `This is not progress in this book: it has ${file.size} bytes, and progress never has more than ${LONGEST} characters.`,
    );
  }
  return readProgress(await file.text());
}
