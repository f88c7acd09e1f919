/**
 * Whether a site is deployed without its protection against forged forms.
 *
 * @module
 */

import { settings } from '../../../conf.ts';
import { type CheckMessage, Warning as WarningMessage } from '../messages.ts';
import { registry, Tags } from '../registry.ts';

const CSRF = 'django.middleware.csrf.CsrfViewMiddleware';

const usesCsrf = () => settings.MIDDLEWARE.includes(CSRF);

/** The protection has to be there. @models django.core.checks.security.csrf:check_csrf_middleware */
export function checkCsrfMiddleware(): CheckMessage[] {
  if (usesCsrf()) return [];
  const msg = `You don't appear to be using Django's built-in cross-site request forgery protection via the middleware ('${CSRF}' is not in your MIDDLEWARE). Enabling the middleware is the safest approach to ensure you don't leave any holes.`;
  return [new WarningMessage(msg, { id: 'security.W003' })];
}

/** Its cookie has to be for https alone. @models django.core.checks.security.csrf:check_csrf_cookie_secure */
export function checkCsrfCookieSecure(): CheckMessage[] {
  if (settings.CSRF_USE_SESSIONS || !usesCsrf() || settings.CSRF_COOKIE_SECURE) return [];
  const msg = `You have '${CSRF}' in your MIDDLEWARE, but you have not set CSRF_COOKIE_SECURE to True. Using a secure-only CSRF cookie makes it more difficult for network traffic sniffers to steal the CSRF token.`;
  return [new WarningMessage(msg, { id: 'security.W016' })];
}

for (const check of [checkCsrfMiddleware, checkCsrfCookieSecure]) {
  registry.register(check, [Tags.security], { deploy: true, atImport: true });
}
