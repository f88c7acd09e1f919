/**
 * Numbers in other notations than the decimal one.
 *
 * @module
 */

import { ValueError } from '../../builtins.ts';

/** Writes whole numbers with digits of its own. @models django.utils.baseconv:BaseConverter */
export class BaseConverter {
  readonly digits: string;
  readonly sign: string;

  /** @throws {ValueError} where the sign is one of the digits. */
  constructor(digits: string, sign = '-') {
    if (digits.includes(sign)) {
      throw new ValueError('Sign character found in converter base digits.');
    }
    this.digits = digits;
    this.sign = sign;
  }

  /** A number in this notation. @models django.utils.baseconv:BaseConverter.encode */
  encode(number: number | bigint): string {
    const base = BigInt(this.digits.length);
    const value = BigInt(number);
    let rest = value < 0n ? -value : value;
    let text = '';
    do {
      text = this.digits.charAt(Number(rest % base)) + text;
      rest /= base;
    } while (rest > 0n);
    return value < 0n ? this.sign + text : text;
  }

  /** The number of a text. @throws {ValueError} at a character that is no digit. @models django.utils.baseconv:BaseConverter.decode */
  decode(text: string): number {
    const negative = text.startsWith(this.sign);
    const value = Array.from(text.slice(negative ? 1 : 0)).reduce((sum, character) => {
      const digit = this.digits.indexOf(character);
      if (digit < 0) throw new ValueError('substring not found');
      return sum * this.digits.length + digit;
    }, 0);
    return negative ? -value : value;
  }
}

/** Digits, then capitals, then small letters. @models django.utils.baseconv:base62 */
export const base62 = new BaseConverter(
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
);
