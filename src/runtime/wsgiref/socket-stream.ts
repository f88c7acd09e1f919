/**
 * The output of a response on a socket.
 *
 * @module
 */

import { BrokenPipeError } from '../builtins.ts';
import type { DrainingStream } from './request-handler.ts';

/** What is needed of a socket; Node's has it. */
export interface OutgoingSocket {
  readonly destroyed: boolean;
  /** Bytes that the operating system has not taken yet. */
  readonly writableLength: number;
  write(data: Uint8Array, done: () => void): boolean;
}

function concatenate(blocks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(blocks.reduce((length, block) => length + block.length, 0));
  let offset = 0;
  for (const block of blocks) {
    whole.set(block, offset);
    offset += block.length;
  }
  return whole;
}

/** Gathers what is written and hands it to the socket, in one go, when flushed. */
export class SocketStream implements DrainingStream {
  readonly #socket: OutgoingSocket;
  #gathered: Uint8Array[] = [];
  #lastWrite: Promise<void> = Promise.resolve();

  constructor(socket: OutgoingSocket) {
    this.#socket = socket;
  }

  /** Takes bytes, which may be changed by their owner afterwards only once flushed. @throws {BrokenPipeError} when the client has gone. */
  write(data: Uint8Array): void {
    if (this.#socket.destroyed) throw new BrokenPipeError('[Errno 32] Broken pipe');
    this.#gathered.push(data);
  }

  /** Hands everything taken so far to the operating system. */
  flush(): void {
    if (this.#gathered.length === 0) return;
    const block = concatenate(this.#gathered);
    this.#gathered = [];
    this.#lastWrite = new Promise((resolve) => {
      this.#socket.write(block, () => resolve());
    });
  }

  /** Resolves when the operating system has taken all, or the socket is closed. */
  async drained(): Promise<void> {
    if (this.#socket.writableLength > 0 && !this.#socket.destroyed) await this.#lastWrite;
  }
}
