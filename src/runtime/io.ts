/**
 * Streams that live in memory: bytes for a request's body and a response's wire, text for
 * what a server logs.
 *
 * @module
 */

import { ValueError } from './builtins.ts';
import { typeName } from './repr.ts';

const NEWLINE = 10;

/** A stream of bytes held in memory, with one position for reading and writing. @models io:BytesIO */
export class BytesIO {
  #buffer: Uint8Array;
  #length: number;
  #position = 0;
  #closed = false;

  constructor(initial: Uint8Array = new Uint8Array(0)) {
    this.#buffer = initial.slice();
    this.#length = initial.length;
  }

  /** Whether `close()` was called. @models io:BytesIO.closed */
  get closed(): boolean {
    return this.#closed;
  }

  /**
   * At most `size` bytes from the position on, all that is left where it is negative; empty at
   * the end. @throws {ValueError} when closed. @models io:BytesIO.read
   */
  read(size: number | null = -1): Uint8Array {
    this.#checkOpen();
    return this.#take(size === null || size < 0 ? this.#length : this.#position + size);
  }

  /**
   * The next line with its newline, or at most `size` bytes of it; empty at the end.
   * @throws {ValueError} when closed. @models io:BytesIO.readline
   */
  readline(size: number | null = -1): Uint8Array {
    this.#checkOpen();
    const newline = this.#buffer.subarray(0, this.#length).indexOf(NEWLINE, this.#position);
    const end = newline === -1 ? this.#length : newline + 1;
    return this.#take(size === null || size < 0 ? end : Math.min(end, this.#position + size));
  }

  /**
   * The lines that are left; with a positive `hint`, no more once they hold that many bytes.
   * @throws {ValueError} when closed. @models io:BytesIO.readlines
   */
  readlines(hint: number | null = -1): Uint8Array[] {
    const lines: Uint8Array[] = [];
    let size = 0;
    for (const line of this) {
      lines.push(line);
      size += line.length;
      if (hint !== null && hint > 0 && size >= hint) break;
    }
    return lines;
  }

  /**
   * Writes at the position, over what is there, and returns how many bytes it wrote.
   * @throws {ValueError} when closed; a `TypeError` for what is not bytes. @models io:BytesIO.write
   */
  write(data: Uint8Array): number {
    this.#checkOpen();
    if (!(data instanceof Uint8Array)) {
      throw new TypeError(`a bytes-like object is required, not '${typeName(data)}'`);
    }
    const end = this.#position + data.length;
    if (end > this.#buffer.length) this.#grow(end);
    this.#buffer.set(data, this.#position);
    this.#position = end;
    this.#length = Math.max(this.#length, end);
    return data.length;
  }

  /** Moves the position, counted in bytes from the start, and returns it. @models io:BytesIO.seek */
  seek(position: number): number {
    this.#checkOpen();
    this.#position = position;
    return position;
  }

  /** The position, in bytes from the start. @models io:BytesIO.tell */
  tell(): number {
    this.#checkOpen();
    return this.#position;
  }

  /** A copy of all the bytes, wherever the position is. @models io:BytesIO.getvalue */
  getvalue(): Uint8Array {
    this.#checkOpen();
    return this.#buffer.slice(0, this.#length);
  }

  /** Does nothing: there is nowhere further to go. @models io:BytesIO.flush */
  flush(): void {
    this.#checkOpen();
  }

  /** Closes the stream; from then on all else throws. @models io:BytesIO.close */
  close(): void {
    this.#closed = true;
  }

  /** The lines that are left. @models io:BytesIO.__iter__ */
  *[Symbol.iterator](): Generator<Uint8Array, void, undefined> {
    for (let line = this.readline(); line.length > 0; line = this.readline()) yield line;
  }

  #take(end: number): Uint8Array {
    const taken = this.#buffer.slice(this.#position, Math.min(end, this.#length));
    this.#position += taken.length;
    return taken;
  }

  #grow(size: number): void {
    const larger = new Uint8Array(Math.max(size, this.#buffer.length * 2));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }

  #checkOpen(): void {
    if (this.#closed) throw new ValueError('I/O operation on closed file.');
  }
}

/** A stream of text held in memory. @models io:StringIO */
export class StringIO {
  #text: string;
  #position = 0;
  #closed = false;

  constructor(initial = '') {
    this.#text = initial;
  }

  /** Whether `close()` was called. @models io:StringIO.closed */
  get closed(): boolean {
    return this.#closed;
  }

  /**
   * At most `size` UTF-16 units from the position on, all that is left where it is negative.
   * @throws {ValueError} when closed. @models io:StringIO.read
   */
  read(size: number | null = -1): string {
    this.#checkOpen();
    const end = size === null || size < 0 ? this.#text.length : this.#position + size;
    const taken = this.#text.slice(this.#position, end);
    this.#position += taken.length;
    return taken;
  }

  /**
   * Writes at the position, over what is there, and returns how many units it wrote.
   * @throws {ValueError} when closed; a `TypeError` for what is not text. @models io:StringIO.write
   */
  write(text: string): number {
    this.#checkOpen();
    if (typeof text !== 'string') {
      throw new TypeError(`string argument expected, got '${typeName(text)}'`);
    }
    const end = this.#position + text.length;
    this.#text = this.#text.slice(0, this.#position) + text + this.#text.slice(end);
    this.#position = end;
    return text.length;
  }

  /** Writes each text in turn; adds no newlines. @models io:StringIO.writelines */
  writelines(texts: Iterable<string>): void {
    for (const text of texts) this.write(text);
  }

  /** All the text, wherever the position is. @models io:StringIO.getvalue */
  getvalue(): string {
    this.#checkOpen();
    return this.#text;
  }

  /** Does nothing: there is nowhere further to go. @models io:StringIO.flush */
  flush(): void {
    this.#checkOpen();
  }

  /** Closes the stream; from then on all else throws. @models io:StringIO.close */
  close(): void {
    this.#closed = true;
  }

  #checkOpen(): void {
    if (this.#closed) throw new ValueError('I/O operation on closed file');
  }
}
