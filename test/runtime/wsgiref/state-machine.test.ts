import { describe, expect, it, vi } from 'vitest';

import { BrokenPipeError, ConnectionAbortedError, ConnectionResetError } from '#runtime/builtins';
import { BytesIO, StringIO } from '#runtime/io';
import { sysExcInfo } from '#runtime/sys';
import { SimpleHandler } from '#runtime/wsgiref/handlers';
import type { ApplicationResult, Header, WSGIApplication } from '#runtime/wsgiref/types';
import { FileWrapper } from '#runtime/wsgiref/util';
import { bytes, ERROR_PAGE, exchange, helloApp, wireOf } from './wire.ts';

const OK = 'Status: 200 OK\r\n\r\n';

/** What was sent and the last line that was logged. */
function failureOf(application: WSGIApplication): [sent: string, lastLine: string | undefined] {
  const { handler, sent, logged } = exchange();
  handler.run(application);
  return [sent(), logged().split('\n').at(-2)];
}

/** An application that returns whatever it is given. */
const returning =
  (result: unknown): WSGIApplication =>
  (_, startResponse) => {
    startResponse('200 OK', []);
    return result as ApplicationResult;
  };

/** An application with a result that counts how often it is closed. */
function tracked(blocks: () => Generator<Uint8Array>): {
  close: ReturnType<typeof vi.fn<() => void>>;
  app: WSGIApplication;
} {
  const close = vi.fn<() => void>();
  return {
    close,
    app: (_, startResponse) => {
      startResponse('200 OK', []);
      return { [Symbol.iterator]: blocks, close };
    },
  };
}

/** An application that has headers and no body. */
const answering =
  (headers: Header[]): WSGIApplication =>
  (_, startResponse) => {
    startResponse('200 OK', headers);
    return [];
  };

describe('when headers are sent', () => {
  it('is at the first block, not at start_response', () => {
    const { handler, sent } = exchange();
    const seen: string[] = [];
    handler.run(function* app(_, startResponse) {
      startResponse('200 OK', []);
      seen.push(sent());
      yield bytes('a');
      seen.push(sent());
    });
    expect(seen).toEqual(['', `${OK}a`]);
  });

  it('is at an empty first block too, as in CPython and against PEP 3333', () => {
    const { handler, sent } = exchange();
    const seen: string[] = [];
    handler.run(function* app(_, startResponse) {
      startResponse('200 OK', []);
      yield bytes('');
      seen.push(sent());
    });
    expect(seen).toEqual([OK]);
  });

  it('is at write(), and what is yielded follows what was written', () => {
    const answer = wireOf((_, startResponse) => {
      const write = startResponse('200 OK', []);
      write(bytes('W'));
      return [bytes('Y')];
    });
    expect(answer).toBe(`${OK}WY`);
  });

  it('allows a result that calls start_response only when it is iterated', () => {
    const answer = wireOf((_, startResponse) => ({
      *[Symbol.iterator]() {
        startResponse('200 OK', []);
        yield bytes('late');
      },
    }));
    expect(answer).toBe(`${OK}late`);
  });
});

describe('start_response', () => {
  it('may not be called twice without exc_info', () => {
    const [sent, line] = failureOf((_, startResponse) => {
      startResponse('200 OK', []);
      startResponse('404 Not Found', []);
      return [];
    });
    expect(sent).toBe(ERROR_PAGE);
    expect(line).toBe('AssertionError: Headers already set!');
  });

  it('may be called again after a header list that was refused, as in CPython', () => {
    const answer = wireOf((_, startResponse) => {
      try {
        startResponse('200 OK', Object.freeze([]) as unknown as Header[]);
      } catch {
        startResponse('404 Not Found', []);
      }
      return [];
    });
    expect(answer).toBe('Status: 404 Not Found\r\nContent-Length: 0\r\n\r\n');
  });

  it('replaces status and headers when an error is given before anything is sent', () => {
    const answer = wireOf((_, startResponse) => {
      startResponse('200 OK', [['X-A', '1']]);
      startResponse('503 Later', [['X-B', '2']], sysExcInfo(new Error('oops')));
      return [bytes('sorry')];
    });
    expect(answer).toBe('Status: 503 Later\r\nX-B: 2\r\nContent-Length: 5\r\n\r\nsorry');
  });

  it('throws the error it is given once headers are out', () => {
    const oops = new Error('oops');
    const caught: unknown[] = [];
    const [sent, line] = failureOf(function* app(_, startResponse) {
      startResponse('200 OK', []);
      yield bytes('a');
      try {
        startResponse('500 Late', [], sysExcInfo(oops));
      } catch (error) {
        caught.push(error);
        throw error;
      }
    });
    expect(caught).toEqual([oops]);
    expect([sent, line]).toEqual([`${OK}a`, 'Error: oops']);
  });

  it.each([
    ['200', 'Status must be at least 4 characters'],
    ['20X OK', 'Status message must begin w/3-digit code'],
    ['200OK', 'Status message must have a space after code'],
    [200, 'Status must be of type str (got 200)'],
    [null, 'Status must be of type str (got None)'],
  ])('refuses the status %j', (status, message) => {
    const [sent, line] = failureOf((_, startResponse) => {
      startResponse(status as string, []);
      return [];
    });
    expect([sent, line]).toEqual([ERROR_PAGE, `AssertionError: ${message}`]);
  });

  it('refuses a header that is the business of the server, but not Trailer', () => {
    const refusal = "AssertionError: Hop-by-hop header, 'Connection: x', not allowed";
    expect(failureOf(answering([['Connection', 'x']]))).toEqual([ERROR_PAGE, refusal]);
    expect(failureOf(answering([['Trailer', 'x']]))[0]).toContain('Trailer: x');
  });

  it.each([
    [
      'a tuple of headers',
      Object.freeze([]),
      'TypeError: Headers must be a list of name/value tuples',
    ],
    [
      'a number for a value',
      [['Age', 1]],
      'AssertionError: Header names/values must be of type str (got 1)',
    ],
  ])('refuses %s', (_, headers, line) => {
    const answer = failureOf((_environ, startResponse) => {
      startResponse('200 OK', headers as Header[]);
      return [];
    });
    expect(answer).toEqual([ERROR_PAGE, line]);
  });
});

describe('the result of an application', () => {
  it.each([
    ['text', 'abc', 'AssertionError: write() argument must be a bytes instance'],
    ['a list of text', ['abc'], 'AssertionError: write() argument must be a bytes instance'],
    ['bytes', bytes('abc'), 'AssertionError: write() argument must be a bytes instance'],
    ['nothing', null, "TypeError: 'NoneType' object is not iterable"],
    ['a number', 3, "TypeError: 'int' object is not iterable"],
  ])('may not be %s', (_, result, line) => {
    expect(failureOf(returning(result))).toEqual([ERROR_PAGE, line]);
  });

  it('may not begin before start_response was called', () => {
    const early = failureOf(() => [bytes('x')]);
    expect(early).toEqual([ERROR_PAGE, 'AssertionError: write() before start_response()']);
    const never = failureOf(() => []);
    expect(never).toEqual([
      ERROR_PAGE,
      "AttributeError: 'NoneType' object has no attribute 'setdefault'",
    ]);
  });

  it('is recognised where it is a wrapped file, which the server may send itself', () => {
    const { handler, sent } = exchange();
    const sendfile = vi.spyOn(handler, 'sendfile');
    handler.run(returning(new FileWrapper(new BytesIO(bytes('file')))));
    expect(sendfile).toHaveBeenCalledOnce();
    expect(sent()).toBe(`${OK}file`);
  });
});

describe('closing a result', () => {
  it('happens once after the last block', () => {
    const { close, app } = tracked(function* blocks() {
      yield bytes('a');
    });
    expect(wireOf(app)).toBe(`${OK}a`);
    expect(close).toHaveBeenCalledOnce();
  });

  it('happens once when a block fails', () => {
    const { close, app } = tracked(function* blocks() {
      yield bytes('a');
      throw new Error('oops');
    });
    expect(failureOf(app)).toEqual([`${OK}a`, 'Error: oops']);
    expect(close).toHaveBeenCalledOnce();
  });

  it('happens once when the client has gone', () => {
    const { close, app } = tracked(function* blocks() {
      yield bytes('a');
    });
    const { handler } = exchange();
    vi.spyOn(handler, '_write').mockImplementation(() => {
      throw new BrokenPipeError('gone');
    });
    handler.run(app);
    expect(close).toHaveBeenCalledOnce();
  });

  it('runs the finally of a generator that is left halfway', () => {
    const steps: string[] = [];
    const [sent] = failureOf(function* app(_, startResponse) {
      startResponse('200 OK', []);
      try {
        yield 'text' as unknown as Uint8Array;
        steps.push('went on');
      } finally {
        steps.push('finally');
      }
    });
    expect([sent, steps]).toEqual([ERROR_PAGE, ['finally']]);
  });
});

describe('an error in the application', () => {
  it('is logged and answered with the error page when nothing was sent', () => {
    const { handler, sent, logged } = exchange();
    handler.run(() => {
      throw new Error('oops');
    });
    expect(sent()).toBe(ERROR_PAGE);
    expect(logged()).toMatch(/^Traceback \(most recent call last\):\n[^]*\nError: oops\n$/);
  });

  it('leaves what was sent and adds nothing', () => {
    const answer = failureOf((_, startResponse) => {
      startResponse('200 OK', [])(bytes('some'));
      throw new Error('oops');
    });
    expect(answer).toEqual([`${OK}some`, 'Error: oops']);
  });

  it('sends nothing at all where the application emptied the environ, as in CPython', () => {
    const { handler, sent, logged } = exchange({}, { cgi: false });
    handler.run((environ, startResponse) => {
      for (const key of Object.keys(environ)) delete environ[key];
      startResponse('200 OK', []);
      return [bytes('x')];
    });
    expect(sent()).toBe('');
    expect(logged()).toMatch(/KeyError: 'SERVER_PROTOCOL'\n$/);
  });

  it('ends the run when the error page fails as well', () => {
    const { handler } = exchange();
    const second = new Error('and again');
    vi.spyOn(handler, 'errorOutput').mockImplementation(() => {
      throw second;
    });
    const run = (): void =>
      handler.run(() => {
        throw new Error('oops');
      });
    expect(run).toThrow(second);
    expect(handler.environ).toBeNull();
  });

  it.each([ConnectionAbortedError, BrokenPipeError, ConnectionResetError])(
    'is dropped without a word when it is %o',
    (error) => {
      const stderr = new StringIO();
      const stdout = {
        write() {
          throw new error();
        },
        flush() {},
      };
      const environ = { SERVER_PROTOCOL: 'HTTP/1.0' };
      new SimpleHandler(new BytesIO(), stdout, stderr, environ).run(helloApp);
      expect(stderr.getvalue()).toBe('');
    },
  );

  it('is dropped as well where the application throws it, as in CPython', () => {
    const { handler, sent, logged } = exchange();
    handler.run(() => {
      throw new BrokenPipeError('a database said so');
    });
    expect([sent(), logged()]).toEqual(['', '']);
  });
});

describe('a handler that CPython was watched with', () => {
  it('loses the first error when close() fails, since the error page has no environ left', () => {
    const { handler, sent, logged } = exchange();
    const app = returning({
      [Symbol.iterator]: () => [bytes('a')].values(),
      close: () => {
        throw new Error('closing');
      },
    });
    const message = "'NoneType' object is not subscriptable";
    handler.originServer = true;
    expect(() => handler.run(app)).toThrow(new TypeError(message));
    expect(sent()).not.toContain('500');
    expect(logged()).toContain('Error: closing');
  });

  it('answers 500 to a header list that is None', () => {
    const [sent, line] = failureOf((_, startResponse) => {
      startResponse('200 OK', null as unknown as Header[]);
      return [];
    });
    expect(sent).toBe(ERROR_PAGE);
    expect(line).toBe("TypeError: 'NoneType' object is not iterable");
  });
});
