import { beforeEach, describe, expect, test } from 'vitest';
import { ValueError } from '#runtime/builtins';
import {
  authenticate,
  getUser,
  login,
  logout,
  updateSessionAuthHash,
  userLoggedIn,
  userLoggedOut,
  userLoginFailed,
} from '#runtime/django/contrib/auth';
import type { AuthenticationBackend } from '#runtime/django/contrib/auth/backends';
import { AuthConfig } from '#runtime/django/contrib/auth/apps';
import { AnonymousUser, User } from '#runtime/django/contrib/auth/models';
import { SessionStore } from '#runtime/django/contrib/sessions/backends/db';
import {
  MemorySessionTable,
  setSessionTable,
} from '#runtime/django/contrib/sessions/session-table';
import {
  ImproperlyConfigured,
  PermissionDenied,
  ValidationError,
} from '#runtime/django/core/exceptions';
import { defineModule } from '#runtime/django/utils/module-loading';
import { apps } from '#runtime/django/apps';
import { setup } from '#runtime/django';
import { entropyTape, setEntropy } from '#runtime/random';
import { held, JOES_HASH, keyOf, startSite, visit } from './site.ts';

const MODEL_BACKEND = 'django.contrib.auth.backends.ModelBackend';
const MASKED = '********************';

class TokenBackend implements AuthenticationBackend {
  readonly takes = ['token'];

  authenticate(_request: unknown, { token }: Record<string, unknown>) {
    return token === 't' ? User.objects.get({ pk: 1 }) : null;
  }

  getUser(id: number) {
    return User.objects.find({ pk: id });
  }
}

class DenyingBackend extends TokenBackend {
  override readonly takes = ['username', 'password'];

  override authenticate(): never {
    throw new PermissionDenied();
  }
}

defineModule('site.backends', { DenyingBackend, TokenBackend });

let joe: User;
let ann: User;
let announced: unknown[];

function start(backends = [MODEL_BACKEND]): void {
  ({ joe, ann } = startSite({ AUTHENTICATION_BACKENDS: backends }));
  announced = [];
  const hear = { weak: false };
  userLoggedIn.connect(({ sender, user }) => announced.push(['in', sender, String(user)]), hear);
  userLoggedOut.connect(({ sender, user }) => announced.push(['out', sender, String(user)]), hear);
  userLoginFailed.connect(
    ({ sender, credentials, request }) => announced.push([sender, credentials, request]),
    hear,
  );
}

beforeEach(() => start());

describe('credentials', () => {
  test('that are right give the user, marked with the backend', () => {
    const user = authenticate(null, { username: 'joe', password: 'secret' });
    expect(user?.equals(joe)).toBe(true);
    expect(user?.backend).toBe(MODEL_BACKEND);
    expect(announced).toEqual([]);
  });

  test.each([
    [
      { username: 'joe', password: 'x' },
      { username: 'joe', password: MASKED },
    ],
    [
      { username: 'nobody', password: 'x' },
      { username: 'nobody', password: MASKED },
    ],
    [
      { username: 'joe', password: 'x', apiToken: 't', other: 'o' },
      { username: 'joe', password: MASKED, apiToken: MASKED, other: 'o' },
    ],
    [{}, {}],
  ])('that are wrong are announced without their secrets', (credentials, cleansed) => {
    expect(authenticate(null, credentials)).toBeNull();
    expect(announced).toEqual([['django.contrib.auth', cleansed, null]]);
  });

  test('of a user who is not active are wrong, unless a backend thinks otherwise', () => {
    ann.isActive = false;
    ann.save();
    const credentials = { username: 'ann', password: 'other' };
    expect(authenticate(null, credentials)).toBeNull();
    start(['django.contrib.auth.backends.AllowAllUsersModelBackend']);
    ann.isActive = false;
    ann.save();
    expect(String(authenticate(null, credentials))).toBe('ann');
  });

  test('go to the backends that take such ones', () => {
    start(['site.backends.TokenBackend', MODEL_BACKEND]);
    expect(authenticate(null, { token: 't' })?.backend).toBe('site.backends.TokenBackend');
    expect(authenticate(null, { username: 'joe', password: 'secret' })?.backend).toBe(
      MODEL_BACKEND,
    );
  });

  test('that one backend denies go to no other', () => {
    start(['site.backends.DenyingBackend', MODEL_BACKEND]);
    expect(authenticate(null, { username: 'joe', password: 'secret' })).toBeNull();
    expect(announced).toHaveLength(1);
  });

  test('need a backend', () => {
    start([]);
    expect(() => authenticate(null, {})).toThrow(ImproperlyConfigured);
    expect(() => authenticate(null, {})).toThrow(
      'No authentication backends have been defined. Does AUTHENTICATION_BACKENDS contain anything?',
    );
  });
});

describe('logging in', () => {
  const joes = {
    _auth_user_id: '1',
    _auth_user_backend: MODEL_BACKEND,
    _auth_user_hash: JOES_HASH,
  };

  test('puts three things into the session, keeps what is there, and takes another CSRF token', () => {
    const request = visit();
    request.session.set('cart', 1);
    request.user = new AnonymousUser();
    setEntropy(entropyTape(['A'.repeat(32), 'B'.repeat(32)]));
    login(request, joe);
    expect(held(request)).toEqual({ cart: 1, ...joes });
    expect(request.user).toBe(joe);
    expect(request.META.CSRF_COOKIE).toBe('B'.repeat(32) + '1'.repeat(32));
    expect(request.csrfCookieNeedsReset).toBe(true);
    expect(announced).toEqual([['in', User, 'joe']]);
  });

  test('leaves a request alone that knows no users', () => {
    const request = visit();
    login(request, joe);
    expect('user' in request).toBe(false);
  });

  test('again keeps the session, but not after somebody else or another password', () => {
    const request = visit();
    request.session.set('cart', 1);
    login(request, joe);
    const key = keyOf(request);
    const again = visit(key);
    login(again, joe);
    expect(held(again)).toEqual({ cart: 1, ...joes });

    const other = visit(key);
    login(other, ann);
    expect(held(other)).toMatchObject({ _auth_user_id: '2' });
    expect(other.session.has('cart')).toBe(false);

    joe.setPassword('new');
    joe.save();
    const changed = visit(key);
    login(changed, joe);
    expect(changed.session.has('cart')).toBe(false);
  });

  test('gives a kept session another key', () => {
    setSessionTable(new MemorySessionTable());
    const request = visit();
    request.session = new SessionStore();
    setEntropy(entropyTape(['k'.repeat(32), 'l'.repeat(32), 'A'.repeat(64)]));
    request.session.set('cart', 1);
    request.session.save();
    login(request, joe);
    expect(request.session.sessionKey).toBe('l'.repeat(32));
    expect(request.session.exists('k'.repeat(32))).toBe(false);
  });

  test('has to know the backend where there are several', () => {
    start(['site.backends.TokenBackend', MODEL_BACKEND]);
    expect(() => login(visit(), joe)).toThrow(ValueError);
    expect(() => login(visit(), joe)).toThrow(
      'You have multiple authentication backends configured and therefore must provide the `backend` argument or set the `backend` attribute on the user.',
    );
    const request = visit();
    login(request, joe, 'site.backends.TokenBackend');
    expect(held(request)).toMatchObject({ _auth_user_backend: 'site.backends.TokenBackend' });
    expect(() => login(visit(), joe, 3 as unknown as string)).toThrow(
      'backend must be a dotted import path string (got 3).',
    );
  });

  test('is noted where the application is installed', () => {
    login(visit(), joe);
    expect(User.objects.get({ pk: 1 }).lastLogin).toBeNull();
    ({ joe } = startSite({ INSTALLED_APPS: ['django.contrib.auth'] }));
    setup();
    expect(apps.getAppConfig('auth')).toBeInstanceOf(AuthConfig);
    login(visit(), joe);
    expect(User.objects.get({ pk: 1 }).lastLogin).toEqual(new Date(1_556_668_800_250));
  });
});

describe('the user of a session', () => {
  const inside = () => {
    const request = visit();
    login(request, joe);
    return keyOf(request);
  };

  test('is the one who logged in', () => {
    const request = visit(inside());
    expect(getUser(request).equals(joe)).toBe(true);
    expect([request.session.accessed, request.session.modified]).toEqual([true, false]);
  });

  test('is nobody in a new session', () => {
    expect(getUser(visit())).toBeInstanceOf(AnonymousUser);
  });

  test('is nobody after another password, and the session is forgotten', () => {
    const key = inside();
    joe.setPassword('new');
    joe.save();
    const request = visit(key);
    expect(getUser(request)).toBeInstanceOf(AnonymousUser);
    expect([held(request), request.session.modified]).toEqual([{}, true]);
  });

  test('is nobody where the backend is not the site’s any more, or does not know the id', () => {
    const gone = visit();
    gone.session.update({ _auth_user_id: '1', _auth_user_backend: 'not.configured' });
    expect(getUser(gone)).toBeInstanceOf(AnonymousUser);
    const unknown = visit();
    unknown.session.update({ _auth_user_id: '77', _auth_user_backend: MODEL_BACKEND });
    expect(getUser(unknown)).toBeInstanceOf(AnonymousUser);
    expect(held(unknown)).toMatchObject({ _auth_user_id: '77' });
  });

  test('has a number', () => {
    const request = visit();
    request.session.update({ _auth_user_id: 'x', _auth_user_backend: MODEL_BACKEND });
    expect(() => getUser(request)).toThrow(ValidationError);
    expect(() => getUser(request)).toThrow(`["'x' value must be an integer."]`);
  });

  test('stays the user who took another password here', () => {
    const request = visit(inside());
    request.user = joe;
    joe.setPassword('new');
    joe.save();
    updateSessionAuthHash(request, joe);
    expect(getUser(visit(keyOf(request))).equals(joe)).toBe(true);
  });
});

describe('logging out', () => {
  test('announces who goes and forgets all but the language', () => {
    const request = visit();
    login(request, joe);
    request.user = joe;
    request.session.update({ cart: 1, _language: 'de' });
    announced = [];
    logout(request);
    expect(held(request)).toEqual({ _language: 'de' });
    expect(request.user).toBeInstanceOf(AnonymousUser);
    expect(announced).toEqual([['out', User, 'joe']]);
  });

  test('announces nobody where nobody was logged in', () => {
    const request = visit();
    request.user = new AnonymousUser();
    logout(request);
    const bare = visit();
    logout(bare);
    expect(announced).toEqual([
      ['out', null, 'null'],
      ['out', null, 'null'],
    ]);
    expect('user' in bare).toBe(false);
  });
});
