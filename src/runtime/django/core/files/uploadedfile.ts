/**
 * Files that came with a form.
 *
 * @module
 */

import type { NativeString } from '../../../codecs.ts';

/** What a browser says about a file beside its name. */
export interface UploadedFileOptions {
  /** The name of the form's field. */
  fieldName?: string | null;
  /** A parameter of the content type, as bytes unless it named a charset of its own. */
  charset?: Uint8Array | string | null;
  /** All parameters of the content type. */
  contentTypeExtra?: Readonly<Record<string, Uint8Array | string>>;
}

const LONGEST_NAME = 255;

/** A file that came with a form, in memory. @models django.core.files.uploadedfile:InMemoryUploadedFile */
export class UploadedFile {
  /** Without folders, of at most 255 characters. */
  readonly name: string;
  readonly contentType: NativeString;
  readonly content: Uint8Array;
  readonly fieldName: string | null;
  readonly charset: Uint8Array | string | null;
  readonly contentTypeExtra: Readonly<Record<string, Uint8Array | string>>;
  closed = false;
  #position = 0;

  constructor(
    name: string,
    contentType: NativeString,
    content: Uint8Array,
    options: UploadedFileOptions = {},
  ) {
    this.name = shortened(name.slice(name.lastIndexOf('/') + 1));
    this.contentType = contentType;
    this.content = content;
    this.fieldName = options.fieldName ?? null;
    this.charset = options.charset ?? null;
    this.contentTypeExtra = options.contentTypeExtra ?? {};
  }

  /** In bytes. */
  get size(): number {
    return this.content.length;
  }

  /** At most `size` bytes from where the last reading ended, all that are left without one. */
  read(size: number = this.content.length): Uint8Array {
    const start = this.#position;
    this.#position = Math.min(start + size, this.content.length);
    return this.content.slice(start, this.#position);
  }

  /** The whole file, from its beginning, in one piece. @models django.core.files.uploadedfile:InMemoryUploadedFile.chunks */
  *chunks(): Generator<Uint8Array, void, undefined> {
    this.#position = 0;
    yield this.read();
  }

  /** Called when the response is closed. */
  close(): void {
    this.closed = true;
  }

  /** As Python shows it. @models django.core.files.uploadedfile:UploadedFile.__repr__ */
  toString(): string {
    return `<InMemoryUploadedFile: ${this.name} (${this.contentType})>`;
  }
}

function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= LONGEST_NAME) return name;
  const [, base = name, ending = ''] = /^(.*[^.].*)(\.[^.]*)$/s.exec(name) ?? [];
  const kept = Array.from(ending).slice(0, LONGEST_NAME);
  const room = LONGEST_NAME - kept.length;
  return Array.from(base).slice(0, room).join('') + kept.join('');
}
