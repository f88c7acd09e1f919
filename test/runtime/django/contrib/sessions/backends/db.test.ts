import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import {
  CreateError,
  type SessionBase,
  UpdateError,
} from '#runtime/django/contrib/sessions/backends/base';
import { SessionStore } from '#runtime/django/contrib/sessions/backends/db';
import { setSessionTable } from '#runtime/django/contrib/sessions/session-table';
import {
  CREATE_SESSION_TABLE,
  SqlSessionTable,
} from '#runtime/django/contrib/sessions/sql-session-table';
import { entropyTape, setEntropy } from '#runtime/random';
import { setClock } from '#runtime/time';
import { SqliteConnection } from '../sqlite-connection.ts';

const NOW = 1_556_668_800.25;
const [K, L, M] = ['k'.repeat(32), 'l'.repeat(32), 'm'.repeat(32)] as const;

const play = (...drawn: string[]) => setEntropy(entropyTape(drawn));
const state = (session: SessionBase) => [
  session.accessed,
  session.modified,
  session.sessionKey,
  session.isEmpty(),
];

let connection: SqliteConnection | null = null;

function saved(key: string): SessionStore {
  play(key);
  const session = new SessionStore();
  session.set('a', 1);
  session.save();
  return session;
}

afterEach(() => {
  connection?.close();
  connection = null;
});

describe.each(['memory', 'SQLite'])('sessions in %s', (where) => {
  beforeEach(() => {
    freshSettings({ SECRET_KEY: 'secret' });
    setClock(() => NOW);
    if (where === 'memory') return;
    connection = new SqliteConnection();
    for (const sql of CREATE_SESSION_TABLE) connection.cursor().execute(sql);
    const table = new SqlSessionTable(connection);
    setSessionTable(() => table);
  });

  test('get a key when they are first saved, and are found by it', () => {
    expect(state(saved(K))).toEqual([true, true, K, false]);
    const again = new SessionStore(K);
    expect(again.get('a')).toBe(1);
    expect(state(again)).toEqual([true, false, K, false]);
  });

  test('take no key that is taken', () => {
    saved(K);
    play(K, L);
    const session = new SessionStore();
    session.create();
    expect(state(session)).toEqual([true, true, L, false]);
  });

  test('give up a key under which nothing is saved', () => {
    const session = new SessionStore('nosuchkey');
    expect(session.get('a', 'none')).toBe('none');
    expect(state(session)).toEqual([true, false, null, true]);
  });

  test('can take another key and keep what they hold', () => {
    const session = saved(K);
    play(M);
    session.cycleKey();
    expect(state(session)).toEqual([true, true, M, false]);
    expect([session.exists(K), session.exists(M), session.get('a')]).toEqual([false, true, 1]);
  });

  test('can be forgotten with all that is saved', () => {
    const session = saved(K);
    session.flush();
    expect(state(session)).toEqual([true, true, null, true]);
    expect(session.exists(K)).toBe(false);
  });

  test('cannot be updated when they are gone, nor created when they are there', () => {
    const session = saved(K);
    const other = new SessionStore(K);
    other.set('b', 2);
    session.delete();
    expect(() => other.save()).toThrow(UpdateError);
    other.save(true);
    expect(() => new SessionStore(K).save(true)).toThrow(CreateError);
  });

  test('end, and stay in the table until someone clears it', () => {
    saved(K);
    setClock(() => NOW + 1_209_599);
    expect(new SessionStore(K).get('a')).toBe(1);
    setClock(() => NOW + 1_209_600);
    expect(new SessionStore(K).get('a')).toBeNull();
    setClock(() => NOW + 1_209_601);
    expect(new SessionStore().exists(K)).toBe(true);
    SessionStore.clearExpired();
    expect(new SessionStore().exists(K)).toBe(false);
  });
});

test('the statements are those that Django sends', () => {
  freshSettings({ SECRET_KEY: 'secret' });
  setClock(() => NOW);
  connection = new SqliteConnection();
  for (const sql of CREATE_SESSION_TABLE) connection.cursor().execute(sql);
  const table = new SqlSessionTable(connection);
  setSessionTable(() => table);
  connection.log.length = 0;
  const session = saved(K);
  session.save();
  new SessionStore(K).get('a');
  session.delete();
  SessionStore.clearExpired();
  const [now, end] = ['2019-05-01 00:00:00.250000', '2019-05-15 00:00:00.250000'];
  const data = 'NTdkYjJhMDQwZDA4ZjIyNDFmMmM1YjM5Zjg5OGQ5MDNkMGE3MDQ0Zjp7ImEiOjF9';
  expect(connection.log).toEqual([
    [
      'SELECT (1) AS "a" FROM "django_session" WHERE "django_session"."session_key" = %s  LIMIT 1',
      [K],
    ],
    [
      'INSERT INTO "django_session" ("session_key", "session_data", "expire_date") SELECT %s, %s, %s',
      [K, data, end],
    ],
    [
      'UPDATE "django_session" SET "session_data" = %s, "expire_date" = %s WHERE "django_session"."session_key" = %s',
      [data, end, K],
    ],
    [
      'SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date" FROM "django_session" WHERE ("django_session"."expire_date" > %s AND "django_session"."session_key" = %s)',
      [now, K],
    ],
    [
      'SELECT "django_session"."session_key", "django_session"."session_data", "django_session"."expire_date" FROM "django_session" WHERE "django_session"."session_key" = %s',
      [K],
    ],
    ['DELETE FROM "django_session" WHERE "django_session"."session_key" IN (%s)', [K]],
    ['DELETE FROM "django_session" WHERE "django_session"."expire_date" < %s', [now]],
  ]);
});
