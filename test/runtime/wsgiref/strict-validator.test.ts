import { describe, expect, it } from 'vitest';

import { AssertionError, Exception } from '#runtime/builtins';
import { latin1Decode } from '#runtime/codecs';
import { BytesIO } from '#runtime/io';
import { repr } from '#runtime/repr';
import { catchWarnings } from '#runtime/warnings';
import { ClauseError, STRICT_CHECKS, strictValidator } from '#runtime/wsgiref/strict-validator';
import type { Environ, Header, Write, WSGIApplication } from '#runtime/wsgiref/types';
import { FileWrapper } from '#runtime/wsgiref/util';
import { validator } from '#runtime/wsgiref/validate';
import { APPLICATION_BREACHES } from './strict-application-breaches.ts';
import { SERVER_BREACHES } from './strict-server-breaches.ts';
import {
  answering,
  late,
  PLAIN,
  returning,
  serve,
  startingAgain,
  tooEager,
  wrapping,
} from './strict-serving.ts';
import { environ, server } from './validation.ts';
import { bytes, exchange, helloApp } from './wire.ts';

const BREACHES = { server: SERVER_BREACHES, application: APPLICATION_BREACHES };

describe.each(['server', 'application'] as const)('a breach of PEP 3333 by the %s', (who) => {
  it.each(BREACHES[who])('is seen (%i): %s', (row, _title, message, application, ...treated) => {
    const [env, start, glance] = treated;
    let caught: unknown;
    catchWarnings(() => {
      try {
        serve(strictValidator, application, env?.(), start, glance);
      } catch (error) {
        caught = error;
      }
    });
    expect(caught).toBeInstanceOf(ClauseError);
    expect(caught).toMatchObject({ row, who: STRICT_CHECKS[row].who, message });
  });

  it('is tested for each requirement of the table', () => {
    const tested = new Set(BREACHES[who].map(([row]) => String(row)));
    const listed = Object.entries(STRICT_CHECKS).filter(([, clause]) =>
      ['both', who].includes(clause.who),
    );
    expect(tested).toEqual(new Set(listed.map(([row]) => row)));
  });
});

describe('what wsgiref’s validator is silent about, or knows a bare KeyError for,', () => {
  const seenByBoth = new Set(["KeyError: 'wsgi.url_scheme'", "KeyError: 'SCRIPT_NAME'"]);

  it.each([...SERVER_BREACHES, ...APPLICATION_BREACHES])(
    'is (%i): %s',
    (_row, _title, _message, application, env, start, glance) => {
      let complaint = '';
      catchWarnings(() => {
        try {
          serve(validator, application, env?.(), start, glance);
        } catch (error) {
          complaint = error instanceof AssertionError ? error.message : String(error);
        }
      });
      const silent = ['', 'Exception: late', "TypeError: 'Unreadable' object is not iterable"];
      expect([...silent, ...seenByBoth]).toContain(complaint);
    },
  );
});

describe('the strict validator', () => {
  it('lets a server and an application pass that keep to PEP 3333', () => {
    const { handler, sent, logged } = exchange({ QUERY_STRING: '' });
    handler.run(strictValidator(helloApp));
    expect(sent()).toContain('Status: 200 OK');
    expect(sent()).toContain('\r\n\r\nHello, world!');
    expect(logged()).toBe('');
  });

  it('fails as the validator does for what both see', () => {
    const application = answering('200 OK', ['X A', 'v']);
    expect(() => serve(strictValidator, application)).toThrow(
      new AssertionError("Bad header name: 'X A'"),
    );
    expect(() => serve(strictValidator, helloApp, 1 as unknown as Environ)).toThrow(
      new AssertionError("Environment is not of the right type: <class 'int'> (environment: 1)"),
    );
    expect(() => serve(strictValidator, returning('text'))).toThrow(
      'You should not return a string',
    );
    expect(() => (strictValidator(helloApp) as () => unknown)()).toThrow('Two arguments required');
  });

  it('lets read() do without a size, and lets empty variables be absent without a warning', () => {
    const bare = environ({ 'wsgi.input': new BytesIO(bytes('body')) }, [
      'SCRIPT_NAME',
      'QUERY_STRING',
    ]);
    const read: string[] = [];
    const warned = catchWarnings(() => {
      serve(
        strictValidator,
        (env, startResponse) => {
          read.push(
            latin1Decode(env['wsgi.input'].read(1)),
            latin1Decode(env['wsgi.input'].read()),
          );
          return answering('200 OK')(env, startResponse);
        },
        bare,
      );
    });
    expect(read).toEqual(['b', 'ody']);
    expect(warned).toEqual([]);
  });

  it('lets a server send headers at once where the body is declared empty', () => {
    const application: WSGIApplication = (_, startResponse) => {
      startResponse('200 OK', [PLAIN, ['Content-Length', '0']]);
      startResponse('500 Late', [PLAIN], late());
      return [];
    };
    expect(() => serve(strictValidator, application, environ(), tooEager)).toThrow(
      new Exception('late'),
    );
  });

  it('lets the error through that a server raises in time', () => {
    expect(() => serve(strictValidator, startingAgain('a'), environ(), tooEager)).toThrow(
      new Exception('late'),
    );
  });

  it('lets headers be replaced while nothing but empty blocks came', () => {
    expect(serve(strictValidator, startingAgain('')).map(latin1Decode)).toEqual(['', 'page']);
  });

  it('finds that wsgiref’s own handler sends headers with an empty block', () => {
    const { handler, logged } = exchange({ QUERY_STRING: '' });
    handler.run(strictValidator(startingAgain('')));
    expect(logged()).toContain('ClauseError: The server sent headers before a block');
  });

  it('leaves a file wrapper what it is', () => {
    const seen: unknown[] = [];
    const application: WSGIApplication = (env, startResponse) => {
      const result = wrapping({ read: () => bytes('') })(env, startResponse);
      seen.push(result);
      return result;
    };
    expect(
      serve(strictValidator, application, environ({ 'wsgi.file_wrapper': FileWrapper })),
    ).toEqual([]);
    expect(seen[0]).toBeInstanceOf(FileWrapper);
  });

  it('lets a callable be called in each way that JavaScript has', () => {
    const application = strictValidator((...call) => {
      const write = Function.prototype.call.bind(call[1], null)('200 OK', [PLAIN]) as Write;
      call[1].bind(null);
      write(bytes('a'));
      return [];
    });
    expect(Array.from(application.bind(null)(environ(), server))).toEqual([]);
  });

  it('lets code of the language look at what it gives: a description, a promise', async () => {
    const described: string[] = [];
    const application = strictValidator((env, startResponse) => {
      described.push(repr(env['wsgi.input']), repr(env['wsgi.errors']));
      return returning([])(env, startResponse);
    });
    const result = await Promise.resolve(application(environ(), server));
    expect(described).toEqual(['<StrictInputWrapper object>', '<ErrorWrapper object>']);
    result.close();
    expect(result.closed).toBe(true);
    expect(() => result.assertClosed()).not.toThrow();
  });

  it.each([
    ['a HEAD request', '200 OK', { REQUEST_METHOD: 'HEAD' }],
    ['a 304', '304 Not Modified', {}],
  ])('lets a body be missing where headers describe another: %s', (_, status, changes) => {
    const application: WSGIApplication = (__, startResponse) => {
      const headers: Header[] = status.startsWith('2') ? [PLAIN] : [];
      startResponse(status, [...headers, ['Content-Length', '30']]);
      return [];
    };
    expect(serve(strictValidator, application, environ(changes))).toEqual([]);
  });

  it('holds a body to the length that was told last', () => {
    const application: WSGIApplication = (_, startResponse) => {
      startResponse('200 OK', [PLAIN, ['content-length', '30']]);
      startResponse('500 Late', [PLAIN, ['Content-Length', '5']], late());
      return [bytes('page'), bytes('s')];
    };
    expect(serve(strictValidator, application).map(latin1Decode)).toEqual(['page', 's']);
    const strict = answering('200 OK', ['content-length', '0']);
    expect(serve(strictValidator, strict)).toEqual([]);
  });

  it('takes chunks that the server says it has undone', () => {
    const changes = { HTTP_TRANSFER_ENCODING: 'chunked', 'wsgi.input_terminated': true };
    expect(serve(strictValidator, returning([]), environ(changes))).toEqual([]);
  });
});
