/**
 * Reading cookies with their attributes, all or none: a header with a fault in it is not read.
 *
 * @module
 */

import { isFlag, isReservedKey } from './morsel.ts';
import { unquoteCookie } from './quoting.ts';

/** A piece of a header: a cookie, or an attribute of the one before. */
export type CookiePiece =
  | { kind: 'cookie'; key: string; value: string; codedValue: string }
  | { kind: 'attribute'; key: string; value: string | true | null };

const SPACE = String.raw`[ \t\n\r\f\v]`;
const WORD = "[\\w!#%&'~`><@,:/$*+\\-.^|)(?}{=";
const DATE = String.raw`\w{3},${SPACE}[\w \t\n\r\f\v-]{9,11}${SPACE}[\d:]{8}${SPACE}GMT`;
const VALUE = String.raw`"(?:[^\\"]|\\[^\n])*"|${DATE}|${WORD}\[\]]*`;
const PIECE = new RegExp(
  String.raw`${SPACE}*(${WORD}]+?)(?:${SPACE}*=${SPACE}*(${VALUE}))?${SPACE}*(?:${SPACE}+|;|(?=\n?(?![^])))`,
  'y',
);

/** The pieces of a header up to where it can no longer be read; none where one of them is misplaced. */
export function readCookies(header: string): CookiePiece[] {
  const pieces: CookiePiece[] = [];
  const pattern = new RegExp(PIECE);
  while (pattern.lastIndex < header.length) {
    const [whole, key = '', value = null] = pattern.exec(header) ?? [];
    if (whole === undefined) break;
    const piece = readPiece(key, value);
    if (piece === null) return [];
    if (piece.kind === 'cookie' || pieces.length > 0) pieces.push(piece);
    else if (!key.startsWith('$')) return [];
  }
  return pieces;
}

function readPiece(key: string, value: string | null): CookiePiece | null {
  if (key.startsWith('$')) return { kind: 'attribute', key: key.slice(1), value };
  if (isReservedKey(key)) {
    if (value !== null) return { kind: 'attribute', key, value: unquoteCookie(value) };
    return isFlag(key) ? { kind: 'attribute', key, value: true } : null;
  }
  if (value === null) return null;
  return { kind: 'cookie', key, value: unquoteCookie(value), codedValue: value };
}
