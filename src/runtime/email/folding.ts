/**
 * Headers of e-mail in lines of at most 78 characters.
 *
 * @module
 */

import { encodedLength, encodeWord, shorterEncoding } from './header.ts';

/** A word with the white space before it. */
type Chunk = readonly [space: string, word: string];

const LONGEST_LINE = 78;
const WORD_FRAME = '=?utf-8?q??='.length;
/** Where a line is broken rather than elsewhere. */
const BREAKS = [';', ',', ' ', '\t'];

/** A text of ASCII in lines; `room` characters of the first one are taken by the header's name. @models email.header:Header.encode */
export function foldAscii(text: string, room = 0): string {
  const [first = '', ...rest] = text.split(/\r\n|\n|\r/);
  const folder = new Folder(room);
  for (const [index, line] of [first, ...rest].entries()) {
    if (index > 0) folder.newline();
    for (const [, space = '', word = ''] of line.matchAll(/([ \t]*)([^ \t]+|$)/g)) {
      if (space || word) folder.append([space, word]);
    }
  }
  return folder.lines().join('\n');
}

/** A text as encoded words in UTF-8, a line each; `room` characters of the first line are taken. @models email.header:Header.encode */
export function foldUnicode(text: string, room = 0): string {
  const encoding = shorterEncoding(text);
  const lines: string[] = [];
  let line = '';
  let limit = LONGEST_LINE - room - WORD_FRAME;
  for (const character of text) {
    if (encodedLength(line + character, encoding) > limit) {
      lines.push(line);
      line = '';
      limit = LONGEST_LINE - 1 - WORD_FRAME;
    }
    line += character;
  }
  const [first = '', ...rest] = [...lines, line].map(
    (words) => words && encodeWord(words, encoding),
  );
  return [first, ...rest].join('\n ');
}

class Folder {
  readonly #lines: string[] = [];
  #chunks: Chunk[] = [];
  #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  append(chunk: Chunk): void {
    this.#chunks.push(chunk);
    if (this.#length() <= LONGEST_LINE) return;
    const at = this.#bestBreak();
    if (at > 0) {
      const rest = this.#chunks.splice(at);
      this.#endLine();
      this.#chunks = rest;
    } else if (this.#room > 0) {
      this.#chunks.pop();
      this.newline();
      this.#chunks = [[chunk[0] || ' ', chunk[1]]];
    }
  }

  newline(): void {
    if (this.#length() > 0) this.#endLine();
  }

  lines(): string[] {
    this.newline();
    return this.#lines;
  }

  #endLine(): void {
    this.#lines.push(this.#chunks.flat().join(''));
    this.#chunks = [];
    this.#room = 0;
  }

  #bestBreak(): number {
    for (const mark of BREAKS) {
      const at = this.#chunks.findLastIndex((_, index) => index > 0 && this.#breaksAt(index, mark));
      if (at > 0) return at;
    }
    return 0;
  }

  #breaksAt(index: number, mark: string): boolean {
    const [space = ''] = this.#chunks[index] ?? [];
    const [, before = ''] = this.#chunks[index - 1] ?? [];
    return before.endsWith(mark) || (mark.trim() === '' && space.startsWith(mark));
  }

  #length(): number {
    return this.#chunks.reduce(
      (sum, [space, word]) => sum + space.length + word.length,
      this.#room,
    );
  }
}
