/**
 * A client that sends what it is told and keeps what comes back.
 *
 * @module
 */

import { connect, type Socket } from 'node:net';

/** A connection to a server on this machine. */
export class RawClient {
  readonly #socket: Socket;
  #received = '';
  #closed = false;
  #wake: (() => void) | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    const note = () => this.#wake?.();
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      this.#received += text;
      note();
    });
    socket.on('close', () => {
      this.#closed = true;
      note();
    });
    socket.on('error', () => {});
  }

  /** Connects. */
  static open(port: number): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new RawClient(socket)));
      socket.on('error', reject);
    });
  }

  /** What has come so far. */
  get received(): string {
    return this.#received;
  }

  /** Sends a native string. */
  send(text: string): this {
    this.#socket.write(text, 'latin1');
    return this;
  }

  /** Says that nothing more will come, and goes on listening. */
  end(): this {
    this.#socket.end();
    return this;
  }

  /** Goes. */
  leave(): void {
    this.#socket.destroy();
  }

  /** Resolves with all that came, once it holds as many of these texts or the server has closed. */
  async until(text: string, times = 1): Promise<string> {
    while (!this.#closed && this.#received.split(text).length <= times) await this.#next();
    return this.#received;
  }

  /** Resolves with all that came when the server has closed. */
  async whole(): Promise<string> {
    while (!this.#closed) await this.#next();
    return this.#received;
  }

  #next(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
