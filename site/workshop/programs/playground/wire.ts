/**
 * The way back to the client, who takes only so much.
 *
 * @module
 */

import { BrokenPipeError } from '../../../../src/runtime/builtins.ts';
import type { DrainingStream } from '../../../../src/runtime/wsgiref/request-handler.ts';
import { MOST_BYTES, type Served } from '../../playground/served.ts';

/** Gathers what is written, and notes how much was handed on at a time. */
export class Wire implements DrainingStream {
  readonly #blocks: Uint8Array[] = [];
  readonly #pieces: number[] = [];
  #size = 0;
  #since = 0;
  #hungUp = false;

  /** Takes bytes. @throws {BrokenPipeError} when the client has hung up. */
  write(data: Uint8Array): void {
    this.#hungUp ||= this.#size + data.length > MOST_BYTES;
    if (this.#hungUp) throw new BrokenPipeError('[Errno 32] Broken pipe');
    this.#blocks.push(data.slice());
    this.#size += data.length;
    this.#since += data.length;
  }

  /** Hands on what was gathered. */
  flush(): void {
    if (this.#since > 0) this.#pieces.push(this.#since);
    this.#since = 0;
  }

  async drained(): Promise<void> {}

  /** All that went over the wire. */
  taken(): Pick<Served, 'bytes' | 'pieces' | 'hungUp'> {
    this.flush();
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const block of this.#blocks) {
      bytes.set(block, at);
      at += block.length;
    }
    return { bytes, pieces: this.#pieces, hungUp: this.#hungUp };
  }
}
