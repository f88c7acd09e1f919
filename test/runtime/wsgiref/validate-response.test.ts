import { describe, expect, it } from 'vitest';

import { sysExcInfo } from '#runtime/sys';
import type { StartResponse, WSGIApplication } from '#runtime/wsgiref/types';
import {
  checkContentType,
  checkExcInfo,
  checkHeaders,
  checkStatus,
  validator,
} from '#runtime/wsgiref/validate';
import { bytes, exchange } from './wire.ts';
import { describeCases, environ, server, type ValidationCase } from './validation.ts';

const PLAIN = ['Content-Type', 'text/plain'] as const;

const status = (given: string, outcome: string[]): ValidationCase => ({
  title: `${outcome.length === 0 ? 'accepts' : 'objects to'} the status ${JSON.stringify(given)}`,
  ours: () => checkStatus(given),
  python: `validate.check_status(${JSON.stringify(given)})`,
  outcome,
});

const loose = (given: string): string[] => [
  `WSGIWarning: The status string ('${given}') should be a three-digit integer followed by a single space and a status explanation`,
];

const header = (name: string, value: string, outcome: string[]): ValidationCase => ({
  title: `${outcome.length === 0 ? 'accepts' : 'refuses'} ${JSON.stringify(`${name}: ${value}`)}`,
  ours: () => checkHeaders([[name, value]]),
  python: `validate.check_headers([(${JSON.stringify(name)}, ${JSON.stringify(value)})])`,
  outcome,
});

/** A call of start_response through the validator. */
const call = (...given: unknown[]): void => {
  const application: WSGIApplication = (_, startResponse) => {
    (startResponse as (...given: unknown[]) => unknown)(...given);
    return [];
  };
  validator(application)(environ(), server).close();
};

describeCases('a status as the validator sees it', [
  status('200 OK', []),
  status('200 ', []),
  status('999 Odd', []),
  status('200 OK\r\nX-Injected: 1', []),
  status('200', loose('200')),
  status(' 200 OK', loose(' 200 OK')),
  status('200\u00a0OK', loose('200\\xa0OK')),
  status('20 OK', ["AssertionError: Status codes must be three characters: '20'"]),
  status('200OK', ["AssertionError: Status codes must be three characters: '200OK'"]),
  status('20X OK', ["ValueError: invalid literal for int() with base 10: '20X'"]),
  status('099 Low', ['AssertionError: Status code is invalid: 99']),
  status('-10 Low', ['AssertionError: Status code is invalid: -10']),
  status('', ['IndexError: list index out of range']),
  status(' \u0085', ['IndexError: list index out of range']),
  {
    title: 'refuses a number',
    ours: () => checkStatus(200),
    python: 'validate.check_status(200)',
    outcome: ['AssertionError: Status must be of type str (got 200)'],
  },
]);

describeCases('a list of headers as the validator sees it', [
  header('Content-Type', 'text/plain', []),
  header('X_A-1', '', []),
  header('X-A', 'a\u007fb', []),
  header('X-A', '\u20ac', []),
  header('Transfer-Encoding', 'chunked', []),
  header('STATUS', '200 OK', [
    "AssertionError: The Status header cannot be used; it conflicts with CGI script, and HTTP status is not given through headers (value: '200 OK').",
  ]),
  header('X:A', 'v', ["AssertionError: Header names may not contain ':' or '\\n': 'X:A'"]),
  header('X\nA', 'v', ["AssertionError: Header names may not contain ':' or '\\n': 'X\\nA'"]),
  header('X A', 'v', ["AssertionError: Bad header name: 'X A'"]),
  header('1A', 'v', ["AssertionError: Bad header name: '1A'"]),
  header('X.A', 'v', ["AssertionError: Bad header name: 'X.A'"]),
  header('', 'v', ["AssertionError: Bad header name: ''"]),
  header('X-', 'v', ["AssertionError: Names may not end in '-' or '_': 'X-'"]),
  header('X_', 'v', ["AssertionError: Names may not end in '-' or '_': 'X_'"]),
  header('X-A', 'a\r\nX-Injected: 1', [
    "AssertionError: Bad header value: 'a\\r\\nX-Injected: 1' (bad char: '\\r')",
  ]),
  header('X-A', 'a\tb', ["AssertionError: Bad header value: 'a\\tb' (bad char: '\\t')"]),
  header('X-A', '\u007f\u0000', [
    "AssertionError: Bad header value: '\\x7f\\x00' (bad char: '\\x00')",
  ]),
  {
    title: 'must be open, which is a list and no tuple',
    ours: () => checkHeaders(Object.freeze([PLAIN])),
    python: "validate.check_headers((('Content-Type', 'text/plain'),))",
    outcome: [
      "AssertionError: Headers ((('Content-Type', 'text/plain'),)) must be of type list: <class 'tuple'>",
    ],
  },
  {
    title: 'may not be a dict',
    ours: () => checkHeaders({ a: 'b' }),
    python: "validate.check_headers({'a': 'b'})",
    outcome: ["AssertionError: Headers ({'a': 'b'}) must be of type list: <class 'dict'>"],
  },
  {
    title: 'holds pairs, not text',
    ours: () => checkHeaders(['ab']),
    python: "validate.check_headers(['ab'])",
    outcome: ["AssertionError: Individual headers ('ab') must be of type tuple: <class 'str'>"],
  },
  {
    title: 'holds nothing longer than a pair',
    ours: () => checkHeaders([['a', 'b', 'c']]),
    python: "validate.check_headers([('a', 'b', 'c')])",
    outcome: ['AssertionError'],
  },
  {
    title: 'holds names that are text',
    ours: () => checkHeaders([[bytes('a'), 'b']]),
    python: "validate.check_headers([(b'a', 'b')])",
    outcome: ["AssertionError: Header name must be of type str (got b'a')"],
  },
  {
    title: 'holds values that are text',
    ours: () => checkHeaders([['a', 1]]),
    python: "validate.check_headers([('a', 1)])",
    outcome: ['AssertionError: Header value must be of type str (got 1)'],
  },
]);

describeCases('the content type as the validator sees it', [
  {
    title: 'is asked for',
    ours: () => checkContentType('200 OK', [['X-A', '1']]),
    python: "validate.check_content_type('200 OK', [('X-A', '1')])",
    outcome: ["AssertionError: No Content-Type header found in headers ([('X-A', '1')])"],
  },
  {
    title: 'is found in whatever case',
    ours: () => checkContentType('200 OK', [['content-TYPE', 'text/plain']]),
    python: "validate.check_content_type('200 OK', [('content-TYPE', 'text/plain')])",
    outcome: [],
  },
  ...[204, 304].map((code): ValidationCase => ({
    title: `is refused with ${code}`,
    ours: () => checkContentType(`${code} None`, [['Content-Type', 'text/plain']]),
    python: `validate.check_content_type('${code} None', [('Content-Type', 'text/plain')])`,
    outcome: [
      `AssertionError: Content-Type header found in a ${code} response, which must not return content.`,
    ],
  })),
  {
    title: 'may be missing with 204',
    ours: () => checkContentType('204 No Content', []),
    python: "validate.check_content_type('204 No Content', [])",
    outcome: [],
  },
]);

describeCases('a call of start_response as the validator sees it', [
  {
    title: 'may have two arguments',
    ours: () => call('200 OK', [['Content-Type', 'text/plain']]),
    python: "call('200 OK', [('Content-Type', 'text/plain')])",
    outcome: [],
  },
  {
    title: 'may have no error as its third',
    ours: () => call('200 OK', [['Content-Type', 'text/plain']], null),
    python: "call('200 OK', [('Content-Type', 'text/plain')], None)",
    outcome: [],
  },
  {
    title: 'may not have one argument',
    ours: () => call('200 OK'),
    python: "call('200 OK')",
    outcome: ["AssertionError: Invalid number of arguments: ('200 OK',)"],
  },
  {
    title: 'may not have four arguments',
    ours: () => call('200 OK', [['a', 'b']], null, 1),
    python: "call('200 OK', [('a', 'b')], None, 1)",
    outcome: ["AssertionError: Invalid number of arguments: ('200 OK', [('a', 'b')], None, 1)"],
  },
  {
    title: 'has its status looked at before its headers',
    ours: () => call(200, 'headers'),
    python: "call(200, 'headers')",
    outcome: ['AssertionError: Status must be of type str (got 200)'],
  },
  {
    title: 'has its headers looked at before its error',
    ours: () => call('200 OK', [], 'error'),
    python: "call('200 OK', [], 'error')",
    outcome: ['AssertionError: No Content-Type header found in headers ([])'],
  },
  {
    title: 'takes only a tuple for an error',
    ours: () => checkExcInfo([1, 2, 3]),
    python: 'validate.check_exc_info([1, 2, 3])',
    outcome: ["AssertionError: exc_info ([1, 2, 3]) is not a tuple: <class 'list'>"],
  },
  {
    title: 'takes any tuple for an error',
    ours: () => checkExcInfo(Object.freeze([])),
    python: 'validate.check_exc_info(())',
    outcome: [],
  },
]);

describe('start_response through the validator', () => {
  it('reaches the server with the same arguments', () => {
    const calls: unknown[][] = [];
    const recording: StartResponse = (...given) => {
      calls.push(given);
      return () => {};
    };
    const headers: [string, string][] = [['Content-Type', 'text/plain']];
    const excInfo = sysExcInfo(new Error('late'));
    validator((_, startResponse) => {
      startResponse('500 Late', headers, excInfo);
      return [];
    })(environ(), recording);
    expect(calls).toEqual([['500 Late', headers, excInfo]]);
    expect(calls[0]?.[1]).toBe(headers);
  });

  it('turns what the validator refuses into an error page and a line in the log', () => {
    const { handler, sent, logged } = exchange({ QUERY_STRING: '' });
    handler.run(
      validator((_, startResponse) => {
        startResponse('20X OK', [['Content-Type', 'text/plain']]);
        return [];
      }),
    );
    expect(sent()).toContain('500 Internal Server Error');
    expect(logged()).toContain("ValueError: invalid literal for int() with base 10: '20X'\n");
  });
});
