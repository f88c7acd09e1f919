/**
 * Upload handlers: what becomes of the bytes of each file that comes with a form.
 *
 * @module
 */

import { Exception, NotImplementedError } from '../../../builtins.ts';
import type { NativeString } from '../../../codecs.ts';
import { BytesIO } from '../../../io.ts';
import type { PartialEnviron } from '../../../wsgiref/types.ts';
import { settings } from '../../conf.ts';
import type { HttpRequest } from '../../http/request.ts';
import type { QueryDict } from '../../http/query-dict.ts';
import type { MultiValueDict } from '../../utils/datastructures.ts';
import { defineModule, importString } from '../../utils/module-loading.ts';
import {
  type ByteFile,
  InMemoryUploadedFile,
  TemporaryUploadedFile,
  type UploadedFile,
} from './uploadedfile.ts';

/** Something about an upload. @models django.core.files.uploadhandler:UploadFileException */
export class UploadFileException extends Exception {
  override name = 'UploadFileException';
}

/** Ends the upload; the rest of the body is read first unless the connection is to be reset. @models django.core.files.uploadhandler:StopUpload */
export class StopUpload extends UploadFileException {
  override name = 'StopUpload';
  readonly connectionReset: boolean;

  constructor({ connectionReset = false }: { connectionReset?: boolean } = {}) {
    super(
      connectionReset
        ? 'StopUpload: Halt current upload.'
        : 'StopUpload: Consume request data, then halt.',
    );
    this.connectionReset = connectionReset;
  }
}

/** Leaves this file out. @models django.core.files.uploadhandler:SkipFile */
export class SkipFile extends UploadFileException {
  override name = 'SkipFile';
}

/** Keeps a new file from the handlers after this one. @models django.core.files.uploadhandler:StopFutureHandlers */
export class StopFutureHandlers extends UploadFileException {
  override name = 'StopFutureHandlers';
}

/** What is known of a file before its first byte. */
export interface NewFile {
  fieldName: string;
  fileName: string;
  contentType: NativeString;
  /** In bytes, by the word of the client; `null` where it says nothing. */
  contentLength: number | null;
  charset: Uint8Array | string | null;
  contentTypeExtra: Readonly<Record<string, Uint8Array | string>>;
}

/** The body of a form, before anything of it was read. */
export interface RawInput {
  source: { read(size: number): Uint8Array };
  META: PartialEnviron;
  /** In bytes. */
  contentLength: number;
  boundary: NativeString;
  encoding: string;
}

/** The fields and the files of a form. */
export interface ParsedForm {
  post: QueryDict;
  files: MultiValueDict<UploadedFile>;
}

/** What every upload handler is. @models django.core.files.uploadhandler:FileUploadHandler */
export class FileUploadHandler {
  /** How many bytes it wants at a time. */
  chunkSize: number | null = 64 * 1024;
  readonly request: HttpRequest | null;
  /** Where it keeps the file that is coming in. */
  file?: ByteFile | UploadedFile;
  protected newest: NewFile | null = null;

  constructor(request: HttpRequest | null = null) {
    this.request = request;
  }

  /** May read the whole form itself, and give what is in it. @models django.core.files.uploadhandler:FileUploadHandler.handle_raw_input */
  handleRawInput(_input: RawInput): ParsedForm | null | undefined | void {}

  /** A file begins. @throws {StopFutureHandlers} @throws {SkipFile} @models django.core.files.uploadhandler:FileUploadHandler.new_file */
  newFile(file: NewFile): void {
    this.newest = file;
  }

  /** Bytes of the file, `start` bytes from its beginning; what it gives is handed to the next handler. @throws {SkipFile} @throws {StopUpload} @models django.core.files.uploadhandler:FileUploadHandler.receive_data_chunk */
  receiveDataChunk(_data: Uint8Array, _start: number): Uint8Array | null | undefined | void {
    throw new NotImplementedError(
      'subclasses of FileUploadHandler must provide a receive_data_chunk() method',
    );
  }

  /** The file has ended after `size` bytes; gives it, or leaves it to the next handler. @models django.core.files.uploadhandler:FileUploadHandler.file_complete */
  fileComplete(_size: number): UploadedFile | null | undefined | void {
    throw new NotImplementedError(
      'subclasses of FileUploadHandler must provide a file_complete() method',
    );
  }

  /** The form has ended; a handler that answers true ends the round. @models django.core.files.uploadhandler:FileUploadHandler.upload_complete */
  uploadComplete(): unknown {
    return null;
  }

  /** The file that is coming in. @throws {TypeError} before there is one. */
  protected get incoming(): NewFile {
    if (this.newest === null) throw new TypeError('no file has begun yet');
    return this.newest;
  }
}

/** Keeps files of small forms in memory. @models django.core.files.uploadhandler:MemoryFileUploadHandler */
export class MemoryFileUploadHandler extends FileUploadHandler {
  activated = false;

  /** Looks whether the form is small enough. @models django.core.files.uploadhandler:MemoryFileUploadHandler.handle_raw_input */
  override handleRawInput({ contentLength }: RawInput): void {
    this.activated = contentLength <= settings.FILE_UPLOAD_MAX_MEMORY_SIZE;
  }

  /** @throws {StopFutureHandlers} where it takes the file. @models django.core.files.uploadhandler:MemoryFileUploadHandler.new_file */
  override newFile(file: NewFile): void {
    super.newFile(file);
    if (!this.activated) return;
    this.file = new BytesIO();
    throw new StopFutureHandlers();
  }

  /** @models django.core.files.uploadhandler:MemoryFileUploadHandler.receive_data_chunk */
  override receiveDataChunk(data: Uint8Array): Uint8Array | null {
    if (!this.activated) return data;
    (this.file as BytesIO).write(data);
    return null;
  }

  /** @models django.core.files.uploadhandler:MemoryFileUploadHandler.file_complete */
  override fileComplete(size: number): UploadedFile | null {
    if (!this.activated) return null;
    const { fieldName, fileName, ...said } = this.incoming;
    const file = this.file as BytesIO;
    file.seek(0);
    return new InMemoryUploadedFile(file, fieldName, fileName, { ...said, size });
  }
}

/** Writes files to disk as they come in. @models django.core.files.uploadhandler:TemporaryFileUploadHandler */
export class TemporaryFileUploadHandler extends FileUploadHandler {
  declare file: TemporaryUploadedFile;

  /** @models django.core.files.uploadhandler:TemporaryFileUploadHandler.new_file */
  override newFile(file: NewFile): void {
    super.newFile(file);
    this.file = new TemporaryUploadedFile(file.fileName, { ...file, size: 0 });
  }

  /** @models django.core.files.uploadhandler:TemporaryFileUploadHandler.receive_data_chunk */
  override receiveDataChunk(data: Uint8Array): void {
    this.file.file.write(data);
  }

  /** @models django.core.files.uploadhandler:TemporaryFileUploadHandler.file_complete */
  override fileComplete(size: number): UploadedFile {
    this.file.seek(0);
    this.file.size = size;
    return this.file;
  }
}

/** A handler by its dotted path, made for a request. @throws {ImportError} @models django.core.files.uploadhandler:load_handler */
export function loadHandler(path: string, request: HttpRequest | null): FileUploadHandler {
  return new (importString(path) as typeof FileUploadHandler)(request);
}

defineModule('django.core.files.uploadhandler', {
  FileUploadHandler,
  loadHandler,
  MemoryFileUploadHandler,
  SkipFile,
  StopFutureHandlers,
  StopUpload,
  TemporaryFileUploadHandler,
  UploadFileException,
});
