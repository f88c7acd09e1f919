import { loadPyodide } from 'pyodide';
import { describe, expect, it } from 'vitest';

import { ValueError } from '#runtime/builtins';
import { BaseHandler } from '#runtime/wsgiref/handlers';
import { Headers } from '#runtime/wsgiref/headers';
import type { Header } from '#runtime/wsgiref/types';
import { ERROR_PAGE, exchange } from './wire.ts';

const TAB = '\t';
const CONTROLS = [...Array.from({ length: 32 }, (_, unit) => String.fromCharCode(unit)), '\x7f'];
const IN_HEADERS = new ValueError('Control characters not allowed in headers');
const IN_STATUS = new ValueError('Control characters are not allowed in status');

const SENT_BY_CPYTHON = `
import io
from wsgiref.handlers import BaseCGIHandler
from wsgiref.util import setup_testing_defaults

def application(environ, start_response):
    start_response('200 OK\\r\\nX-Status: 1', [('X-A', 'a\\r\\nX-Value: 1')])
    return []

environ = {}
setup_testing_defaults(environ)
stdout = io.BytesIO()
BaseCGIHandler(io.BytesIO(), stdout, io.StringIO(), environ).run(application)
stdout.getvalue().decode('latin-1')
`;

const logOf = (status: string, headers: Header[]): [sent: string, lastLine: string | undefined] => {
  const { handler, sent, logged } = exchange();
  handler.run((_, startResponse) => {
    startResponse(status, headers);
    return [];
  });
  return [sent(), logged().split('\n').at(-2)];
};

describe('control characters, where this runtime follows CPython after 3.14.2', () => {
  it.each(CONTROLS)('are refused in the name of a header: %j', (control) => {
    const name = `a${control}b`;
    expect(() => new Headers([[name, 'v']])).toThrow(IN_HEADERS);
    expect(() => new Headers().set(name, 'v')).toThrow(IN_HEADERS);
    expect(() => new Headers().setdefault(name, 'v')).toThrow(IN_HEADERS);
    expect(() => new Headers().addHeader(name, 'v')).toThrow(IN_HEADERS);
    expect(() => new Headers().addHeader('n', 'v', { [name]: 'p' })).toThrow(IN_HEADERS);
  });

  it.each(CONTROLS)('are refused in a name that is looked for: %j', (control) => {
    const headers = new Headers();
    expect(() => headers.get(control)).toThrow(IN_HEADERS);
    expect(() => headers.getAll(control)).toThrow(IN_HEADERS);
    expect(() => headers.has(control)).toThrow(IN_HEADERS);
    expect(() => headers.delete(control)).toThrow(IN_HEADERS);
  });

  it.each(CONTROLS.filter((control) => control !== TAB))(
    'are refused in the value of a header: %j',
    (control) => {
      const value = `a${control}b`;
      expect(() => new Headers([['n', value]])).toThrow(IN_HEADERS);
      expect(() => new Headers().set('n', value)).toThrow(IN_HEADERS);
      expect(() => new Headers().setdefault('n', value)).toThrow(IN_HEADERS);
      expect(() => new Headers().addHeader('n', value)).toThrow(IN_HEADERS);
      expect(() => new Headers().addHeader('n', 'v', { p: value })).toThrow(IN_HEADERS);
    },
  );

  it('allow a tab in a value', () => {
    const headers = new Headers([['a', '1\t2']]);
    headers.set('b', '\t');
    headers.addHeader('c', '3\t4', { d: '5\t6' });
    expect(headers.values()).toEqual(['1\t2', '\t', '3\t4; d="5\t6"']);
  });

  it.each(CONTROLS)('are refused in a status, before its form is looked at: %j', (control) => {
    expect(() => new BaseHandler().startResponse(control, [['x', 'y']])).toThrow(IN_STATUS);
    expect(() => new BaseHandler().startResponse(`200 OK${control}`, [])).toThrow(IN_STATUS);
  });

  it('cannot smuggle a header into the response', () => {
    const inStatus = logOf('200 OK\r\nX-Injected: 1', []);
    const inValue = logOf('200 OK', [['X-A', 'a\r\nX-Injected: 1']]);
    expect(inStatus).toEqual([
      ERROR_PAGE,
      'ValueError: Control characters are not allowed in status',
    ]);
    expect(inValue).toEqual([ERROR_PAGE, 'ValueError: Control characters not allowed in headers']);
  });

  it('are where CPython 3.14 differs: it sends them', async () => {
    const python = await loadPyodide();
    const sent: unknown = python.runPython(SENT_BY_CPYTHON);
    expect(sent).toBe(
      'Status: 200 OK\r\nX-Status: 1\r\nX-A: a\r\nX-Value: 1\r\nContent-Length: 0\r\n\r\n',
    );
  });
});
