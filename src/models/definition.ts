/**
 * A definition in a file of Python, found by its line and known by its hash.
 *
 * @module
 */

import { createHash, type Hash } from 'node:crypto';

/** The text of a definition; lines from 1, its decorators included. */
export interface Definition {
  code: string;
  first: number;
  last: number;
}

const DIGITS = 16;

/** A hash as the recordings have it, of the text of some lines without the last line feed. */
export function hashOf(text: string): string {
  return short(createHash('sha256').update(text));
}

/**
 * The definition that begins on a line and whose text has this hash; undefined where the file
 * has another there.
 */
export function definitionAt(
  lines: readonly string[],
  line: number,
  hash: string,
): Definition | undefined {
  const running = createHash('sha256');
  for (let last = line; last <= lines.length; last += 1) {
    running.update(`${last === line ? '' : '\n'}${lines[last - 1] ?? ''}`);
    if (short(running.copy()) !== hash) continue;
    const first = withDecorators(lines, line);
    return { code: dedent(lines.slice(first - 1, last)), first, last };
  }
  return undefined;
}

function short(hash: Hash): string {
  return hash.digest('hex').slice(0, DIGITS);
}

function withDecorators(lines: readonly string[], line: number): number {
  let first = line;
  while (/^\s*@/.test(lines[first - 2] ?? '')) first -= 1;
  return first;
}

function dedent(lines: readonly string[]): string {
  const margin = /^\s*/.exec(lines[0] ?? '')?.[0].length ?? 0;
  return lines.map((line) => (/^\s*$/.test(line) ? '' : line.slice(margin))).join('\n');
}
