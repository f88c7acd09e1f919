import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  connection,
  connections,
  DatabaseError,
  IntegrityError,
  ProgrammingError,
} from '#runtime/django/db';
import { aliasesWithoutTransaction } from '#runtime/django/db/non-atomic-requests';
import * as transaction from '#runtime/django/db/transaction';
import { logged, rows, type SqliteSite, sqliteSite } from './sqlite-site.ts';

const { atomic, TransactionManagementError } = transaction;
const BROKEN =
  "An error occurred in the current transaction. You can't execute queries until the end of the 'atomic' block.";
const FORBIDDEN = "This is forbidden when an 'atomic' block is active.";

let site: SqliteSite;

beforeEach(() => {
  site = sqliteSite({ default: {}, other: {} });
  rows('CREATE TABLE t (b text UNIQUE)');
  connection.forceDebugCursor = true;
});

afterEach(() => {
  site.close();
});

const insert = (value: string) => rows('INSERT INTO t VALUES (%s)', [value]);
const kept = () => rows('SELECT b FROM t ORDER BY b').flat();

function failing(): never {
  throw new RangeError('on purpose');
}

function swallowing(step: () => unknown): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof DatabaseError)) throw error;
  }
}

describe('an atomic block', () => {
  test('begins outright, and its inner blocks are savepoints unless they do without', () => {
    const names = () => [...connection.savepointIds];
    atomic().run(() => {
      expect([connection.inAtomicBlock, connection.autocommit]).toEqual([true, false]);
      expect(names()).toEqual([]);
      atomic().run(() => {
        expect(names()).toEqual(['s1_x1']);
        atomic({ savepoint: false }).run(() => expect(names()).toEqual(['s1_x1', null]));
      });
    });
    expect(logged()).toEqual(['BEGIN', 'SAVEPOINT "s1_x1"', 'RELEASE SAVEPOINT "s1_x1"']);
    expect([connection.inAtomicBlock, connection.autocommit]).toEqual([false, true]);
  });

  test('is rolled back as a whole by what leaves it, whatever that is', () => {
    const step = () => {
      insert('a');
      failing();
    };
    expect(() => atomic().run(step)).toThrow('on purpose');
    expect(kept()).toEqual([]);
    expect(connection.connection).not.toBeNull();
  });

  test('survives what is caught outside an inner block', () => {
    atomic().run(() => {
      insert('a');
      swallowing(() => atomic().run(() => insert('a')));
      insert('b');
    });
    expect(logged()).toEqual([
      'BEGIN',
      "INSERT INTO t VALUES ('a')",
      'SAVEPOINT "s1_x1"',
      "INSERT INTO t VALUES ('a')",
      'ROLLBACK TO SAVEPOINT "s1_x1"',
      'RELEASE SAVEPOINT "s1_x1"',
      "INSERT INTO t VALUES ('b')",
    ]);
    expect(kept()).toEqual(['a', 'b']);
  });

  test('does not survive an inner block without a savepoint, and says so at the next query', () => {
    atomic().run(() => {
      insert('a');
      swallowing(() => atomic({ savepoint: false }).run(failing));
      expect(connection.needsRollback).toBe(true);
      expect(() => insert('b')).toThrow(TransactionManagementError);
      expect(() => insert('b')).toThrow(BROKEN);
      atomic().run(() => {
        expect(connection.savepointIds).toEqual([null]);
        expect(() => insert('b')).toThrow(BROKEN);
      });
    });
    expect(connection.needsRollback).toBe(false);
    expect(kept()).toEqual([]);
  });

  test('lets SQLite go on after an error that is caught inside', () => {
    atomic().run(() => {
      insert('a');
      expect(() => insert('a')).toThrow(IntegrityError);
      expect(connection.needsRollback).toBe(false);
      insert('b');
    });
    expect(kept()).toEqual(['a', 'b']);
  });

  test('forbids to commit, to roll back and to change autocommit', () => {
    atomic().run(() => {
      expect(() => transaction.commit()).toThrow(FORBIDDEN);
      expect(() => transaction.rollback()).toThrow(FORBIDDEN);
      expect(() => transaction.setAutocommit(false)).toThrow(FORBIDDEN);
    });
  });

  test('can be told to roll back', () => {
    atomic().run(() => {
      insert('a');
      transaction.setRollback(true);
      expect(transaction.getRollback()).toBe(true);
      expect(() => insert('b')).toThrow(BROKEN);
    });
    expect(kept()).toEqual([]);
    const outside = "The rollback flag doesn't work outside of an 'atomic' block.";
    expect(() => transaction.getRollback()).toThrow(outside);
    expect(() => transaction.setRollback(true)).toThrow(outside);
  });

  test('whose commit fails is rolled back, and the error comes out', () => {
    rows('CREATE TABLE p (id integer PRIMARY KEY)');
    rows('CREATE TABLE c (p integer REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED)');
    const orphan = () => atomic().run(() => rows('INSERT INTO c VALUES (9)'));
    expect(orphan).toThrow(IntegrityError);
    expect([connection.inAtomicBlock, connection.autocommit]).toEqual([false, true]);
    expect(rows('SELECT count(*) FROM c')).toEqual([[0]]);
  });

  test('is of one database alone', () => {
    atomic({ using: 'other' }).run(() => {
      expect(connections.get('other').inAtomicBlock).toBe(true);
      expect(connections.get('default').inAtomicBlock).toBe(false);
    });
  });

  test('wraps a function, which keeps its name and its marks', () => {
    const add = (value: string) => insert(value).length;
    add.mark = 1;
    const wrapped = atomic(add);
    expect([wrapped('a'), wrapped.name, wrapped.mark]).toEqual([0, 'add', 1]);
    expect(logged()).toEqual(['BEGIN', "INSERT INTO t VALUES ('a')"]);
    const both = atomic({ using: 'other' });
    expect([both.decorate(add).name, both.decorate(add)('b')]).toEqual(['add', 0]);
  });
});

describe('savepoints by hand', () => {
  test('exist in a block alone', () => {
    expect(transaction.savepoint()).toBeNull();
    atomic().run(() => {
      const first = transaction.savepoint() ?? '';
      insert('a');
      transaction.savepointRollback(first);
      insert('b');
      transaction.savepointCommit(transaction.savepoint() ?? '');
      transaction.cleanSavepoints();
      expect(connection.savepointState).toBe(0);
    });
    expect(kept()).toEqual(['b']);
    expect(logged().filter((sql) => sql.includes('SAVEPOINT'))).toEqual([
      'SAVEPOINT "s1_x1"',
      'ROLLBACK TO SAVEPOINT "s1_x1"',
      'SAVEPOINT "s1_x2"',
      'RELEASE SAVEPOINT "s1_x2"',
    ]);
  });
});

describe('hooks on commit', () => {
  test('run once all is committed, unless their savepoint was rolled back', () => {
    const order: string[] = [];
    const note = (what: string) => transaction.onCommit(() => order.push(what));
    note('at once');
    atomic().run(() => {
      note('outer');
      swallowing(() =>
        atomic().run(() => {
          note('lost');
          failing();
        }),
      );
      atomic().run(() =>
        transaction.onCommit(() => {
          order.push('inner');
          note('from a hook');
        }),
      );
      order.push('end of block');
    });
    expect(order).toEqual(['at once', 'end of block', 'outer', 'inner', 'from a hook']);
  });

  test('are forgotten with the rollback', () => {
    const order: string[] = [];
    swallowing(() =>
      atomic().run(() => {
        transaction.onCommit(() => order.push('never'));
        failing();
      }),
    );
    atomic().run(() => {});
    expect(order).toEqual([]);
  });

  test('that throw keep later ones from running, though all is committed', () => {
    const order: string[] = [];
    const block = () =>
      atomic().run(() => {
        insert('a');
        transaction.onCommit(failing);
        transaction.onCommit(() => order.push('never'));
      });
    expect(block).toThrow('on purpose');
    expect([kept(), order, connection.runOnCommit]).toEqual([['a'], [], []]);
    expect([connection.inAtomicBlock, connection.autocommit]).toEqual([false, true]);
  });
});

describe('transactions by hand', () => {
  test('begin with the first change after autocommit was turned off', () => {
    transaction.setAutocommit(false);
    expect(transaction.getAutocommit()).toBe(false);
    expect(() => transaction.onCommit(() => {})).toThrow(
      'on_commit() cannot be used in manual transaction management',
    );
    insert('a');
    transaction.rollback();
    insert('b');
    transaction.commit();
    insert('c');
    transaction.rollback();
    transaction.setAutocommit(true);
    expect(kept()).toEqual(['b']);
  });

  test('have blocks inside, which are savepoints', () => {
    transaction.setAutocommit(false);
    insert('a');
    atomic().run(() => {
      expect([connection.commitOnExit, connection.savepointIds]).toEqual([false, ['s1_x1']]);
      insert('b');
    });
    expect(connection.inAtomicBlock).toBe(false);
    expect(() => atomic().run(failing)).toThrow('on purpose');
    expect(connection.needsRollback).toBe(false);
    transaction.commit();
    expect(kept()).toEqual(['a', 'b']);
  });
});

test("TransactionManagementError is one of Django's ProgrammingErrors", () => {
  expect(new TransactionManagementError('x')).toBeInstanceOf(ProgrammingError);
});

test('views that do without a transaction are marked with the alias', () => {
  const view = () => {};
  transaction.nonAtomicRequests(view);
  transaction.nonAtomicRequests('other')(view);
  expect(aliasesWithoutTransaction(view)).toEqual(new Set(['default', 'other']));
});
