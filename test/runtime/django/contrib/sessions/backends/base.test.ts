import { beforeEach, describe, expect, test } from 'vitest';
import { b64encode } from '#runtime/base64';
import { KeyError, NotImplementedError } from '#runtime/builtins';
import { latin1Encode } from '#runtime/codecs';
import { Timedelta } from '#runtime/datetime';
import { freshSettings } from '#runtime/django/conf';
import { SessionBase } from '#runtime/django/contrib/sessions/backends/base';
import { SessionStore } from '#runtime/django/contrib/sessions/backends/db';
import {
  MemorySessionTable,
  setSessionTable,
} from '#runtime/django/contrib/sessions/session-table';
import { setClock } from '#runtime/time';
import { recordLog } from '../../../shown.ts';

const NOW = 1_556_668_800.25;
const after = (seconds: number) => new Date((NOW + seconds) * 1000);

const flags = (session: SessionBase) => [session.accessed, session.modified];

beforeEach(() => {
  freshSettings({ SECRET_KEY: 'secret' });
  setClock(() => NOW);
});

describe('a session', () => {
  test('remembers whether it was looked at and whether it was changed', () => {
    const session = new SessionStore();
    expect(flags(session)).toEqual([false, false]);
    session.get('x');
    expect(flags(session)).toEqual([true, false]);
    session.set('a', 1);
    expect(flags(session)).toEqual([true, true]);
  });

  test.each<[string, (session: SessionBase) => unknown, boolean]>([
    ['has', (session) => session.has('a'), false],
    ['keys', (session) => session.keys(), false],
    ['setdefault of what is there', (session) => session.setdefault('a', 2), false],
    ['pop of what is not there', (session) => session.pop('nope', null), false],
    ['setdefault', (session) => session.setdefault('b', 2), true],
    ['pop', (session) => session.pop('a'), true],
    ['update', (session) => session.update({ b: 2 }), true],
    ['deleteItem', (session) => session.deleteItem('a'), true],
    ['clear', (session) => session.clear(), true],
  ])('counts %s as looking, and as a change where it is one', (_, act, modified) => {
    const session = new SessionStore();
    session.set('a', 1);
    session.accessed = false;
    session.modified = false;
    act(session);
    expect(flags(session)).toEqual([true, modified]);
  });

  test('does not notice a change inside of what it holds', () => {
    const session = new SessionStore();
    session.set('cart', []);
    session.modified = false;
    (session.item('cart') as string[]).push('egg');
    expect(session.modified).toBe(false);
  });

  test('gives what it holds, or the fallback, or a KeyError', () => {
    const session = new SessionStore();
    session.update({ a: 1, b: null });
    expect([session.get('a'), session.get('b', 'x'), session.get('c', 'x')]).toEqual([
      1,
      null,
      'x',
    ]);
    expect(session.items()).toEqual([
      ['a', 1],
      ['b', null],
    ]);
    expect([session.keys(), session.values()]).toEqual([
      ['a', 'b'],
      [1, null],
    ]);
    expect(() => session.item('zz')).toThrow(KeyError);
    expect(() => session.deleteItem('zz')).toThrow("'zz'");
    expect(() => session.pop('zz')).toThrow(KeyError);
    expect(session.pop('zz', 'd')).toBe('d');
  });

  test('holds names that every object has only once they are set', () => {
    const session = new SessionStore();
    expect(session.has('constructor')).toBe(false);
    session.set('__proto__', 'a');
    expect(session.items()).toEqual([['__proto__', 'a']]);
  });

  test.each([
    ['short', null],
    ['', null],
    [null, null],
    ['x'.repeat(8), 'x'.repeat(8)],
  ])('with the key %j has the key %j', (given, key) => {
    const session = new SessionStore(given);
    expect(session.sessionKey).toBe(key);
    expect(session.isEmpty()).toBe(key === null);
  });

  test('can carry a mark, to learn whether cookies come back', () => {
    const session = new SessionStore();
    session.setTestCookie();
    expect(session.testCookieWorked()).toBe(true);
    session.deleteTestCookie();
    expect(session.testCookieWorked()).toBe(false);
    expect(() => session.deleteTestCookie()).toThrow("'testcookie'");
  });

  test('that does not say where it is kept cannot be kept', () => {
    const session = new SessionBase();
    const parts = ['an exists', 'a create', 'a save', 'a delete', 'a load'];
    const acts = [
      () => session.exists('x'),
      () => session.create(),
      () => session.save(),
      () => session.delete(),
      () => session.load(),
    ];
    for (const [at, act] of acts.entries()) {
      expect(act).toThrow(NotImplementedError);
      expect(act).toThrow(`subclasses of SessionBase must provide ${parts[at]}() method`);
    }
    expect(() => SessionBase.clearExpired()).toThrow(
      'This backend does not support clear_expired().',
    );
  });
});

describe('as text', () => {
  test('a keyed hash stands before the JSON', () => {
    const session = new SessionStore();
    const text = session.encode({ a: 1 });
    expect(text).toBe('NTdkYjJhMDQwZDA4ZjIyNDFmMmM1YjM5Zjg5OGQ5MDNkMGE3MDQ0Zjp7ImEiOjF9');
    expect(session.decode(text)).toEqual({ a: 1 });
    const more = { é: [1, null] };
    expect(session.decode(session.encode(more))).toEqual(more);
  });

  test('the hash is that of one kind of store', () => {
    class OtherStore extends SessionStore {}
    expect(new OtherStore().decode(new SessionStore().encode({ a: 1 }))).toEqual({});
  });

  test('a wrong hash is logged, and the session is empty', () => {
    const log = recordLog();
    expect(new SessionStore().decode(b64encode(latin1Encode('x:{}')))).toEqual({});
    expect(log).toEqual(['django.security.SuspiciousSession warning Session data corrupted']);
  });

  test.each(['nocolon', '\u00ff:{}'])('%j is no session, without a word', (text) => {
    const log = recordLog();
    expect(new SessionStore().decode(b64encode(latin1Encode(text)))).toEqual({});
    expect(log).toEqual([]);
  });

  test('what is not base64 is an error', () => {
    expect(() => new SessionStore().decode('abc')).toThrow('Incorrect padding');
  });
});

describe('an end', () => {
  test('comes two weeks after the last change', () => {
    const session = new SessionStore();
    expect(session.getExpiryAge()).toBe(1_209_600);
    expect(session.getExpiryDate()).toEqual(after(1_209_600));
    expect(session.getExpireAtBrowserClose()).toBe(false);
  });

  test.each([
    [10, 10, after(10), false],
    [0, 1_209_600, after(1_209_600), true],
    [null, 1_209_600, after(1_209_600), false],
    [new Timedelta({ seconds: 5 }), 5, after(5), false],
    [after(7.9), 7, after(7.9), false],
  ])('can be set to %j', (expiry, age, date, atClose) => {
    const session = new SessionStore();
    session.setExpiry(5);
    session.setExpiry(expiry);
    expect(session.getExpiryAge()).toBe(age);
    expect(session.getExpiryDate()).toEqual(date);
    expect(session.getExpireAtBrowserClose()).toBe(atClose);
  });

  test('can be asked for another change, or another rule, and then nothing is read', () => {
    const session = new SessionStore();
    expect(session.getExpiryAge({ expiry: 3 })).toBe(3);
    expect(session.getExpiryAge({ expiry: null })).toBe(1_209_600);
    expect(session.getExpiryDate({ modification: after(2), expiry: 60 })).toEqual(after(62));
    expect(session.accessed).toBe(false);
  });

  test('at a moment cannot be kept as JSON', () => {
    const session = new SessionStore();
    session.setExpiry(after(1));
    setSessionTable(new MemorySessionTable());
    expect(() => session.save()).toThrow('Object of type datetime is not JSON serializable');
  });

  test('can be that of the browser for a whole site', () => {
    freshSettings({ SESSION_EXPIRE_AT_BROWSER_CLOSE: true });
    const session = new SessionStore();
    expect(session.getExpireAtBrowserClose()).toBe(true);
    session.setExpiry(10);
    expect(session.getExpireAtBrowserClose()).toBe(false);
  });
});
