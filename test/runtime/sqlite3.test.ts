import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeSqlite } from '#runtime/adapters/sqlite';
import { loadWasmSqlite } from '#runtime/adapters/wasm-sqlite';
import { startProcess } from '#runtime/process';
import {
  connect,
  type Connection,
  IntegrityError,
  OperationalError,
  ProgrammingError,
  registerConverter,
  registerDriver,
} from '#runtime/sqlite3';

const wasmSqlite = await loadWasmSqlite();

let connection: Connection;

/** Where a database can be, and what takes it away again. */
interface Place {
  path: string;
  remove: () => void;
}

function onDisk(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
  return { path: join(folder, 'db.sqlite3'), remove: () => rmSync(folder, { recursive: true }) };
}

let made = 0;

function inMemory(): Place {
  made += 1;
  return { path: `/db-${made}.sqlite3`, remove: () => undefined };
}

function table(): void {
  connection.execute('CREATE TABLE t (a integer PRIMARY KEY, b text UNIQUE)');
}

describe.each([
  { name: 'SQLite in Node', driver: nodeSqlite, place: onDisk },
  { name: 'SQLite in WebAssembly', driver: wasmSqlite, place: inMemory },
])('$name', ({ driver, place }) => {
  let path: string;
  let remove: () => void;

  beforeEach(() => {
    startProcess();
    registerDriver(driver);
    ({ path, remove } = place());
    connection = connect(path);
  });

  afterEach(() => {
    connection.close();
    remove();
  });

  describe('a cursor', () => {
    test('gives rows as tuples, one, some or all of them', () => {
      const cursor = connection.execute('SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4');
      expect([cursor.fetchone(), cursor.fetchmany(), cursor.fetchall()]).toEqual([
        [1],
        [[2]],
        [[3], [4]],
      ]);
      expect([cursor.fetchone(), cursor.fetchall()]).toEqual([null, []]);
      expect([...connection.execute('SELECT 1, 2')]).toEqual([[1, 2]]);
      expect(Object.isFrozen(connection.execute('SELECT 1').fetchone())).toBe(true);
    });

    test('carries every kind of value that SQLite has', () => {
      const values = [null, 7, 1.5, 2n ** 62n, 'é', new Uint8Array([0, 255]), true];
      expect(connection.execute('SELECT ?, ?, ?, ?, ?, ?, ?', values).fetchone()).toEqual([
        ...values.slice(0, 6),
        1,
      ]);
      const kinds = connection.execute('SELECT typeof(?), typeof(?)', [1, 1.5]).fetchone();
      expect(kinds).toEqual(['integer', 'real']);
    });

    test('writes a date as Python writes a datetime', () => {
      const dates = [
        new Date(Date.UTC(2024, 0, 2, 3, 4, 5)),
        new Date(Date.UTC(2024, 0, 2, 3, 4, 5, 6)),
      ];
      expect(connection.execute('SELECT ?, ?', dates).fetchone()).toEqual([
        '2024-01-02 03:04:05',
        '2024-01-02 03:04:05.006000',
      ]);
    });

    test('tells columns, changed rows and the last row inserted', () => {
      table();
      const cursor = connection.cursor();
      expect([cursor.rowcount, cursor.lastrowid, cursor.description]).toEqual([-1, null, null]);
      cursor.execute("INSERT INTO t (b) VALUES ('x')");
      expect([cursor.rowcount, cursor.lastrowid, cursor.description]).toEqual([1, 1, null]);
      expect(cursor.executemany('INSERT INTO t (b) VALUES (?)', [['y'], ['z']]).rowcount).toBe(2);
      expect(cursor.execute("UPDATE t SET b = b || '1'").rowcount).toBe(3);
      cursor.execute('SELECT a, b FROM t');
      expect(cursor.description?.map(([name, second]) => [name, second])).toEqual([
        ['a', null],
        ['b', null],
      ]);
      expect([cursor.rowcount, cursor.lastrowid]).toEqual([-1, 3]);
    });

    test('converts columns by their declared type where it was asked to', () => {
      registerConverter('bool', (held) => held === '1');
      const detecting = connect(':memory:', { detectTypes: true });
      detecting.execute('CREATE TABLE flags (on_ bool NOT NULL, at varchar(3))');
      detecting.execute("INSERT INTO flags VALUES (1, 'now')");
      expect(detecting.execute('SELECT on_, at FROM flags').fetchone()).toEqual([true, 'now']);
      expect(detecting.execute('SELECT on_ + 0 FROM flags').fetchone()).toEqual([1]);
    });

    test('takes parameters by place and by name, whatever stands in quotes and comments', () => {
      const byPlace = connection.execute("SELECT '?', ?1, ?1, ?2 -- ?\n", [1, 2]);
      expect(byPlace.fetchone()).toEqual(['?', 1, 1, 2]);
      const byName = connection.execute('SELECT :a /* :b */, :c', { a: 1, c: 2, d: 3 });
      expect(byName.fetchone()).toEqual([1, 2]);
      expect(connection.execute('SELECT ?', 'a').fetchone()).toEqual(['a']);
    });

    test.each<[string, unknown, string]>([
      [
        'SELECT ?',
        'abc',
        'Incorrect number of bindings supplied. The current statement uses 1, and there are 3 supplied.',
      ],
      ['SELECT ?', [/a/], "Error binding parameter 1: type 'RegExp' is not supported"],
      ['SELECT :a', { b: 1 }, 'You did not supply a value for binding parameter :a.'],
      ['SELECT ?', 5, 'parameters are of unsupported type'],
      [
        'SELECT ?',
        { a: 1 },
        'Binding 1 has no name, but you supplied a dictionary (which has only names).',
      ],
      ['SELECT 1; SELECT 2', [], 'You can only execute one statement at a time.'],
    ])('says what is wrong with %j and %j', (sql, parameters, message) => {
      const run = () => connection.execute(sql, parameters as unknown[]);
      expect(run).toThrow(ProgrammingError);
      expect(run).toThrow(message);
    });

    test('does nothing where there is no statement, and lets a comment follow one', () => {
      expect(connection.execute('').fetchall()).toEqual([]);
      expect(connection.execute('-- nothing').fetchall()).toEqual([]);
      expect(connection.execute('SELECT 1; -- that is all').fetchall()).toEqual([[1]]);
    });

    test('cannot be used once closed', () => {
      const cursor = connection.cursor();
      cursor.close();
      cursor.close();
      expect(() => cursor.fetchone()).toThrow('Cannot operate on a closed cursor.');
    });
  });

  describe('errors', () => {
    test('are told apart as PEP 249 has them, in the words of SQLite', () => {
      table();
      connection.execute("INSERT INTO t VALUES (1, 'x')");
      const again = () => connection.execute("INSERT INTO t VALUES (2, 'x')");
      expect(again).toThrow(IntegrityError);
      expect(again).toThrow('UNIQUE constraint failed: t.b');
      const missing = () => connection.execute('SELECT * FROM nope');
      expect(missing).toThrow(OperationalError);
      expect(missing).toThrow('no such table: nope');
      expect(() => connect('/nonexistent/file')).toThrow('unable to open database file');
    });

    test('a number too large for 64 bits overflows', () => {
      expect(() => connection.execute('SELECT ?', [2n ** 63n])).toThrow(
        'Python int too large to convert to SQLite INTEGER',
      );
    });
  });

  describe('transactions', () => {
    test('begin of themselves before rows are changed, and not before anything else', () => {
      table();
      expect(connection.inTransaction).toBe(false);
      connection.execute('/* why */ -- ever\n INSERT INTO t VALUES (1, null)');
      expect(connection.inTransaction).toBe(true);
      connection.rollback();
      expect(connection.execute('SELECT count(*) FROM t').fetchone()).toEqual([0]);
      expect(connection.inTransaction).toBe(false);
    });

    test('do not begin without an isolation level, which commits when it goes', () => {
      table();
      connection.execute('INSERT INTO t VALUES (1, null)');
      connection.isolationLevel = null;
      expect(connection.inTransaction).toBe(false);
      connection.execute('INSERT INTO t VALUES (2, null)');
      expect(connection.inTransaction).toBe(false);
      connection.commit();
      expect(connection.execute('SELECT count(*) FROM t').fetchone()).toEqual([2]);
    });

    test('are lost with the connection', () => {
      table();
      connection.execute('INSERT INTO t VALUES (1, null)');
      const cursor = connection.cursor();
      connection.close();
      connection.close();
      for (const use of [
        () => cursor.execute('SELECT 1'),
        () => connection.cursor(),
        () => connection.commit(),
        () => connection.rollback(),
      ]) {
        expect(use).toThrow('Cannot operate on a closed database.');
      }
      connection = connect(path);
      expect(connection.execute('SELECT count(*) FROM t').fetchone()).toEqual([0]);
    });
  });

  test('SQL can call a function of the program', () => {
    connection.createFunction('twice', 1, (value) => (value === null ? null : `${value}${value}`));
    expect(connection.execute("SELECT twice('ab'), twice(NULL)").fetchone()).toEqual([
      'abab',
      null,
    ]);
  });
});

test('a locked database says so once the timeout has passed, where files can be locked', () => {
  startProcess();
  registerDriver(nodeSqlite);
  const { path, remove } = onDisk();
  connection = connect(path);
  table();
  const other = connect(path, { timeout: 0 });
  connection.commit();
  connection.execute("INSERT INTO t VALUES (1, 'x')");
  expect(() => other.execute("INSERT INTO t VALUES (2, 'y')")).toThrow('database is locked');
  other.close();
  connection.close();
  remove();
});

test('a database in memory is written and read as its file would be', () => {
  startProcess();
  registerDriver(wasmSqlite);
  connection = connect('/first.sqlite3');
  table();
  connection.execute("INSERT INTO t VALUES (1, 'x')");
  connection.commit();
  connection.close();
  wasmSqlite.writeFile('/second.sqlite3', wasmSqlite.readFile('/first.sqlite3'));
  connection = connect('/second.sqlite3');
  expect(connection.execute('SELECT * FROM t').fetchall()).toEqual([[1, 'x']]);
  connection.close();
});
