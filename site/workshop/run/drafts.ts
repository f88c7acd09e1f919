/**
 * What a reader has typed into a snippet, kept while the tab lives: a page that is left by accident
 * has it again.
 *
 * @module
 */

const PREFIX = 'round-trip:draft:';

/** The most characters that are kept of one snippet. */
const LONGEST = 100_000;

/** The text that was typed into a snippet, if it was kept. */
export function readDraft(chapter: string, snippet: string): string | undefined {
  try {
    const text = sessionStorage.getItem(`${PREFIX}${chapter}#${snippet}`);
    return text === null || text.length > LONGEST ? undefined : text.replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

/** Keeps a text, or nothing. Where the browser keeps nothing, none of it is an error. */
export function keepDraft(chapter: string, snippet: string, text: string | undefined): void {
  const key = `${PREFIX}${chapter}#${snippet}`;
  try {
    if (text === undefined || text.length > LONGEST) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // Storage is full or switched off.
  }
}
