import { describe, expect, it, vi } from 'vitest';

import { latin1Decode } from '#runtime/codecs';
import type { ApplicationResult, StartResponse, WSGIApplication } from '#runtime/wsgiref/types';
import { IteratorWrapper, PartialIteratorWrapper, validator } from '#runtime/wsgiref/validate';
import { bytes, exchange, helloApp } from './wire.ts';
import { describeCases, environ, server, type ValidationCase } from './validation.ts';

const returning =
  (result: unknown): WSGIApplication =>
  (_, startResponse) => {
    startResponse('200 OK', [['Content-Type', 'text/plain']]);
    return result as ApplicationResult;
  };

const START = "start_response('200 OK', [('Content-Type', 'text/plain')])";

const result = (
  title: string,
  ours: unknown,
  python: string,
  outcome: string[],
): ValidationCase => ({
  title,
  ours: () => {
    const iterator = validator(returning(ours))(environ(), server);
    Array.from(iterator);
    iterator.close();
  },
  python: [
    'def app(environ, start_response):',
    `    ${START}`,
    `    return ${python}`,
    'iterator = validator(app)(environ(), server)',
    'list(iterator)',
    'iterator.close()',
  ].join('\n'),
  outcome,
});

const NOTHING = 'AssertionError: The application must return an iterator, if only an empty list';
const TEXT =
  'AssertionError: You should not return a string as your application iterator, instead return a single-item list containing a bytestring.';

describeCases('a result as the validator sees it', [
  result('may be a list of bytes', [bytes('a'), bytes('')], "[b'a', b'']", []),
  result('may be empty', [], '[]', []),
  result('may not be nothing', null, 'None', [NOTHING]),
  result('may not be false', false, 'False', [NOTHING]),
  result('may not be zero, which equals false', 0, '0', [NOTHING]),
  result('may not be text', 'text', "'text'", [TEXT]),
  result('may not be bytes', bytes('b'), "b'b'", [TEXT]),
  result('can be iterated', 1, '1', ["TypeError: 'int' object is not iterable"]),
  result('holds no text', ['text'], "['text']", [
    "AssertionError: Iterator yielded non-bytestring ('text')",
  ]),
  {
    title: 'is not read after it was closed',
    ours: () => {
      const iterator = validator(returning([bytes('a')]))(environ(), server);
      iterator.close();
      iterator.next();
    },
    python: [
      'def app(environ, start_response):',
      `    ${START}`,
      "    return [b'a']",
      'iterator = validator(app)(environ(), server)',
      'iterator.close()',
      'next(iterator)',
    ].join('\n'),
    outcome: ['AssertionError: Iterator read after closed'],
  },
  {
    title: 'does not begin before start_response',
    ours: () => validator(() => [bytes('a')])(environ(), server).next(),
    python: [
      "iterator = validator(lambda environ, start_response: [b'a'])(environ(), server)",
      'try:',
      '    next(iterator)',
      'finally:',
      '    iterator.close()',
    ].join('\n'),
    outcome: [
      'AssertionError: The application returns and we started iterating over its body, but start_response has not yet been called',
    ],
  },
  {
    title: 'was closed when all is over',
    ours: () => validator(returning([]))(environ(), server).assertClosed(),
    python: [
      'iterator = IteratorWrapper([], None)',
      'try:',
      '    iterator.__del__()',
      'finally:',
      '    iterator.close()',
    ].join('\n'),
    outcome: ['AssertionError: Iterator garbage collected without being closed'],
  },
  {
    title: 'may be watched without asking for start_response',
    ours: () => Array.from(new PartialIteratorWrapper([bytes('a')])),
    python: "iterator = iter(PartialIteratorWrapper([b'a']))\nlist(iterator)\niterator.close()",
    outcome: [],
  },
]);

describeCases('an application as the validator sees it', [
  {
    title: 'is called with two arguments',
    ours: () => (validator(helloApp) as (...given: unknown[]) => unknown)(environ()),
    python: 'validator(None)(environ())',
    outcome: ['AssertionError: Two arguments required'],
  },
]);

describe('a result through the validator', () => {
  it('has no length, so the server computes none', () => {
    const { handler, sent } = exchange({ QUERY_STRING: '' });
    handler.run(validator(helloApp));
    expect(sent()).toBe(
      'Status: 200 OK\r\nContent-Type: text/plain\r\nDate: Mon, 05 Jun 2006 18:49:54 GMT\r\n\r\nHello, world!',
    );
  });

  it('may call start_response with its first block, no later', () => {
    const late = function* late(_: unknown, startResponse: StartResponse): Iterable<Uint8Array> {
      startResponse('200 OK', [['Content-Type', 'text/plain']]);
      yield bytes('a');
    };
    const iterator = validator(late)(environ(), server);
    expect(Array.from(iterator, latin1Decode)).toEqual(['a']);
  });

  it('is closed as the application asked, once for each close of the server', () => {
    const close = vi.fn<() => void>();
    const iterator = new IteratorWrapper({ *[Symbol.iterator]() {}, close }, null);
    iterator.close();
    expect(close).toHaveBeenCalledOnce();
  });

  it('ends a generator that is closed early', () => {
    const ended = vi.fn<() => void>();
    const blocks = function* blocks(): Iterable<Uint8Array> {
      try {
        yield bytes('a');
        yield bytes('b');
      } finally {
        ended();
      }
    };
    const iterator = new IteratorWrapper(blocks(), null);
    iterator.next();
    iterator.close();
    expect(ended).toHaveBeenCalledOnce();
  });

  it('has nothing to tell once it was closed', () => {
    const iterator = validator(returning([]))(environ(), server);
    iterator.close();
    expect(() => iterator.assertClosed()).not.toThrow();
  });
});
