/** Dates, ETags, query strings, hosts and addresses, as `django.utils.http` offers them. @module */

export { cookieDate, httpDate, parseHttpDate, parseHttpDateSafe } from './http/dates.ts';
export { escapeLeadingSlashes, isSameDomain } from './http/hosts.ts';
export { limitedParseQsl } from './http/query.ts';
