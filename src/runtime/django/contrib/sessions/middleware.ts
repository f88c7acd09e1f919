/**
 * A session for each visitor.
 *
 * @module
 */

import { time } from '../../../time.ts';
import { settings } from '../../conf.ts';
import { SuspiciousOperation } from '../../core/exceptions.ts';
import type { Answer, GetResponse } from '../../core/handlers/types.ts';
import type { HttpRequest } from '../../http/request.ts';
import type { HttpResponseBase } from '../../http/response-base.ts';
import { patchVaryHeaders } from '../../utils/cache.ts';
import { MiddlewareMixin } from '../../utils/deprecation.ts';
import { httpDate } from '../../utils/http.ts';
import { defineModule, importModule } from '../../utils/module-loading.ts';
import './apps.ts';
import { type SessionBase, UpdateError } from './backends/base.ts';
import './backends/db.ts';
import './backends/signed-cookies.ts';

declare module '../../http/request.ts' {
  interface HttpRequest {
    /** The visitor's session; there is none without the middleware. */
    session: SessionBase;
  }
}

/** A module that says where sessions are kept. */
export interface SessionEngine {
  SessionStore: (new (sessionKey?: string | null) => SessionBase) &
    Pick<typeof SessionBase, 'clearExpired'>;
}

/** The engine that `SESSION_ENGINE` names. @throws {ModuleNotFoundError} */
export function sessionEngine(): SessionEngine {
  const { SESSION_ENGINE } = settings;
  if (typeof SESSION_ENGINE !== 'string') return SESSION_ENGINE;
  return importModule(SESSION_ENGINE) as SessionEngine;
}

/** Finds the session by its cookie, and saves it if it was changed. @models django.contrib.sessions.middleware:SessionMiddleware */
export class SessionMiddleware extends MiddlewareMixin {
  /** The class of sessions, chosen when the layer is made. */
  readonly SessionStore: SessionEngine['SessionStore'];

  /** @models django.contrib.sessions.middleware:SessionMiddleware.__init__ */
  constructor(getResponse?: GetResponse) {
    super(getResponse);
    this.SessionStore = sessionEngine().SessionStore;
  }

  /** Puts a session on the request, which reads it when it is looked at. @models django.contrib.sessions.middleware:SessionMiddleware.process_request */
  processRequest(request: HttpRequest): Answer {
    const key = request.COOKIES.get(settings.SESSION_COOKIE_NAME) ?? null;
    request.session = new this.SessionStore(key);
    return null;
  }

  /** Takes the cookie of an empty session away; saves a changed one, unless the response is a 500. @throws {SuspiciousOperation} where it was deleted meanwhile. @models django.contrib.sessions.middleware:SessionMiddleware.process_response */
  processResponse(request: HttpRequest, response: HttpResponseBase): HttpResponseBase {
    const session = request.session as SessionBase | undefined;
    if (!session) return response;
    const { accessed, modified } = session;
    const empty = session.isEmpty();
    if (empty && request.COOKIES.has(settings.SESSION_COOKIE_NAME)) {
      response.deleteCookie(settings.SESSION_COOKIE_NAME, {
        path: settings.SESSION_COOKIE_PATH,
        domain: settings.SESSION_COOKIE_DOMAIN,
        samesite: settings.SESSION_COOKIE_SAMESITE,
      });
      return response;
    }
    if (accessed) patchVaryHeaders(response, ['Cookie']);
    if (!empty && (modified || settings.SESSION_SAVE_EVERY_REQUEST)) {
      saveSession(session, response);
    }
    return response;
  }
}

function saveSession(session: SessionBase, response: HttpResponseBase): void {
  const maxAge = session.getExpireAtBrowserClose() ? null : session.getExpiryAge();
  const expires = maxAge === null ? null : httpDate(time() + maxAge);
  if (response.statusCode === 500) return;
  try {
    session.save();
  } catch (error) {
    if (!(error instanceof UpdateError)) throw error;
    throw new SuspiciousOperation(
      "The request's session was deleted before the request completed. The user may have logged out in a concurrent request, for example.",
    );
  }
  response.setCookie(settings.SESSION_COOKIE_NAME, session.sessionKey ?? '', {
    maxAge,
    expires,
    domain: settings.SESSION_COOKIE_DOMAIN,
    path: settings.SESSION_COOKIE_PATH,
    secure: settings.SESSION_COOKIE_SECURE,
    httponly: settings.SESSION_COOKIE_HTTPONLY,
    samesite: settings.SESSION_COOKIE_SAMESITE,
  });
}

defineModule('django.contrib.sessions.middleware', { SessionMiddleware });
