/**
 * Compression, after Python's `zlib`: synchronous, and byte for byte what zlib 1.2 and 1.3
 * write at their usual level.
 *
 * @module
 */

import { Exception } from './builtins.ts';
import { BitWriter } from './zlib/bit-writer.ts';
import { writeBlock } from './zlib/blocks.ts';
import { inflate, InflateError, UnexpectedEnd } from './zlib/inflate.ts';
import { type Token, tokenize } from './zlib/matches.ts';

const HEADER = [0x78, 0x9c];
const TOKENS_IN_BLOCK = 16_383;

/** Data that cannot be decompressed. @models zlib:error */
export class ZlibError extends Exception {
  override name = 'error';
}

/** The checksum at the end of compressed data. @models zlib:adler32 */
export function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 65_536 + low;
}

/** Bytes compressed at the usual level. @models zlib:compress */
export function compress(bytes: Uint8Array): Uint8Array {
  const writer = new BitWriter();
  let tokens: Token[] = [];
  let start = 0;
  for (const [token, end] of tokenize(bytes)) {
    tokens.push(token);
    const lastByte = typeof token === 'number' && end === bytes.length;
    if (tokens.length < TOKENS_IN_BLOCK || lastByte) continue;
    writeBlock(writer, { tokens, bytes: bytes.subarray(start, end), last: false });
    tokens = [];
    start = end;
  }
  writeBlock(writer, { tokens, bytes: bytes.subarray(start), last: true });
  writer.align();
  return Uint8Array.from([...HEADER, ...writer.bytes, ...bigEndian(adler32(bytes))]);
}

/** Undoes `compress`; what follows the data is passed over. @throws {ZlibError} @models zlib:decompress */
export function decompress(data: Uint8Array): Uint8Array {
  assertHeader(data);
  const { bytes, end } = inflateOrFail(data);
  const checksum = data.subarray(end, end + 4);
  if (checksum.length < 4) throw incomplete();
  if (bigEndian(adler32(bytes)).some((byte, at) => byte !== checksum[at])) {
    throw new ZlibError('Error -3 while decompressing data: incorrect data check');
  }
  return bytes;
}

function assertHeader(data: Uint8Array): void {
  const [first, second] = data;
  if (first === undefined || second === undefined) throw incomplete();
  const fault = headerFault(first, second);
  if (fault !== null) throw new ZlibError(`Error -3 while decompressing data: ${fault}`);
}

function headerFault(first: number, second: number): string | null {
  if ((first * 256 + second) % 31 !== 0) return 'incorrect header check';
  if ((first & 15) !== 8) return 'unknown compression method';
  return first >> 4 > 7 ? 'invalid window size' : null;
}

function inflateOrFail(data: Uint8Array): { bytes: Uint8Array; end: number } {
  try {
    return inflate(data, HEADER.length);
  } catch (error) {
    if (error instanceof UnexpectedEnd) throw incomplete();
    if (!(error instanceof InflateError)) throw error;
    throw new ZlibError(`Error -3 while decompressing data: ${error.message}`);
  }
}

function incomplete(): ZlibError {
  return new ZlibError('Error -5 while decompressing data: incomplete or truncated stream');
}

function bigEndian(number: number): number[] {
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff);
}
