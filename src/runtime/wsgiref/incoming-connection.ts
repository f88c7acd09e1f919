/**
 * A client's connection: its requests arrive one after the other, and wait until they are
 * asked for.
 *
 * @module
 */

import type { ParsedRequest } from '../http/server.ts';
import type { RequestSource } from './request-handler.ts';
import { type OutgoingSocket, SocketStream } from './socket-stream.ts';

/** What is needed of a socket beside its output; Node's has it. */
export interface ClientSocket extends OutgoingSocket {
  on(event: 'close' | 'end' | 'error', listener: () => void): unknown;
  destroy(): unknown;
  destroySoon(): void;
}

/** A connection with its requests and its output. */
export class IncomingConnection implements RequestSource {
  readonly output: SocketStream;
  readonly #socket: ClientSocket;
  readonly #arrivals: Promise<ParsedRequest | null>[] = [];
  #ended = false;
  #wake: (() => void) | null = null;

  constructor(socket: ClientSocket) {
    this.#socket = socket;
    this.output = new SocketStream(socket);
    const end = () => {
      this.#ended = true;
      this.#wake?.();
    };
    socket.on('end', end);
    socket.on('close', end);
    socket.on('error', () => socket.destroy());
  }

  /** Takes a request that is arriving; `null` will mean that the client broke off. */
  add(arriving: Promise<ParsedRequest | null>): void {
    this.#arrivals.push(arriving);
    this.#wake?.();
  }

  /** The next request, once it is whole; `null` when the client has gone. */
  async next(): Promise<ParsedRequest | null> {
    while (this.#arrivals.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return (await this.#arrivals.shift()) ?? null;
  }

  /** Closes it once the client has taken what was sent. */
  async finish(): Promise<void> {
    await this.output.drained();
    this.#socket.destroySoon();
  }
}
