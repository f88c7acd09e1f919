import { beforeEach, expect, test } from 'vitest';
import { AssertionError } from '#runtime/builtins';
import { login } from '#runtime/django/contrib/auth';
import { auth } from '#runtime/django/contrib/auth/context-processors';
import { AuthenticationMiddleware } from '#runtime/django/contrib/auth/middleware';
import { AnonymousUser, User } from '#runtime/django/contrib/auth/models';
import { isUnevaluated } from '#runtime/django/utils/functional';
import { repr } from '#runtime/repr';
import { makeRequest } from '../../request.ts';
import { keyOf, startSite, visit } from './site.ts';

let joe: User;

beforeEach(() => {
  ({ joe } = startSite());
});

test('without a session there are no users', () => {
  const layer = new AuthenticationMiddleware();
  expect(() => layer.processRequest(makeRequest('/'))).toThrow(AssertionError);
  expect(() => layer.processRequest(makeRequest('/'))).toThrow(
    "The Django authentication middleware requires session middleware to be installed. Edit your MIDDLEWARE setting to insert 'django.contrib.sessions.middleware.SessionMiddleware' before 'django.contrib.auth.middleware.AuthenticationMiddleware'.",
  );
});

test('the session is not read before someone looks at the user', () => {
  const request = visit();
  new AuthenticationMiddleware().processRequest(request);
  expect(repr(request.user)).toBe('<SimpleLazyObject: <function <lambda>>>');
  expect([isUnevaluated(request.user), request.session.accessed]).toEqual([true, false]);
  expect(request.user.isAuthenticated).toBe(false);
  expect([isUnevaluated(request.user), request.session.accessed]).toEqual([false, true]);
  expect(request.user).toBeInstanceOf(AnonymousUser);
});

test('the user is looked up once, and can be logged in anew', () => {
  const first = visit();
  login(first, joe);
  const request = visit(keyOf(first));
  new AuthenticationMiddleware().processRequest(request);
  expect([request.user.username, repr(request.user)]).toEqual([
    'joe',
    '<SimpleLazyObject: <User: joe>>',
  ]);
  expect(request._cachedUser).toBeInstanceOf(User);
  login(request, request.user as User);
  expect(request.user.equals(joe)).toBe(true);
});

test('templates are told of the user and of what the user may do', () => {
  const request = visit();
  const nobody = auth(request);
  expect(nobody.user).toBeInstanceOf(AnonymousUser);
  request.user = User.objects.createUser('clerk', null, { permissions: ['polls.add_choice'] });
  const { user, perms } = auth(request) as ReturnType<typeof auth> & {
    perms: { has(name: string): boolean; item(app: string): { item(name: string): boolean } };
  };
  expect(user).toBe(request.user);
  expect([perms.has('polls'), perms.has('polls.add_choice'), perms.has('x')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(perms.item('polls').item('delete_choice')).toBe(false);
  expect(() => [...(perms as unknown as Iterable<never>)]).toThrow('PermWrapper is not iterable.');
});
