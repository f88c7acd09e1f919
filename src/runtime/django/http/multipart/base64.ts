/**
 * Parts of a form that came as base64.
 *
 * @module
 */

import { a2bBase64, BinasciiError } from '../../../binascii.ts';
import { Exception } from '../../../builtins.ts';
import type { NativeString } from '../../../codecs.ts';
import type { LazyStream } from './lazy-stream.ts';

/** A multipart body that cannot be read; answered with 400. @models django.http.multipartparser:MultiPartParserError */
export class MultiPartParserError extends Exception {
  override name = 'MultiPartParserError';
}

/** The bytes of a field, as they came where they are no base64. */
export function decodeBase64(raw: NativeString): NativeString {
  try {
    return a2bBase64(raw);
  } catch (error) {
    if (error instanceof BinasciiError) return raw;
    throw error;
  }
}

/** The bytes of a file, piece by piece, each made a multiple of four characters. @throws {MultiPartParserError} */
export function* decodeBase64Chunks(body: LazyStream): Generator<NativeString, void, undefined> {
  for (const chunk of body.chunks()) {
    let bare = withoutSpaces(chunk);
    while (bare.length % 4 !== 0) {
      const more = body.read(4 - (bare.length % 4));
      if (more === '') break;
      bare += withoutSpaces(more);
    }
    yield strict(bare);
  }
}

function strict(text: NativeString): NativeString {
  try {
    return a2bBase64(text);
  } catch (cause) {
    const error = new MultiPartParserError('Could not decode base64 data.');
    error.cause = cause;
    throw error;
  }
}

function withoutSpaces(bytes: NativeString): NativeString {
  return bytes.replaceAll(/[ \t\n\r\v\f]+/g, '');
}
