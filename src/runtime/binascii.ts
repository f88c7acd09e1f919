/**
 * Bytes written in ASCII, read as leniently as Python reads them.
 *
 * @module
 */

import { ValueError } from './builtins.ts';
import type { NativeString } from './codecs.ts';

/** What was written is not whole. @models binascii:Error */
export class BinasciiError extends ValueError {
  override name = 'Error';
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of base64 text; characters that do not belong there are passed over, and so is what follows the padding. @throws {BinasciiError} @models binascii:a2b_base64 */
export function a2bBase64(text: NativeString): NativeString {
  const { kept, ended } = digitsOf(text);
  const rest = kept.length % 4;
  if (rest === 1 && !ended) {
    throw new BinasciiError(
      `Invalid base64-encoded string: number of data characters (${kept.length}) cannot be 1 more than a multiple of 4`,
    );
  }
  if (rest !== 0 && !ended) throw new BinasciiError('Incorrect padding');
  return atob(kept);
}

/** The characters that count, and whether padding ended them. */
function digitsOf(text: NativeString): { kept: string; ended: boolean } {
  let kept = '';
  let pads = 0;
  for (const character of text) {
    if (character === '=') {
      const place = kept.length % 4;
      if (place < 2) continue;
      pads += 1;
      if (place + pads >= 4) return { kept, ended: true };
    } else if (ALPHABET.includes(character)) {
      pads = 0;
      kept += character;
    }
  }
  return { kept, ended: false };
}
