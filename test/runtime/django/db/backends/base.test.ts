import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  closeOldConnections,
  connection,
  connections,
  IntegrityError,
  OperationalError,
  ProgrammingError,
} from '#runtime/django/db';
import { connectionCreated } from '#runtime/django/db/backends/signals';
import { DatabaseWrapper } from '#runtime/django/db/backends/sqlite3/base';
import type { ExecuteWrapper } from '#runtime/django/db/backends/utils';
import { atomic, setAutocommit } from '#runtime/django/db/transaction';
import { addHandler, type LogRecord } from '#runtime/logging';
import { runInThread, Thread } from '#runtime/threading';
import { setClock } from '#runtime/time';
import { catchWarnings } from '#runtime/warnings';
import { logged, rows, type SqliteSite, sqliteSite } from '../sqlite-site.ts';

let site: SqliteSite;
let now: number;

beforeEach(() => {
  site = sqliteSite({ default: {}, other: { CONN_MAX_AGE: 60 }, kept: { CONN_MAX_AGE: null } });
  now = 1000;
  setClock(() => now);
  connection.cursor().execute('CREATE TABLE t (a integer PRIMARY KEY, b text UNIQUE)');
});

afterEach(() => {
  site.close();
});

describe('a connection', () => {
  test('is opened by its first use, in autocommit, and says so', () => {
    connection.close();
    const created: string[] = [];
    connectionCreated.connect(({ connection: made }) => created.push(made.alias), { weak: false });
    expect(connection.connection).toBeNull();
    expect(connection.getAutocommit()).toBe(true);
    expect(connection.connection).not.toBeNull();
    connection.ensureConnection();
    expect(created).toEqual(['default']);
  });

  test('is closed with the request unless it may grow older', () => {
    for (const one of connections.all()) one.ensureConnection();
    closeOldConnections();
    const open = () => connections.all().map((one) => one.connection !== null);
    expect(open()).toEqual([false, true, true]);
    now += 60;
    closeOldConnections();
    expect(open()).toEqual([false, false, true]);
    expect(connections.get('kept').closeAt).toBeNull();
  });

  test('whose autocommit was left off is closed, however young it is', () => {
    const other = connections.get('other');
    setAutocommit(false, 'other');
    other.cursor().execute('CREATE TABLE lost (a)');
    other.cursor().execute('INSERT INTO lost VALUES (1)');
    closeOldConnections();
    expect(other.connection).toBeNull();
    expect(other.cursor().execute('SELECT count(*) FROM lost').fetchone()).toEqual([0]);
    expect(other.autocommit).toBe(true);
  });

  test('is asked whether it still answers once an error occurred', () => {
    const kept = connections.get('kept');
    expect(() => kept.cursor().execute('selec')).toThrow(OperationalError);
    expect(kept.errorsOccurred).toBe(true);
    closeOldConnections();
    expect([kept.connection === null, kept.errorsOccurred]).toEqual([false, false]);
  });

  test('that is opened for a moment only is closed after it', () => {
    connection.close();
    const found = connection.temporaryConnection((cursor) => cursor.execute('SELECT 1').fetchone());
    expect([found, connection.connection]).toEqual([[1], null]);
    connection.ensureConnection();
    connection.temporaryConnection(() => {});
    expect(connection.connection).not.toBeNull();
  });
});

describe('threads', () => {
  const elsewhere = <T>(step: () => T): T => runInThread(new Thread('other'), step);

  test('may use the connections that they made alone', () => {
    const own = connections.get('default');
    expect(() => elsewhere(() => own.cursor())).toThrow(
      "DatabaseWrapper objects created in a thread can only be used in that same thread. The object with alias 'default' was created in thread id 1 and this is thread id 2.",
    );
    expect(() => elsewhere(() => own.close())).toThrow('can only be used in that same thread');
  });

  test('share a connection that says so, until it takes that back', () => {
    const own = connections.get('default');
    own.incThreadSharing();
    expect(elsewhere(() => own.cursor().execute('SELECT 1').fetchone())).toEqual([1]);
    own.decThreadSharing();
    expect(() => elsewhere(() => own.cursor())).toThrow('can only be used in that same thread');
    expect(() => own.decThreadSharing()).toThrow(
      'Cannot decrement the thread sharing count below zero.',
    );
  });
});

describe('a cursor', () => {
  test('takes %s for a parameter, and two percent signs for one where there are any', () => {
    expect(rows('SELECT %s, %s', [1, 'x%'])).toEqual([[1, 'x%']]);
    expect(rows("SELECT '%%', '%s'")).toEqual([['%%', '%s']]);
    expect(rows("SELECT '%%', %s", [5])).toEqual([['%', 5]]);
    expect(rows("SELECT '%%s', %s", [5])).toEqual([['%s', 5]]);
  });

  test("gives the driver's own cursor back from execute", () => {
    const cursor = connection.cursor();
    expect(cursor.execute('SELECT 1')).toBe(cursor.cursor);
    expect(cursor.execute('SELECT 1').constructor.name).toBe('SQLiteCursorWrapper');
    cursor.execute('INSERT INTO t (b) VALUES (%s)', ['x']);
    expect([cursor.rowcount, cursor.lastrowid, cursor.description]).toEqual([1, 1, null]);
    cursor.execute('SELECT a FROM t');
    expect([[...cursor], cursor.fetchone(), cursor.fetchmany()]).toEqual([[[1]], null, []]);
  });

  test("throws Django's errors, each with the driver's as its cause", () => {
    const broken = () => rows('SELECT %s', [1, 2]);
    expect(broken).toThrow(ProgrammingError);
    expect(broken).toThrow(
      'Incorrect number of bindings supplied. The current statement uses 1, and there are 2 supplied.',
    );
    expect(connection.errorsOccurred).toBe(true);
    connection.errorsOccurred = false;
    rows("INSERT INTO t (b) VALUES ('x')");
    expect(() => rows("INSERT INTO t (b) VALUES ('x')")).toThrow(IntegrityError);
    expect(connection.errorsOccurred).toBe(false);
  });

  test('is of no use once its block is over', () => {
    const cursor = connection.cursor();
    cursor[Symbol.dispose]();
    cursor[Symbol.dispose]();
    expect(() => cursor.execute('SELECT 1')).toThrow('Cannot operate on a closed cursor.');
  });

  test('gives what columns were declared to hold', () => {
    rows('CREATE TABLE kinds (flag bool, at datetime)');
    rows("INSERT INTO kinds VALUES (1, '2024-01-02 03:04:05.678901')");
    const at = new Date(Date.UTC(2024, 0, 2, 3, 4, 5, 678));
    expect(rows('SELECT flag, at FROM kinds')).toEqual([[true, at]]);
    rows('UPDATE kinds SET at = %s', [at]);
    expect(rows('SELECT at FROM kinds')).toEqual([[at]]);
    expect(rows("SELECT at || '' FROM kinds")).toEqual([['2024-01-02 03:04:05.678000']]);
  });
});

describe('queries', () => {
  test('are kept and logged where the connection is told to', () => {
    const records: LogRecord[] = [];
    connection.forceDebugCursor = true;
    addHandler((record) => records.push(record));
    rows('SELECT %s, %s, %s', [1, "it's", null]);
    rows('SELECT 1');
    rows('SELECT %s', Object.freeze(['a']));
    connection.cursor().executemany('INSERT INTO t (b) VALUES (%s)', [['m1'], ['m2']]);
    expect(connection.queries).toEqual([
      { sql: "SELECT 1, 'it''s', NULL", time: '0.000' },
      { sql: 'SELECT 1', time: '0.000' },
      { sql: "SELECT 'a'", time: '0.000' },
      { sql: '2 times: INSERT INTO t (b) VALUES (%s)', time: '0.000' },
    ]);
    expect(records.map(({ name, level, message }) => `${name} ${level} ${message}`)).toEqual([
      `django.db.backends debug (0.000) SELECT 1, 'it''s', NULL; args=[1, "it's", None]`,
      'django.db.backends debug (0.000) SELECT 1; args=None',
      "django.db.backends debug (0.000) SELECT 'a'; args=('a',)",
      "django.db.backends debug (0.000) INSERT INTO t (b) VALUES (%s); args=[['m1'], ['m2']]",
    ]);
    expect(records[0]?.extra).toEqual({
      duration: 0,
      sql: "SELECT 1, 'it''s', NULL",
      params: [1, "it's", null],
    });
  });

  test('are kept where they fail, but not where their parameters cannot be filled in', () => {
    connection.forceDebugCursor = true;
    expect(() => rows('selec')).toThrow('near "selec": syntax error');
    expect(() => rows('SELECT %s', [1, 2])).toThrow(
      'not all arguments converted during string formatting',
    );
    expect(() => rows('SELECT %s, %s', [1])).toThrow('not enough arguments for format string');
    expect(logged()).toEqual(['selec']);
  });

  test('are forgotten from the oldest on where there are too many', () => {
    class Short extends DatabaseWrapper {
      static override readonly queriesLimit = 2;
    }
    const short = new Short(connection.settingsDict);
    short.forceDebugCursor = true;
    for (const number of [0, 1, 2]) short.cursor().execute(`SELECT ${number}`);
    let kept: string[] = [];
    const warnings = catchWarnings(() => (kept = short.queries.map(({ sql }) => sql)));
    expect(kept).toEqual(['SELECT 1', 'SELECT 2']);
    expect(warnings.map(String)).toEqual([
      'UserWarning: Limit for query logging exceeded, only the last 2 queries will be returned.',
    ]);
    short.close();
  });

  test('can be wrapped, the last wrapper innermost', () => {
    const order: string[] = [];
    const wrapper =
      (name: string): ExecuteWrapper =>
      (execute, sql, params, many, context) => {
        order.push(`enter ${name} ${many} ${context.connection.alias}`);
        const result = execute(sql, params, many, context);
        order.push(`leave ${name}`);
        return result;
      };
    connection.executeWrapper(wrapper('a'), () =>
      connection.executeWrapper(wrapper('b'), () => rows('SELECT %s', [1])),
    );
    expect(order).toEqual(['enter a false default', 'enter b false default', 'leave b', 'leave a']);
    const refuse: ExecuteWrapper = () => {
      throw new Error('no queries here');
    };
    expect(() => connection.executeWrapper(refuse, () => rows('SELECT 1'))).toThrow(
      'no queries here',
    );
    expect(rows('SELECT 1')).toEqual([[1]]);
  });
});

describe('closing in a transaction', () => {
  test('loses it, and refuses everything until the block ends', () => {
    const main = connections.get('default');
    atomic().run(() => {
      rows("INSERT INTO t (b) VALUES ('lost')");
      main.close();
      expect([main.closedInTransaction, main.needsRollback, main.connection === null]).toEqual([
        true,
        true,
        false,
      ]);
      expect(() => main.cursor()).toThrow('Cannot operate on a closed database.');
      main.close();
    });
    expect([main.connection, main.inAtomicBlock]).toEqual([null, false]);
    expect(rows('SELECT count(*) FROM t')).toEqual([[0]]);
  });

  test('may happen in an inner block', () => {
    const main = connections.get('default');
    atomic().run(() => atomic().run(() => main.close()));
    expect([main.connection, main.savepointIds]).toEqual([null, []]);
  });
});
