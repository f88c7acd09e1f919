/**
 * Text whose lines are too long for e-mail, in lines of at most 76 characters.
 *
 * @module
 */

import { utf8Encode } from '../codecs.ts';

const LONGEST_LINE = 76;

/** A text as quoted-printable. @models email.quoprimime:body_encode */
export function encodeQuotedPrintable(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => wrap(Array.from(utf8Encode(line), quoteByte).join('')).join('\n'))
    .join('\n');
}

function quoteByte(byte: number): string {
  const isPlain = byte === 0x09 || (byte >= 0x20 && byte <= 0x7e && byte !== 0x3d);
  return isPlain ? String.fromCharCode(byte) : escape(byte);
}

function escape(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function wrap(line: string): string[] {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > LONGEST_LINE) {
    const escapeAt = rest.slice(0, LONGEST_LINE - 1).lastIndexOf('=');
    const end = escapeAt >= LONGEST_LINE - 3 ? escapeAt : LONGEST_LINE - 1;
    pieces.push(`${rest.slice(0, end)}=`);
    rest = rest.slice(end);
  }
  return [...pieces, ...guardEnd(rest)];
}

/** White space at the end of a line would be lost on the way. */
function guardEnd(line: string): string[] {
  const last = line.at(-1);
  if (last !== ' ' && last !== '\t') return [line];
  const before = line.slice(0, -1);
  const escaped = escape(last.charCodeAt(0));
  if (line.length <= LONGEST_LINE - 2) return [before + escaped];
  return line.length < LONGEST_LINE ? [`${line}=`, ''] : [`${before}=`, escaped];
}
