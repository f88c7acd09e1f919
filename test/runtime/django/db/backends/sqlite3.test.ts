import { afterEach, beforeEach, expect, test } from 'vitest';
import { connection, IntegrityError } from '#runtime/django/db';
import { parseDatetime } from '#runtime/django/db/backends/sqlite3/parse-datetime';
import { ConnectionHandler } from '#runtime/django/db/utils';
import { rows, type SqliteSite, sqliteSite } from '../sqlite-site.ts';

let site: SqliteSite;

beforeEach(() => {
  site = sqliteSite();
});

afterEach(() => {
  site.close();
});

test('a database in memory stays when it is closed', () => {
  const databases = { default: { ENGINE: 'django.db.backends.sqlite3', NAME: ':memory:' } };
  const memory = new ConnectionHandler(databases).get('default');
  memory.cursor().execute('CREATE TABLE x (a)');
  memory.close();
  memory.closeIfUnusableOrObsolete();
  expect(memory.cursor().execute('SELECT count(*) FROM x').fetchone()).toEqual([0]);
});

test('a file stays where it is, and foreign keys hold', () => {
  rows('CREATE TABLE parent (id integer PRIMARY KEY)');
  rows('CREATE TABLE child (parent_id integer REFERENCES parent (id))');
  connection.close();
  expect(() => rows('INSERT INTO child VALUES (9)')).toThrow(IntegrityError);
  expect(() => rows('INSERT INTO child VALUES (9)')).toThrow('FOREIGN KEY constraint failed');
});

test('options reach the driver', () => {
  const { settingsDict } = connection;
  const other = new ConnectionHandler({ default: { ...settingsDict, OPTIONS: { timeout: 0 } } });
  rows('CREATE TABLE t (a)');
  rows('BEGIN IMMEDIATE');
  expect(() => other.get('default').cursor().execute('INSERT INTO t VALUES (1)')).toThrow(
    'database is locked',
  );
  other.closeAll();
});

test('a name in quotes is not quoted twice', () => {
  expect([connection.ops.quoteName('a'), connection.ops.quoteName('"a"')]).toEqual(['"a"', '"a"']);
});

test.each([
  ['2024-01-02 03:04:05', '2024-01-02T03:04:05.000Z'],
  ['2024-1-2T03:04', '2024-01-02T03:04:00.000Z'],
  ['2024-01-02 03:04:05.6', '2024-01-02T03:04:05.600Z'],
  ['2024-01-02 03:04:05+02:30', '2024-01-02T00:34:05.000Z'],
  ['2024-01-02 03:04:05Z', '2024-01-02T03:04:05.000Z'],
  ['yesterday', undefined],
])('a text such as %j stands for a moment', (text, moment) => {
  expect(parseDatetime(text)?.toISOString()).toBe(moment);
});
