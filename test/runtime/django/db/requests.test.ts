import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SystemExit } from '#runtime/builtins';
import { settings } from '#runtime/django/conf';
import type { GetResponse } from '#runtime/django/core/handlers/types';
import { WSGIHandler } from '#runtime/django/core/handlers/wsgi';
import { connection, connections } from '#runtime/django/db';
import { nonAtomicRequests, setRollback } from '#runtime/django/db/transaction';
import { HttpResponse, type HttpRequest } from '#runtime/django/http';
import { clearUrlCaches, path } from '#runtime/django/urls';
import type { View } from '#runtime/django/urls/types';
import { makeEnviron, send } from '../request.ts';
import { rows, type SqliteSite, sqliteSite } from './sqlite-site.ts';

let site: SqliteSite;
let order: string[];

const note = (what: string) => order.push(`${what}: ${connection.inAtomicBlock}`);
const write = (value: string) => rows('INSERT INTO t VALUES (%s)', [value]);
const isOpen = () => connection.connection !== null;

function noting(getResponse: GetResponse) {
  const layer = (request: HttpRequest) => {
    note('middleware in');
    const response = getResponse(request);
    note('middleware out');
    return response;
  };
  return Object.assign(layer, {
    processView: () => void note('view hook'),
    processException: (_: HttpRequest, error: Error) => void note(error.name),
    processTemplateResponse: (_: HttpRequest, response: HttpResponse) => {
      note('template hook');
      return response;
    },
  });
}

function statusOf(view: View): string {
  settings.ROOT_URLCONF = { urlpatterns: [path('', view as () => HttpResponse)] };
  clearUrlCaches();
  return send().status;
}

beforeEach(() => {
  order = [];
  const database = { ATOMIC_REQUESTS: true };
  site = sqliteSite({ default: database, other: database }, { MIDDLEWARE: [noting] });
  rows('CREATE TABLE t (b text)');
  connection.close();
});

afterEach(() => {
  site.close();
});

describe('ATOMIC_REQUESTS', () => {
  test('surrounds the view with a transaction, and nothing else', () => {
    class Late extends HttpResponse {
      render() {
        note('render');
        return this;
      }
    }
    const view = () => {
      note('view');
      return new Late('x');
    };
    expect(statusOf(view)).toBe('200 OK');
    expect(order).toEqual([
      'middleware in: false',
      'view hook: false',
      'view: true',
      'template hook: false',
      'render: false',
      'middleware out: false',
    ]);
  });

  test('rolls back what a view throws, before exception hooks run', () => {
    const view = () => {
      write('x');
      throw new RangeError('on purpose');
    };
    expect(statusOf(view)).toBe('500 Internal Server Error');
    expect(order).toContain('RangeError: false');
    expect(rows('SELECT b FROM t')).toEqual([]);
  });

  test('commits what a view returns, be it a 500 or nothing at all', () => {
    const failed = () => {
      write('500');
      return new HttpResponse('', { status: 500 });
    };
    const nothing = () => void write('nothing');
    expect([statusOf(failed), statusOf(nothing)]).toEqual(
      Array(2).fill('500 Internal Server Error'),
    );
    expect(rows('SELECT b FROM t')).toEqual([['500'], ['nothing']]);
  });

  test('hands a commit that fails to the exception hooks', () => {
    rows('CREATE TABLE p (id integer PRIMARY KEY)');
    rows('CREATE TABLE c (p integer REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED)');
    const view = () => {
      rows('INSERT INTO c VALUES (9)');
      return new HttpResponse('x');
    };
    expect(statusOf(view)).toBe('500 Internal Server Error');
    expect(order).toContain('IntegrityError: false');
  });

  test('leaves out the databases for which a view does without', () => {
    const inBlock = () => connections.all().map((one) => one.inAtomicBlock);
    const seen: boolean[][] = [];
    const view = () => {
      seen.push(inBlock());
      return new HttpResponse('x');
    };
    statusOf(nonAtomicRequests(() => view()));
    statusOf(nonAtomicRequests('other')(() => view()));
    expect(seen).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test('rolls back where the view asks for it, whatever it answers', () => {
    const view = () => {
      write('x');
      setRollback(true);
      return new HttpResponse('x');
    };
    expect(statusOf(view)).toBe('200 OK');
    expect(rows('SELECT b FROM t')).toEqual([]);
  });
});

describe('a request', () => {
  const ask = () => new WSGIHandler().__call__(makeEnviron(), () => () => {});

  test('opens a connection when it needs one, and closes it when it is closed itself', () => {
    settings.ROOT_URLCONF = { urlpatterns: [path('', () => new HttpResponse('x'))] };
    expect(isOpen()).toBe(false);
    const response = ask();
    expect(isOpen()).toBe(true);
    response.close?.();
    expect(isOpen()).toBe(false);
  });

  test('that ends with SystemExit leaves its connection to the next one', () => {
    const leaving = () => {
      write('x');
      throw new SystemExit();
    };
    settings.ROOT_URLCONF = { urlpatterns: [path('', leaving)] };
    expect(ask).toThrow(SystemExit);
    expect([isOpen(), connection.inAtomicBlock]).toEqual([true, false]);
    const before = connections.get('default').connection;
    expect(ask).toThrow(SystemExit);
    expect(connections.get('default').connection).not.toBe(before);
    expect(rows('SELECT b FROM t')).toEqual([]);
  });

  test('begins with an empty log of queries', () => {
    settings.DEBUG = true;
    rows('SELECT 1');
    const seen: string[][] = [];
    const view = () => {
      rows('SELECT 2');
      seen.push(connection.queries.map(({ sql }) => sql));
      return new HttpResponse('x');
    };
    statusOf(nonAtomicRequests(() => view()));
    expect(seen).toEqual([['SELECT 2']]);
  });
});
