/**
 * The directory at the end of a zip file. It is read here and not by a library, since what makes
 * an archive hostile stands in it: links, doubled names, sizes, encryption.
 *
 * @module
 */

import { ZipError } from './zip-error.ts';

/** What the directory says of one entry. */
export interface ZipEntry {
  /** Decoded as UTF-8; a folder's ends in a slash. */
  name: string;
  /** How it is compressed: 0 for not at all, 8 for deflate. */
  method: number;
  isEncrypted: boolean;
  /** The kind of file as Unix has it: 0 where nothing is said. */
  kind: number;
  checksum: number;
  /** In bytes, as it lies in the archive. */
  packed: number;
  /** In bytes, as the directory claims it will be. */
  unpacked: number;
  /** Its bytes in the archive. */
  data: Uint8Array;
}

const END = { signature: 0x06_05_4b_50, length: 22, comment: 0xff_ff };
const CENTRAL = { signature: 0x02_01_4b_50, length: 46 };
const LOCAL = { signature: 0x04_03_4b_50, length: 30 };

const NONE = 'This is no zip file, or it is damaged.';
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads the directory. @throws {ZipError} for what is no zip file, or is one in parts or of huge size. */
export function readDirectory(bytes: Uint8Array, most: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const parts = [4, 6].map((at) => view.getUint16(end + at, true));
  if (count === 0xff_ff || start === 0xff_ff_ff_ff || parts.some((part) => part !== 0))
    throw new ZipError('Zip files in several parts, or of more than 4 GB, are not read here.');
  if (count > most)
    throw new ZipError(`The zip file has ${count} entries; at most ${most} may be.`);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const [entry, next] = readEntry({ bytes, view, end }, at);
    entries.push(entry);
    at = next;
  }
  return entries;
}

interface Archive {
  bytes: Uint8Array;
  view: DataView;
  /** Where the last record begins. */
  end: number;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END.length;
  for (let at = last; at >= Math.max(0, last - END.comment); at -= 1) {
    const isEnd = view.getUint32(at, true) === END.signature;
    if (isEnd && at + END.length + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw new ZipError(NONE);
}

function readEntry(archive: Archive, at: number): [ZipEntry, next: number] {
  const { bytes, view, end } = archive;
  if (at + CENTRAL.length > end || view.getUint32(at, true) !== CENTRAL.signature)
    throw new ZipError(NONE);
  const two = (offset: number): number => view.getUint16(at + offset, true);
  const four = (offset: number): number => view.getUint32(at + offset, true);
  const nameEnd = at + CENTRAL.length + two(28);
  const next = nameEnd + two(30) + two(32);
  if (next > end) throw new ZipError(NONE);
  const raw = bytes.subarray(at + CENTRAL.length, nameEnd);
  const packed = four(20);
  const entry = {
    name: decodeName(raw),
    method: two(10),
    isEncrypted: (two(8) & 1) !== 0,
    kind: (four(38) >>> 16) & 0o17_00_00,
    checksum: four(16),
    packed,
    unpacked: four(24),
    data: dataAt(archive, four(42), packed, raw),
  };
  return [entry, next];
}

function dataAt({ bytes, view, end }: Archive, at: number, size: number, name: Uint8Array) {
  if (at + LOCAL.length > end || view.getUint32(at, true) !== LOCAL.signature)
    throw new ZipError(NONE);
  const nameEnd = at + LOCAL.length + view.getUint16(at + 26, true);
  const start = nameEnd + view.getUint16(at + 28, true);
  if (start + size > end) throw new ZipError(NONE);
  const own = bytes.subarray(at + LOCAL.length, nameEnd);
  if (own.length !== name.length || own.some((byte, index) => byte !== name[index]))
    throw new ZipError('The zip file calls one of its files by two names.');
  return bytes.subarray(start, start + size);
}

function decodeName(raw: Uint8Array): string {
  try {
    return utf8.decode(raw);
  } catch {
    throw new ZipError('The zip file has a name that is not written in UTF-8.');
  }
}
