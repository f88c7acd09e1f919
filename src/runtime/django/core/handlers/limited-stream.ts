/**
 * A stream that ends where the request does.
 *
 * @module
 */

import type { RequestStream } from '../../http/request.ts';

const NEWLINE = 10;
const NOTHING = new Uint8Array();

/** What a limited stream reads from. */
export interface ByteSource {
  /** At most `size` bytes; all that are left where it is negative. */
  read(size?: number): Uint8Array;
}

/** Lets no more than `limit` bytes be read of another stream, which may never end; a negative limit is none. @models django.core.handlers.wsgi:LimitedStream */
export class LimitedStream implements RequestStream {
  readonly #stream: ByteSource;
  #remaining: number;
  #buffer: Uint8Array = NOTHING;

  /** @models django.core.handlers.wsgi:LimitedStream.__init__ */
  constructor(stream: ByteSource, limit: number) {
    this.#stream = stream;
    this.#remaining = limit;
  }

  /** At most `size` bytes, all that are left without one. @models django.core.handlers.wsgi:LimitedStream.read */
  read(size?: number): Uint8Array {
    if (size !== undefined && size < this.#buffer.length) return this.#take(size);
    const missing = size === undefined ? undefined : size - this.#buffer.length;
    const result = joined(this.#buffer, this._readLimited(missing));
    this.#buffer = NOTHING;
    return result;
  }

  /** The next line with its newline, or at most `size` bytes of it. @models django.core.handlers.wsgi:LimitedStream.readline */
  readline(size?: number): Uint8Array {
    while (!this.#buffer.includes(NEWLINE) && this.#buffer.length < (size ?? Infinity)) {
      const chunk = this._readLimited(size ? size - this.#buffer.length : undefined);
      if (chunk.length === 0) break;
      this.#buffer = joined(this.#buffer, chunk);
    }
    const newline = this.#buffer.indexOf(NEWLINE);
    const end = newline < 0 ? this.#buffer.length : newline + 1;
    return this.#take(size && size > 0 ? Math.min(end, size) : end);
  }

  /** The next bytes of the other stream, past what is kept of a line. @models django.core.handlers.wsgi:LimitedStream._read_limited */
  _readLimited(size: number = this.#remaining): Uint8Array {
    const wanted = Math.min(size, this.#remaining);
    if (wanted === 0) return NOTHING;
    const result = this.#stream.read(wanted);
    this.#remaining -= result.length;
    return result;
  }

  #take(size: number): Uint8Array {
    const taken = this.#buffer.slice(0, size);
    this.#buffer = this.#buffer.slice(taken.length);
    return taken;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
