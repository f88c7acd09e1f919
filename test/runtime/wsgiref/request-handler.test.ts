import { describe, expect, it } from 'vitest';

import { latin1Decode, latin1Encode } from '#runtime/codecs';
import type { ParsedRequest } from '#runtime/http/server';
import { BytesIO, StringIO } from '#runtime/io';
import { currentThread, Thread } from '#runtime/threading';
import { demoApp } from '#runtime/wsgiref/demo-app';
import { type DrainingStream, WSGIRequestHandler } from '#runtime/wsgiref/request-handler';
import type { Header, PartialEnviron, WSGIApplication } from '#runtime/wsgiref/types';
import { bytes, helloApp } from './wire.ts';

class Wire extends BytesIO implements DrainingStream {
  /** What had been sent each time someone waited. */
  readonly waits: string[] = [];

  async drained(): Promise<void> {
    this.waits.push(latin1Decode(this.getvalue()));
  }
}

const SIMPLE: ParsedRequest = {
  requestLine: 'GET / HTTP/1.0',
  command: 'GET',
  path: '/',
  requestVersion: 'HTTP/1.0',
  headers: [],
  body: new Uint8Array(0),
  clientAddress: '127.0.0.1',
};

function handlerFor(
  app: WSGIApplication,
  request: Partial<ParsedRequest> = {},
): { handler: WSGIRequestHandler; wire: Wire; log: StringIO } {
  const wire = new Wire();
  const log = new StringIO();
  const baseEnviron: PartialEnviron = { SERVER_NAME: 'localhost', CONTENT_LENGTH: '' };
  const server = {
    stderr: log,
    clock: () => 1_149_533_394,
    serverSoftware: 'WSGIServer/0.2 Test/1',
    baseEnviron,
    getApp: () => app,
  };
  return { handler: new WSGIRequestHandler({ ...SIMPLE, ...request }, server, wire), wire, log };
}

async function serve(
  app: WSGIApplication,
  request: Partial<ParsedRequest> = {},
): Promise<[sent: string, logged: string]> {
  const { handler, wire, log } = handlerFor(app, request);
  await handler.handle();
  return [latin1Decode(wire.getvalue()), log.getvalue()];
}

describe('WSGIRequestHandler', () => {
  it('sends an answer byte for byte as wsgiref does, and logs it', async () => {
    const [sent, logged] = await serve(helloApp);
    expect(sent).toBe(
      'HTTP/1.0 200 OK\r\nServer: WSGIServer/0.2 Test/1\r\nContent-Type: text/plain\r\n' +
        'Date: Mon, 05 Jun 2006 18:49:54 GMT\r\nContent-Length: 13\r\n\r\nHello, world!',
    );
    expect(logged).toMatch(
      /^127\.0\.0\.1 - - \[\d\d\/Jun\/2006 \d\d:\d\d:54\] "GET \/ HTTP\/1\.0" 200 13\n$/,
    );
  });

  it('makes a Date of the clock where the application gives none', async () => {
    const [sent] = await serve((_, startResponse) => {
      startResponse('200 OK', []);
      return [];
    });
    expect(sent).toContain('\r\nDate: Mon, 05 Jun 2006 18:49:54 GMT\r\n');
  });

  it('splits and decodes the target, and joins headers of one name', () => {
    const { handler } = handlerFor(helloApp, {
      path: '/p%61th/%80\u0080?query=%61?b',
      headers: [
        ['X-Test-Header', 'Python test '],
        ['x_test-header', ' Python test 2'],
        ['Content-Type', 'a/b'],
        ['Content-Length', '0'],
        ['Server-Name', 'evil'],
      ],
    });
    expect({ ...handler.getEnviron() }).toEqual({
      SERVER_NAME: 'localhost',
      SERVER_PROTOCOL: 'HTTP/1.0',
      SERVER_SOFTWARE: 'WSGIServer/0.2',
      REQUEST_METHOD: 'GET',
      PATH_INFO: '/path/\u0080\u0080',
      QUERY_STRING: 'query=%61?b',
      REMOTE_ADDR: '127.0.0.1',
      CONTENT_TYPE: 'a/b',
      CONTENT_LENGTH: '0',
      HTTP_X_TEST_HEADER: 'Python test,Python test 2',
    });
  });

  it('invents a content type where there is none, as CPython does', () => {
    const environ = handlerFor(helloApp).handler.getEnviron();
    expect(environ.CONTENT_TYPE).toBe('text/plain');
    expect(environ.CONTENT_LENGTH).toBe('');
  });

  it('takes two slashes at the beginning for one', () => {
    const { handler } = handlerFor(helloApp, { path: '//evil.example//x' });
    expect(handler.getEnviron().PATH_INFO).toBe('/evil.example//x');
  });

  it.each([
    [{ requestLine: `GET /${'x'.repeat(65_537)} HTTP/1.0` }, '414 URI Too Long', '""'],
    [
      { headers: Array.from({ length: 100 }, (): Header => ['X', '']) },
      '431 Too many headers',
      '"GET / HTTP/1.0"',
    ],
  ])('refuses what http.server refuses: case %#', async (request, status, line) => {
    const [sent, logged] = await serve(helloApp, request);
    expect(sent.split('\r\n', 3)).toEqual([
      `HTTP/1.0 ${status}`,
      'Server: WSGIServer/0.2 Test/1',
      'Date: Mon, 05 Jun 2006 18:49:54 GMT',
    ]);
    expect(logged).toContain(`${line} ${status.slice(0, 3)} -\n`);
  });

  it('takes 99 headers, one less than the limit, for the line that ends them counts', async () => {
    const headers = Array.from({ length: 99 }, (): Header => ['X', '']);
    const [sent] = await serve(helloApp, { headers });
    expect(sent).toContain('HTTP/1.0 200 OK');
  });

  it('refuses HTTP/2 without a head, since it has not understood the version', async () => {
    const [sent, logged] = await serve(helloApp, { requestVersion: 'HTTP/2.0' });
    expect(sent).toMatch(/^<!DOCTYPE HTML>\n/);
    expect(sent).toContain('<p>Message: Invalid HTTP version (2.0).</p>');
    expect(logged).toContain('code 505, message Invalid HTTP version (2.0)\n');
  });

  it('escapes control characters in the log, and HTML in the error page', () => {
    const { handler, wire, log } = handlerFor(helloApp, { requestLine: 'a\u001b\\b' });
    handler.sendError(400, '<b>');
    expect(log.getvalue()).toContain('"a\\x1b\\\\b" 400 -\n');
    expect(latin1Decode(wire.getvalue())).toContain('<p>Message: &lt;b&gt;.</p>');
  });

  it('asks for the next block only when the client has taken the one before', async () => {
    const { handler, wire } = handlerFor(function* app(_, startResponse) {
      startResponse('200 OK', []);
      yield bytes('a');
      yield bytes('b');
    });
    await handler.handle();
    expect(wire.waits.map((sent) => sent.split('\r\n\r\n')[1])).toEqual(['a', 'ab']);
  });

  it('runs every step of a response in the thread it is given', async () => {
    const thread = new Thread('connection');
    const seen: string[] = [];
    const { handler } = handlerFor(function* app(_, startResponse) {
      startResponse('200 OK', []);
      seen.push(currentThread().name);
      yield bytes('a');
      seen.push(currentThread().name);
    });
    await handler.handle(thread);
    expect(seen).toEqual(['connection', 'connection']);
    expect(currentThread().name).toBe('MainThread');
  });

  it('answers an error of the application with the error page', async () => {
    const [sent, logged] = await serve(() => {
      throw new Error('oops');
    });
    expect(sent).toMatch(/^HTTP\/1\.0 500 Internal Server Error\r\n[^]*administrator\.$/);
    expect(logged).toContain('\nError: oops\n');
    expect(logged).toMatch(/ 500 59\n$/);
  });

  it('hands the body to the application', async () => {
    const [sent] = await serve(
      (environ, startResponse) => {
        startResponse('200 OK', []);
        return [environ['wsgi.input'].read()];
      },
      { body: latin1Encode('caf\u00e9') },
    );
    expect(sent).toMatch(/\r\n\r\ncaf\u00e9$/);
  });
});

describe('demoApp', () => {
  it('lists its environ in order, values as Python prints them', async () => {
    const [sent] = await serve(demoApp, { headers: [['Host', "it's"]] });
    const [, greeting, , ...lines] = sent.split('\r\n\r\n')[1]?.split('\n') ?? [];
    expect(sent).toContain('Content-Type: text/plain; charset=utf-8');
    expect(greeting).toBe('');
    expect(lines).toContain('HTTP_HOST = "it\'s"');
    expect(lines).toContain('wsgi.multithread = False');
    expect(lines).toContain('wsgi.version = (1, 0)');
    expect(lines.filter((line) => line !== '')).toEqual(lines.filter(Boolean).toSorted());
  });
});
