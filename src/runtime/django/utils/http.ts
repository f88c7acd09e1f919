/** Dates, ETags, query strings, hosts and addresses, as `django.utils.http` offers them. @module */

export { cookieDate, httpDate, parseHttpDate, parseHttpDateSafe } from './http/dates.ts';
export { parseEtags, quoteEtag } from './http/etags.ts';
export { escapeLeadingSlashes, isSameDomain } from './http/hosts.ts';
export { limitedParseQsl, urlencode } from './http/query.ts';
export { isSafeUrl } from './http/redirects.ts';
