import { describe, expect, it } from 'vitest';
import { decode, encode, isKnownCharset, LookupError, UnicodeDecodeError } from '#runtime/charsets';
import { ValueError } from '#runtime/builtins';
import { latin1Decode, latin1Encode, UnicodeEncodeError } from '#runtime/codecs';

const bytes = (text: string) => latin1Encode(text);

describe('a charset by its name', () => {
  it.each([
    'utf-8',
    'UTF8',
    'u8',
    'utf 8',
    'Latin-1',
    'iso_8859-1',
    'L1',
    'cp1251',
    'Windows_1251',
  ])('%s is known in any spelling', (name) => {
    expect(isKnownCharset(name)).toBe(true);
    expect(decode(bytes('abc'), name, 'strict')).toBe('abc');
  });

  it.each(['no-such', '', 'utf-9'])('%j is not known', (name) => {
    expect(isKnownCharset(name)).toBe(false);
    expect(() => encode('a', name)).toThrow(new LookupError(`unknown encoding: ${name}`));
  });

  it('is no charset where it is one of the codecs between bytes', () => {
    expect(isKnownCharset('base64')).toBe(true);
    expect(() => decode(bytes('YQ=='), 'base64', 'replace')).toThrow(
      "'base64' is not a text encoding; use codecs.decode() to handle arbitrary codecs",
    );
  });
});

describe('bytes that are not of their charset', () => {
  it.each([
    ['\xff', 'utf-8', "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"],
    [
      'a\xe2\x82',
      'utf-8',
      "'utf-8' codec can't decode bytes in position 1-2: unexpected end of data",
    ],
    [
      '\xe2a',
      'utf-8',
      "'utf-8' codec can't decode byte 0xe2 in position 0: invalid continuation byte",
    ],
    [
      '\xed\xa0\x80',
      'utf-8',
      "'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte",
    ],
    [
      'a\x80',
      'ascii',
      "'ascii' codec can't decode byte 0x80 in position 1: ordinal not in range(128)",
    ],
    [
      '\x98',
      'cp1251',
      "'charmap' codec can't decode byte 0x98 in position 0: character maps to <undefined>",
    ],
    ['abc', 'utf-16-le', "'utf-16-le' codec can't decode byte 0x63 in position 2: truncated data"],
  ])('%j as %s is an error with its place', (text, charset, message) => {
    expect(() => decode(bytes(text), charset, 'strict')).toThrow(message);
    expect(() => decode(bytes(text), charset, 'strict')).toThrow(UnicodeDecodeError);
    expect(() => decode(bytes(text), charset, 'strict')).toThrow(ValueError);
  });

  it('become U+FFFD where that is asked for', () => {
    expect(decode(bytes('a\xe2\x82b\xff'), 'utf-8', 'replace')).toBe('a\ufffdb\ufffd');
    expect(decode(bytes('a\x80'), 'ascii', 'replace')).toBe('a\ufffd');
    expect(decode(bytes('\xa4\x98'), 'euc-jp', 'replace')).toBe('\ufffd\ufffd');
  });
});

describe('text', () => {
  it.each([
    ['é€', 'cp1252', '\xe9\x80'],
    ['ж', 'koi8-r', '\xd6'],
    ['あ', 'shift_jis', '\x82\xa0'],
    ['あ', 'euc-jp', '\xa4\xa2'],
    ['a😀', 'utf-16', '\xff\xfea\0=\xd8\0\xde'],
    ['a', 'utf-16-be', '\0a'],
  ])('%s is written in %s and read again', (text, charset, written) => {
    expect(latin1Decode(encode(text, charset))).toBe(written);
    expect(decode(encode(text, charset), charset, 'strict')).toBe(text);
  });

  it('that a charset lacks is an error with its place, counted in characters', () => {
    expect(() => encode('😀a\ud800', 'utf-8')).toThrow(
      "'utf-8' codec can't encode character '\\ud800' in position 2: surrogates not allowed",
    );
    expect(() => encode('жж', 'ascii')).toThrow(UnicodeEncodeError);
    expect(() => encode('aжж', 'latin-1')).toThrow(
      "'latin-1' codec can't encode characters in position 1-2: ordinal not in range(256)",
    );
  });
});
