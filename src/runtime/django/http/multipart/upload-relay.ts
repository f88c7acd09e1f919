/**
 * Hands the files of a form from one upload handler to the next.
 *
 * @module
 */

import { truth } from '../../../objects.ts';
import type { UploadedFile } from '../../core/files/uploadedfile.ts';
import {
  type FileUploadHandler,
  type NewFile,
  type ParsedForm,
  type RawInput,
  StopFutureHandlers,
} from '../../core/files/uploadhandler.ts';

const LARGEST_CHUNK = 2 ** 31 - 4;

/** The upload handlers of one form, in order, and how much each has had of the file at hand. */
export class UploadRelay {
  readonly #handlers: readonly FileUploadHandler[];
  #counters: number[] = [];

  constructor(handlers: readonly FileUploadHandler[]) {
    this.#handlers = handlers;
  }

  /** How many bytes to read at a time: the least that one of them wants. */
  get chunkSize(): number {
    const wanted = this.#handlers.map(({ chunkSize }) => chunkSize || LARGEST_CHUNK);
    return Math.min(LARGEST_CHUNK, ...wanted);
  }

  /** The form, where a handler reads it all by itself. */
  offer(input: RawInput): ParsedForm | null {
    for (const handler of this.#handlers) {
      const form = handler.handleRawInput(input);
      if (form) return form;
    }
    return null;
  }

  /** A file begins. @throws {SkipFile} @throws {StopUpload} */
  begin(file: NewFile): void {
    this.#counters = this.#handlers.map(() => 0);
    try {
      for (const handler of this.#handlers) handler.newFile(file);
    } catch (error) {
      if (!(error instanceof StopFutureHandlers)) throw error;
    }
  }

  /** Bytes of it: each handler gets what the one before has left. @throws {SkipFile} @throws {StopUpload} */
  receive(data: Uint8Array): void {
    let chunk = data;
    for (const [index, handler] of this.#handlers.entries()) {
      const start = this.#counters[index] ?? 0;
      this.#counters[index] = start + chunk.length;
      const rest = handler.receiveDataChunk(chunk, start);
      if (!rest) return;
      chunk = rest;
    }
  }

  /** The file has ended: what the first handler makes of it that makes anything. @models django.http.multipartparser:MultiPartParser.handle_file_complete */
  complete(): UploadedFile | null {
    for (const [index, handler] of this.#handlers.entries()) {
      const file = handler.fileComplete(this.#counters[index] ?? 0);
      if (file) return file;
    }
    return null;
  }

  /** Gives up what has come in of a file. @models django.http.multipartparser:MultiPartParser._close_files */
  closeFiles(): void {
    for (const handler of this.#handlers) handler.file?.close();
  }

  /** The form has ended. */
  end(): void {
    this.#handlers.some((handler) => truth(handler.uploadComplete()));
  }
}
