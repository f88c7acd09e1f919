/**
 * Dates as e-mail and HTTP write them.
 *
 * @module
 */

import { OSError, OverflowError, ValueError } from '../builtins.ts';
import { localtime, strftime } from '../time.ts';

const FIRST_SECOND = -62_135_596_800;
const LAST_SECOND = 253_402_300_799;
const C_LIBRARY_LIMIT = 67_768_036_191_676_800;
const TIME_T_LIMIT = 2 ** 63;

/**
 * A time in seconds since 1970 as `Thu, 01 Jan 1970 00:00:00 GMT`. @throws {ValueError} outside
 * the years 1 to 9999. @throws {OverflowError} @throws {OSError} far outside them.
 * @models email.utils:formatdate
 */
export function formatdate(seconds: number): string {
  const moment = wholeSeconds(seconds);
  const date = new Date(moment * 1000);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return date.toUTCString().replace(/-?\d+ (?=\d\d:)/, `${year} `);
}

function wholeSeconds(seconds: number): number {
  if (Number.isNaN(seconds)) throw new ValueError('Invalid value NaN (not a number)');
  if (Math.abs(seconds) >= TIME_T_LIMIT) {
    throw new OverflowError('timestamp out of range for platform time_t');
  }
  if (Math.abs(seconds) >= C_LIBRARY_LIMIT) {
    throw new OSError('[Errno 75] Value too large for defined data type');
  }
  const whole = Math.floor(toMicroseconds(seconds));
  if (whole < FIRST_SECOND || whole > LAST_SECOND) {
    throw new ValueError(`year ${yearOf(whole)} is out of range`);
  }
  return whole;
}

/** Rounded to the microsecond, a half to the even one. */
function toMicroseconds(seconds: number): number {
  const whole = Math.floor(seconds);
  const micros = (seconds - whole) * 1e6;
  const down = Math.floor(micros);
  const rest = micros - down;
  const up = rest > 0.5 || (rest === 0.5 && down % 2 === 1);
  return whole + (down + (up ? 1 : 0)) / 1e6;
}

/** The year of a moment that may lie beyond what `Date` can hold. */
function yearOf(seconds: number): number {
  const cycle = 400 * 365.2425 * 86_400;
  const cycles = Math.floor(seconds / cycle);
  return new Date((seconds - cycles * cycle) * 1000).getUTCFullYear() + cycles * 400;
}

/** A time in seconds since 1970 in local time, as `Thu, 01 Jan 1970 01:00:00 +0100`. @models email.utils:formatdate */
export function formatLocalDate(seconds: number): string {
  return strftime('%a, %d %b %Y %H:%M:%S %z', localtime(seconds));
}
