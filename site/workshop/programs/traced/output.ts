/**
 * The client's end of the connection.
 *
 * @module
 */

import { latin1Decode } from '#runtime/codecs';
import type { DrainingStream } from '#runtime/wsgiref/request-handler';
import type { Wire } from '../../stepper/model.ts';

const END_OF_HEAD = '\r\n\r\n';

/** Takes what the server sends, and tells of each write. */
export class Output implements DrainingStream {
  readonly wire: Wire = { head: '', chunks: [] };
  readonly #hear: (text: string) => void;
  #headIsOut = false;

  constructor(hear: (text: string) => void) {
    this.#hear = hear;
  }

  /** Takes bytes, all of them. */
  write(data: Uint8Array): null {
    const text = latin1Decode(data);
    if (text !== '') this.#hear(text);
    if (this.#headIsOut) {
      if (text !== '') this.wire.chunks.push(text);
      return null;
    }
    this.wire.head += text;
    this.#headIsOut = this.wire.head.endsWith(END_OF_HEAD);
    return null;
  }

  /** Everything is on its way at once. */
  flush(): void {}

  /** Resolves at once. */
  async drained(): Promise<void> {}
}
