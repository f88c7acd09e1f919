/**
 * Between the addresses that people read and the ones that travel.
 *
 * @module
 */

import { decode, encode } from '../../charsets.ts';
import { findUtf8Fault } from '../../charsets/utf8.ts';
import { latin1Decode, latin1Encode } from '../../codecs.ts';
import { quote } from '../../urllib/unicode.ts';

/** An address with everything outside ASCII escaped; escapes that are there stay, and so does `null`. @models django.utils.encoding:iri_to_uri */
export function iriToUri<Iri extends string | null>(iri: Iri): Iri {
  return (iri === null ? null : quote(iri, "/#%[]=:;$&()+,!?*@'~")) as Iri;
}

/** An address as people read it: escapes of letters, digits, hyphens, dots and of what is outside ASCII are undone, where they are UTF-8. @models django.utils.encoding:uri_to_iri */
export function uriToIri<Uri extends string | null>(uri: Uri): Uri {
  if (uri === null) return uri;
  const bytes = latin1Decode(encode(uri, 'utf-8')).replaceAll(
    /%([2-7][0-9a-f]|[89a-f][0-9a-f])/gi,
    (escape, hex: string) => {
      const character = String.fromCharCode(Number.parseInt(hex, 16));
      return /[-._~a-z\x80-\xff]/i.test(character) ? character : escape;
    },
  );
  return decode(repercentBrokenUnicode(latin1Encode(bytes)), 'utf-8', 'strict') as Uri;
}

/** The path of an address, with whatever would end it escaped. @models django.utils.encoding:escape_uri_path */
export function escapeUriPath(path: string): string {
  return quote(path, "/:@&+$,-_.!~*'()");
}

/** The path of a file as part of an address; backslashes become slashes. @models django.utils.encoding:filepath_to_uri */
export function filepathToUri<Path extends string | null>(path: Path): Path {
  return (path === null ? null : quote(path.replaceAll('\\', '/'), "/~!*()'")) as Path;
}

/** Bytes of which those that are not UTF-8 were replaced by their escapes. @models django.utils.encoding:repercent_broken_unicode */
export function repercentBrokenUnicode(path: Uint8Array): Uint8Array {
  let kept: number[] | null = null;
  let at = 0;
  for (let fault = findUtf8Fault(path); fault; fault = findUtf8Fault(path, at)) {
    const broken = Array.from(path.subarray(fault.start, fault.end), escapeByte).join('');
    (kept ??= []).push(...path.subarray(at, fault.start), ...latin1Encode(broken));
    at = fault.end;
  }
  return kept === null ? path : Uint8Array.from([...kept, ...path.subarray(at)]);
}

function escapeByte(byte: number): string {
  return `%${byte.toString(16).toUpperCase()}`;
}
