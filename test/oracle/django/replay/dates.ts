/**
 * Suite django-dates on the runtime.
 *
 * @module
 */

import { cookieDate, httpDate, parseHttpDate, parseHttpDateSafe } from '#runtime/django/utils/http';
import { replayCalls } from './calls.ts';

/** What the runtime does with a case of the suite. */
export const replayDates = replayCalls({
  http_date: httpDate,
  cookie_date: cookieDate,
  parse_http_date: parseHttpDate,
  parse_http_date_safe: parseHttpDateSafe,
});
