import { beforeEach, describe, expect, test } from 'vitest';
import { AssertionError, NotImplementedError, ValueError } from '#runtime/builtins';
import { freshSettings } from '#runtime/django/conf';
import { BaseStorage, Message } from '#runtime/django/contrib/messages/storage/base';
import { CookieStorage } from '#runtime/django/contrib/messages/storage/cookie';
import { FallbackStorage } from '#runtime/django/contrib/messages/storage/fallback';
import { SessionStorage } from '#runtime/django/contrib/messages/storage/session';
import { HttpResponse } from '#runtime/django/http';
import { markSafe, SafeText } from '#runtime/django/utils/safestring';
import { makeRequest } from '../../request.ts';
import { cookiesOf } from '../../shown.ts';
import { TAKEN_AWAY, visit } from './visit.ts';

const TWO = String.raw`messages="7e4be2ce5429aae7d1978f3327215fa759c7bbdd$[[\"__json_message\"\0540\05420\054\"one\"]\054[\"__json_message\"\0540\05440\054\"two\"\054\"x\"]]"; HttpOnly; Path=/; SameSite=Lax`;
const ENCODED = String.raw`4e72eb71aab99cf1790af37ddf14de9f68c3e779$[["__json_message",0,20,"\u00e9 <b>","t"],["__json_message",1,30,"<b>"]]`;

const texts = (storage: Iterable<Message>) => Array.from(storage, String);
const firsts = (messages: Iterable<Message> | null) =>
  Array.from(messages ?? [], (message) => String(message).charAt(0));

function stored(
  storage: BaseStorage,
): [left: Message[] | null, cookies: string[], session: object] {
  const response = new HttpResponse();
  const left = storage.update(response);
  const session = Object.fromEntries(storage.request.session.items());
  return [left, cookiesOf(response), session];
}

/** What the visitor's browser sends the next time. */
function brought(storage: BaseStorage): string {
  const response = new HttpResponse();
  storage.update(response);
  return response.cookies.get('messages')?.value ?? '';
}

beforeEach(() => {
  freshSettings({ SECRET_KEY: 'secret' });
});

describe('a message', () => {
  test('has words for the template: its own and that of its level', () => {
    expect(new Message(20, 'hi', 'a b').tags).toBe('a b info');
    expect(new Message('25', 'hi').tags).toBe('success');
    expect([new Message(99, 'x', 't').tags, new Message(99, 'x').tags]).toEqual(['t', '']);
    freshSettings({ MESSAGE_TAGS: { 20: 'note', 99: 'own' } });
    expect([new Message(20, 'x').tags, new Message(99, 'x').tags]).toEqual(['note', 'own']);
  });

  test('equals another that says the same as loudly', () => {
    expect(new Message(20, 'hi').equals(new Message(20, 'hi', 'x'))).toBe(true);
    expect(new Message(20, 'hi').equals(new Message(30, 'hi'))).toBe(false);
  });

  test('has a number for its level', () => {
    expect(() => new Message('x', 'y')).toThrow(ValueError);
    expect(() => new Message('x', 'y')).toThrow("invalid literal for int() with base 10: 'x'");
  });
});

describe.each([
  ['in a cookie', CookieStorage, [TWO], {}, [TAKEN_AWAY]],
  [
    'in the session',
    SessionStorage,
    [],
    { _messages: '[["__json_message",0,20,"one"],["__json_message",0,40,"two","x"]]' },
    [],
  ],
  ['where there is room', FallbackStorage, [TWO], {}, []],
])('messages %s', (_, Storage, cookies, session, cookiesAfter) => {
  test('are stored, without those that are empty or too light', () => {
    const storage = new Storage(visit());
    storage.add(20, 'one');
    storage.add(10, 'too light');
    storage.add(30, '');
    storage.add(30, markSafe(''));
    storage.add(40, 'two', 'x');
    expect([storage.size, storage.addedNew, storage.used]).toEqual([2, true, false]);
    expect(stored(storage)).toEqual([[], cookies, session]);
  });

  test('are not stored again once somebody has gone through them', () => {
    const storage = new Storage(visit());
    storage.add(20, 'one');
    storage.add(40, 'two', 'x');
    storage.update(new HttpResponse());
    expect(texts(storage)).toEqual(['one', 'two']);
    expect([storage.used, storage.has(new Message(20, 'one'))]).toEqual([true, true]);
    expect(stored(storage)).toEqual([[], cookiesAfter, {}]);
  });
});

describe('a cookie of messages', () => {
  test('holds a keyed hash and JSON; what is HTML stays marked', () => {
    const storage = new CookieStorage(visit());
    const messages = [new Message(20, 'é <b>', 't'), new Message(30, markSafe('<b>'))];
    expect(storage._encode(messages)).toBe(ENCODED);
    const [first, second] = new CookieStorage(visit(ENCODED));
    expect([first?.level, first?.message, first?.extraTags]).toEqual([20, 'é <b>', 't']);
    expect(second?.message).toBeInstanceOf(SafeText);
    expect([storage._encode([]), storage._encode([], true)]).toEqual([
      null,
      '4826e031686203611d3976b64029f57aa3507525$[]',
    ]);
  });

  test.each([
    ['x', null, true],
    ['x$y', null, true],
    ['716769ba442511f59c249d8366aa461d7fb0c001${bad', null, true],
    ['7ff4e396f7ed8aaa0bdad883458d1e96d4dae73f$[["__json_message",20,"old"]]', ['old'], false],
    ['', null, false],
  ])('%j is read as Django reads it', (data, messages, used) => {
    const storage = new CookieStorage(visit());
    expect(storage._decode(data)?.map(String) ?? null).toEqual(messages);
    expect(storage.used).toBe(used);
  });

  test('that is forged is taken away', () => {
    const storage = new CookieStorage(visit('bad'));
    expect(storage.size).toBe(0);
    expect(stored(storage)).toEqual([[], [TAKEN_AWAY], {}]);
  });

  test('stays where nobody looks, and grows where something is added', () => {
    expect(stored(new CookieStorage(visit(ENCODED)))).toEqual([null, [], {}]);
    const storage = new CookieStorage(visit(ENCODED));
    storage.add(20, 'new');
    expect(texts(new CookieStorage(visit(brought(storage))))).toEqual(['é <b>', '<b>', 'new']);
  });

  test('holds what was added after the look alone', () => {
    const storage = new CookieStorage(visit(ENCODED));
    expect(texts(storage)).toHaveLength(2);
    storage.add(20, 'after');
    expect(texts(new CookieStorage(visit(brought(storage))))).toEqual(['after']);
  });
});

describe('too much for a cookie', () => {
  function fill<S extends BaseStorage>(storage: S): S {
    for (let number = 0; number < 6; number += 1) storage.add(20, String(number).repeat(500));
    return storage;
  }

  test('leaves out the oldest, and says that it did', () => {
    const storage = fill(new CookieStorage(visit()));
    const response = new HttpResponse();
    expect(firsts(storage.update(response))).toEqual(['0', '1', '2']);
    const cookie = response.cookies.get('messages')?.value ?? '';
    expect(cookie).toHaveLength(1649);
    expect(cookie.endsWith('"],"__messagesnotfinished__"]')).toBe(true);
    const again = new CookieStorage(visit(cookie));
    expect(again._get()[1]).toBe(false);
    expect(firsts(again)).toEqual(['3', '4', '5']);
  });

  test('goes on in the session, the newest there', () => {
    const storage = fill(new FallbackStorage(visit()));
    const cookie = brought(storage);
    expect(cookie).toHaveLength(1649);
    const next = visit(cookie);
    next.session = storage.request.session;
    const again = new FallbackStorage(next);
    expect(firsts(again)).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(stored(again)).toEqual([[], [TAKEN_AWAY], {}]);
  });

  test('can be a single message', () => {
    const storage = new CookieStorage(visit());
    storage.add(20, 'x'.repeat(3000));
    const [left, cookies] = stored(storage);
    expect(left).toHaveLength(1);
    expect(cookies).toEqual([
      String.raw`messages="d8fb7a8f82766cd601dc45629fc32d40e5f520e1$[\"__messagesnotfinished__\"]"; HttpOnly; Path=/; SameSite=Lax`,
    ]);
  });
});

describe('the lightest level', () => {
  test('is that of the site until another is set', () => {
    const storage = new CookieStorage(visit());
    expect(storage.level).toBe(20);
    storage.level = 30;
    expect(storage.level).toBe(30);
    storage.level = null;
    expect(storage.level).toBe(20);
    freshSettings({ MESSAGE_LEVEL: 10 });
    expect(new CookieStorage(visit()).level).toBe(10);
  });

  test('cannot be given back before anyone asked for it', () => {
    const storage = new CookieStorage(visit());
    expect(() => {
      storage.level = null;
    }).toThrow(TypeError);
  });
});

test('a storage that does not say where it stores stores nothing', () => {
  const storage = new BaseStorage(visit());
  expect(() => storage.size).toThrow(NotImplementedError);
  expect(() => storage.size).toThrow('subclasses of BaseStorage must provide a _get() method');
  expect(() => storage._store([], new HttpResponse())).toThrow(
    'subclasses of BaseStorage must provide a _store() method',
  );
});

test('the session has to be there for messages in it', () => {
  expect(() => new SessionStorage(makeRequest('/'))).toThrow(AssertionError);
  expect(() => new FallbackStorage(makeRequest('/'))).toThrow(
    'The session-based temporary message storage requires session middleware to be installed, and come before the message middleware in the MIDDLEWARE list.',
  );
});

test('what is no text becomes one when it is stored', () => {
  const storage = new CookieStorage(visit());
  storage.add(20, 5);
  expect(brought(storage)).toBe(
    '07e935469c19f7671bc6706f6f46e72c05829aed$[["__json_message",0,20,"5"]]',
  );
});
