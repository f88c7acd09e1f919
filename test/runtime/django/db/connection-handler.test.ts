import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import { ImproperlyConfigured } from '#runtime/django/core/exceptions';
import { connection, connections, OperationalError } from '#runtime/django/db';
import { ConnectionDoesNotExist, ConnectionHandler, loadBackend } from '#runtime/django/db/utils';
import { runInThread, Thread } from '#runtime/threading';
import { type SqliteSite, sqliteSite } from './sqlite-site.ts';

const NO_ENGINE =
  'settings.DATABASES is improperly configured. Please supply the ENGINE value. Check settings documentation for more details.';

let site: SqliteSite;

beforeEach(() => {
  site = sqliteSite({ default: {}, other: { CONN_MAX_AGE: 60 } });
});

afterEach(() => {
  site.close();
});

describe('connections', () => {
  test('are one for each alias and thread, and not open before they are used', () => {
    const main = connections.get('default');
    expect(connections.get('default')).toBe(main);
    expect(main.connection).toBeNull();
    const others = runInThread(new Thread('other'), () => connections.get('default'));
    expect(others).not.toBe(main);
    expect([...connections]).toEqual(['default', 'other']);
    expect(connections.all().map(({ alias }) => alias)).toEqual(['default', 'other']);
  });

  test('of an alias that is not in the settings do not exist', () => {
    const missing = () => connections.get('nope');
    expect(missing).toThrow(ConnectionDoesNotExist);
    expect(missing).toThrow("The connection nope doesn't exist");
    expect(() => connections.delete('nope')).toThrow(
      "'_thread._local' object has no attribute 'nope'",
    );
  });

  test('fill in what the settings left out, in the settings themselves', () => {
    connections.get('other');
    expect(connections.databases['other']).toEqual({
      ENGINE: 'django.db.backends.sqlite3',
      NAME: `${site.folder}/other.sqlite3`,
      ATOMIC_REQUESTS: false,
      AUTOCOMMIT: true,
      CONN_MAX_AGE: 60,
      OPTIONS: {},
      TIME_ZONE: null,
      USER: '',
      PASSWORD: '',
      HOST: '',
      PORT: '',
      TEST: { CHARSET: null, COLLATION: null, NAME: null, MIRROR: null },
    });
  });

  test('can be put in place and forgotten', () => {
    const own = connections.get('other');
    connections.set('default', own);
    expect(connections.get('default')).toBe(own);
    connections.delete('default');
    expect(connections.get('default').alias).toBe('default');
  });

  test('are closed together, those that were opened', () => {
    connection.ensureConnection();
    connections.closeAll();
    expect(connections.get('default').connection).toBeNull();
  });

  test('begin anew with each process', () => {
    const before = connections.get('default');
    freshSettings();
    expect(connections.get('default')).not.toBe(before);
    expect(connections.get('default').vendor).toBe('unknown');
    site.close();
    site = sqliteSite();
  });
});

test('connection is whatever the default connection of the moment is', () => {
  expect(connection.vendor).toBe('sqlite');
  connection.forceDebugCursor = true;
  expect(connections.get('default').forceDebugCursor).toBe(true);
  expect('queriesLog' in connection).toBe(true);
  const elsewhere = runInThread(new Thread('other'), () => connection.forceDebugCursor);
  expect(elsewhere).toBe(false);
});

describe('the settings of databases', () => {
  test('must name a default one, unless there is none at all', () => {
    expect(() => new ConnectionHandler({ x: {} }).databases).toThrow(
      "You must define a 'default' database.",
    );
    const dummy = { default: { ENGINE: 'django.db.backends.dummy' } };
    expect(new ConnectionHandler({}).databases).toEqual(dummy);
    expect(new ConnectionHandler({ default: {} }).databases).toEqual(dummy);
  });

  test('without an engine give a connection that cannot be used', () => {
    const nothing = new ConnectionHandler({}).get('default');
    for (const use of [
      () => nothing.cursor(),
      () => nothing.ensureConnection(),
      () => nothing.commit(),
      () => nothing.getAutocommit(),
      () => nothing.onCommit(() => {}),
    ]) {
      expect(use).toThrow(ImproperlyConfigured);
      expect(use).toThrow(NO_ENGINE);
    }
    nothing.close();
    nothing.closeIfUnusableOrObsolete();
    nothing.rollback();
    expect(nothing.savepoint()).toBeNull();
  });

  test.each([
    [{}, 'settings.DATABASES is improperly configured. Please supply the NAME value.'],
    [
      { NAME: 'x', TIME_ZONE: 'UTC' },
      "Connection 'default' cannot set TIME_ZONE because USE_TZ is False.",
    ],
    [{ NAME: '/nonexistent/x' }, 'unable to open database file'],
  ])('are found wanting when it connects: %j', (given, message) => {
    const main = { ENGINE: 'django.db.backends.sqlite3', ...given };
    const made = new ConnectionHandler({ default: main }).get('default');
    expect(() => made.cursor()).toThrow(message);
  });

  test('that name a file which cannot be opened end in an OperationalError with its cause', () => {
    const main = { ENGINE: 'django.db.backends.sqlite3', NAME: '/nonexistent/x' };
    const made = new ConnectionHandler({ default: main }).get('default');
    const failure = catching(() => made.cursor());
    expect(failure).toBeInstanceOf(OperationalError);
    expect(failure.cause).toMatchObject({ name: 'OperationalError' });
  });
});

describe('a backend', () => {
  test.each(['site.nope', 'django.db.backends.nope'])('called %s is none', (name) => {
    expect(() => loadBackend(name)).toThrow(
      `'${name}' isn't an available database backend.\nTry using 'django.db.backends.XXX', where XXX is one of:\n    'mysql', 'oracle', 'postgresql', 'sqlite3'`,
    );
  });

  test.each([
    ['mysql', 'Error loading MySQLdb module.\nDid you install mysqlclient?'],
    ['oracle', "Error loading cx_Oracle module: No module named 'cx_Oracle'"],
    ['postgresql', "Error loading psycopg2 module: No module named 'psycopg2'"],
    ['postgresql_psycopg2', "Error loading psycopg2 module: No module named 'psycopg2'"],
  ])('without a driver says which one it misses: %s', (name, message) => {
    expect(() => loadBackend(`django.db.backends.${name}`)).toThrow(message);
  });
});

function catching(step: () => unknown): Error {
  try {
    step();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
