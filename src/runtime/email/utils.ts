/**
 * Dates as e-mail and HTTP write them.
 *
 * @module
 */

/** A time in seconds since 1970 as `Thu, 01 Jan 1970 00:00:00 GMT`. @models email.utils:formatdate */
export function formatdate(seconds: number): string {
  return new Date(Math.floor(seconds) * 1000).toUTCString();
}
