/**
 * The body of a request that nobody sent.
 *
 * @module
 */

import { AssertionError, ValueError } from '../../builtins.ts';
import { utf8Encode } from '../../codecs.ts';
import { BytesIO } from '../../io.ts';

/** Bytes that can be read once, and not beyond their end: a view must not do in a test what it could not do later. @models django.test.client:FakePayload */
export class FakePayload {
  readonly #content = new BytesIO();
  #length = 0;
  /** Whether anyone has begun to read. */
  readStarted = false;

  constructor(content: string | Uint8Array | null = null) {
    if (content !== null) this.write(content);
  }

  /** How many bytes are left. @models django.test.client:FakePayload.__len__ */
  get length(): number {
    return this.#length;
  }

  /** Just so many bytes, or all that are left. @throws {AssertionError} where there are fewer. @models django.test.client:FakePayload.read */
  read(numBytes: number | null = null): Uint8Array {
    if (!this.readStarted) {
      this.#content.seek(0);
      this.readStarted = true;
    }
    const wanted = numBytes ?? this.#length;
    if (this.#length < wanted) {
      throw new AssertionError(
        'Cannot read more than the available bytes from the HTTP incoming data.',
      );
    }
    const content = this.#content.read(wanted);
    this.#length -= wanted;
    return content;
  }

  /** Adds to the body; text as UTF-8. @throws {ValueError} once anyone has read. @models django.test.client:FakePayload.write */
  write(content: string | Uint8Array): void {
    if (this.readStarted) throw new ValueError("Unable to write a payload after he's been read");
    const bytes = typeof content === 'string' ? utf8Encode(content) : content;
    this.#content.write(bytes);
    this.#length += bytes.length;
  }
}
