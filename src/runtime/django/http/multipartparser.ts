/**
 * Forms with files.
 *
 * @module
 */

import { ValueError } from '../../builtins.ts';
import { decode, encode } from '../../charsets.ts';
import { latin1Decode, latin1Encode, type NativeString } from '../../codecs.ts';
import { unescape } from '../../html/unescape.ts';
import { missingAttribute } from '../../objects.ts';
import { strip } from '../../text.ts';
import { integer } from '../../wsgiref/integer.ts';
import type { PartialEnviron } from '../../wsgiref/types.ts';
import { settings } from '../conf.ts';
import { RequestDataTooBig, TooManyFieldsSent } from '../core/exceptions.ts';
import type { UploadedFile } from '../core/files/uploadedfile.ts';
import {
  type FileUploadHandler,
  type ParsedForm,
  SkipFile,
  StopUpload,
} from '../core/files/uploadhandler.ts';
import { MultiValueDict } from '../utils/datastructures.ts';
import { decodeBase64, decodeBase64Chunks, MultiPartParserError } from './multipart/base64.ts';
import { LazyStream } from './multipart/lazy-stream.ts';
import { type ParameterValue, parsePartHeader, stripBytes } from './multipart/part-header.ts';
import { type Part, partsOf } from './multipart/parts.ts';
import { UploadRelay } from './multipart/upload-relay.ts';
import { QueryDict } from './query-dict.ts';

export { MultiPartParserError } from './multipart/base64.ts';

/** Where the bytes of a body come from. */
export interface MultiPartSource {
  /** At most `size` bytes; empty at the end. */
  read(size: number): Uint8Array;
}

const VALID_BOUNDARY = /^[ -~]{0,200}[!-~]\n?$/;

/** Reads a multipart body, its files through upload handlers. @models django.http.multipartparser:MultiPartParser */
export class MultiPartParser {
  readonly #META: PartialEnviron;
  readonly #boundary: NativeString;
  readonly #source: MultiPartSource;
  readonly #encoding: string;
  readonly #length: number;
  readonly #uploads: UploadRelay;
  #post: QueryDict | null = null;
  readonly #files = new MultiValueDict<UploadedFile>();
  #fields = 0;
  #bytesRead = 0;

  /** @throws {MultiPartParserError} where the headers promise no multipart body. @throws {UnicodeEncodeError} @throws {AttributeError} where they name no boundary. @models django.http.multipartparser:MultiPartParser.__init__ */
  constructor(
    META: PartialEnviron,
    source: MultiPartSource,
    uploadHandlers: readonly FileUploadHandler[],
    encoding: string | null = null,
  ) {
    const type = META.CONTENT_TYPE ?? '';
    if (!type.startsWith('multipart/')) {
      throw new MultiPartParserError(`Invalid Content-Type: ${type}`);
    }
    this.#boundary = boundaryOf(type);
    this.#length = lengthOf(META.CONTENT_LENGTH);
    if (this.#length < 0) {
      throw new MultiPartParserError(`Invalid content length: ${this.#length}`);
    }
    this.#META = META;
    this.#source = source;
    this.#uploads = new UploadRelay(uploadHandlers);
    this.#encoding = encoding || settings.DEFAULT_CHARSET;
  }

  /** The fields and the files. @throws {TooManyFieldsSent} @throws {RequestDataTooBig} @throws {MultiPartParserError} @throws {SuspiciousMultipartForm} @throws what an upload handler throws. @models django.http.multipartparser:MultiPartParser.parse */
  parse(): ParsedForm {
    if (this.#length === 0) {
      return {
        post: new QueryDict('', { encoding: this.#encoding }),
        files: new MultiValueDict(),
      };
    }
    const post = new QueryDict('', { mutable: true });
    this.#post = post;
    const form = this.#uploads.offer({
      source: this.#source,
      META: this.#META,
      contentLength: this.#length,
      boundary: this.#boundary,
      encoding: this.#encoding,
    });
    if (form) return form;
    try {
      this.#readParts();
      this.#exhaustSource();
    } catch (error) {
      if (!(error instanceof StopUpload)) throw error;
      this.#uploads.closeFiles();
      if (!error.connectionReset) this.#exhaustSource();
    }
    this.#uploads.end();
    post._mutable = false;
    return { post, files: this.#files };
  }

  #readParts(): void {
    const stream = new LazyStream(() => this.#chunk());
    let unfinished: string | null = null;
    for (const part of partsOf(stream, this.#boundary)) {
      // A file is whole only once something follows it.
      if (unfinished !== null) this.#completeFile(unfinished);
      unfinished = this.#take(part);
    }
  }

  #chunk(): NativeString | null {
    const bytes = this.#source.read(this.#uploads.chunkSize);
    return bytes.length === 0 ? null : latin1Decode(bytes);
  }

  #exhaustSource(): void {
    while (this.#chunk() !== null);
  }

  /** The field whose file came in with this part, if one did. */
  #take(part: Part): string | null {
    const { name } = part.header.get('content-disposition')?.params ?? {};
    if (name === undefined) return null;
    const field = this.#text(stripped(name));
    if (part.kind === 'field') this.#takeField(field, part);
    else if (part.kind === 'file' && this.#takeFile(field, part)) return field;
    return null;
  }

  #takeField(field: string, part: Part): void {
    this.#fields += 1;
    assertFieldCount(this.#fields);
    const most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE;
    const raw = part.body.read(most === null ? null : most - this.#bytesRead);
    this.#bytesRead += raw.length + Array.from(field).length + 2;
    const data = isBase64(part) ? decodeBase64(raw) : raw;
    assertFormSize(this.#bytesRead);
    this.#post?.appendlist(field, this.#text(latin1Encode(data)));
  }

  /** Hands a file to the upload handlers; whether they took it to its end. */
  #takeFile(field: string, part: Part): boolean {
    const disposition = part.header.get('content-disposition')?.params ?? {};
    const fileName = sanitizeFileName(this.#text(disposition['filename'] ?? ''));
    if (fileName === null) return false;
    const type = part.header.get('content-type');
    try {
      this.#uploads.begin({
        fieldName: field,
        fileName,
        contentType: stripped(type?.value ?? ''),
        contentLength: partLength(part.header.get('content-length')?.value),
        charset: type?.params['charset'] ?? null,
        contentTypeExtra: type?.params ?? {},
      });
      const chunks = isBase64(part) ? decodeBase64Chunks(part.body) : part.body.chunks();
      for (const chunk of chunks) this.#uploads.receive(latin1Encode(chunk));
      return true;
    } catch (error) {
      if (!(error instanceof SkipFile)) throw error;
      this.#uploads.closeFiles();
      part.body.read(null);
      return false;
    }
  }

  #completeFile(field: string): void {
    const file = this.#uploads.complete();
    if (file) this.#files.appendlist(field, file);
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

function partLength(value: string | undefined): number | null {
  try {
    return value === undefined ? null : integer(value);
  } catch (error) {
    if (error instanceof ValueError) return null;
    throw error;
  }
}

function isBase64(part: Part): boolean {
  return strip(part.header.get('content-transfer-encoding')?.value ?? '') === 'base64';
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
