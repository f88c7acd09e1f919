/**
 * The client's end of a replayed request.
 *
 * @module
 */

import { latin1Decode } from '#runtime/codecs';
import type { DrainingStream } from '#runtime/wsgiref/request-handler';
import { makeError } from './values.ts';

/** How the client behaves. */
export interface OutputOptions {
  /** How many bytes it takes of one write, at most; all unless told. */
  partial?: number;
  /** After how many writes it is gone, and which error tells so. */
  fail?: [writes: number, name: string, message: string];
}

/** Takes what a handler sends. */
export class Output implements DrainingStream {
  /** All the bytes taken, as a native string. */
  sent = '';
  /** How many of them are on their way to the client. */
  flushed = 0;
  #writes = 0;
  readonly #options: OutputOptions;

  constructor(options: OutputOptions = {}) {
    this.#options = options;
  }

  /** Takes bytes, or a part of them, and says how many. @throws the error that the case asks for. */
  write(data: Uint8Array): number | null {
    const { partial, fail } = this.#options;
    if (fail !== undefined && fail[0] === this.#writes) throw makeError(fail[1], fail[2]);
    this.#writes += 1;
    const taken = data.subarray(0, partial);
    this.sent += latin1Decode(taken);
    return partial === undefined ? null : taken.length;
  }

  /** Sends what was taken. */
  flush(): void {
    this.flushed = this.sent.length;
  }

  /** Resolves at once. */
  async drained(): Promise<void> {}
}
