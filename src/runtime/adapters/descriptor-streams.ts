/**
 * A process's streams, read and written in step with the program, as Python's are. Node's own
 * `process.stdin` cannot be waited for, so these go to the file descriptors.
 *
 * @module
 */

import { readSync, writeSync } from 'node:fs';

import { BrokenPipeError, ConnectionAbortedError, ConnectionResetError } from '../builtins.ts';
import { utf8Encode } from '../codecs.ts';
import type { ErrorStream, InputStream, OutputStream } from '../wsgiref/types.ts';

const BLOCK = 65_536;
const NEWLINE = 10;

/** What is read from a file descriptor; each call waits until it has what it was asked for, or the end is there. */
export class DescriptorInput implements InputStream {
  readonly #descriptor: number;
  #buffer: Uint8Array = new Uint8Array(0);
  #ended = false;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** At most `size` bytes; all up to the end where it is negative. Empty at the end. */
  read(size = -1): Uint8Array {
    const wanted = size < 0 ? Number.POSITIVE_INFINITY : size;
    while (this.#buffer.length < wanted && this.#fill());
    return this.#take(wanted);
  }

  /** The next line with its newline, or at most `size` bytes of it; empty at the end. */
  readline(size = -1): Uint8Array {
    const longest = size < 0 ? Number.POSITIVE_INFINITY : size;
    let searched = 0;
    let newline = this.#buffer.indexOf(NEWLINE);
    while (newline === -1 && this.#buffer.length < longest) {
      searched = this.#buffer.length;
      if (!this.#fill()) break;
      newline = this.#buffer.indexOf(NEWLINE, searched);
    }
    return this.#take(Math.min(longest, newline === -1 ? this.#buffer.length : newline + 1));
  }

  /** The lines that are left; with a positive `hint`, no more once they hold that many bytes. */
  readlines(hint = -1): Uint8Array[] {
    const lines: Uint8Array[] = [];
    let size = 0;
    for (const line of this) {
      lines.push(line);
      size += line.length;
      if (hint > 0 && size >= hint) break;
    }
    return lines;
  }

  /** The lines that are left. */
  *[Symbol.iterator](): Generator<Uint8Array, void, undefined> {
    for (let line = this.readline(); line.length > 0; line = this.readline()) yield line;
  }

  #take(size: number): Uint8Array {
    const taken = this.#buffer.slice(0, size);
    this.#buffer = this.#buffer.subarray(taken.length);
    return taken;
  }

  #fill(): boolean {
    if (this.#ended) return false;
    const block = new Uint8Array(BLOCK);
    const count = readSync(this.#descriptor, block);
    this.#ended = count === 0;
    const joined = new Uint8Array(this.#buffer.length + count);
    joined.set(this.#buffer);
    joined.set(block.subarray(0, count), this.#buffer.length);
    this.#buffer = joined;
    return count > 0;
  }
}

function writeAll(descriptor: number, data: Uint8Array): void {
  let rest = data;
  while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
}

const CLIENT_GONE: Record<string, new (message: string, options: ErrorOptions) => Error> = {
  EPIPE: BrokenPipeError,
  ECONNRESET: ConnectionResetError,
  ECONNABORTED: ConnectionAbortedError,
};

function asPython(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const known = CLIENT_GONE[String(error.code)];
  return known === undefined ? error : new known(error.message, { cause: error });
}

/** Writes to a file descriptor, at once and whole. */
export class DescriptorOutput implements OutputStream {
  readonly #descriptor: number;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /**
   * Writes all of `data`. @throws {BrokenPipeError}, {@link ConnectionResetError} or
   * {@link ConnectionAbortedError} where nobody reads any more; Node's error for all else.
   */
  write(data: Uint8Array): void {
    try {
      writeAll(this.#descriptor, data);
    } catch (error) {
      throw asPython(error);
    }
  }

  /** Does nothing: what was written is on its way. */
  flush(): void {}
}

/** Writes text to a file descriptor, as UTF-8. */
export class DescriptorText implements ErrorStream {
  readonly #descriptor: number;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** Writes a text. @throws Node's error where that fails. */
  write(text: string): void {
    writeAll(this.#descriptor, utf8Encode(text));
  }

  /** Writes texts in turn; adds no newlines. */
  writelines(texts: Iterable<string>): void {
    for (const text of texts) this.write(text);
  }

  /** Does nothing: what was written is on its way. */
  flush(): void {}
}
