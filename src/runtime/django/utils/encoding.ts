/**
 * Between the addresses that people read and the ones that travel.
 *
 * @module
 */

import { utf8Encode } from '../../codecs.ts';
import { quote } from '../../urllib/unicode.ts';

/** An address with everything outside ASCII escaped; escapes that are there stay. @models django.utils.encoding:iri_to_uri */
export function iriToUri(iri: string): string {
  return quote(iri, "/#%[]=:;$&()+,!?*@'~");
}

/** The path of an address, with whatever would end it escaped. @models django.utils.encoding:escape_uri_path */
export function escapeUriPath(path: string): string {
  return quote(path, "/:@&+$,-_.!~*'()");
}

/** Bytes of which those that are not UTF-8 were replaced by their escapes. @models django.utils.encoding:repercent_broken_unicode */
export function repercentBrokenUnicode(path: Uint8Array): Uint8Array {
  if (path.every((byte) => byte < 0x80)) return path;
  const kept: number[] = [];
  for (let at = 0; at < path.length;) {
    const length = validLength(path, at);
    kept.push(...(length > 0 ? path.subarray(at, at + length) : utf8Encode(escapeByte(path[at]))));
    at += Math.max(length, 1);
  }
  return Uint8Array.from(kept);
}

function escapeByte(byte = 0): string {
  return `%${byte.toString(16).toUpperCase()}`;
}

/** How many bytes the UTF-8 character at a place has; 0 where there is none. */
function validLength(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2);
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const rest = bytes.subarray(at + 1, at + length);
  const whole = rest.length === length - 1 && rest.every((byte) => (byte & 0xc0) === 0x80);
  return whole && second >= leastSecond(first) && second <= greatestSecond(first) ? length : 0;
}

function leastSecond(first: number): number {
  if (first === 0xe0) return 0xa0;
  return first === 0xf0 ? 0x90 : 0x80;
}

function greatestSecond(first: number): number {
  if (first === 0xed) return 0x9f;
  return first === 0xf4 ? 0x8f : 0xbf;
}
