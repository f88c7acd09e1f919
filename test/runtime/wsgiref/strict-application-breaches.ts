import { Exception } from '#runtime/builtins';
import type { ExcInfo } from '#runtime/sys';
import type { StrictRow } from '#runtime/wsgiref/strict-validator';
import type { Header, StartResponse, WSGIApplication } from '#runtime/wsgiref/types';
import { answering, type Breach, late, PLAIN, returning, tooEager } from './strict-serving.ts';
import { environ } from './validation.ts';
import { bytes } from './wire.ts';

/** A call of `start_response()` whose error is lost. */
const swallowing = (startResponse: StartResponse, ...call: Parameters<StartResponse>): void => {
  try {
    startResponse(...call);
  } catch {
    return;
  }
};

const growing = (): unknown => {
  const list = [bytes('a')];
  return Object.assign(list, {
    *[Symbol.iterator]() {
      yield bytes('a');
      yield bytes('b');
    },
  });
};

const header = (row: StrictRow, name: string, value: string, rest: string): Breach => [
  row,
  `the header ${JSON.stringify(`${name}: ${value}`)}`,
  `The header ${rest}`,
  answering('200 OK', [name, value]),
];

const CONNECTION = [
  'Connection',
  'Keep-Alive',
  'Proxy-Authenticate',
  'Proxy-Authorization',
  'TE',
  'Trailers',
  'Trailer',
  'Upgrade',
  'Proxy-Connection',
];

/** An application that looks at a property, and goes on as if it had not. */
const looking = (at: (...call: Parameters<WSGIApplication>) => object, name: string) =>
  ((env, startResponse) => {
    Reflect.get(at(env, startResponse), name);
    return returning([])(env, startResponse);
  }) satisfies WSGIApplication;

/** An application whose body has a length that it tells, and another. */
const measured = (length: string, ...blocks: string[]): WSGIApplication =>
  function* application(_, startResponse) {
    startResponse('200 OK', [PLAIN, ['Content-Length', length]]);
    yield* blocks.map(bytes);
  };

/** What an application may do wrong. */
export const APPLICATION_BREACHES: Breach[] = [
  [
    1,
    'a look at start_response()',
    "The application looked at 'length' of start_response(), which is only to be called.",
    looking((_, startResponse) => startResponse, 'length'),
  ],
  [
    1,
    'a look at write()',
    "The application looked at '__self__' of write(), which is only to be called.",
    (_, startResponse) => {
      Reflect.get(startResponse('200 OK', [PLAIN]), '__self__');
      return [];
    },
  ],
  [
    13,
    'a status in Unicode',
    "The status '200 €' holds a character above U+00FF.",
    answering('200 €'),
  ],
  header(13, 'X-A', '€', "'X-A: €' holds a character above U+00FF."),
  [
    19,
    'a list that tells a wrong length',
    'The result told a length of 1 and gave 2 blocks.',
    returning(growing()),
  ],
  [
    54,
    'an input that is asked for a file descriptor',
    "The application looked at 'fileno' of wsgi.input, which need not be there.",
    looking((env) => env['wsgi.input'], 'fileno'),
  ],
  [
    54,
    'an error stream that is asked for its encoding',
    "The application looked at 'encoding' of wsgi.errors, which need not be there.",
    looking((env) => env['wsgi.errors'], 'encoding'),
  ],
  ...['200', '200 ', '200  OK', '200 OK '].map((status): Breach => [
    56,
    `the status ${JSON.stringify(status)}`,
    `The status '${status}' is not three digits, one space and a reason.`,
    answering(status),
  ]),
  [
    57,
    'a line end in a status',
    "The status '200 OK\\r\\nX-Injected: 1' holds a control character.",
    answering('200 OK\r\nX-Injected: 1'),
  ],
  header(62, 'X-A', 'a\u007fb', "'X-A: a\\x7fb' holds a control character."),
  ...CONNECTION.map((name) => header(65, name, 'x', `'${name}: x' concerns the connection.`)),
  header(
    82,
    'transfer-encoding',
    'chunked',
    "'transfer-encoding: chunked' applies a transfer coding.",
  ),
  [
    70,
    'two thirds of an error',
    'exc_info is (1, 2), not a class, its error and a traceback.',
    (_, startResponse) => {
      startResponse('200 OK', [PLAIN], Object.freeze([1, 2]) as unknown as ExcInfo);
      return [];
    },
  ],
  [
    70,
    'an error of another class',
    "exc_info is (<class 'Exception'>, TypeError('x'), None), not a class, its error and a traceback.",
    (_, startResponse) => {
      startResponse(
        '200 OK',
        [PLAIN],
        Object.freeze([Exception, new TypeError('x'), null]) as ExcInfo,
      );
      return [];
    },
  ],
  [
    75,
    'an error caught while blocks are made',
    'The application went on after start_response() had raised the error it was given.',
    function* application(_, startResponse) {
      startResponse('200 OK', [PLAIN]);
      yield bytes('a');
      swallowing(startResponse, '500 Late', [PLAIN], late());
      yield bytes('b');
    },
    environ,
    tooEager,
  ],
  [
    75,
    'an error caught after write()',
    'The application went on after start_response() had raised the error it was given.',
    (_, startResponse) => {
      startResponse('200 OK', [PLAIN])(bytes('a'));
      swallowing(startResponse, '500 Late', [PLAIN], late());
      return [];
    },
    environ,
    tooEager,
  ],
  [
    76,
    'a second start without an error',
    'start_response() was called a second time without exc_info.',
    (_, startResponse) => {
      startResponse('200 OK', [PLAIN]);
      startResponse('404 Not Found', [PLAIN]);
      return [];
    },
  ],
  [
    76,
    'a second start after one that failed',
    'start_response() was called a second time without exc_info.',
    (_, startResponse) => {
      swallowing(startResponse, '200 OK', Object.freeze([PLAIN]) as Header[]);
      startResponse('404 Not Found', [PLAIN]);
      return [];
    },
  ],
  [
    78,
    'a body that is too long',
    'Content-Length is 3, and the body has 4 bytes.',
    measured('3', 'ab', 'cd'),
  ],
  [
    78,
    'too much written',
    'Content-Length is 3, and the body has 4 bytes.',
    (_, startResponse) => {
      startResponse('200 OK', [PLAIN, ['Content-Length', '3']])(bytes('abcd'));
      return [];
    },
  ],
  [
    79,
    'a body that is too short',
    'Content-Length is 30, and the body has 3 bytes.',
    measured('30', 'abc'),
  ],
  [
    92,
    'write() from within the result',
    'write() was called from within the result of the application.',
    function* application(_, startResponse) {
      const write = startResponse('200 OK', [PLAIN]);
      write(bytes('a'));
      yield bytes('b');
    },
  ],
];
