/** `Mon, 05 Jun 2006 18:49:54 GMT` for a number of seconds since 1970. @models wsgiref.handlers:format_date_time */
export function formatDateTime(timestamp: number): string {
  return new Date(Math.floor(timestamp) * 1000).toUTCString();
}
