import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BrokenPipeError, SystemExit } from '#runtime/builtins';
import { freshSettings } from '#runtime/django/conf';
import {
  getInternalWsgiApplication,
  run,
  ThreadedWSGIServer,
  threaded,
  WSGIServer,
} from '#runtime/django/core/servers/basehttp';
import { getWsgiApplication } from '#runtime/django/core/wsgi';
import { HttpResponse, type HttpRequest, StreamingHttpResponse } from '#runtime/django/http';
import { path } from '#runtime/django/urls';
import { registerModule } from '#runtime/importlib';
import { StringIO } from '#runtime/io';
import { addHandler, type LogRecord } from '#runtime/logging';
import { repr } from '#runtime/repr';
import { currentThread } from '#runtime/threading';
import type { WSGIApplication } from '#runtime/wsgiref/types';
import { RawClient } from './raw-client.ts';

const HELLO =
  'HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nServer: Test/1\r\n' +
  'Content-Type: text/html; charset=utf-8\r\nContent-Length: 5\r\n\r\nhello';
const FAILED =
  'HTTP/1.1 500 Internal Server Error\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nServer: Test/1\r\n' +
  'Content-Type: text/plain\r\nContent-Length: 59\r\n\r\nA server error occurred.  Please contact the administrator.';
const get = (target: string, more = '') => `GET ${target} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
const post = (target: string, body: string) =>
  `POST ${target} HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

function measured(content: string | Uint8Array): HttpResponse {
  const response = new HttpResponse(content);
  response.set('Content-Length', response.content.length);
  return response;
}

function environ({ META }: HttpRequest): HttpResponse {
  const shown = Object.entries(META)
    .filter(([key]) => /^(?:HTTP_|CONTENT_|REMOTE_ADDR|SERVER_[SP]|wsgi\.multi)/.test(key))
    .map(([key, value]) => `${key}=${repr(value)}`);
  return measured(shown.toSorted().join('\n'));
}

const views: Record<string, (request: HttpRequest) => unknown> = {
  hello: () => measured('hello'),
  plain: () => new HttpResponse('plain'),
  environ,
  body: (request) => measured(request.body),
  thread: () => measured(currentThread().name),
  stream: () => new StreamingHttpResponse(['a', '', 'b'].values()),
  exit: () => {
    throw new SystemExit();
  },
  late: () =>
    new StreamingHttpResponse(
      (function* late() {
        yield 'a';
        throw new RangeError('late');
      })(),
    ),
};

let server: WSGIServer;
let stderr: StringIO;
let records: LogRecord[];

async function start(Server = ThreadedWSGIServer, application?: WSGIApplication): Promise<void> {
  server = new Server({ stderr, clock: () => 0, serverSoftware: 'Test/1' });
  await server.serverBind('127.0.0.1', 0);
  server.setApp(application ?? getWsgiApplication());
  void server.serveForever();
}

async function ask(request: string): Promise<string> {
  const client = await RawClient.open(server.serverPort);
  return client.send(request).end().whole();
}

const logged = () =>
  records
    .filter(({ name }) => name === 'django.server')
    .map(({ level, message }) => [level, message]);

beforeEach(() => {
  freshSettings({
    ALLOWED_HOSTS: ['*'],
    ROOT_URLCONF: {
      urlpatterns: Object.entries(views).map(([name, view]) =>
        path(name, view as () => HttpResponse),
      ),
    },
  });
  stderr = new StringIO();
  records = [];
  addHandler((record) => records.push(record));
});

afterEach(async () => {
  await server?.serverClose();
});

describe('a connection', () => {
  test('stays open after a response that tells its length', async () => {
    await start();
    const client = await RawClient.open(server.serverPort);
    expect(await client.send(get('/hello')).until('hello')).toBe(HELLO);
    expect(await client.send(get('/hello')).until('hello', 2)).toBe(HELLO + HELLO);
    client.leave();
  });

  test('carries requests that were sent before the first was answered', async () => {
    await start();
    expect(await ask(get('/hello') + post('/body', 'abc') + get('/hello'))).toBe(
      HELLO + HELLO.replace('5\r\n\r\nhello', '3\r\n\r\nabc') + HELLO,
    );
  });

  test('ends with a response that does not, and later requests are lost', async () => {
    await start();
    expect(await ask(get('/plain') + get('/hello'))).toBe(
      'HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nServer: Test/1\r\n' +
        'Content-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\nplain',
    );
    expect(await ask(get('/stream'))).toMatch(/Connection: close\r\n\r\nab$/);
  });

  test.each([
    ['the client says so', get('/hello', 'Connection: close\r\n')],
    ['it is HTTP/1.0', 'GET /hello HTTP/1.0\r\n\r\n'],
  ])('ends where %s', async (_, request) => {
    await start();
    expect(await ask(request + get('/hello'))).toBe(HELLO);
  });

  test('of HTTP/1.0 stays open where the client asks for it', async () => {
    await start();
    const client = await RawClient.open(server.serverPort);
    const request = 'GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n';
    expect(await client.send(request).send(request).until('hello', 2)).toBe(HELLO + HELLO);
    client.leave();
  });

  test('sends the body of HEAD, which the client takes for the next response', async () => {
    await start();
    const answer = await ask(get('/hello').replace('GET', 'HEAD') + get('/hello'));
    expect(answer).toBe(HELLO + HELLO);
  });

  test('goes on after a body that nobody read', async () => {
    await start();
    expect(await ask(post('/hello', 'abc') + get('/hello'))).toBe(HELLO + HELLO);
  });

  test('tells a client to go on that waits for it', async () => {
    await start();
    const client = await RawClient.open(server.serverPort);
    client.send('POST /body HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n');
    expect(await client.until('\r\n\r\n')).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    expect(await client.send('abc').until('abc')).toMatch(/Content-Length: 3\r\n\r\nabc$/);
    client.leave();
  });
});

describe('the environ', () => {
  test('lacks headers with an underscore, and always says that there are threads', async () => {
    await start(WSGIServer);
    const more =
      'X-Real: 1\r\nX_Fake: 2\r\nX_Fake_2: 3\r\nX-Two: a\r\nX-Two: b\r\nContent_Length: 7\r\n';
    const answer = await ask(get('/environ', more));
    expect(answer.split('\r\n\r\n')[1]?.split('\n')).toEqual([
      "CONTENT_LENGTH=''",
      "CONTENT_TYPE='text/plain'",
      "HTTP_HOST='x'",
      "HTTP_X_REAL='1'",
      "HTTP_X_TWO='a,b'",
      "REMOTE_ADDR='127.0.0.1'",
      `SERVER_PORT='${server.serverPort}'`,
      "SERVER_PROTOCOL='HTTP/1.1'",
      "SERVER_SOFTWARE='WSGIServer/0.2'",
      'wsgi.multiprocess=False',
      'wsgi.multithread=True',
    ]);
  });
});

describe('threads', () => {
  test('are one for each connection', async () => {
    await start();
    const first = await ask(get('/thread') + get('/thread'));
    expect(first.match(/Thread-1 \(process_request_thread\)/g)).toHaveLength(2);
    expect(await ask(get('/thread'))).toContain('Thread-2 (process_request_thread)');
    expect(new (threaded(WSGIServer))().constructor.name).toBe('WSGIServer');
  });

  test('serve a client while another says nothing', async () => {
    await start();
    const silent = await RawClient.open(server.serverPort);
    expect(await ask(get('/hello'))).toBe(HELLO);
    silent.leave();
  });

  test('where there is one alone, whoever connects first keeps all others waiting', async () => {
    await start(WSGIServer);
    const silent = await RawClient.open(server.serverPort);
    const waiting = await RawClient.open(server.serverPort);
    waiting.send(get('/thread'));
    expect(await silent.send(get('/hello')).until('hello')).toBe(HELLO);
    expect(waiting.received).toBe('');
    silent.leave();
    expect(await waiting.until('Thread')).toMatch(/MainThread$/);
    waiting.leave();
  });
});

describe('errors', () => {
  test('of the application end in a page, a traceback, and an open connection', async () => {
    await start();
    expect(await ask(get('/exit') + get('/hello'))).toBe(FAILED + HELLO);
    expect(stderr.getvalue()).toMatch(/SystemExit\n$/);
  });

  test('in the middle of a body come too late', async () => {
    await start();
    expect(await ask(get('/late'))).toMatch(/Connection: close\r\n\r\na$/);
    expect(stderr.getvalue()).toMatch(/RangeError: late\n$/);
    expect(logged()).toEqual([]);
  });

  test('that say the client has gone are passed over', async () => {
    await start(ThreadedWSGIServer, () => {
      throw new BrokenPipeError('[Errno 32] Broken pipe');
    });
    expect(await ask(get('/hello'))).toBe('');
    expect(stderr.getvalue()).toBe('');
  });

  test('beyond the application are reported, a client that has gone in one line', async () => {
    await start();
    const request = { clientAddress: '127.0.0.1', clientPort: 7 };
    const received = request as Parameters<WSGIServer['handleError']>[0];
    server.handleError(received, new BrokenPipeError('x'));
    server.handleError(received, new RangeError('y'));
    expect(logged()).toEqual([['info', "- Broken pipe from ('127.0.0.1', 7)\n"]]);
    expect(stderr.getvalue()).toMatch(/RangeError: y\n-{40}\n$/);
  });
});

describe('a request that cannot be served', () => {
  test.each([
    ['GARBAGE\r\n\r\n', "Bad request syntax ('GARBAGE')", '400 -', 'warning'],
    ['GET / HTTX/1.1\r\n\r\n', "Bad request version ('HTTX/1.1')", '400 -', 'warning'],
    ['GET / HTTP/2.0\r\n\r\n', 'Invalid HTTP version (2.0)', '505 -', 'error'],
  ])('gets a page without a head: %j', async (request, message, code, level) => {
    await start();
    const answer = await ask(request);
    expect(answer).toMatch(/^<!DOCTYPE HTML>/);
    expect(answer).toContain(`<p>Message: ${message}.</p>`);
    expect(logged()).toEqual([
      ['info', `code ${code.slice(0, 3)}, message ${message}`],
      [level, `"${request.trim()}" ${code}`],
    ]);
  });

  test.each([
    [`GET /${'x'.repeat(65_537)} HTTP/1.1\r\n\r\n`, '414 URI Too Long'],
    [get('/', 'X: 1\r\n'.repeat(101)), '431 Too many headers'],
  ])('gets a page with a head, and the connection ends: case %#', async (request, status) => {
    await start();
    expect(await ask(get('/hello') + request)).toContain(
      `${HELLO}HTTP/1.1 ${status}\r\nServer: Test/1\r\n`,
    );
  });

  test('over HTTPS is told apart in the log', async () => {
    await start();
    await ask('\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n');
    expect(logged().at(-1)).toEqual([
      'error',
      "You're accessing the development server over HTTPS, but it only supports HTTP.\n",
    ]);
  });
});

test('the log tells each request, with a level that fits its status', async () => {
  await start();
  await ask(get('/hello') + get('/exit') + get('/nowhere'));
  expect(logged()).toEqual([
    ['info', '"GET /hello HTTP/1.1" 200 5'],
    ['error', '"GET /exit HTTP/1.1" 500 59'],
    ['warning', '"GET /nowhere HTTP/1.1" 404 77'],
  ]);
  const extra = records.find(({ name }) => name === 'django.server')?.extra;
  expect(extra).toMatchObject({ statusCode: 200 });
  expect(extra?.['serverTime']).toMatch(/^\d\d\/\w{3}\/19(?:69|70) /);
});

describe('the application of runserver', () => {
  test('is the one that the settings name', () => {
    const application = () => [];
    registerModule('site.wsgi', { application });
    freshSettings({ WSGI_APPLICATION: 'site.wsgi.application' });
    expect(getInternalWsgiApplication()).toBe(application);
  });

  test('that cannot be imported is improperly configured, with the reason as its cause', () => {
    freshSettings({ WSGI_APPLICATION: 'site.nowhere.application' });
    let failure: unknown;
    try {
      getInternalWsgiApplication();
    } catch (error) {
      failure = error;
    }
    expect(String(failure)).toBe(
      "ImproperlyConfigured: WSGI application 'site.nowhere.application' could not be loaded; Error importing module.",
    );
    expect((failure as Error).cause).toMatchObject({ name: 'ModuleNotFoundError' });
  });

  test('is a new one where they name none', () => {
    freshSettings({ ROOT_URLCONF: [] });
    expect(getInternalWsgiApplication()).toBeTypeOf('function');
  });
});

test('run serves until it is told to stop', async () => {
  const serving = Promise.withResolvers<WSGIServer>();
  const done = run('127.0.0.1', 0, getWsgiApplication(), {
    threading: true,
    stderr,
    clock: () => 0,
    serverSoftware: 'Test/1',
    listening: serving.resolve,
  });
  server = await serving.promise;
  expect(await ask(get('/hello'))).toBe(HELLO);
  await server.serverClose();
  await done;
});
