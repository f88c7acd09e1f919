/**
 * Whether a form that was sent over https came from a page that may send it.
 *
 * @module
 */

import { urlparse } from '../../urllib/urlparse.ts';
import { settings } from '../conf.ts';
import { DisallowedHost } from '../core/exceptions.ts';
import type { HttpRequest } from '../http/request.ts';
import { isSameDomain } from '../utils/http.ts';
import {
  REASON_BAD_REFERER,
  REASON_INSECURE_REFERER,
  REASON_MALFORMED_REFERER,
  REASON_NO_REFERER,
} from './csrf-reasons.ts';

/** The reason why the referer of a request will not do, or `null`. @throws {ValueError} for a referer that is no address at all. */
export function refererFault(request: HttpRequest): string | null {
  const header = request.META.HTTP_REFERER;
  if (header === undefined) return REASON_NO_REFERER;
  const referer = urlparse(header);
  if (!referer.scheme || !referer.netloc) return REASON_MALFORMED_REFERER;
  if (referer.scheme !== 'https') return REASON_INSECURE_REFERER;
  const own = ownHost(request);
  const good =
    own === null ? settings.CSRF_TRUSTED_ORIGINS : [...settings.CSRF_TRUSTED_ORIGINS, own];
  if (good.some((host) => isSameDomain(referer.netloc, host))) return null;
  return REASON_BAD_REFERER.replace('%s', () => referer.geturl());
}

/** The domain of the cookie with the port, else the host that was asked, if the site answers to it. */
function ownHost(request: HttpRequest): string | null {
  const domain = settings.CSRF_USE_SESSIONS
    ? settings.SESSION_COOKIE_DOMAIN
    : settings.CSRF_COOKIE_DOMAIN;
  if (domain !== null) {
    const port = request.getPort();
    return port === '443' || port === '80' ? domain : `${domain}:${port}`;
  }
  try {
    return request.getHost();
  } catch (error) {
    if (error instanceof DisallowedHost) return null;
    throw error;
  }
}
