import type { Environ, StartResponse } from '#runtime/wsgiref/types';
import { type Breach, startingAgain, tooEager, wrapping } from './strict-serving.ts';
import { environ, server } from './validation.ts';
import { bytes, helloApp } from './wire.ts';

const withWrapper = (wrapper: unknown): Environ => environ({ 'wsgi.file_wrapper': wrapper });

class Unclosable {
  *[Symbol.iterator](): Generator<Uint8Array> {}
}

class Unreadable {
  close(): void {}
}

const closable = { read: () => bytes(''), close: () => {} };

const computed = (): Environ =>
  Object.defineProperty(environ(), 'REMOTE_USER', { get: () => 'me', enumerable: true });

/** What a server may do wrong. */
export const SERVER_BREACHES: Breach[] = [
  [
    1,
    'a look at the application',
    "The server looked at 'name' of the application, which is only to be called.",
    helloApp,
    environ,
    server,
    (application) => application.name,
  ],
  [
    24,
    'a look at the result',
    "The server looked at 'status' of the result, which need not be there.",
    helloApp,
    environ,
    server,
    (_, result) => Reflect.get(Object(result), 'status'),
  ],
  [
    6,
    'a computed variable',
    "The environ computes 'REMOTE_USER' each time it is read.",
    helloApp,
    computed,
  ],
  [
    8,
    'a start_response that returns nothing',
    'start_response() returned None, which cannot be called.',
    helloApp,
    environ,
    (() => null) as unknown as StartResponse,
  ],
  [
    10,
    'a path in Unicode',
    "PATH_INFO is '/€', which holds a character above U+00FF.",
    helloApp,
    () => environ({ PATH_INFO: '/€' }),
  ],
  [
    25,
    'an empty method',
    'REQUEST_METHOD is empty.',
    helloApp,
    () => environ({ REQUEST_METHOD: '' }),
  ],
  [
    27,
    'a request for nothing',
    'There is neither SCRIPT_NAME nor PATH_INFO.',
    helloApp,
    () => environ({}, ['SCRIPT_NAME', 'PATH_INFO']),
  ],
  [
    31,
    'a server without a name',
    'SERVER_NAME is empty.',
    helloApp,
    () => environ({ SERVER_NAME: '' }),
  ],
  [
    31,
    'a server without a port',
    'SERVER_PORT is empty.',
    helloApp,
    () => environ({ SERVER_PORT: '' }),
  ],
  [
    32,
    'no protocol',
    'SERVER_PROTOCOL is None, which names no version of HTTP.',
    helloApp,
    () => environ({}, ['SERVER_PROTOCOL']),
  ],
  [
    32,
    'another protocol',
    "SERVER_PROTOCOL is 'SPDY', which names no version of HTTP.",
    helloApp,
    () => environ({ SERVER_PROTOCOL: 'SPDY' }),
  ],
  [
    39,
    'another version of WSGI',
    'wsgi.version is (9, 9), not (1, 0).',
    helloApp,
    () => environ({ 'wsgi.version': Object.freeze([9, 9]) }),
  ],
  [
    40,
    'no scheme',
    'There is no wsgi.url_scheme.',
    helloApp,
    () => environ({}, ['wsgi.url_scheme']),
  ],
  [
    69,
    'headers sent with an empty block',
    'The server sent headers before a block that is not empty.',
    startingAgain(''),
    environ,
    tooEager,
  ],
  [
    69,
    'headers sent with no block',
    'The server sent headers before a block that is not empty.',
    startingAgain(),
    environ,
    tooEager,
  ],
  [
    73,
    'an error that comes too late and is taken all the same',
    'start_response() took exc_info when headers were sent, and raised nothing.',
    startingAgain('a'),
  ],
  [
    100,
    'a body still in chunks',
    "HTTP_TRANSFER_ENCODING is 'chunked', and nothing says that wsgi.input is free of it.",
    helloApp,
    () => environ({ HTTP_TRANSFER_ENCODING: 'chunked' }),
  ],
  [
    111,
    'a file wrapper that is none',
    "wsgi.file_wrapper is 'sendfile', which cannot be called.",
    helloApp,
    () => withWrapper('sendfile'),
  ],
  [
    113,
    'a wrapped file that cannot be closed',
    'wsgi.file_wrapper made <Unclosable object> without close() for a file that has one.',
    wrapping(closable),
    () => withWrapper(Unclosable),
  ],
  [
    115,
    'a wrapped file that cannot be iterated',
    'wsgi.file_wrapper made <Unreadable object>, which cannot be iterated.',
    wrapping(closable),
    () => withWrapper(Unreadable),
  ],
];
