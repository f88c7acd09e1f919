/**
 * The dates of HTTP's headers: three ways to write them, of which the first is still used.
 *
 * @module
 */

import { ValueError } from '../../builtins.ts';
import { formatdate } from '../../email/utils.ts';
import { repr } from '../../repr.ts';
import { time } from '../../time.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WORD = String.raw`[\p{L}\p{N}_]`;
const CLOCK = String.raw`(?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})`;
const MONTH = `(?<month>${WORD}{3})`;
const FORMATS = [
  String.raw`^${WORD}{3}, (?<day>\d{2}) ${MONTH} (?<year>\d{4}) ${CLOCK} GMT\n?$`,
  String.raw`^${WORD}{6,9}, (?<day>\d{2})-${MONTH}-(?<year>\d{2}) ${CLOCK} GMT\n?$`,
  String.raw`^${WORD}{3} ${MONTH} (?<day>[ \d]\d) ${CLOCK} (?<year>\d{4})\n?$`,
].map((pattern) => new RegExp(pattern, 'u'));

/** A time in seconds since 1970, now where none is given, as `Thu, 01 Jan 1970 00:00:00 GMT`. @models django.utils.http:http_date */
export function httpDate(seconds: number | null = null): string {
  return formatdate(seconds ?? time());
}

/** A date in seconds since 1970. @throws {ValueError} @models django.utils.http:parse_http_date */
export function parseHttpDate(date: string): number {
  const found = FORMATS.map((format) => format.exec(date)).find((match) => match !== null);
  if (!found) throw new ValueError(`${repr(date)} is not in a valid HTTP date format`);
  const { day, month = '', year, hour, minute, second } = found.groups ?? {};
  const parts = [
    fullYear(Number(year)),
    MONTHS.indexOf(month.toLowerCase()),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  ] as const;
  const moment = new Date(Date.UTC(...parts));
  if (parts.some((part, at) => part !== partsOf(moment)[at])) {
    throw new ValueError(`${repr(date)} is not a valid date`);
  }
  return moment.getTime() / 1000;
}

/** Like `parseHttpDate`, but `null` for what is no date. @models django.utils.http:parse_http_date_safe */
export function parseHttpDateSafe(date: string): number | null {
  try {
    return parseHttpDate(date);
  } catch (error) {
    if (error instanceof ValueError) return null;
    throw error;
  }
}

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 70 ? year + 2000 : year + 1900;
}

function partsOf(moment: Date): number[] {
  return [
    moment.getUTCFullYear(),
    moment.getUTCMonth(),
    moment.getUTCDate(),
    moment.getUTCHours(),
    moment.getUTCMinutes(),
    moment.getUTCSeconds(),
  ];
}
