/**
 * What differs around an application: method, protocol, handler, options, client, environ.
 *
 * @module
 */

import type { Case, Json } from '../model.ts';
import {
  application,
  environ,
  generator,
  handled,
  list,
  START,
  type StepJson,
} from './describe.ts';

const HELLO = application([START], list('hello'));
const TWO = application([START], generator(['yield', 'a'], ['yield', 'b']));

/** Methods and protocols with each handler. */
export function methodCases(): Case[] {
  return ['simple', 'cgi', 'server'].flatMap((kind) =>
    ['HTTP/0.9', 'http/0.9', 'HTTP/1.0', 'HTTP/1.1', ''].flatMap((protocol) =>
      ['GET', 'HEAD'].map((method) =>
        handled(`method/${kind} ${method} ${protocol}`, method === 'GET' ? HELLO : TWO, {
          handler: { kind },
          environ: environ(method, protocol),
        }),
      ),
    ),
  );
}

const OPTIONS: { [option: string]: Json }[] = [
  { version: '1.1' },
  { software: null },
  { software: '' },
  { software: 'é/1' },
  { software: '€' },
  { files: false },
  { multithread: false },
  { multiprocess: true },
  { multithread: false, multiprocess: true },
  { frames: 0 },
  { frames: 1 },
  { error: ['503 Busy', [['Retry-After', '5']], 'busy'] },
  { error: ['503 Busy', [], ''] },
  { error: ['bad', [], 'x'] },
  { error: ['500 X', [['Connection', 'close']], 'x'] },
];
const SHOWN = [
  'wsgi.version',
  'wsgi.multithread',
  'wsgi.multiprocess',
  'wsgi.run_once',
  'wsgi.url_scheme',
  'SERVER_SOFTWARE',
  'PATH_INFO',
];

/** A handler's options, seen by an application that answers and by one that fails. */
export function optionCases(): Case[] {
  const show = SHOWN.map((key): StepJson => ['show', key]);
  const file = (data: string, seek: number, size: number, more: StepJson[] = []): Json =>
    application([START, ...more], { kind: 'file', data, seek, size });
  return OPTIONS.flatMap((options, index) => [
    handled(`option/${index + 1}, shown`, application([...show, START], list('a')), {
      handler: { kind: 'simple', ...options },
    }),
    handled(
      `option/${index + 1}, failing`,
      application([START, ['log', 'note\n'], ['raise', 'ValueError', 'x']], list()),
      {
        handler: { kind: index % 2 === 0 ? 'cgi' : 'server', ...options },
      },
    ),
  ]).concat([
    handled('file/whole', file('abcdef', 0, 4)),
    handled('file/from the middle', file('abcdef', 4, 4)),
    handled('file/empty', file('', 0, 4)),
    handled('file/after write', file('abc', 0, 1, [['write', 'W']])),
    handled('file/not offered', file('abc', 0, 1), { handler: { kind: 'simple', files: false } }),
  ]);
}

/** Clients that take a part at a time, or go. */
export function outputCases(): Case[] {
  const partial = [1, 2, 7, 1000].map((bytes) =>
    handled(`client/takes ${bytes}`, HELLO, { output: { partial: bytes } }),
  );
  const gone = [0, 1, 2, 3, 4, 5, 6].flatMap((writes) =>
    ['BrokenPipeError', 'ConnectionAbortedError', 'ValueError'].map((name) =>
      handled(`client/${name} after ${writes}`, TWO, {
        handler: { kind: writes % 2 === 0 ? 'simple' : 'server' },
        output: { fail: [writes, name, 'client'] },
      }),
    ),
  );
  return [...partial, ...gone];
}

/** Environs that are odd, or that the application changes. */
export function environCases(): Case[] {
  const changing = (...steps: StepJson[]): Json => application([...steps, START], list('a'));
  const around = (more: Json[], input = ''): { environ: Json[]; input: string } => ({
    environ: environ('POST', 'HTTP/1.0', ...more),
    input,
  });
  return [
    handled('environ/cleared', changing(['clear'])),
    handled('environ/cleared, then an error', changing(['clear'], ['raise', 'ValueError', 'x'])),
    handled('environ/protocol removed', changing(['unset', 'SERVER_PROTOCOL'])),
    handled('environ/protocol changed', changing(['set', 'SERVER_PROTOCOL', 'HTTP/0.9'])),
    handled('environ/protocol a number', changing(['set', 'SERVER_PROTOCOL', 5])),
    handled('environ/method changed', changing(['set', 'REQUEST_METHOD', 'HEAD'])),
    handled('environ/no protocol', changing(), { environ: [] }),
    handled('environ/no protocol, gateway', changing(), { environ: [], handler: { kind: 'cgi' } }),
    handled('environ/https', changing(['show', 'wsgi.url_scheme']), around([['HTTPS', 'on']])),
    handled(
      'environ/own software',
      changing(['show', 'SERVER_SOFTWARE']),
      around([['SERVER_SOFTWARE', 'mine']]),
    ),
    handled(
      'environ/own wsgi key',
      changing(['show', 'wsgi.run_once']),
      around([['wsgi.run_once', 'mine']]),
    ),
    handled('input/read all', changing(['read', 'read']), around([], 'a=1\nb=2')),
    handled(
      'input/read some',
      changing(['read', 'read', 3], ['read', 'readline'], ['read', 'read', 99], ['read', 'read']),
      around([], 'a=1\nb=2\nc'),
    ),
    handled('input/lines', changing(['read', 'readlines']), around([], 'a\nb\n\nc')),
    handled(
      'input/line by size',
      changing(['read', 'readline', 2], ['read', 'readline', -1]),
      around([], 'abcd\ne'),
    ),
    handled(
      'input/lines by hint',
      changing(['read', 'readlines', 2], ['read', 'readlines', 0]),
      around([], 'a\nb\nc\nd\n'),
    ),
    handled('errors/logged', changing(['log', 'one\n'], ['log', 'two €\n'])),
  ];
}
