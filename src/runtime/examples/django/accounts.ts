/**
 * Users who come and go, and messages for them.
 *
 * @module
 */

import * as messages from '../../django/contrib/messages.ts';
import { authenticate, login, logout } from '../../django/contrib/auth.ts';
import { loginRequired, userPassesTest } from '../../django/contrib/auth/decorators.ts';
import { HttpResponseRedirect } from '../../django/http.ts';
import type { HttpRequest } from '../../django/http/request.ts';
import { getToken } from '../../django/middleware/csrf.ts';
import { path } from '../../django/urls.ts';
import type { UrlconfModule, View } from '../../django/urls/types.ts';
import { registerModule } from '../../importlib.ts';
import { str } from '../../repr.ts';
import { formWith } from './forms.ts';
import { text } from './plain.ts';

const enter: View = (request) => {
  if (request.method !== 'POST') return formWith(getToken(request));
  const username = request.POST.get('username', '');
  const password = request.POST.get('password', '');
  const user = authenticate(request, { username, password });
  if (user === null) return text('no such user', { status: 403 });
  login(request, user);
  messages.success(request, `Welcome, ${username}`);
  return new HttpResponseRedirect(request.GET.get('next', '/accounts/profile/'));
};

const leave: View = (request) => {
  logout(request);
  return text('left');
};

const profile = loginRequired((request: HttpRequest) =>
  text(`profile of ${request.user.username}`),
);

const elsewhere = loginRequired({ loginUrl: '/enter/', redirectFieldName: 'back' })(() =>
  text('elsewhere'),
);

const picky = userPassesTest((user) => user.username === 'zoe')(() => text('picky'));

const whoever: View = ({ user }) => text(`${String(user)} ${str(user.isAuthenticated)}`);

const say: View = (request) => {
  messages.info(request, request.GET.get('text', 'said'));
  messages.debug(request, 'too quiet');
  messages.error(request, 'an error', { extraTags: 'loud' });
  return text('noted');
};

const read: View = (request) =>
  text(
    Array.from(messages.getMessages(request), (one) => `${one.tags}: ${str(one.message)}`).join(
      '\n',
    ),
  );

const peek: View = ({ _messages: storage }) => text(String(storage?.size ?? 0));

/** The views and their addresses. */
export function accounts(): UrlconfModule {
  return {
    urlpatterns: [
      path('login/', enter, { name: 'login' }),
      path('logout/', leave),
      path('profile/', profile),
      path('elsewhere/', elsewhere),
      path('picky/', picky),
      path('whoever/', whoever),
      path('say/', say),
      path('read/', read),
      path('peek/', peek),
    ],
  };
}

registerModule('demo.accounts', accounts);
