/**
 * The values of cookies, in quotes where they need them.
 *
 * @module
 */

const LEGAL = /^[\w!#$%&'*+\-.^`|~:]+$/;
const ESCAPED = /[^\w!#$%&'*+\-.^`|~: ()/<=>?@[\]{}\u0100-\u{10ffff}]/gu;
const ESCAPE = /\\(?:([0-3][0-7][0-7])|([^\n]))/gu;

/** Whether a text may stand in a cookie without quotes, and may name one. @models http.cookies:_is_legal_key */
export function isLegalKey(text: string): boolean {
  return LEGAL.test(text);
}

/** A value in quotes where it needs them. @models http.cookies:_quote */
export function quoteCookie(value: string): string {
  return isLegalKey(value) ? value : `"${value.replaceAll(ESCAPED, escapeForCookie)}"`;
}

/** Undoes `quoteCookie`. @models http.cookies:_unquote */
export function unquoteCookie(value: string): string {
  if (value.length < 2 || !value.startsWith('"') || !value.endsWith('"')) return value;
  return value
    .slice(1, -1)
    .replaceAll(ESCAPE, (_, octal?: string, character?: string) =>
      octal === undefined ? (character ?? '') : String.fromCharCode(Number.parseInt(octal, 8)),
    );
}

function escapeForCookie(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
}
