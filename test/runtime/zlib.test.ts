import { describe, expect, test } from 'vitest';
import { b64decode, b64encode } from '#runtime/base64';
import { utf8Encode } from '#runtime/codecs';
import { adler32, compress, decompress, ZlibError } from '#runtime/zlib';

/** Numbers that look drawn and are the same each time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    yield state >>> 16;
  }
}

/** Bytes that repeat themselves now and then. */
function sample(seed: number, length: number): Uint8Array {
  const draw = numbers(seed);
  const next = () => draw.next().value as number;
  const bytes: number[] = [];
  while (bytes.length < length) {
    const again = bytes.length > 0 && next() % 3 > 0;
    const start = again ? next() % bytes.length : 0;
    const piece = again
      ? bytes.slice(start, start + 3 + (next() % 90))
      : Array.from({ length: 1 + (next() % 12) }, () => next() & 255);
    bytes.push(...piece);
  }
  return Uint8Array.from(bytes.slice(0, length));
}

describe('compressing', () => {
  test.each([
    ['', 'eJwDAAAAAAE='],
    ['a', 'eJxLBAAAYgBi'],
    ['aaaaaaaaaaaaaaaa', 'eJxLTEQFADOYBhE='],
    ['abcabcabcabcabcabc', 'eJxLTEpOREUAQXwG5Q=='],
    ['{"_auth_user_id":"1"}', 'eJyrVopPLC3JiC8tTi2Kz0xRslIyVKoFAFZHB0c='],
  ])('%j gives the bytes that zlib gives', (text, expected) => {
    expect(b64encode(compress(utf8Encode(text)))).toBe(expected);
  });

  test.each([
    [1, 300, 1_697_261_820],
    [2, 5_000, 716_857_312],
    [3, 90_000, 2_657_011_931],
  ])('so does sample %i of %i bytes, by checksum', (seed, length, checksum) => {
    expect(adler32(compress(sample(seed, length)))).toBe(checksum);
  });

  test('what cannot be made shorter is stored', () => {
    const draw = numbers(9);
    const bytes = Uint8Array.from({ length: 400 }, () => (draw.next().value as number) & 255);
    expect(compress(bytes)).toHaveLength(411);
  });
});

describe('decompressing', () => {
  test('gives the bytes back, and passes over what follows', () => {
    for (const seed of [1, 2, 3]) {
      const bytes = sample(seed, 20_000);
      expect(decompress(compress(bytes))).toEqual(bytes);
    }
    expect(decompress(Uint8Array.from([...compress(utf8Encode('abc')), 1, 2]))).toEqual(
      utf8Encode('abc'),
    );
  });

  test.each([
    ['', 'Error -5 while decompressing data: incomplete or truncated stream'],
    ['eJw=', 'Error -5 while decompressing data: incomplete or truncated stream'],
    ['eJxLTEoGAAJNAQ==', 'Error -5 while decompressing data: incomplete or truncated stream'],
    ['YWJj', 'Error -3 while decompressing data: incorrect header check'],
    ['iBw=', 'Error -3 while decompressing data: invalid window size'],
    ['eJwH', 'Error -3 while decompressing data: invalid block type'],
    ['eJwBAQAAAGE=', 'Error -3 while decompressing data: invalid stored block lengths'],
    ['eJxLTEoGADEyMzQ=', 'Error -3 while decompressing data: incorrect data check'],
  ])('%j is refused in the words of Python', (data, message) => {
    expect(() => decompress(b64decode(data))).toThrow(ZlibError);
    expect(() => decompress(b64decode(data))).toThrow(message);
  });
});
