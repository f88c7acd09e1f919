/**
 * Forms with files.
 *
 * @module
 */

import { Exception, ValueError } from '../../builtins.ts';
import { a2bBase64, BinasciiError } from '../../binascii.ts';
import { decode, encode } from '../../charsets.ts';
import { latin1Decode, latin1Encode, type NativeString } from '../../codecs.ts';
import { unescape } from '../../html/unescape.ts';
import { missingAttribute } from '../../objects.ts';
import { strip } from '../../text.ts';
import { integer } from '../../wsgiref/integer.ts';
import type { PartialEnviron } from '../../wsgiref/types.ts';
import { settings } from '../conf.ts';
import { RequestDataTooBig, TooManyFieldsSent } from '../core/exceptions.ts';
import { UploadedFile } from '../core/files/uploadedfile.ts';
import { MultiValueDict } from '../utils/datastructures.ts';
import { LazyStream } from './multipart/lazy-stream.ts';
import { type ParameterValue, parsePartHeader, stripBytes } from './multipart/part-header.ts';
import { type Part, partsOf } from './multipart/parts.ts';
import { QueryDict } from './query-dict.ts';

export { UploadedFile } from '../core/files/uploadedfile.ts';

/** A multipart body that cannot be read; answered with 400. @models django.http.multipartparser:MultiPartParserError */
export class MultiPartParserError extends Exception {
  override name = 'MultiPartParserError';
}

/** Where the bytes of a body come from. */
export interface MultiPartSource {
  /** At most `size` bytes; empty at the end. */
  read(size: number): Uint8Array;
}

const CHUNK = 64 * 1024;
const VALID_BOUNDARY = /^[ -~]{0,200}[!-~]\n?$/;

/** Reads a multipart body, its files into memory. @models django.http.multipartparser:MultiPartParser */
export class MultiPartParser {
  readonly #boundary: NativeString;
  readonly #source: MultiPartSource;
  readonly #encoding: string;
  readonly #length: number;
  #post: QueryDict | null = null;
  readonly #files = new MultiValueDict<UploadedFile>();
  #fields = 0;
  #bytesRead = 0;

  /** @throws {MultiPartParserError} where the headers promise no multipart body. @throws {UnicodeEncodeError} @throws {AttributeError} where they name no boundary. @models django.http.multipartparser:MultiPartParser.__init__ */
  constructor(META: PartialEnviron, source: MultiPartSource, encoding: string | null = null) {
    const type = META.CONTENT_TYPE ?? '';
    if (!type.startsWith('multipart/')) {
      throw new MultiPartParserError(`Invalid Content-Type: ${type}`);
    }
    this.#boundary = boundaryOf(type);
    this.#length = lengthOf(META.CONTENT_LENGTH);
    if (this.#length < 0) {
      throw new MultiPartParserError(`Invalid content length: ${this.#length}`);
    }
    this.#source = source;
    this.#encoding = encoding || settings.DEFAULT_CHARSET;
  }

  /** The fields and the files. @throws {TooManyFieldsSent} @throws {RequestDataTooBig} @throws {MultiPartParserError} @throws {SuspiciousMultipartForm} @models django.http.multipartparser:MultiPartParser.parse */
  parse(): { post: QueryDict; files: MultiValueDict<UploadedFile> } {
    if (this.#length === 0) {
      return {
        post: new QueryDict('', { encoding: this.#encoding }),
        files: new MultiValueDict(),
      };
    }
    const post = new QueryDict('', { mutable: true });
    this.#post = post;
    const stream = new LazyStream(() => this.#chunk());
    let unfinished: { field: string; file: UploadedFile } | null = null;
    for (const part of partsOf(stream, this.#boundary)) {
      // A file is whole only once something follows it.
      if (unfinished) this.#files.appendlist(unfinished.field, unfinished.file);
      unfinished = this.#take(part);
    }
    while (this.#chunk() !== null);
    post._mutable = false;
    return { post, files: this.#files };
  }

  #chunk(): NativeString | null {
    const bytes = this.#source.read(CHUNK);
    return bytes.length === 0 ? null : latin1Decode(bytes);
  }

  #take(part: Part): { field: string; file: UploadedFile } | null {
    const { name } = part.header.get('content-disposition')?.params ?? {};
    if (name === undefined) return null;
    const field = this.#text(stripped(name));
    if (part.kind === 'field') this.#takeField(field, part);
    else if (part.kind === 'file') return this.#takeFile(field, part);
    return null;
  }

  #takeField(field: string, part: Part): void {
    this.#fields += 1;
    assertFieldCount(this.#fields);
    const most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE;
    const raw = part.body.read(most === null ? null : most - this.#bytesRead);
    this.#bytesRead += raw.length + Array.from(field).length + 2;
    const data = isBase64(part) ? lenientBase64(raw) : raw;
    assertFormSize(this.#bytesRead);
    this.#post?.appendlist(field, this.#text(latin1Encode(data)));
  }

  #takeFile(field: string, part: Part): { field: string; file: UploadedFile } | null {
    const disposition = part.header.get('content-disposition')?.params ?? {};
    const name = sanitizeFileName(this.#text(disposition['filename'] ?? ''));
    if (name === null) return null;
    const type = part.header.get('content-type');
    const content = isBase64(part) ? readBase64(part.body) : part.body.read(null);
    const file = new UploadedFile(name, stripped(type?.value ?? ''), latin1Encode(content), {
      fieldName: field,
      charset: type?.params['charset'] ?? null,
      contentTypeExtra: type?.params ?? {},
    });
    return { field, file };
  }

  #text(value: ParameterValue): string {
    return typeof value === 'string' ? value : decode(value, this.#encoding, 'replace');
  }
}

function boundaryOf(type: string): NativeString {
  const { boundary } = parsePartHeader(latin1Decode(encode(type, 'ascii'))).params;
  if (boundary === undefined) throw missingAttribute(null, 'decode');
  const text = typeof boundary === 'string' ? boundary : latin1Decode(boundary);
  if (VALID_BOUNDARY.test(text)) return text;
  if (typeof boundary === 'string') throw missingAttribute(boundary, 'decode');
  throw new MultiPartParserError(
    `Invalid boundary in multipart: ${decode(boundary, 'utf-8', 'strict')}`,
  );
}

function lengthOf(text: string | undefined): number {
  try {
    return integer(text ?? '0');
  } catch (error) {
    if (error instanceof ValueError) return 0;
    throw error;
  }
}

function stripped<Value extends ParameterValue>(value: Value): Value {
  if (typeof value === 'string') return strip(value) as Value;
  return latin1Encode(stripBytes(latin1Decode(value))) as Value;
}

function isBase64(part: Part): boolean {
  return strip(part.header.get('content-transfer-encoding')?.value ?? '') === 'base64';
}

function lenientBase64(raw: NativeString): NativeString {
  try {
    return a2bBase64(raw);
  } catch (error) {
    if (error instanceof BinasciiError) return raw;
    throw error;
  }
}

/** Decodes a body piece by piece, each made a multiple of four characters. */
function readBase64(body: LazyStream): NativeString {
  let content = '';
  for (let piece = body.next(); piece !== null; piece = body.next()) {
    let bare = withoutSpaces(piece);
    while (bare.length % 4 !== 0) {
      const more = body.read(4 - (bare.length % 4));
      if (more === '') break;
      bare += withoutSpaces(more);
    }
    content += strictBase64(bare);
  }
  return content;
}

function strictBase64(text: NativeString): NativeString {
  try {
    return a2bBase64(text);
  } catch (cause) {
    const error = new MultiPartParserError('Could not decode base64 data.');
    error.cause = cause;
    throw error;
  }
}

function withoutSpaces(bytes: NativeString): NativeString {
  return bytes.replaceAll(/[ \t\n\r\v\f]+/g, '');
}

function sanitizeFileName(name: string): string | null {
  const last = unescape(name).split(/[/\\]/).at(-1) ?? '';
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
