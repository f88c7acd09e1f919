/**
 * Files that came with a form.
 *
 * @module
 */

import type { NativeString } from '../../../codecs.ts';
import { BytesIO } from '../../../io.ts';
import { settings } from '../../conf.ts';
import { type ByteFile, makeTemporaryFile, type TemporaryFile } from './temp.ts';
import { validateFileName } from './utils.ts';

export type { ByteFile, TemporaryFile } from './temp.ts';

/** What a browser says about a file beside its name. */
export interface UploadedFileOptions {
  contentType?: NativeString | null;
  /** In bytes. */
  size?: number | null;
  /** A parameter of the content type, as bytes unless it named a charset of its own. */
  charset?: Uint8Array | string | null;
  /** All parameters of the content type. */
  contentTypeExtra?: Readonly<Record<string, Uint8Array | string>> | null;
}

const LONGEST_NAME = 255;
const DEFAULT_CHUNK_SIZE = 64 * 1024;

/** A file that came with a form, wherever its bytes are. @models django.core.files.uploadedfile:UploadedFile */
export class UploadedFile<File extends ByteFile = ByteFile> {
  readonly file: File;
  contentType: NativeString | null;
  /** In bytes; `null` where nobody said. */
  size: number | null;
  charset: Uint8Array | string | null;
  contentTypeExtra: Readonly<Record<string, Uint8Array | string>> | null;
  #name: string | null = null;

  /** @throws {SuspiciousFileOperation} for a name that is none. */
  constructor(file: File, name: string | null, options: UploadedFileOptions = {}) {
    this.file = file;
    this.name = name;
    this.contentType = options.contentType ?? null;
    this.size = options.size ?? null;
    this.charset = options.charset ?? null;
    this.contentTypeExtra = options.contentTypeExtra ?? null;
  }

  /** Without folders, of at most 255 characters; setting one that is none throws. @throws {SuspiciousFileOperation} @models django.core.files.uploadedfile:UploadedFile.name */
  get name(): string | null {
    return this.#name;
  }

  set name(name: string | null) {
    this.#name = name && validateFileName(shortened(name.slice(name.lastIndexOf('/') + 1)));
  }

  get closed(): boolean {
    return this.file.closed;
  }

  /** At most `size` bytes from where the last reading ended, all that are left without one. */
  read(size?: number): Uint8Array {
    return this.file.read(size);
  }

  /** Moves to a place, in bytes from the start. */
  seek(position: number): number {
    return this.file.seek(position);
  }

  /** Back at the start. @models django.core.files.base:File.open */
  open(): this {
    this.seek(0);
    return this;
  }

  /** The whole file from its beginning, at most `size` bytes at a time. @models django.core.files.base:File.chunks */
  *chunks(size: number = DEFAULT_CHUNK_SIZE): Generator<Uint8Array, void, undefined> {
    this.seek(0);
    for (let data = this.read(size); data.length > 0; data = this.read(size)) yield data;
  }

  /** Whether `chunks` gives more than one. @models django.core.files.base:File.multiple_chunks */
  multipleChunks(size: number = DEFAULT_CHUNK_SIZE): boolean {
    return (this.size ?? 0) > size;
  }

  /** Called when the response is closed. @models django.core.files.base:File.close */
  close(): void {
    this.file.close();
  }

  /** As Python shows it. @models django.core.files.uploadedfile:UploadedFile.__repr__ */
  toString(): string {
    return `<${this.constructor.name}: ${this.name} (${this.contentType})>`;
  }
}

/** A file that came with a form, in a temporary file. @models django.core.files.uploadedfile:TemporaryUploadedFile */
export class TemporaryUploadedFile extends UploadedFile<TemporaryFile> {
  constructor(name: string, options: UploadedFileOptions = {}) {
    const file = makeTemporaryFile(`.upload${endingOf(name)}`, settings.FILE_UPLOAD_TEMP_DIR);
    super(file, name, options);
  }

  /** Where it lies until it is closed. @models django.core.files.uploadedfile:TemporaryUploadedFile.temporary_file_path */
  temporaryFilePath(): string {
    return this.file.name;
  }
}

/** A file that came with a form, in memory. @models django.core.files.uploadedfile:InMemoryUploadedFile */
export class InMemoryUploadedFile extends UploadedFile {
  /** The name of the form's field. */
  readonly fieldName: string | null;

  constructor(
    file: ByteFile,
    fieldName: string | null,
    name: string,
    options: UploadedFileOptions = {},
  ) {
    super(file, name, options);
    this.fieldName = fieldName;
  }

  /** The whole file, from its beginning, in one piece. @models django.core.files.uploadedfile:InMemoryUploadedFile.chunks */
  override *chunks(): Generator<Uint8Array, void, undefined> {
    this.seek(0);
    yield this.read();
  }

  /** It is always one. @models django.core.files.uploadedfile:InMemoryUploadedFile.multiple_chunks */
  override multipleChunks(): boolean {
    return false;
  }
}

/** A file as a test makes it. @models django.core.files.uploadedfile:SimpleUploadedFile */
export class SimpleUploadedFile extends InMemoryUploadedFile {
  constructor(name: string, content: Uint8Array, contentType: NativeString = 'text/plain') {
    super(new BytesIO(content), null, name, { contentType, size: content.length });
  }
}

function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= LONGEST_NAME) return name;
  const ending = Array.from(endingOf(name));
  const base = characters.slice(0, characters.length - ending.length);
  const kept = ending.slice(0, LONGEST_NAME);
  return [...base.slice(0, LONGEST_NAME - kept.length), ...kept].join('');
}

/** The last dot of a name and what follows it, unless only dots stand before it. @models posixpath:splitext */
function endingOf(name: string): string {
  return /^.*[^.].*?(\.[^.]*)$/s.exec(name.slice(name.lastIndexOf('/') + 1))?.[1] ?? '';
}
