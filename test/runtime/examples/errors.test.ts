import { describe, expect, it } from 'vitest';

import { BrokenPipeError, SystemExit } from '#runtime/builtins';
import { ExceptionMiddleware, ExceptionMiddlewareOf2007 } from '#runtime/examples/errors';
import { application, failing, type Moment } from '#runtime/examples/failures';
import { hello } from '#runtime/examples/hello';
import { BytesIO, StringIO } from '#runtime/io';
import { SimpleHandler } from '#runtime/wsgiref/handlers';
import type { ApplicationResult, PartialEnviron, WSGIApplication } from '#runtime/wsgiref/types';
import { setupTestingDefaults } from '#runtime/wsgiref/util';
import { wireOf } from './wire.ts';

type Layer = typeof ExceptionMiddleware | typeof ExceptionMiddlewareOf2007;

const around =
  (layer: Layer, inner: WSGIApplication): WSGIApplication =>
  (environ, startResponse) =>
    new layer(inner).__call__(environ, startResponse);

/** A body of two blocks that counts how often it is closed. */
function countedBody(): { result: ApplicationResult; closed: () => number } {
  let count = 0;
  const blocks = ['one, ', 'two'].map((text) => new TextEncoder().encode(text));
  return { result: Object.assign(blocks, { close: () => void (count += 1) }), closed: () => count };
}

/** The log of a server whose client goes away after the first block. */
function logOfEarlyClose(inner: WSGIApplication, layer: Layer): string {
  const environ: PartialEnviron = {};
  setupTestingDefaults(environ);
  const stderr = new StringIO();
  let flushed = 0;
  const output = {
    write() {
      if (flushed > 0) throw new BrokenPipeError();
    },
    flush: () => void (flushed += 1),
  };
  new SimpleHandler(new BytesIO(), output, stderr, environ).run(around(layer, inner));
  return stderr.getvalue().trimEnd().split('\n').at(-1) ?? '';
}

describe.each<[name: string, layer: Layer]>([
  ['of 2007', ExceptionMiddlewareOf2007],
  ['mended', ExceptionMiddleware],
])('the exception middleware, %s', (_, layer) => {
  it('changes nothing where nothing fails but that the length is no longer known', () => {
    const [bare, wrapped] = [wireOf(hello), wireOf(around(layer, hello))];
    expect(wrapped.body).toBe(bare.body);
    expect(wrapped.headers).toEqual(bare.headers.filter((name) => !name.startsWith('Content-L')));
  });

  it('makes a page of an error that comes before start_response', () => {
    const { status, headers, body, logged } = wireOf(around(layer, failing('before')));
    expect(status).toBe('500 Internal Server Error');
    expect(headers).toContain('Content-Type: text/plain; charset=utf-8');
    expect(body).toMatch(/^Traceback[^]*\nValueError: nothing started\n$/);
    expect(logged).toBe('');
  });

  it('closes the result once when all was sent', () => {
    const { result, closed } = countedBody();
    wireOf(
      around(layer, (_environ, startResponse) => {
        startResponse('200 OK', []);
        return result;
      }),
    );
    expect(closed()).toBe(1);
  });
});

describe('the exception middleware of 2007', () => {
  it.each<[Moment, string]>([
    ['after', ''],
    ['middle', '<p>Half of a page.\n'],
  ])('sends a traceback as a success: %s', (moment, before) => {
    const { status, headers, body, logged } = wireOf(
      around(ExceptionMiddlewareOf2007, failing(moment)),
    );
    expect(status).toBe('200 OK');
    expect(headers).toContain('Content-Type: text/html; charset=utf-8');
    expect(body.startsWith(`${before}Traceback`)).toBe(true);
    expect(logged).toBe('');
  });

  it('ends an early close in a RuntimeError and never closes the result', () => {
    const { result, closed } = countedBody();
    const inner: WSGIApplication = (_environ, startResponse) => {
      startResponse('200 OK', []);
      return result;
    };
    expect(logOfEarlyClose(inner, ExceptionMiddlewareOf2007)).toBe(
      'RuntimeError: generator ignored GeneratorExit',
    );
    expect(closed()).toBe(0);
  });
});

describe('the exception middleware, mended', () => {
  it('replaces a response that was started but not sent', () => {
    const { status, headers, body } = wireOf(around(ExceptionMiddleware, failing('after')));
    expect(status).toBe('500 Internal Server Error');
    expect(headers).toContain('Content-Type: text/plain; charset=utf-8');
    expect(body).toMatch(/\nValueError: started\n$/);
  });

  it('leaves an error to the server where half of the body is sent', () => {
    const { status, body, logged } = wireOf(around(ExceptionMiddleware, failing('middle')));
    expect([status, body]).toEqual(['200 OK', '<p>Half of a page.\n']);
    expect(logged).toBe('ValueError: half sent');
  });

  it('closes the result once, and quietly, when the client goes away', () => {
    const { result, closed } = countedBody();
    const inner: WSGIApplication = (_environ, startResponse) => {
      startResponse('200 OK', []);
      return result;
    };
    expect(logOfEarlyClose(inner, ExceptionMiddleware)).toBe('');
    expect(closed()).toBe(1);
  });

  it('closes the result when its iteration fails', () => {
    let closed = 0;
    const result: ApplicationResult = {
      [Symbol.iterator]: () => failing('before')({} as never, () => () => {})[Symbol.iterator](),
      close: () => void (closed += 1),
    };
    const { status } = wireOf(around(ExceptionMiddleware, () => result));
    expect([status, closed]).toEqual(['500 Internal Server Error', 1]);
  });

  it('lets through what is no Exception', () => {
    const inner: WSGIApplication = () => {
      throw new SystemExit(3);
    };
    expect(wireOf(around(ExceptionMiddleware, inner)).logged).toBe('SystemExit: 3');
    expect(wireOf(around(ExceptionMiddlewareOf2007, inner)).logged).toBe('');
  });
});

describe('the errors example', () => {
  const at = (path: string) => wireOf(application, { SCRIPT_NAME: '', PATH_INFO: path });

  it('links to each failure under each layer', () => {
    const links = [...at('/').body.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link);
    expect(links.map((link) => [link, at(`/${link}`).status])).toEqual([
      ['2007/before', '500 Internal Server Error'],
      ['2007/after', '200 OK'],
      ['2007/middle', '200 OK'],
      ['mended/before', '500 Internal Server Error'],
      ['mended/after', '500 Internal Server Error'],
      ['mended/middle', '200 OK'],
    ]);
  });

  it('knows no other failure', () => {
    expect(at('/mended/never').status).toBe('404 Not Found');
  });
});
