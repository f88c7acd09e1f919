/**
 * What an editor shows at a line: what was expected there and whether it held.
 *
 * @module
 */

/** What became of a line: its expectation held, or failed, or the line is in error. */
export type MarkKind = 'held' | 'failed' | 'error';

/** A word at a line of an editor. */
export interface Mark {
  /** From 1; one past the end counts as the last line. */
  line: number;
  kind: MarkKind;
  /** One sentence; may be empty where `held` says it all. */
  message: string;
  /** More, of several lines: the difference, the trace of an exception. */
  detail?: string;
}

/** Sign and word of each kind: colour is never all that tells them apart. */
export const KINDS: Record<MarkKind, { sign: string; word: string }> = {
  held: { sign: '✓', word: 'holds' },
  failed: { sign: '✗', word: 'fails' },
  error: { sign: '!', word: 'error' },
};

/** How many of each kind there are, and how to get to them, for who hears them. */
export function summarise(marks: readonly Mark[]): string {
  if (marks.length === 0) return 'No marks.';
  const counts = Object.entries(KINDS).flatMap(([kind, { word }]) => {
    const count = marks.filter((mark) => mark.kind === kind).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return `Marks at lines: ${counts.join(', ')}. F8 goes to the next.`;
}

/** A mark in words, with its line. */
export function spell({ line, kind, message, detail }: Mark): string {
  const words = [`Line ${line} ${KINDS[kind].word}.`, message, detail ?? ''];
  return words.filter((part) => part !== '').join(' ');
}
