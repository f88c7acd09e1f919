import { beforeEach, describe, expect, test } from 'vitest';
import {
  loginRequired,
  permissionRequired,
  userPassesTest,
} from '#runtime/django/contrib/auth/decorators';
import { AnonymousUser, User } from '#runtime/django/contrib/auth/models';
import { redirectToLogin } from '#runtime/django/contrib/auth/views';
import { PermissionDenied } from '#runtime/django/core/exceptions';
import { type HttpRequest, HttpResponse } from '#runtime/django/http';
import { NoReverseMatch, path } from '#runtime/django/urls';
import type { View } from '#runtime/django/urls/types';
import { makeRequest } from '../../request.ts';
import { startSite } from './site.ts';

const view = () => new HttpResponse('v');

function ask(decorated: View, user: User | AnonymousUser = new AnonymousUser()): string | number {
  const request = makeRequest('/p', { QUERY_STRING: 'x=1' });
  request.user = user;
  const response = (decorated as (request: HttpRequest) => HttpResponse)(request);
  return response.get('Location') ?? response.statusCode;
}

let joe: User;

beforeEach(() => {
  ({ joe } = startSite({
    ROOT_URLCONF: { urlpatterns: [path('login/', view, { name: 'login' })] },
  }));
});

describe('who is not logged in', () => {
  test('is sent to the login page, which is told the way back', () => {
    expect(ask(loginRequired(view))).toBe('/accounts/login/?next=/p%3Fx%3D1');
    expect(ask(loginRequired(view), joe)).toBe(200);
    expect(loginRequired(view).name).toBe('view');
  });

  test.each([
    ['login', '/login/?next=/p%3Fx%3D1'],
    ['/l/?a=b', '/l/?a=b&next=/p%3Fx%3D1'],
    ['https://testserver/l', 'https://testserver/l?next=http%3A//testserver/p%3Fx%3D1'],
    ['http://other/l', 'http://other/l?next=http%3A//testserver/p%3Fx%3D1'],
    ['http://testserver/l', 'http://testserver/l?next=/p%3Fx%3D1'],
    ['//testserver/l', '//testserver/l?next=/p%3Fx%3D1'],
    ['./rel', './rel?next=/p%3Fx%3D1'],
    ['x.y', 'x.y?next=/p%3Fx%3D1'],
  ])('is sent to %s with the way back as far as it is needed', (loginUrl, location) => {
    expect(ask(loginRequired({ loginUrl })(view))).toBe(location);
  });

  test('cannot be sent to a name that no view has', () => {
    expect(() => ask(loginRequired({ loginUrl: 'nope' })(view))).toThrow(NoReverseMatch);
  });

  test('can be told the way back under another name, or not at all', () => {
    expect(ask(loginRequired({ redirectFieldName: 'go' })(view))).toBe(
      '/accounts/login/?go=/p%3Fx%3D1',
    );
    expect(ask(loginRequired({ redirectFieldName: '' })(view))).toBe('/accounts/login/');
  });
});

test('any test of the user will do', () => {
  expect(ask(userPassesTest(() => false)(view))).toBe('/accounts/login/?next=/p%3Fx%3D1');
  expect(ask(userPassesTest((user) => user.username === 'joe')(view), joe)).toBe(200);
});

test('who may not do something is sent to the login page, or refused', () => {
  expect(ask(permissionRequired('a.b')(view), joe)).toBe('/accounts/login/?next=/p%3Fx%3D1');
  const refusing = permissionRequired(['a.b'], { raiseException: true })(view);
  expect(() => ask(refusing, joe)).toThrow(PermissionDenied);
  const clerk = User.objects.createUser('clerk', null, { permissions: ['a.b'] });
  expect(ask(refusing, clerk)).toBe(200);
});

test('a login page with parts of its own keeps them', () => {
  expect(redirectToLogin('/x?y=1&z', '/l/;p?next=old#f').url).toBe('/l/;p?next=/x%3Fy%3D1%26z#f');
});
