import { describe, expect, it } from 'vitest';
import { findErrors } from '../../../../site/workshop/playground/bench/errors.ts';
import { announce, say } from '../../../../site/workshop/playground/bench/words.ts';
import type { Exchange } from '../../../../site/workshop/playground/client.ts';
import { EMPTY } from '../../../../site/workshop/playground/draft.ts';
import { readResponse } from '../../../../site/workshop/playground/response.ts';
import type { Raised, Served } from '../../../../site/workshop/playground/served.ts';

const place = (line: number) => ({ path: 'mysite/views.ts', line, column: 3 });
const raised: Raised = {
  name: 'ValueError',
  message: 'no',
  places: [place(2), place(2), place(9)],
};
const served: Served = {
  bytes: new Uint8Array(0),
  pieces: [],
  hungUp: false,
  terminal: '',
  log: [],
};
const exchange = (more: Partial<Exchange>): Exchange => ({ draft: EMPTY, refusals: [], ...more });

describe('the errors of an exchange', () => {
  it('are told once each, with each line once, innermost first', () => {
    const line = {
      logger: 'django.request',
      level: 'ERROR',
      text: 'Internal Server Error',
      raised,
    };
    const log = [line, { ...line, raised: { ...raised, places: [] } }];
    expect(findErrors(exchange({ served: { ...served, log } }))).toEqual([
      { title: 'ValueError: no', places: [place(2), place(9)] },
    ]);
  });

  it('are found in a traceback that a bare application printed', () => {
    const terminal =
      'Traceback\n  at f (wsgi.ts:1:1)\n  at g (mysite/views.ts:9:3)\nTypeError: no\n';
    expect(findErrors(exchange({ served: { ...served, terminal } }))).toEqual([
      {
        title: 'A traceback was printed.',
        places: [place(9), { path: 'wsgi.ts', line: 1, column: 1 }],
      },
    ]);
  });

  it('are those of modules and of the compiler, too', () => {
    const started = { terminal: '', log: [], broken: [{ path: 'mysite/urls.ts', raised }] };
    expect(findErrors(exchange({ started }))[0]?.title).toBe(
      'While mysite/urls.ts was run: ValueError: no',
    );
    const faults = [{ ...place(4), message: 'Unexpected token' }];
    expect(findErrors(exchange({ faults }))).toEqual([
      { title: 'Unexpected token', places: [place(4)] },
    ]);
  });
});

describe('an exchange in words', () => {
  it('says how large the answer is, or why there is none', () => {
    const bytes = new TextEncoder().encode('HTTP/1.1 200 OK\r\n\r\nbody');
    const response = readResponse(bytes);
    expect(announce(exchange({ served, response }))).toBe('HTTP/1.1 200 OK, 4 bytes.');
    expect(say(exchange({ served: { ...served, hungUp: true }, response }))).toBe(
      '4 bytes; then the client hung up',
    );
    expect(announce(exchange({ stopped: 'Stopped after 1 s.' }))).toBe('Stopped after 1 s.');
    expect(announce(exchange({ faults: [] }))).toBe('The project does not start.');
    const started = { terminal: '', log: [], broken: [], missing: 'There is no application.' };
    expect(announce(exchange({ started }))).toBe('There is no application.');
  });
});
