/**
 * A stream from which bytes can be taken and given back.
 *
 * @module
 */

import { AssertionError } from '../../../builtins.ts';
import type { NativeString } from '../../../codecs.ts';
import { SuspiciousMultipartForm } from '../../core/exceptions.ts';

/** Gives the next bytes, as many as it likes; `null` at the end. */
export type Producer = () => NativeString | null;

const REMEMBERED = 50;
const TOO_OFTEN = 40;

/** Bytes of a producer, in whatever pieces it gives. @models django.http.multipartparser:LazyStream */
export class LazyStream {
  readonly #produce: Producer;
  #leftover: NativeString = '';
  #given: number[] = [];

  constructor(produce: Producer) {
    this.#produce = produce;
  }

  /** The piece at hand, `null` at the end. @models django.http.multipartparser:LazyStream.__next__ */
  next(): NativeString | null {
    if (this.#leftover !== '') {
      const piece = this.#leftover;
      this.#leftover = '';
      return piece;
    }
    const piece = this.#produce();
    if (piece !== null) this.#given = [];
    return piece;
  }

  /** Piece after piece, to the end. */
  *chunks(): Generator<NativeString, void, undefined> {
    for (let piece = this.next(); piece !== null; piece = this.next()) yield piece;
  }

  /** At most `size` bytes, all that are left where it is `null`. @throws {AssertionError} for a negative size. @models django.http.multipartparser:LazyStream.read */
  read(size: number | null): NativeString {
    let taken = '';
    let remaining = size ?? Number.POSITIVE_INFINITY;
    while (remaining !== 0) {
      if (remaining < 0) {
        throw new AssertionError('remaining bytes to read should never go negative');
      }
      const piece = this.next();
      if (piece === null) break;
      const kept = piece.slice(0, remaining);
      this.unget(piece.slice(kept.length));
      remaining -= kept.length;
      taken += kept;
    }
    return taken;
  }

  /** Gives bytes back. @throws {SuspiciousMultipartForm} where as many were given back too often. @models django.http.multipartparser:LazyStream.unget */
  unget(bytes: NativeString): void {
    if (bytes === '') return;
    this.#given = [bytes.length, ...this.#given.slice(0, REMEMBERED - 1)];
    const equal = this.#given.filter((length) => length === bytes.length).length;
    if (equal > TOO_OFTEN) {
      throw new SuspiciousMultipartForm(
        "The multipart parser got stuck, which shouldn't happen with normal uploaded files. Check for malicious upload activity; if there is none, report this to the Django developers.",
      );
    }
    this.#leftover = bytes + this.#leftover;
  }
}
