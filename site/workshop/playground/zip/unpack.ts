/**
 * Unpacks one entry of a zip file, and stops where it grows beyond what it may.
 *
 * @module
 */

import { Inflate } from 'fflate';
import { checksumOf } from './checksum.ts';
import type { ZipEntry } from './directory.ts';
import { ZipError } from './zip-error.ts';

/** Bytes that are inflated at a time: at most a thousandfold comes out of them. */
const STEP = 512;

/**
 * The bytes of an entry, at most `most` of them.
 *
 * @throws {ZipError} for more than that, for other compression than deflate, and for damage.
 */
export function unpack(entry: ZipEntry, most: number): Uint8Array {
  const bytes = entry.method === 0 ? stored(entry, most) : inflated(entry, most);
  if (bytes.length !== entry.unpacked || checksumOf(bytes) !== entry.checksum)
    throw new ZipError(`${entry.name} is damaged: its checksum or its size is another.`);
  return bytes;
}

function stored({ name, data }: ZipEntry, most: number): Uint8Array {
  if (data.length > most) throw tooLarge(name, most);
  return data;
}

function inflated({ name, method, data }: ZipEntry, most: number): Uint8Array {
  if (method !== 8) throw new ZipError(`${name} is compressed in a way that is not known here.`);
  const blocks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((block) => {
    blocks.push(block);
    size += block.length;
    if (size > most) throw tooLarge(name, most);
  });
  try {
    for (let at = 0; at < data.length; at += STEP)
      inflate.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new ZipError(`${name} is damaged: it cannot be unpacked.`);
  }
  return joined(blocks, size);
}

function tooLarge(name: string, most: number): ZipError {
  return new ZipError(`${name} is larger than the ${Math.floor(most / 1024)} KB that it may be.`);
}

function joined(blocks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const block of blocks) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
}
