/**
 * What a reader has written, exercise by exercise: it is there again tomorrow.
 *
 * @module
 */

const PREFIX = 'round-trip:answer:';

/** The most characters that are kept of one answer. */
const LONGEST = 100_000;

/** What was written last; undefined where nothing is kept. */
export function readAnswer(exercise: string): string | undefined {
  try {
    const text = localStorage.getItem(PREFIX + exercise);
    return text === null || text.length > LONGEST ? undefined : text.replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

/** Keeps a text, or nothing. Where the browser keeps nothing, none of it is an error. */
export function keepAnswer(exercise: string, text: string | undefined): void {
  try {
    if (text === undefined || text.length > LONGEST) localStorage.removeItem(PREFIX + exercise);
    else localStorage.setItem(PREFIX + exercise, text);
  } catch {
    // Storage is full or switched off.
  }
}
