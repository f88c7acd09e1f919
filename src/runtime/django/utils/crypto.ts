/**
 * Keyed hashes, random strings, and the comparison that tells no time.
 *
 * @module
 */

import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 as derive } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import { utf8Encode } from '../../codecs.ts';
import { choice } from '../../random.ts';
import { settings } from '../conf.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';

/** The letters and digits of ASCII, in Python's order. @models string:ascii_letters */
export const ALPHANUMERIC = LETTERS + DIGITS;

/** Bytes, or text that is meant in UTF-8. */
export type BytesLike = string | Uint8Array;

/** A finished keyed hash. @models hmac:HMAC */
export class Mac {
  readonly #digest: Uint8Array;

  constructor(digest: Uint8Array) {
    this.#digest = digest;
  }

  /** The hash as bytes. @models hmac:HMAC.digest */
  digest(): Uint8Array {
    return this.#digest;
  }

  /** The hash in hexadecimal digits. @models hmac:HMAC.hexdigest */
  hexdigest(): string {
    return bytesToHex(this.#digest);
  }
}

/** HMAC-SHA1 of a value, by a key made of a salt and a secret, which is the site's where none is given. @models django.utils.crypto:salted_hmac */
export function saltedHmac(
  keySalt: BytesLike,
  value: BytesLike,
  secret: BytesLike | null = null,
): Mac {
  const key = sha1(joined(forceBytes(keySalt), forceBytes(secret ?? settings.SECRET_KEY)));
  return new Mac(hmac(sha1, key, forceBytes(value)));
}

/** A random string of so many characters, drawn one by one. @models django.utils.crypto:get_random_string */
export function getRandomString(length = 12, allowedChars = ALPHANUMERIC): string {
  let drawn = '';
  for (let count = 0; count < length; count += 1) drawn += choice(allowedChars);
  return drawn;
}

/** Whether two texts are equal, in a time that does not tell where they differ. @models django.utils.crypto:constant_time_compare */
export function constantTimeCompare(one: BytesLike, other: BytesLike): boolean {
  const [mine, theirs] = [forceBytes(one), forceBytes(other)];
  if (mine.length !== theirs.length) return false;
  let difference = 0;
  for (let at = 0; at < mine.length; at += 1) difference |= (mine[at] ?? 0) ^ (theirs[at] ?? 0);
  return difference === 0;
}

/** How a key is derived. */
export interface Pbkdf2Options {
  /** In bytes; that of the digest where it is 0. */
  dklen?: number;
  digest?: typeof sha1 | typeof sha256;
}

/** A key derived from a password. @models django.utils.crypto:pbkdf2 */
export function pbkdf2(
  password: BytesLike,
  salt: BytesLike,
  iterations: number,
  { dklen = 0, digest = sha256 }: Pbkdf2Options = {},
): Uint8Array {
  return derive(digest, forceBytes(password), forceBytes(salt), {
    c: iterations,
    dkLen: dklen || digest.outputLen,
  });
}

function forceBytes(value: BytesLike): Uint8Array {
  return typeof value === 'string' ? utf8Encode(value) : value;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
