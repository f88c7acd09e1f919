/**
 * The site of the recorded journeys: the twin of the one in record_journeys.py.
 *
 * @module
 */

import { freshSettings } from '#runtime/django/conf';
import { authenticate, login, logout } from '#runtime/django/contrib/auth';
import { loginRequired } from '#runtime/django/contrib/auth/decorators';
import { makePassword } from '#runtime/django/contrib/auth/hashers';
import { User } from '#runtime/django/contrib/auth/models';
import { getMessages, success } from '#runtime/django/contrib/messages';
import '#runtime/django/contrib/messages/middleware';
import {
  MemorySessionTable,
  setSessionTable,
} from '#runtime/django/contrib/sessions/session-table';
import { type HttpRequest, HttpResponse, HttpResponseRedirect } from '#runtime/django/http';
import '#runtime/django/middleware/clickjacking';
import '#runtime/django/middleware/common';
import { getToken } from '#runtime/django/middleware/csrf';
import '#runtime/django/middleware/security';
import { path } from '#runtime/django/urls';
import { cacheControl, neverCache } from '#runtime/django/views/decorators/cache';
import { xframeOptionsExempt } from '#runtime/django/views/decorators/clickjacking';
import { csrfExempt } from '#runtime/django/views/decorators/csrf';
import { requirePOST } from '#runtime/django/views/decorators/http';
import { varyOnHeaders } from '#runtime/django/views/decorators/vary';

const visible = varyOnHeaders('Accept')(() => new HttpResponse('hello'));

const fresh = neverCache(
  cacheControl({ private: true })(xframeOptionsExempt(() => new HttpResponse('fresh'))),
);

function form(request: HttpRequest) {
  if (request.method !== 'POST') return new HttpResponse(getToken(request));
  success(request, `Saved <${String(request.POST.item('text'))}>`);
  return new HttpResponseRedirect('/list/');
}

function listing(request: HttpRequest) {
  return new HttpResponse(
    Array.from(getMessages(request), (one) => `${one.tags}: ${String(one)}`).join(', '),
  );
}

function count(request: HttpRequest) {
  const next = request.session.get('count', 0) + 1;
  request.session.set('count', next);
  return new HttpResponse(String(next));
}

function enter(request: HttpRequest) {
  if (request.method === 'GET') return new HttpResponse(getToken(request));
  const user = authenticate(request, {
    username: request.POST.item('name'),
    password: request.POST.item('password'),
  });
  if (user === null) return new HttpResponse('wrong');
  login(request, user);
  return new HttpResponseRedirect(String(request.GET.item('next')));
}

const me = loginRequired((request: HttpRequest) => new HttpResponse(request.user.getUsername()));

const leave = requirePOST((request: HttpRequest) => {
  logout(request);
  return new HttpResponseRedirect('/');
});

function boom(request: HttpRequest): never {
  request.session.set('count', 99);
  throw new Error('boom');
}

const hook = csrfExempt(() => new HttpResponse('thanks'));

const urlpatterns = [
  path('', visible),
  path('fresh/', fresh),
  path('form/', form),
  path('list/', listing),
  path('count/', count),
  path('accounts/login/', enter),
  path('me/', me),
  path('leave/', leave),
  path('boom/', boom),
  path('hook/', hook),
];

/** Starts the site with these layers, and with sessions where an engine keeps them. */
export function startSite(middleware: readonly string[], engine: string): void {
  freshSettings({
    SECRET_KEY: 'secret',
    ALLOWED_HOSTS: ['testserver'],
    ROOT_URLCONF: { urlpatterns },
    MIDDLEWARE: middleware,
    PASSWORD_HASHERS: ['django.contrib.auth.hashers.MD5PasswordHasher'],
    SECURE_HSTS_SECONDS: 60,
    SECURE_CONTENT_TYPE_NOSNIFF: true,
    SECURE_BROWSER_XSS_FILTER: true,
    SESSION_ENGINE: `django.contrib.sessions.backends.${engine}`,
  });
  setSessionTable(new MemorySessionTable());
  new User({ username: 'joe', password: makePassword('secret', 'salt') }).save();
}
