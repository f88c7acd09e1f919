/**
 * Why a form is refused.
 *
 * @module
 */

/** Where a session keeps the token, if it and not a cookie does. @models django.middleware.csrf:CSRF_SESSION_KEY */
export const CSRF_SESSION_KEY = '_csrftoken';

/** @models django.middleware.csrf:REASON_NO_REFERER */
export const REASON_NO_REFERER = 'Referer checking failed - no Referer.';

/** With `%s` for the referer. @models django.middleware.csrf:REASON_BAD_REFERER */
export const REASON_BAD_REFERER =
  'Referer checking failed - %s does not match any trusted origins.';

/** @models django.middleware.csrf:REASON_NO_CSRF_COOKIE */
export const REASON_NO_CSRF_COOKIE = 'CSRF cookie not set.';

/** @models django.middleware.csrf:REASON_BAD_TOKEN */
export const REASON_BAD_TOKEN = 'CSRF token missing or incorrect.';

/** @models django.middleware.csrf:REASON_MALFORMED_REFERER */
export const REASON_MALFORMED_REFERER = 'Referer checking failed - Referer is malformed.';

/** @models django.middleware.csrf:REASON_INSECURE_REFERER */
export const REASON_INSECURE_REFERER =
  'Referer checking failed - Referer is insecure while host is secure.';
