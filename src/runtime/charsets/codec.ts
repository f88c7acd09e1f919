/**
 * What a charset can do, and what goes wrong with it.
 *
 * @module
 */

import { Exception, ValueError } from '../builtins.ts';

/** A charset. */
export interface Codec {
  /** Text of bytes; bad ones become U+FFFD unless `strict`. @throws {UnicodeDecodeError} */
  decode(bytes: Uint8Array, strict: boolean): string;
  /** Bytes of text. @throws {UnicodeEncodeError} */
  encode(text: string): Uint8Array;
}

/** A charset of a name that nobody knows. @models builtins:LookupError */
export class LookupError extends Exception {
  override name = 'LookupError';
}

/** The bytes from `start` to `end` are not of this charset. @models builtins:UnicodeDecodeError */
export class UnicodeDecodeError extends ValueError {
  override name = 'UnicodeDecodeError';

  constructor(charset: string, bytes: Uint8Array, start: number, end: number, reason: string) {
    const hex = (bytes[start] ?? 0).toString(16).padStart(2, '0');
    const what =
      end - start === 1
        ? `byte 0x${hex} in position ${start}`
        : `bytes in position ${start}-${end - 1}`;
    super(`'${charset}' codec can't decode ${what}: ${reason}`);
  }
}
