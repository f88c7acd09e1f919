/**
 * A file as a response.
 *
 * @module
 */

import { isNone } from '../../objects.ts';
import { guessType } from '../../mimetypes.ts';
import { quote } from '../../urllib/unicode.ts';
import { settings } from '../conf.ts';
import type { ResponseOptions } from './response-base.ts';
import { StreamingHttpResponse } from './response.ts';

/** An open file. */
export interface FileLike {
  read(size: number): Uint8Array;
  close?(): void;
  /** Its path. */
  readonly name?: string;
  /** Present where the whole file is in memory. */
  getvalue?(): Uint8Array;
}

/** How a file is sent. */
export interface FileResponseOptions extends ResponseOptions {
  /** Whether the browser shall save it. */
  asAttachment?: boolean;
  /** What the browser shall call it. */
  filename?: string;
}

const PACKED: Record<string, string> = {
  bzip2: 'application/x-bzip',
  gzip: 'application/gzip',
  xz: 'application/x-xz',
};

/** A file in blocks of 4096 bytes; a server may take the file itself. @models django.http.response:FileResponse */
export class FileResponse extends StreamingHttpResponse {
  static readonly blockSize = 4096;

  /** The file, which a server may send by itself; `null` where the body is none. */
  declare fileToStream: FileLike | null;
  declare asAttachment: boolean;
  declare filename: string;

  /** @models django.http.response:FileResponse.__init__ */
  constructor(file: FileLike | Iterable<string | Uint8Array>, options: FileResponseOptions = {}) {
    super(file as Iterable<Uint8Array>, options);
  }

  /** Length, type and disposition, as far as the file tells. @models django.http.response:FileResponse.set_headers */
  setHeaders(file: FileLike): void {
    const filename = file.name || this.filename;
    const whole = file.getvalue?.();
    if (!isNone(whole)) this.set('Content-Length', whole.length);
    if (this.get('Content-Type', '').startsWith(settings.DEFAULT_CONTENT_TYPE)) {
      this.set('Content-Type', contentTypeOf(filename));
    }
    if (!this.asAttachment) return;
    const shown = this.filename || filename.slice(filename.lastIndexOf('/') + 1);
    if (shown) this.set('Content-Disposition', `attachment; ${dispositionName(shown)}`);
  }

  protected override _prepare(options: FileResponseOptions): void {
    this.asAttachment = options.asAttachment ?? false;
    this.filename = options.filename ?? '';
  }

  /** Takes a file, or pieces of a body as they are. @models django.http.response:FileResponse._set_streaming_content */
  protected override _setStreamingContent(value: FileLike | Iterable<string | Uint8Array>): void {
    if (!isFile(value)) {
      this.fileToStream = null;
      super._setStreamingContent(value);
      return;
    }
    this.fileToStream = value;
    const { close } = value;
    if (close) this._closableObjects.push({ close: () => close.call(value) });
    this.setHeaders(value);
    super._setStreamingContent(blocksOf(value));
  }
}

function isFile(value: FileLike | Iterable<string | Uint8Array>): value is FileLike {
  return 'read' in value;
}

function* blocksOf(file: FileLike): Generator<Uint8Array> {
  for (;;) {
    const block = file.read(FileResponse.blockSize);
    if (block.length === 0) return;
    yield block;
  }
}

function contentTypeOf(filename: string): string {
  const [type, encoding] = guessType(filename);
  return (encoding !== null && PACKED[encoding]) || type || 'application/octet-stream';
}

function dispositionName(name: string): string {
  return /[^\0-\x7f]/.test(name) ? `filename*=utf-8''${quote(name)}` : `filename="${name}"`;
}
