import { describe, expect, it } from 'vitest';

import { DeprecationWarning, NotImplementedError, ValueError } from '#runtime/builtins';
import { latin1Decode } from '#runtime/codecs';
import { BytesIO, StringIO } from '#runtime/io';
import { environ as osEnviron } from '#runtime/os';
import { startProcess } from '#runtime/process';
import { catchWarnings } from '#runtime/warnings';
import { BaseCGIHandler, BaseHandler, readEnviron, SimpleHandler } from '#runtime/wsgiref/handlers';
import type { InputStream, ErrorStream, OutputStream } from '#runtime/wsgiref/types';
import { FileWrapper } from '#runtime/wsgiref/util';
import { bytes, exchange, helloApp, wireOf } from './wire.ts';

const empty = (protocol: string, cgi: boolean, version: string, software: string | null) => {
  const { handler, sent } = exchange({ SERVER_PROTOCOL: protocol }, { cgi, clock: () => 0 });
  handler.httpVersion = version;
  handler.serverSoftware = software;
  handler.run((_, startResponse) => {
    startResponse('200 OK', []);
    return [];
  });
  return sent();
};

const handlerOn = (stdout: OutputStream): { handler: SimpleHandler; stderr: StringIO } => {
  const stderr = new StringIO();
  const environ = { SERVER_PROTOCOL: 'HTTP/1.0' };
  return { handler: new SimpleHandler(new BytesIO(), stdout, stderr, environ), stderr };
};

const answer = (headers: [string, string][]): string =>
  wireOf((_, startResponse) => {
    startResponse('200 OK', headers);
    return [];
  });

function* oneBlock(): Iterable<Uint8Array> {
  yield bytes('ab');
}

describe('the environ of a handler', () => {
  it('begins with the process, then the request, then the keys of WSGI', () => {
    const { handler } = exchange({ X: 'Y', HOME: '/override/home' });
    handler.osEnviron = { HOME: '/my/home', LANG: 'C', SCRIPT_NAME: 'of the process' };
    handler.wsgiRunOnce = true;
    handler.setupEnviron();
    expect(handler.environ).toMatchObject({
      X: 'Y',
      HOME: '/override/home',
      LANG: 'C',
      SCRIPT_NAME: '',
      'wsgi.input': handler.getStdin(),
      'wsgi.errors': handler.getStderr(),
      'wsgi.version': [1, 0],
      'wsgi.run_once': true,
      'wsgi.url_scheme': 'http',
      'wsgi.multithread': true,
      'wsgi.multiprocess': true,
      'wsgi.file_wrapper': FileWrapper,
    });
  });

  it('inherits nothing', () => {
    const { handler } = exchange();
    handler.setupEnviron();
    expect('constructor' in (handler.environ ?? {})).toBe(false);
  });

  it('takes the scheme from the request', () => {
    const { handler } = exchange({ HTTPS: 'on' });
    handler.setupEnviron();
    expect(handler.environ?.['wsgi.url_scheme']).toBe('https');
  });

  it('leaves the file wrapper out when told so', () => {
    const { handler } = exchange();
    handler.wsgiFileWrapper = null;
    handler.setupEnviron();
    expect(handler.environ).not.toHaveProperty(['wsgi.file_wrapper']);
  });
});

describe('BaseHandler', () => {
  it.each(['_flush', 'getStdin', 'getStderr', 'addCgiVars'] as const)(
    'leaves %s to its subclasses',
    (name) => {
      expect(() => new BaseHandler()[name]()).toThrow(NotImplementedError);
    },
  );

  it('leaves _write to its subclasses', () => {
    expect(() => new BaseHandler()._write(bytes('x'))).toThrow(NotImplementedError);
  });
});

describe('Content-Length', () => {
  it('is added where the result is one block', () => {
    expect(
      wireOf((environ, startResponse) => {
        startResponse('200 OK', []);
        return [bytes(environ['wsgi.url_scheme'])];
      }),
    ).toBe('Status: 200 OK\r\nContent-Length: 4\r\n\r\nhttp');
  });

  it('counts bytes, not characters', () => {
    expect(
      wireOf((_, startResponse) => {
        startResponse('200 OK', []);
        return [bytes('тест')];
      }),
    ).toContain('Content-Length: 8\r\n');
  });

  it.each([
    ['two blocks', (): Iterable<Uint8Array> => [bytes('a'), bytes('b')]],
    ['a generator of one block', oneBlock],
  ])('is not added for %s', (_, make) => {
    expect(
      wireOf((_environ, startResponse) => {
        startResponse('200 OK', []);
        return make();
      }),
    ).toBe('Status: 200 OK\r\n\r\nab');
  });

  it('is not added for what is written before the result', () => {
    expect(
      wireOf((_, startResponse) => {
        startResponse('200 OK', [])(bytes('http'));
        return [];
      }),
    ).toBe('Status: 200 OK\r\n\r\nhttp');
  });

  it('is zero where nothing is sent, unless the application gave it, as for HEAD', () => {
    const empty = 'Status: 200 OK\r\nContent-Length: 0\r\n\r\n';
    const given = 'Status: 200 OK\r\nContent-Length: 12345\r\n\r\n';
    expect(answer([])).toBe(empty);
    expect(answer([['Content-Length', '12345']])).toBe(given);
  });
});

describe('the head of a response', () => {
  const versions = ['1.0', '1.1'];
  const protocols = ['HTTP/0.9', 'HTTP/1.0', 'HTTP/1.1'];

  it.each(protocols)('is a Status header for a gateway, whatever the client speaks: %s', (p) => {
    for (const version of versions) {
      expect(empty(p, true, version, 'X/1')).toBe('Status: 200 OK\r\nContent-Length: 0\r\n\r\n');
    }
  });

  it.each(['HTTP/1.0', 'HTTP/1.1'])('has a status line, Date and Server for %s', (protocol) => {
    const date = 'Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n';
    const end = 'Content-Length: 0\r\n\r\n';
    for (const version of versions) {
      const line = `HTTP/${version} 200 OK\r\n`;
      expect(empty(protocol, false, version, 'X/1')).toBe(`${line}${date}Server: X/1\r\n${end}`);
      expect(empty(protocol, false, version, null)).toBe(`${line}${date}${end}`);
    }
  });

  it('is not sent to an HTTP/0.9 client', () => {
    expect(empty('HTTP/0.9', false, '1.0', 'X/1')).toBe('');
  });

  it('keeps the Date and Server of the application', () => {
    const { handler, sent } = exchange({}, { cgi: false });
    handler.serverSoftware = 'X/1';
    handler.run((_, startResponse) => {
      startResponse('200 OK', [
        ['date', 'today'],
        ['server', 'mine'],
      ]);
      return [];
    });
    expect(sent()).toBe(
      'HTTP/1.0 200 OK\r\ndate: today\r\nserver: mine\r\nContent-Length: 0\r\n\r\n',
    );
  });
});

describe('SimpleHandler', () => {
  it('writes on where an output takes only a part, and warns of it', () => {
    const taken: number[] = [];
    const { handler } = handlerOn({
      write(data) {
        taken.push(...data.subarray(0, 7));
        return Math.min(data.length, 7);
      },
      flush() {},
    });
    const [first] = catchWarnings(() => handler.run(helloApp));
    expect(first).toBeInstanceOf(DeprecationWarning);
    expect(first?.message).toBe('SimpleHandler.stdout.write() should not do partial writes');
    expect(latin1Decode(Uint8Array.from(taken))).toBe(
      'HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nDate: Mon, 05 Jun 2006 18:49:54 GMT\r\n' +
        'Content-Length: 13\r\n\r\nHello, world!',
    );
  });

  it('keeps the state of a request that failed while it was sent', () => {
    const { handler, stderr } = handlerOn({
      write() {
        throw new ValueError('no room');
      },
      flush() {},
    });
    handler.run(helloApp);
    expect(stderr.getvalue()).toMatch(/ValueError: no room\n$/);
    expect(handler.result).not.toBeNull();
    expect(handler.headers).not.toBeNull();
    expect(handler.status).toBe('200 OK');
    expect(handler.environ).not.toBeNull();
  });

  it('forgets a request that succeeded', () => {
    const { handler } = exchange();
    handler.run(helloApp);
    expect([handler.result, handler.headers, handler.status, handler.environ]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([handler.bytesSent, handler.headersSent]).toEqual([0, false]);
  });
});

describe('BaseCGIHandler', () => {
  it('sets the keys of WSGI even where the streams are missing', () => {
    const missing = null as unknown;
    const handler = new BaseCGIHandler(
      missing as InputStream,
      missing as OutputStream,
      missing as ErrorStream,
      {},
    );
    handler.setupEnviron();
    for (const key of ['wsgi.url_scheme', 'wsgi.input', 'wsgi.errors']) {
      expect(Object.keys(handler.environ ?? {})).toContain(key);
    }
  });
});

describe('readEnviron', () => {
  it('is what every environ begins with', () => {
    startProcess();
    Object.assign(osEnviron(), { GREETING: 'é', HTTP_X: 'é' });
    const { handler } = exchange({});
    handler.setupEnviron();
    expect(handler.environ).toMatchObject({ GREETING: 'é', HTTP_X: 'Ã©' });
    startProcess();
  });

  it('turns what came from the request into native strings and leaves the rest', () => {
    const read = readEnviron({ HOME: 'é', PATH_INFO: 'é', HTTP_X: 'é', REDIRECT_HTTP_X: 'é' });
    expect({ ...read }).toEqual({
      HOME: 'é',
      PATH_INFO: 'Ã©',
      HTTP_X: 'Ã©',
      REDIRECT_HTTP_X: 'Ã©',
    });
  });
});
