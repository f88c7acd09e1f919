/**
 * A moment for people.
 *
 * @module
 */

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Seconds since 1970 as `January 02, 2024 - 03:04:05`, in local time. @models time:strftime */
export function longDate(seconds: number): string {
  const date = new Date(seconds * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${MONTHS[date.getMonth()]} ${two(date.getDate())}, ${date.getFullYear()} - ${clock}`;
}
