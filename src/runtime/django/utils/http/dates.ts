/**
 * The dates of HTTP.
 *
 * @module
 */

import { ValueError } from '../../../builtins.ts';
import { asciiDigits } from '../../../digits.ts';
import { formatdate } from '../../../email/utils.ts';
import { compile } from '../../../re.ts';
import { repr } from '../../../repr.ts';
import { time } from '../../../time.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = String.raw`(?P<hour>\d{2}):(?P<minute>\d{2}):(?P<second>\d{2})`;
const MONTH = String.raw`(?P<month>\w{3})`;
const FORMATS = [
  String.raw`^\w{3}, (?P<day>\d{2}) ${MONTH} (?P<year>\d{4}) ${TIME} GMT$`,
  String.raw`^\w{6,9}, (?P<day>\d{2})-${MONTH}-(?P<year>\d{2}) ${TIME} GMT$`,
  String.raw`^\w{3} ${MONTH} (?P<day>[ \d]\d) ${TIME} (?P<year>\d{4})$`,
].map((format) => compile(format));

/** A moment in seconds since 1970, now without one, as HTTP writes it. @models django.utils.http:http_date */
export function httpDate(seconds: number | null = null): string {
  return formatdate(seconds ?? time());
}

/** The same with hyphens, as old cookies have it. @models django.utils.http:cookie_date */
export function cookieDate(seconds: number | null = null): string {
  const [, day, rest] = /^(.*, .*?) (.*)$/.exec(httpDate(seconds)) ?? [];
  return `${day}-${rest?.replace(' ', '-')}`;
}

/** Seconds since 1970 of a date in one of HTTP's three formats. @throws {ValueError} @models django.utils.http:parse_http_date */
export function parseHttpDate(date: string): number {
  for (const format of FORMATS) {
    const found = format.search(date);
    if (found) return secondsOf(found.groupdict, date);
  }
  throw new ValueError(`${repr(date)} is not in a valid HTTP date format`);
}

/** The same, but `null` for what is no date. @models django.utils.http:parse_http_date_safe */
export function parseHttpDateSafe(date: string): number | null {
  try {
    return parseHttpDate(date);
  } catch (error) {
    if (error instanceof ValueError) return null;
    throw error;
  }
}

function secondsOf(parts: Record<string, string | null>, date: string): number {
  const number = (name: string) => Number(asciiDigits(parts[name] ?? ''));
  const year = fullYear(number('year'));
  const month = MONTHS.indexOf((parts['month'] ?? '').toLowerCase());
  const clock = [number('hour'), number('minute'), number('second')] as const;
  const moment = new Date(Date.UTC(2000, month, number('day'), ...clock));
  moment.setUTCFullYear(year, month, number('day'));
  const exists =
    month >= 0 &&
    moment.getUTCMonth() === month &&
    moment.getUTCDate() === number('day') &&
    clock[0] < 24 &&
    clock[1] < 60 &&
    clock[2] < 60;
  if (!exists) throw new ValueError(`${repr(date)} is not a valid date`);
  return moment.getTime() / 1000;
}

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 70 ? year + 2000 : year + 1900;
}
