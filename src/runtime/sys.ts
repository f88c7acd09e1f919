/**
 * What Python's `sys` gives a program: the exception being handled, and the streams on which it
 * speaks.
 *
 * @module
 */

import { registerModule } from './importlib.ts';
import { PerProcess } from './process.ts';

/**
 * An exception as `start_response()` takes it: its class, the exception itself, its stack.
 * A JavaScript error carries its own stack, so the third is there to be printed only.
 */
export type ExcInfo = readonly [type: unknown, value: unknown, traceback: string | null];

const handled = new PerProcess<unknown[]>(() => []);

/** Runs a step as the body of an `except` clause: `sysExcInfo()` tells the error meanwhile. */
export function whileHandling<T>(error: unknown, step: () => T): T {
  const errors = handled.value;
  errors.push(error);
  try {
    return step();
  } finally {
    errors.pop();
  }
}

/**
 * The triple for an error that was caught, which JavaScript's `catch` names; without one, that
 * of the error which is being handled around the caller, three times `null` where none is.
 * @models sys:exc_info
 */
export function sysExcInfo(...given: [error?: unknown]): ExcInfo {
  const error = given.length > 0 ? given[0] : handled.value.at(-1);
  if (given.length === 0 && error === undefined) return Object.freeze([null, null, null] as const);
  if (!(error instanceof Error)) return Object.freeze([typeof error, error, null] as const);
  return Object.freeze([error.constructor, error, error.stack ?? null] as const);
}

/** Something that text is written to. */
export interface TextStream {
  write(text: string): unknown;
  flush(): void;
}

/** Hands whole lines to the console; what has no newline yet waits for it, or for a flush. */
class ConsoleStream implements TextStream {
  readonly #print: (line: string) => void;
  #waiting = '';

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  write(text: string): void {
    const lines = (this.#waiting + text).split('\n');
    this.#waiting = lines.pop() ?? '';
    for (const line of lines) this.#print(line);
  }

  flush(): void {
    if (this.#waiting !== '') this.#print(this.#waiting);
    this.#waiting = '';
  }
}

const standardOutput = new PerProcess<TextStream>(
  () => new ConsoleStream((line) => console.log(line)),
);
const standardError = new PerProcess<TextStream>(
  () => new ConsoleStream((line) => console.error(line)),
);

/** Where a program prints; the console unless told. @models sys:stdout */
export function stdout(): TextStream {
  return standardOutput.value;
}

/** Where a program complains; the console unless told. @models sys:stderr */
export function stderr(): TextStream {
  return standardError.value;
}

/** Puts other streams in place for the rest of this process. */
export function setStreams(streams: { stdout?: TextStream; stderr?: TextStream }): void {
  if (streams.stdout) standardOutput.value = streams.stdout;
  if (streams.stderr) standardError.value = streams.stderr;
}

registerModule('sys', () => ({
  get stdout() {
    return stdout();
  },
  get stderr() {
    return stderr();
  },
}));
