import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';

import { StringIO } from '#runtime/io';
import { makeServer, type ServerOptions, type WSGIServer } from '#runtime/wsgiref/simple-server';
import type { WSGIApplication } from '#runtime/wsgiref/types';
import { bytes, helloApp } from './wire.ts';

const closing: WSGIServer[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((server) => server.serverClose()));
});

async function started(app: WSGIApplication, options: ServerOptions = {}): Promise<WSGIServer> {
  const server = await makeServer('127.0.0.1', 0, app, { stderr: new StringIO(), ...options });
  closing.push(server);
  void server.serveForever();
  return server;
}

/** Sends native strings and resolves with all that comes back until the connection ends. */
function ask(server: WSGIServer, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.serverPort, '127.0.0.1', () => {
      socket.write(request, 'latin1');
    });
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => (answer += text));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('WSGIServer', () => {
  it('answers on a socket with the bytes that wsgiref writes', async () => {
    const server = await started(helloApp, { serverSoftware: 'Test/1' });
    expect(await ask(server, 'GET / HTTP/1.1\r\n\r\n')).toBe(
      'HTTP/1.0 200 OK\r\nServer: Test/1\r\nContent-Type: text/plain\r\n' +
        'Date: Mon, 05 Jun 2006 18:49:54 GMT\r\nContent-Length: 13\r\n\r\nHello, world!',
    );
  });

  it('answers a client that has said all it will say', async () => {
    const server = await started(helloApp);
    const answer = await new Promise<string>((resolve) => {
      let received = '';
      const socket = connect({ port: server.serverPort, host: '127.0.0.1', allowHalfOpen: true });
      socket.end('GET / HTTP/1.0\r\n\r\n');
      socket.setEncoding('latin1');
      socket.on('data', (text: string) => (received += text));
      socket.on('end', () => resolve(received));
    });
    expect(answer).toContain('Hello, world!');
  });

  it('answers an HTTP/0.9 client with the body alone', async () => {
    const server = await started(helloApp);
    expect(await ask(server, 'GET /\r\n\r\n')).toBe('Hello, world!');
  });

  it('undoes chunks and tells the application their length', async () => {
    const server = await started((environ, startResponse) => {
      startResponse('200 OK', []);
      const { CONTENT_LENGTH, HTTP_TRANSFER_ENCODING } = environ;
      return [bytes(`${CONTENT_LENGTH} ${HTTP_TRANSFER_ENCODING} `), environ['wsgi.input'].read()];
    });
    const request = 'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n';
    expect(await ask(server, request)).toMatch(/\r\n\r\n3 undefined abc$/);
  });

  it.each([
    ['GARBAGE\r\n\r\n', '400 Bad Request'],
    [`GET /${'x'.repeat(65_537)} HTTP/1.0\r\n\r\n`, '414 URI Too Long'],
    [`GET / HTTP/1.0\r\nX: ${'x'.repeat(140_000)}\r\n\r\n`, '431 Request Header Fields Too Large'],
    ['POST / HTTP/1.0\r\nContent-Length: 5\r\n\r\n12345', '413 Content Too Large'],
  ])('refuses a request it cannot serve: case %#', async (request, status) => {
    const server = await started(helloApp, { bodyLimit: 4 });
    expect((await ask(server, request)).split('\r\n', 1)).toEqual([`HTTP/1.0 ${status}`]);
    expect(await ask(server, 'GET / HTTP/1.0\r\n\r\n')).toContain('Hello, world!');
  });

  it('sends a body of many megabytes whole to a client that reads slowly', async () => {
    const size = 16 * 2 ** 20;
    const server = await started((_, startResponse) => {
      startResponse('200 OK', []);
      return [new Uint8Array(size)];
    });
    const received = await new Promise<number>((resolve, reject) => {
      let total = 0;
      const socket = connect(server.serverPort, '127.0.0.1', () => {
        socket.write('GET / HTTP/1.0\r\n\r\n');
        socket.pause();
        setTimeout(() => socket.resume(), 50);
      });
      socket.on('data', (block) => (total += block.length));
      socket.on('end', () => resolve(total));
      socket.on('error', reject);
    });
    expect(received).toBeGreaterThan(size);
  });

  it('closes the result of an application whose client leaves', async () => {
    const closed = Promise.withResolvers<void>();
    const server = await started((_, startResponse) => {
      startResponse('200 OK', []);
      return {
        *[Symbol.iterator]() {
          for (;;) yield new Uint8Array(2 ** 20);
        },
        close: () => closed.resolve(),
      };
    });
    const socket = connect(server.serverPort, '127.0.0.1', () => {
      socket.write('GET / HTTP/1.0\r\n\r\n');
    });
    socket.once('data', () => socket.destroy());
    await expect(closed.promise).resolves.toBeUndefined();
  });

  it('answers one request at a time, in the order in which they came', async () => {
    const order: string[] = [];
    const server = await started(function* app(environ, startResponse) {
      startResponse('200 OK', []);
      order.push(`begin ${environ.PATH_INFO}`);
      yield bytes('a');
      yield bytes('b');
      order.push(`end ${environ.PATH_INFO}`);
    });
    await Promise.all(['/1', '/2'].map((path) => ask(server, `GET ${path} HTTP/1.0\r\n\r\n`)));
    expect(order.map((entry) => entry.split(' ')[0])).toEqual(['begin', 'end', 'begin', 'end']);
  });

  it('answers a single request where it is asked for one', async () => {
    const server = await makeServer('127.0.0.1', 0, helloApp, { stderr: new StringIO() });
    closing.push(server);
    const [answer] = await Promise.all([
      ask(server, 'GET / HTTP/1.0\r\n\r\n'),
      server.handleRequest(),
    ]);
    expect(answer).toContain('Hello, world!');
  });

  it('stops when told, closes what is open, and frees its port', async () => {
    const server = await makeServer('127.0.0.1', 0, helloApp, { stderr: new StringIO() });
    const serving = server.serveForever();
    const idle = connect(server.serverPort, '127.0.0.1');
    await new Promise((resolve) => idle.once('connect', resolve));
    idle.on('error', () => {});
    const ended = new Promise((resolve) => idle.once('close', resolve));
    await server.serverClose();
    await Promise.all([serving, ended]);
    const again = await makeServer('127.0.0.1', server.serverPort, helloApp);
    await again.serverClose();
  });

  it('says so where its port is taken', async () => {
    const server = await started(helloApp);
    await expect(makeServer('127.0.0.1', server.serverPort, helloApp)).rejects.toThrow(
      'EADDRINUSE',
    );
  });
});
