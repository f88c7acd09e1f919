/**
 * What stands between a server and an application while the validator watches: around the
 * streams, around `write()`, around the result.
 *
 * @module
 */

import { AssertionError } from '../builtins.ts';
import { repr } from '../repr.ts';
import { closeResult, openResult } from './application-result.ts';
import type { ErrorStream, InputStream, Write } from './types.ts';
import { assertThat, isList } from './validate-assertions.ts';

const NOT_STARTED =
  'The application returns and we started iterating over its body, but start_response has not ' +
  'yet been called';
const NEVER_CLOSED = 'Iterator garbage collected without being closed';

function checkBytes(value: unknown): Uint8Array {
  assertThat(value instanceof Uint8Array);
  return value;
}

/** An input that may be read but not closed. @models wsgiref.validate:InputWrapper */
export class InputWrapper implements InputStream {
  readonly input: InputStream;

  constructor(input: InputStream) {
    this.input = input;
  }

  /** Reads; a size must be given. @throws {AssertionError} without one, or for what is not bytes. @models wsgiref.validate:InputWrapper.read */
  read(...size: number[]): Uint8Array {
    assertThat(size.length === 1);
    return checkBytes(this.input.read(...size));
  }

  /** Reads a line. @throws {AssertionError} for two sizes, or for what is not bytes. @models wsgiref.validate:InputWrapper.readline */
  readline(...size: number[]): Uint8Array {
    assertThat(size.length <= 1);
    return checkBytes(this.input.readline(...size));
  }

  /** Reads lines. @throws {AssertionError} for two hints, or for what is no list of bytes. @models wsgiref.validate:InputWrapper.readlines */
  readlines(...hint: number[]): Uint8Array[] {
    assertThat(hint.length <= 1);
    const lines: unknown = this.input.readlines(...hint);
    assertThat(isList(lines));
    return lines.map(checkBytes);
  }

  /** The lines that are left. @models wsgiref.validate:InputWrapper.__iter__ */
  *[Symbol.iterator](): Generator<Uint8Array, void, undefined> {
    for (let line = this.readline(); line.length > 0; line = this.readline()) yield line;
  }

  /** Refuses: the input is the server's. @throws {AssertionError} always. @models wsgiref.validate:InputWrapper.close */
  close(): never {
    throw new AssertionError('input.close() must not be called');
  }
}

/** An error stream that takes text and cannot be closed. @models wsgiref.validate:ErrorWrapper */
export class ErrorWrapper implements ErrorStream {
  readonly errors: ErrorStream;

  constructor(errors: ErrorStream) {
    this.errors = errors;
  }

  /** Reports a text. @throws {AssertionError} for anything else. @models wsgiref.validate:ErrorWrapper.write */
  write(text: string): void {
    assertThat(typeof text === 'string');
    this.errors.write(text);
  }

  /** Sees to it that what was reported can be read. @models wsgiref.validate:ErrorWrapper.flush */
  flush(): void {
    this.errors.flush();
  }

  /** Reports texts in turn. @throws {AssertionError} at the first that is none. @models wsgiref.validate:ErrorWrapper.writelines */
  writelines(texts: Iterable<string>): void {
    for (const text of texts) this.write(text);
  }

  /** Refuses: the stream is the server's. @throws {AssertionError} always. @models wsgiref.validate:ErrorWrapper.close */
  close(): never {
    throw new AssertionError('errors.close() must not be called');
  }
}

/** A `write()` that takes bytes. @throws {AssertionError} (the function made does) for anything else. @models wsgiref.validate:WriteWrapper */
export function writeWrapper(write: Write): Write {
  return (data) => {
    write(checkBytes(data));
  };
}

/** Whether `start_response()` was called: set by whoever watches it. */
export interface Started {
  started: boolean;
}

/** A result that checks what it yields, and when. @models wsgiref.validate:IteratorWrapper */
export class IteratorWrapper implements Iterator<Uint8Array, undefined> {
  readonly originalIterator: unknown;
  readonly iterator: Iterator<unknown>;
  closed = false;
  /** What is looked at before the first block; `null` afterwards. */
  checkStartResponse: Started | null;

  /** @throws a `TypeError` for what cannot be iterated. */
  constructor(result: unknown, checkStartResponse: Started | null) {
    this.originalIterator = result;
    this.iterator = openResult(result);
    this.checkStartResponse = checkStartResponse;
  }

  /** The wrapper itself. @models wsgiref.validate:IteratorWrapper.__iter__ */
  [Symbol.iterator](): this {
    return this;
  }

  /**
   * The next block. @throws {AssertionError} after `close()`, for what is not bytes, and for a
   * first block before `start_response()`. @models wsgiref.validate:IteratorWrapper.__next__
   */
  next(): IteratorResult<Uint8Array, undefined> {
    assertThat(!this.closed, () => 'Iterator read after closed');
    const { done, value } = this.iterator.next();
    if (done === true) return { done, value: undefined };
    assertThat(
      value instanceof Uint8Array,
      () => `Iterator yielded non-bytestring (${repr(value)})`,
    );
    assertThat(this.checkStartResponse?.started !== false, () => NOT_STARTED);
    this.checkStartResponse = null;
    return { done: false, value };
  }

  /** Closes the result. @models wsgiref.validate:IteratorWrapper.close */
  close(): void {
    this.closed = true;
    closeResult(this.originalIterator, this.iterator);
  }

  /**
   * To be called when the server is done. CPython looks at this when the garbage collector
   * takes the wrapper, at a time that nobody knows, and can only print what it finds.
   * @throws {AssertionError} where `close()` was never called. @models wsgiref.validate:IteratorWrapper.__del__
   */
  assertClosed(): void {
    assertThat(this.closed, () => NEVER_CLOSED);
  }
}

/** A result that is watched only once it is iterated. @models wsgiref.validate:PartialIteratorWrapper */
export class PartialIteratorWrapper {
  readonly iterator: unknown;

  constructor(iterator: unknown) {
    this.iterator = iterator;
  }

  /** A wrapper that does not ask for `start_response()`. @models wsgiref.validate:PartialIteratorWrapper.__iter__ */
  [Symbol.iterator](): IteratorWrapper {
    return new IteratorWrapper(this.iterator, null);
  }
}
