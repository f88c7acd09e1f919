/**
 * Sending visitors to where they log in. The views that log them in are a site's own here.
 *
 * @module
 */

import { urlparse, urlunparse } from '../../../urllib/urlparse.ts';
import { settings } from '../../conf.ts';
import { QueryDict } from '../../http/query-dict.ts';
import { HttpResponseRedirect } from '../../http/response.ts';
import { resolveUrl } from '../../shortcuts.ts';
import { REDIRECT_FIELD_NAME } from '../auth.ts';

/** A redirect to the login page, which is told where to go on from there. @models django.contrib.auth.views:redirect_to_login */
export function redirectToLogin(
  next: string,
  loginUrl: string | null = null,
  redirectFieldName: string | null = REDIRECT_FIELD_NAME,
): HttpResponseRedirect {
  const { scheme, netloc, path, params, query, fragment } = urlparse(
    resolveUrl(loginUrl || settings.LOGIN_URL),
  );
  const fields = new QueryDict(query, { mutable: true });
  if (redirectFieldName) fields.set(redirectFieldName, next);
  const told = redirectFieldName ? fields.urlencode('/') : query;
  return new HttpResponseRedirect(
    urlunparse({ scheme, netloc, path, params, query: told, fragment }),
  );
}
