/**
 * Generators that end as Python's do. JavaScript's `return()` passes every `catch` by; Python's
 * `close()` raises an exception inside the generator, which an `except` may catch.
 *
 * @module
 */

import { GeneratorExit, RuntimeError } from './builtins.ts';

/** A generator with Python's `close()`. @models types:GeneratorType */
export class PythonGenerator<T> implements IterableIterator<T, unknown, undefined> {
  readonly #generator: Generator<T, unknown, undefined>;

  constructor(generator: Generator<T, unknown, undefined>) {
    this.#generator = generator;
  }

  /** The generator itself. @models types:GeneratorType.__iter__ */
  [Symbol.iterator](): this {
    return this;
  }

  /** Runs on to the next `yield`. @models types:GeneratorType.__next__ */
  next(): IteratorResult<T, unknown> {
    return this.#generator.next();
  }

  /**
   * Raises `GeneratorExit` where the generator waits; one that has not begun or has ended is
   * left alone. @throws {RuntimeError} when the generator answers with another value.
   * @models types:GeneratorType.close
   */
  close(): void {
    let step: IteratorResult<T, unknown>;
    try {
      step = this.#generator.throw(new GeneratorExit());
    } catch (error) {
      if (error instanceof GeneratorExit) return;
      throw error;
    }
    if (step.done !== true) throw new RuntimeError('generator ignored GeneratorExit');
  }
}
