/**
 * Digits of any script, which Python's `\d` matches and `int()` reads.
 *
 * @module
 */

const DIGIT = /^\p{Nd}$/u;
const MATHEMATICAL = 0x1d7ce;
const MATHEMATICAL_END = 0x1d7ff;

/** What a decimal digit is worth, or `null` for any other character. @models unicodedata:decimal */
export function digitValue(character: string): number | null {
  if (!DIGIT.test(character)) return null;
  const point = character.codePointAt(0) ?? 0;
  if (point >= MATHEMATICAL && point <= MATHEMATICAL_END) return (point - MATHEMATICAL) % 10;
  const row = point - (point % 16);
  const startsRow = DIGIT.test(String.fromCodePoint(row));
  return startsRow ? point - row : point - row - 6;
}

/** A text with every decimal digit written in ASCII. */
export function asciiDigits(text: string): string {
  return text.replaceAll(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)));
}
