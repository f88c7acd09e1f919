import { describe, expect, it, vi } from 'vitest';

import { AssertionError } from '#runtime/builtins';
import { latin1Decode } from '#runtime/codecs';
import { BytesIO, StringIO } from '#runtime/io';
import type { ErrorStream, InputStream } from '#runtime/wsgiref/types';
import { ErrorWrapper, InputWrapper, validator, writeWrapper } from '#runtime/wsgiref/validate';
import { bytes } from './wire.ts';
import { describeCases, environ, type ValidationCase } from './validation.ts';

const BODY = 'a\nbc\n';
const CLASS = 'class Wrong:\n';

const input = (): InputWrapper => new InputWrapper(new BytesIO(bytes(BODY)));

const reading = (
  title: string,
  ours: (input: InputWrapper) => unknown,
  python: string,
  outcome: string[] = ['AssertionError'],
): ValidationCase => ({
  title,
  ours: () => ours(input()),
  python: `wrapped = InputWrapper(io.BytesIO(b'a\\nbc\\n'))\n${python}`,
  outcome,
});

const giving = (title: string, name: string, ours: unknown, python: string): ValidationCase => ({
  title,
  ours: () => {
    const stream = { [name]: () => ours } as unknown as InputStream;
    new InputWrapper(stream)[name as 'read'](1);
  },
  python: `${CLASS}    def ${name}(self, *args): return ${python}\nInputWrapper(Wrong()).${name}(1)`,
  outcome: ['AssertionError'],
});

describeCases('wsgi.input as the validator hands it on', [
  reading('may be read with a size', (stream) => stream.read(3), 'wrapped.read(3)', []),
  reading('may not be read without a size', (stream) => stream.read(), 'wrapped.read()'),
  reading('may not be read with two sizes', (stream) => stream.read(1, 2), 'wrapped.read(1, 2)'),
  reading('may be read by lines', (stream) => stream.readline(), 'wrapped.readline()', []),
  reading(
    'may be read by parts of lines',
    (stream) => stream.readline(1),
    'wrapped.readline(1)',
    [],
  ),
  reading('has one size for a line', (stream) => stream.readline(1, 2), 'wrapped.readline(1, 2)'),
  reading('gives all lines', (stream) => stream.readlines(), 'wrapped.readlines()', []),
  reading('gives lines by a hint', (stream) => stream.readlines(1), 'wrapped.readlines(1)', []),
  reading('has one hint', (stream) => stream.readlines(1, 2), 'wrapped.readlines(1, 2)'),
  reading('may be iterated', (stream) => [...stream], 'list(wrapped)', []),
  reading('may not be closed', (stream) => stream.close(), 'wrapped.close()', [
    'AssertionError: input.close() must not be called',
  ]),
  giving('must give bytes to read()', 'read', 'text', "'text'"),
  giving('must give bytes to readline()', 'readline', 'text', "'text'"),
  giving('must give a list to readlines()', 'readlines', Object.freeze([]), '()'),
  giving('must give lines of bytes to readlines()', 'readlines', ['text'], "['text']"),
]);

describeCases('wsgi.errors as the validator hands it on', [
  {
    title: 'takes text',
    ours: () => new ErrorWrapper(new StringIO()).write('text'),
    python: "ErrorWrapper(io.StringIO()).write('text')",
    outcome: [],
  },
  {
    title: 'does not take bytes',
    ours: () => new ErrorWrapper(new StringIO()).write(bytes('b') as unknown as string),
    python: "ErrorWrapper(io.StringIO()).write(b'b')",
    outcome: ['AssertionError'],
  },
  {
    title: 'takes texts in turn, and no bytes among them',
    ours: () => new ErrorWrapper(new StringIO()).writelines(['a', 1 as unknown as string]),
    python: "ErrorWrapper(io.StringIO()).writelines(['a', 1])",
    outcome: ['AssertionError'],
  },
  {
    title: 'may not be closed',
    ours: () => new ErrorWrapper(new StringIO()).close(),
    python: 'ErrorWrapper(io.StringIO()).close()',
    outcome: ['AssertionError: errors.close() must not be called'],
  },
]);

describeCases('write() as the validator hands it on', [
  {
    title: 'takes bytes',
    ours: () => writeWrapper(() => {})(bytes('b')),
    python: "WriteWrapper(lambda data: None)(b'b')",
    outcome: [],
  },
  {
    title: 'does not take text',
    ours: () => writeWrapper(() => {})('text' as unknown as Uint8Array),
    python: "WriteWrapper(lambda data: None)('text')",
    outcome: ['AssertionError'],
  },
]);

describe('what passes the wrappers', () => {
  it('is what the streams beneath give and take', () => {
    const lines = (stream: InputWrapper): string[] => [...stream].map(latin1Decode);
    expect(latin1Decode(input().read(3))).toBe('a\nb');
    expect(latin1Decode(input().readline())).toBe('a\n');
    expect(latin1Decode(input().readline(1))).toBe('a');
    expect(input().readlines().map(latin1Decode)).toEqual(['a\n', 'bc\n']);
    expect(lines(input())).toEqual(['a\n', 'bc\n']);

    const errors = new StringIO();
    new ErrorWrapper(errors).writelines(['a', 'b']);
    expect(errors.getvalue()).toBe('ab');

    const written: Uint8Array[] = [];
    writeWrapper((data) => written.push(data))(bytes('b'));
    expect(written).toEqual([bytes('b')]);
  });

  it('is flushed when the application says so', () => {
    const flush = vi.fn<() => void>();
    const errors: ErrorStream = { write: () => {}, writelines: () => {}, flush };
    new ErrorWrapper(errors).flush();
    expect(flush).toHaveBeenCalledOnce();
  });

  it('stands in the environ and in the call that the application sees', () => {
    const seen: unknown[] = [];
    const application = validator((env, startResponse) => {
      seen.push(env['wsgi.input'], env['wsgi.errors']);
      const write = startResponse('200 OK', [['Content-Type', 'text/plain']]);
      expect(() => write('text' as unknown as Uint8Array)).toThrow(AssertionError);
      return [];
    });
    application(environ(), () => () => {});
    expect(seen[0]).toBeInstanceOf(InputWrapper);
    expect(seen[1]).toBeInstanceOf(ErrorWrapper);
  });
});
