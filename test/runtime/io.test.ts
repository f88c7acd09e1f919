import { describe, expect, it } from 'vitest';

import { ValueError } from '#runtime/builtins';
import { latin1Decode, latin1Encode } from '#runtime/codecs';
import { BytesIO, StringIO } from '#runtime/io';

const stream = (text: string): BytesIO => new BytesIO(latin1Encode(text));
const text = (bytes: Uint8Array): string => latin1Decode(bytes);

describe('BytesIO', () => {
  it('reads by size and to the end, and is empty from then on', () => {
    const bytes = stream('abcdef');
    expect([bytes.read(2), bytes.read(), bytes.read(), bytes.read(3)].map(text)).toEqual([
      'ab',
      'cdef',
      '',
      '',
    ]);
  });

  it('reads by lines, each with its newline, or a part of one', () => {
    const bytes = stream('one\ntwo\n\nend');
    expect(text(bytes.readline())).toBe('one\n');
    expect(text(bytes.readline(2))).toBe('tw');
    expect([...bytes].map(text)).toEqual(['o\n', '\n', 'end']);
  });

  it('stops reading lines once they hold as many bytes as hinted', () => {
    expect(stream('a\nb\nc\n').readlines(3).map(text)).toEqual(['a\n', 'b\n']);
    expect(stream('a\nb\nc\n').readlines().map(text)).toEqual(['a\n', 'b\n', 'c\n']);
  });

  it('writes at its position, over what is there', () => {
    const bytes = stream('abcdef');
    expect(bytes.write(latin1Encode('XY'))).toBe(2);
    expect([text(bytes.getvalue()), bytes.tell()]).toEqual(['XYcdef', 2]);
    bytes.seek(5);
    bytes.write(latin1Encode('long'));
    expect(text(bytes.getvalue())).toBe('XYcdelong');
  });

  it('keeps a copy of what it is given', () => {
    const given = latin1Encode('abc');
    const bytes = new BytesIO(given);
    given.fill(0);
    expect(text(bytes.read())).toBe('abc');
  });

  it('takes nothing but bytes, and nothing at all once closed', () => {
    const bytes = new BytesIO();
    const write = (): number => bytes.write('text' as unknown as Uint8Array);
    expect(write).toThrow("a bytes-like object is required, not 'str'");
    bytes.close();
    expect(bytes.closed).toBe(true);
    expect(() => bytes.read()).toThrow(ValueError);
    expect(() => bytes.getvalue()).toThrow('I/O operation on closed file.');
  });
});

describe('StringIO', () => {
  it('collects what is written', () => {
    const log = new StringIO();
    log.write('a');
    log.writelines(['b', 'c\n']);
    log.flush();
    expect([log.getvalue(), log.read()]).toEqual(['abc\n', '']);
  });

  it('begins at the start of what it is given', () => {
    const log = new StringIO('abcd');
    expect(log.read(2)).toBe('ab');
    log.write('X');
    expect(log.getvalue()).toBe('abXd');
  });

  it('takes nothing but text, and nothing at all once closed', () => {
    const log = new StringIO();
    const write = (): number => log.write(new Uint8Array(1) as unknown as string);
    expect(write).toThrow("string argument expected, got 'bytes'");
    log.close();
    expect(() => log.write('a')).toThrow(new ValueError('I/O operation on closed file'));
  });
});
