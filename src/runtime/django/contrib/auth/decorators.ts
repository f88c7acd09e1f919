/**
 * Views for some users alone.
 *
 * @module
 */

import { urlparse } from '../../../urllib/urlparse.ts';
import { settings } from '../../conf.ts';
import { PermissionDenied } from '../../core/exceptions.ts';
import type { HttpRequest } from '../../http/request.ts';
import { resolveUrl } from '../../shortcuts.ts';
import type { View } from '../../urls/types.ts';
import { type AnyView, type ViewDecorator, wraps } from '../../utils/decorators.ts';
import { REDIRECT_FIELD_NAME } from '../auth.ts';
import './middleware.ts';
import type { AnonymousUser, User } from './models.ts';
import { redirectToLogin } from './views.ts';

/** Where those are sent who do not pass. */
export interface LoginOptions {
  /** An address or a view's name; the site's where it is not said. */
  loginUrl?: string | null;
  redirectFieldName?: string;
}

/** Sends those to the login page who do not pass a test. @models django.contrib.auth.decorators:user_passes_test */
export function userPassesTest(
  testFunc: (user: User | AnonymousUser) => boolean,
  { loginUrl = null, redirectFieldName = REDIRECT_FIELD_NAME }: LoginOptions = {},
): ViewDecorator {
  return (view) =>
    wraps(view, (request: HttpRequest, ...given: unknown[]) => {
      if (testFunc(request.user)) return (view as unknown as AnyView)(request, ...given);
      const asked = request.buildAbsoluteUri();
      const login = resolveUrl(loginUrl || settings.LOGIN_URL);
      return redirectToLogin(wayBack(request, asked, login), login, redirectFieldName);
    });
}

/** What was asked for: without the site where the login page is on the same one. */
function wayBack(request: HttpRequest, asked: string, login: string): string {
  const [there, here] = [urlparse(login), urlparse(asked)];
  const sameScheme = !there.scheme || there.scheme === here.scheme;
  const sameHost = !there.netloc || there.netloc === here.netloc;
  return sameScheme && sameHost ? request.getFullPath() : asked;
}

/** Sends those to the login page who are not logged in. @models django.contrib.auth.decorators:login_required */
export function loginRequired<V extends View>(view: V): V;
export function loginRequired(options: LoginOptions): ViewDecorator;
export function loginRequired(given: View | LoginOptions): unknown {
  const isAuthenticated = (user: User | AnonymousUser) => user.isAuthenticated;
  if (typeof given === 'function') return userPassesTest(isAuthenticated)(given);
  return userPassesTest(isAuthenticated, given);
}

/** Sends those to the login page, or refuses them, who may not do something. @throws {PermissionDenied} @models django.contrib.auth.decorators:permission_required */
export function permissionRequired(
  permission: string | readonly string[],
  { raiseException = false, ...options }: LoginOptions & { raiseException?: boolean } = {},
): ViewDecorator {
  const permissions = typeof permission === 'string' ? [permission] : permission;
  return userPassesTest((user) => {
    if (user.hasPerms(permissions)) return true;
    if (raiseException) throw new PermissionDenied();
    return false;
  }, options);
}
