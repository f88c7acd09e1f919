/**
 * Forms with files, read in memory.
 *
 * @module
 */

import { Exception } from '../../builtins.ts';
import { parseHeader } from '../../cgi.ts';
import { decode } from '../../charsets.ts';
import { latin1Decode, latin1Encode } from '../../codecs.ts';
import type { PartialEnviron } from '../../wsgiref/types.ts';
import { settings } from '../conf.ts';
import { RequestDataTooBig, TooManyFieldsSent } from '../core/exceptions.ts';
import { MultiValueDict } from '../utils/datastructures.ts';
import { QueryDict } from './query-dict.ts';

/** A multipart body that cannot be read; answered with 400. @models django.http.multipartparser:MultiPartParserError */
export class MultiPartParserError extends Exception {
  override name = 'MultiPartParserError';
}

/** A file that came with a form. @models django.core.files.uploadedfile:InMemoryUploadedFile */
export class UploadedFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  closed = false;

  constructor(name: string, contentType: string, content: Uint8Array) {
    this.name = name;
    this.contentType = contentType;
    this.content = content;
  }

  /** In bytes. */
  get size(): number {
    return this.content.length;
  }

  /** Called when the response is closed. */
  close(): void {
    this.closed = true;
  }
}

interface Part {
  disposition: Record<string, string>;
  contentType: string;
  base64: boolean;
  content: string;
}

/** Reads a multipart body. @models django.http.multipartparser:MultiPartParser */
export class MultiPartParser {
  readonly #boundary: string;
  readonly #body: Uint8Array;
  readonly #encoding: string;
  readonly #length: number;

  /** @throws {MultiPartParserError} where the headers promise no multipart body. */
  constructor(
    META: PartialEnviron,
    contentParams: Record<string, string>,
    body: Uint8Array,
    encoding: string | null,
  ) {
    const type = META.CONTENT_TYPE ?? '';
    if (!type.startsWith('multipart/')) {
      throw new MultiPartParserError(`Invalid Content-Type: ${type}`);
    }
    const boundary = contentParams['boundary'] ?? '';
    if (!/^[ -~]{0,200}[!-~]$/.test(boundary)) {
      throw new MultiPartParserError(`Invalid boundary in multipart: ${boundary}`);
    }
    this.#boundary = boundary;
    this.#body = body;
    this.#encoding = encoding ?? settings.DEFAULT_CHARSET;
    this.#length = Number.parseInt(META.CONTENT_LENGTH ?? '0', 10) || 0;
    if (this.#length < 0) {
      throw new MultiPartParserError(`Invalid content length: ${this.#length}`);
    }
  }

  /** The fields and the files. @throws {TooManyFieldsSent} @throws {RequestDataTooBig} @models django.http.multipartparser:MultiPartParser.parse */
  parse(): { post: QueryDict; files: MultiValueDict<UploadedFile> } {
    const encoding = this.#encoding;
    const post = new QueryDict('', { mutable: true, encoding });
    const files = new MultiValueDict<UploadedFile>();
    let count = 0;
    let size = 0;
    for (const part of this.#length === 0 ? [] : this.#parts()) {
      const name = this.#text(part.disposition['name'] ?? '').trim();
      const content = part.base64 ? atob(part.content) : part.content;
      if (part.disposition['filename']) {
        const fileName = sanitizeFileName(this.#text(part.disposition['filename'] ?? ''));
        if (fileName)
          files.appendlist(
            name,
            new UploadedFile(fileName, part.contentType, latin1Encode(content)),
          );
        continue;
      }
      assertFieldCount((count += 1));
      assertFormSize((size += content.length + name.length + 2));
      post.appendlist(name, this.#text(content));
    }
    post._mutable = false;
    return { post, files };
  }

  *#parts(): Generator<Part> {
    const text = `\r\n${latin1Decode(this.#body)}`;
    for (const piece of text.split(`\r\n--${this.#boundary}`).slice(1)) {
      if (piece.startsWith('--')) return;
      const head = piece.indexOf('\r\n\r\n');
      if (head < 0) continue;
      const part = readPart(piece.slice(0, head), piece.slice(head + 4));
      if (part.disposition['name'] !== undefined) yield part;
    }
  }

  #text(native: string): string {
    return decode(latin1Encode(native), this.#encoding, 'replace');
  }
}

function readPart(head: string, content: string): Part {
  const headers = new Map<string, string>();
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0)
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const [, disposition] = parseHeader(headers.get('content-disposition') ?? '');
  const [contentType] = parseHeader(headers.get('content-type') ?? '');
  const base64 = headers.get('content-transfer-encoding') === 'base64';
  return { disposition, contentType, base64, content };
}

function sanitizeFileName(name: string): string | null {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return ['', '.', '..'].includes(last) ? null : last;
}

function assertFieldCount(count: number): void {
  const limit = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS;
  if (limit === null || count <= limit) return;
  throw new TooManyFieldsSent(
    'The number of GET/POST parameters exceeded settings.DATA_UPLOAD_MAX_NUMBER_FIELDS.',
  );
}

function assertFormSize(size: number): void {
  const limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE;
  if (limit === null || size <= limit) return;
  throw new RequestDataTooBig('Request body exceeded settings.DATA_UPLOAD_MAX_MEMORY_SIZE.');
}
