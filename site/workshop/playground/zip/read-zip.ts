/**
 * A project out of a zip file. Whatever comes is refused whole or taken whole.
 *
 * @module
 */

import { faultOfPath, LIMITS, type ProjectFiles } from '../project.ts';
import { readDirectory, type ZipEntry } from './directory.ts';
import { unpack } from './unpack.ts';
import { ZipError } from './zip-error.ts';

/** The most bytes that a zip file may have. */
export const MOST_PACKED = 2 * 1024 * 1024;

/** How many times larger than packed a file may be, once it is larger than `FREE`. */
const MOST_RATIO = 100;
const FREE = 16 * 1024;

const KINDS: Record<number, string> = { 0o12_00_00: 'a link' };
const FOLDER = 0o04_00_00;
const PLAIN = [0, 0o10_00_00];

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The files of a project in a zip file. @throws {ZipError} with a sentence for the reader. */
export function readZip(bytes: Uint8Array): ProjectFiles {
  if (bytes.length > MOST_PACKED)
    throw new ZipError(`The zip file is larger than ${MOST_PACKED / 1024 / 1024} MB.`);
  const files: ProjectFiles = Object.create(null) as ProjectFiles;
  const entries = readDirectory(bytes, LIMITS.files * 2);
  let left = LIMITS.total;
  for (const entry of entries) {
    assertHarmless(entry);
    if (entry.name.endsWith('/')) continue;
    if (entry.name in files) throw new ZipError(`${entry.name} is in the zip file twice.`);
    if (Object.keys(files).length >= LIMITS.files)
      throw new ZipError(`The zip file has more than ${LIMITS.files} files.`);
    if (entry.unpacked > left && entry.unpacked <= LIMITS.characters) throw new ZipError(tooMuch());
    const content = unpack(entry, Math.min(left, LIMITS.characters));
    left -= content.length;
    files[entry.name] = decode(entry.name, content);
  }
  if (Object.keys(files).length === 0) throw new ZipError('There is no file in the zip file.');
  return { ...files };
}

function assertHarmless({ name, kind, isEncrypted, packed, unpacked }: ZipEntry): void {
  const isFolder = name.endsWith('/');
  const fault = faultOfPath(isFolder ? `${name}x.txt` : name);
  if (fault !== undefined) throw new ZipError(`${quote(name)} has no place here. ${fault}`);
  if (!PLAIN.includes(kind) && !(isFolder && kind === FOLDER))
    throw new ZipError(`${name} is ${KINDS[kind] ?? 'something else'}, and no plain file.`);
  if (isEncrypted) throw new ZipError(`${name} is encrypted.`);
  if (isFolder && unpacked > 0) throw new ZipError(`${name} is a folder with a content.`);
  if (unpacked > LIMITS.total) throw new ZipError(tooMuch());
  if (unpacked > FREE && unpacked > packed * MOST_RATIO)
    throw new ZipError(`${name} is packed more than ${MOST_RATIO} to 1, as no text is.`);
}

function tooMuch(): string {
  return `The zip file holds more than ${LIMITS.total / 1024 / 1024} MB.`;
}

function quote(name: string): string {
  const shown = name.replaceAll(/[^\x20-\x7E]/g, '?');
  return `"${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}"`;
}

function decode(name: string, content: Uint8Array): string {
  try {
    return utf8.decode(content);
  } catch {
    throw new ZipError(`${name} is not written in UTF-8.`);
  }
}
