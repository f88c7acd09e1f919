/**
 * A user on each request.
 *
 * @module
 */

import { AssertionError } from '../../../builtins.ts';
import type { Answer } from '../../core/handlers/types.ts';
import type { HttpRequest } from '../../http/request.ts';
import { MiddlewareMixin } from '../../utils/deprecation.ts';
import { SimpleLazyObject } from '../../utils/functional.ts';
import { defineModule } from '../../utils/module-loading.ts';
import { getUser as readUser } from '../auth.ts';
import type { AnonymousUser, User } from './models.ts';

declare module '../../http/request.ts' {
  interface HttpRequest {
    /** Who asks; there is nobody without the middleware. */
    user: User | AnonymousUser;
    /** Who it was found to be. */
    _cachedUser?: User | AnonymousUser;
  }
}

/** Who asks, looked up once for each request. @models django.contrib.auth.middleware:get_user */
export function getUser(request: HttpRequest): User | AnonymousUser {
  return (request._cachedUser ??= readUser(request) as User | AnonymousUser);
}

/** Puts a user on the request who is looked up when someone looks. @models django.contrib.auth.middleware:AuthenticationMiddleware */
export class AuthenticationMiddleware extends MiddlewareMixin {
  /** @throws {AssertionError} where there is no session. @models django.contrib.auth.middleware:AuthenticationMiddleware.process_request */
  processRequest(request: HttpRequest): Answer {
    if (!('session' in request)) {
      throw new AssertionError(
        "The Django authentication middleware requires session middleware to be installed. Edit your MIDDLEWARE setting to insert 'django.contrib.sessions.middleware.SessionMiddleware' before 'django.contrib.auth.middleware.AuthenticationMiddleware'.",
      );
    }
    request.user = new SimpleLazyObject(() => getUser(request));
    return null;
  }
}

defineModule('django.contrib.auth.middleware', { AuthenticationMiddleware });
