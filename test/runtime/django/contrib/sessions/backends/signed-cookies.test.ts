import { beforeEach, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import type { SessionBase } from '#runtime/django/contrib/sessions/backends/base';
import { SessionStore } from '#runtime/django/contrib/sessions/backends/signed-cookies';
import { setClock } from '#runtime/time';

const KEY = 'eyJhIjoxfQ:1hLcfI:W-Yv44Bhfof_z3uisY05nK4ToQI';

const state = (session: SessionBase) => [
  session.accessed,
  session.modified,
  session.sessionKey,
  session.isEmpty(),
];

beforeEach(() => {
  freshSettings({ SECRET_KEY: 'secret' });
  setClock(() => 1_556_668_800.25);
});

test('the key of a session is what it holds, signed', () => {
  const session = new SessionStore();
  session.set('a', 1);
  session.save();
  expect(state(session)).toEqual([true, true, KEY, false]);
  expect(new SessionStore(KEY).get('a')).toBe(1);
});

test('a larger session is compressed', () => {
  const session = new SessionStore();
  session.update({
    _auth_user_id: '1',
    _auth_user_backend: 'django.contrib.auth.backends.ModelBackend',
    _auth_user_hash: 'f'.repeat(40),
  });
  session.save();
  expect(session.sessionKey).toBe(
    '.eJyrVopPLC3JiC8tTi2Kz0xRslIyVNJBFktKTM5OzQNJpGQl5qXn6yXn55UUZSbpgZToQWWL9XzzU1JznKBqUQzISCzOAOpOIxIo1QIAYwI2PQ:1hLcfI:pwBL8OT0HEGDCAk84bit2D6dTcw',
  );
  expect(new SessionStore(session.sessionKey).get('_auth_user_id')).toBe('1');
});

test('a forged one is empty and has the cookie replaced', () => {
  const session = new SessionStore('forged:a:b');
  expect(session.get('a')).toBeNull();
  expect(state(session)).toEqual([true, true, 'forged:a:b', false]);
});

test('an old one is empty as well', () => {
  setClock(() => 1_556_668_800.25 + 1_209_601);
  expect(new SessionStore(KEY).get('a')).toBeNull();
});

test('another key is the same contents signed anew', () => {
  const session = new SessionStore(KEY);
  session.get('a');
  session.cycleKey();
  expect(state(session)).toEqual([true, true, KEY, false]);
});

test('what was forgotten here may still be in the hands of the visitor', () => {
  const session = new SessionStore(KEY);
  session.flush();
  expect(state(session)).toEqual([true, true, null, true]);
  expect(new SessionStore(KEY).get('a')).toBe(1);
  expect(session.exists('x')).toBe(false);
  expect(() => SessionStore.clearExpired()).not.toThrow();
});
