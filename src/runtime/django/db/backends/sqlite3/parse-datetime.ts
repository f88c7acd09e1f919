/**
 * Dates as SQLite holds them for Django: text, in UTC unless it says otherwise.
 *
 * @module
 */

const DATETIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,6})\d{0,6})?)?(?:Z|([+-])(\d\d):?(\d\d)?)?$/;

/** The moment that a text such as `2024-01-02 03:04:05` stands for, to the millisecond; `null` for any other text. */
export function parseDatetime(text: string): Date | null {
  const found = DATETIME.exec(text);
  if (!found) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0));
  const [fraction = '', sign = '+', zoneHours = '0', zoneMinutes = '0'] = found.slice(7);
  const milliseconds = Number(fraction.padEnd(6, '0').slice(0, 3));
  const zone = Number(`${sign}1`) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  return new Date(Date.UTC(year, month - 1, day, hour, minute - zone, second, milliseconds));
}
