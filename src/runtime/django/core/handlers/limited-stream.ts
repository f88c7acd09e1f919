/**
 * A stream that ends where the request does.
 *
 * @module
 */

import type { RequestStream } from '../../http/request.ts';

const NEWLINE = 10;

/** What a limited stream reads from. */
export interface ByteSource {
  read(size?: number): Uint8Array;
}

/** Lets no more than `limit` bytes be read of another stream, which may never end. @models django.core.handlers.wsgi:LimitedStream */
export class LimitedStream implements RequestStream {
  readonly #stream: ByteSource;
  #remaining: number;
  #buffer: Uint8Array = new Uint8Array();

  constructor(stream: ByteSource, limit: number) {
    this.#stream = stream;
    this.#remaining = limit;
  }

  /** At most `size` bytes, all that are left without one. @models django.core.handlers.wsgi:LimitedStream.read */
  read(size?: number): Uint8Array {
    if (size === undefined) this.#fill(this.#remaining);
    else if (size > this.#buffer.length) this.#fill(size - this.#buffer.length);
    return this.#take(size ?? this.#buffer.length);
  }

  /** The next line with its newline, or at most `size` bytes of it. @models django.core.handlers.wsgi:LimitedStream.readline */
  readline(size?: number): Uint8Array {
    const enough = size || Number.POSITIVE_INFINITY;
    while (!this.#buffer.includes(NEWLINE) && this.#buffer.length < enough) {
      if (!this.#fill(Math.min(this.#remaining, enough - this.#buffer.length))) break;
    }
    const newline = this.#buffer.indexOf(NEWLINE);
    const end = newline < 0 ? this.#buffer.length : newline + 1;
    return this.#take(Math.min(end, enough));
  }

  #fill(size: number): boolean {
    const wanted = Math.min(size, this.#remaining);
    if (wanted <= 0) return false;
    const got = this.#stream.read(wanted);
    this.#remaining -= got.length;
    const joined = new Uint8Array(this.#buffer.length + got.length);
    joined.set(this.#buffer);
    joined.set(got, this.#buffer.length);
    this.#buffer = joined;
    return got.length > 0;
  }

  #take(size: number): Uint8Array {
    const taken = this.#buffer.subarray(0, size);
    this.#buffer = this.#buffer.subarray(taken.length);
    return taken;
  }
}
