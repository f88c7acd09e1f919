import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshSettings, type Settings } from '#runtime/django/conf';
import {
  CreateError,
  type SessionBase,
  UpdateError,
} from '#runtime/django/contrib/sessions/backends/base';
import { SessionStore } from '#runtime/django/contrib/sessions/backends/db';
import {
  MemorySessionTable,
  setSessionTable,
} from '#runtime/django/contrib/sessions/session-table';
import { CREATE_SESSION_TABLE } from '#runtime/django/contrib/sessions/sql-session-table';
import { connection } from '#runtime/django/db';
import { atomic } from '#runtime/django/db/transaction';
import { ImproperlyConfigured } from '#runtime/django/core/exceptions';
import { environ } from '#runtime/os';
import { entropyTape, setEntropy } from '#runtime/random';
import { setClock } from '#runtime/time';
import { logged, rows, type SqliteSite, sqliteSite } from '../../../db/sqlite-site.ts';

const NOW = 1_556_668_800.25;
const [K, L, M] = ['k'.repeat(32), 'l'.repeat(32), 'm'.repeat(32)] as const;

const play = (...drawn: string[]) => setEntropy(entropyTape(drawn));
const state = (session: SessionBase) => [
  session.accessed,
  session.modified,
  session.sessionKey,
  session.isEmpty(),
];

const SITE = { SECRET_KEY: 'secret', USE_TZ: true };

let site: SqliteSite | null = null;

function startSqlite(others: Partial<Settings> = {}): void {
  site = sqliteSite({ default: {} }, { ...SITE, ...others });
  for (const sql of CREATE_SESSION_TABLE) connection.cursor().execute(sql);
  setClock(() => NOW);
}

function startMemory(): void {
  freshSettings(SITE);
  setSessionTable(new MemorySessionTable());
  setClock(() => NOW);
}

function saved(key: string): SessionStore {
  play(key);
  const session = new SessionStore();
  session.set('a', 1);
  session.save();
  return session;
}

afterEach(() => {
  site?.close();
  site = null;
});

describe.each(['memory', 'SQLite'])('sessions in %s', (where) => {
  beforeEach(() => (where === 'memory' ? startMemory() : startSqlite()));

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

describe('the table in a database', () => {
  test('is sent the statements that Django sends', () => {
    startSqlite({ DEBUG: true });
    logged();
    const session = saved(K);
    session.save();
    new SessionStore(K).get('a');
    session.delete();
    SessionStore.clearExpired();
    const [now, end] = ['2019-05-01 00:00:00.250000', '2019-05-15 00:00:00.250000'];
    const data = 'NTdkYjJhMDQwZDA4ZjIyNDFmMmM1YjM5Zjg5OGQ5MDNkMGE3MDQ0Zjp7ImEiOjF9';
    const columns =
      '"django_session"."session_key", "django_session"."session_data", "django_session"."expire_date"';
    expect(logged()).toEqual([
      `SELECT (1) AS "a" FROM "django_session" WHERE "django_session"."session_key" = '${K}'  LIMIT 1`,
      'BEGIN',
      `INSERT INTO "django_session" ("session_key", "session_data", "expire_date") SELECT '${K}', '${data}', '${end}'`,
      'BEGIN',
      `UPDATE "django_session" SET "session_data" = '${data}', "expire_date" = '${end}' WHERE "django_session"."session_key" = '${K}'`,
      `SELECT ${columns} FROM "django_session" WHERE ("django_session"."expire_date" > '${now}' AND "django_session"."session_key" = '${K}')`,
      `SELECT ${columns} FROM "django_session" WHERE "django_session"."session_key" = '${K}'`,
      `DELETE FROM "django_session" WHERE "django_session"."session_key" IN ('${K}')`,
      'BEGIN',
      `DELETE FROM "django_session" WHERE "django_session"."expire_date" < '${now}'`,
    ]);
  });

  test('holds moments in the zone of the site where it knows no zones', () => {
    startSqlite({ USE_TZ: false, TIME_ZONE: 'America/Chicago' });
    environ()['TZ'] = 'America/Chicago';
    saved(K);
    expect(rows('SELECT CAST(expire_date AS text) FROM django_session')).toEqual([
      ['2019-05-14 19:00:00.250000'],
    ]);
    expect(new SessionStore(K).get('a')).toBe(1);
  });

  test('keeps no session of a transaction that is rolled back', () => {
    startSqlite();
    const undone = new Error('undone');
    const block = () => {
      saved(K);
      throw undone;
    };
    expect(() => atomic().run(block)).toThrow(undone);
    expect(new SessionStore().exists(K)).toBe(false);
  });

  test('that is not there makes saving fail: as a database error, or as a session that is gone', () => {
    site = sqliteSite({ default: {} }, SITE);
    expect(() => saved(K)).toThrow('no such table: django_session');
    const session = new SessionStore(K);
    Object.assign(session, { _sessionCache: { a: 1 } });
    expect(() => session.save()).toThrow(UpdateError);
  });

  test('needs a database', () => {
    freshSettings(SITE);
    expect(() => saved(K)).toThrow(ImproperlyConfigured);
  });
});
