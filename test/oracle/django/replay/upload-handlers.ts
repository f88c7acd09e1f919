/**
 * The upload handlers of `python/upload_handlers.py`, for the runtime.
 *
 * @module
 */

import { ValueError } from '#runtime/builtins';
import { latin1Decode, latin1Encode } from '#runtime/codecs';
import {
  FileUploadHandler,
  type NewFile,
  type ParsedForm,
  type RawInput,
  SkipFile,
  StopUpload,
} from '#runtime/django/core/files/uploadhandler';
import { QueryDict } from '#runtime/django/http/query-dict';
import { MultiValueDict } from '#runtime/django/utils/datastructures';
import { registerModule } from '#runtime/importlib';

/** Hands on what it gets, and tells its request. */
class Told extends FileUploadHandler {
  tell(...event: unknown[]): void {
    const told = (this.request as { told?: unknown[] }).told ?? [];
    Object.assign(this.request ?? {}, { told: [...told, [this.constructor.name, ...event]] });
  }

  override handleRawInput(input: RawInput): ParsedForm | void {
    this.tell('raw', input.contentLength, latin1Encode(input.boundary), input.encoding);
  }

  override newFile(file: NewFile): void {
    super.newFile(file);
    this.tell('new', file.fieldName, file.fileName, file.contentType, file.contentLength);
  }

  override receiveDataChunk(data: Uint8Array, start: number): Uint8Array | void {
    this.tell('chunk', data.slice(0, 20), data.length, start);
    return data;
  }

  override fileComplete(size: number): void {
    this.tell('complete', size);
  }

  override uploadComplete(): unknown {
    this.tell('end');
    return null;
  }
}

class Small extends Told {
  override chunkSize = 60;
}

class Sizeless extends Told {
  override chunkSize = null;
}

class Last extends Told {
  override uploadComplete(): boolean {
    super.uploadComplete();
    return true;
  }
}

class Upper extends Told {
  override receiveDataChunk(data: Uint8Array, start: number): Uint8Array {
    super.receiveDataChunk(data, start);
    return latin1Encode(latin1Decode(data).replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()));
  }
}

class Swallow extends Told {
  override receiveDataChunk(data: Uint8Array, start: number): void {
    super.receiveDataChunk(data, start);
  }
}

class Quota extends Told {
  readonly reset: boolean = false;

  override receiveDataChunk(data: Uint8Array, start: number): Uint8Array {
    super.receiveDataChunk(data, start);
    if (start + data.length > 4) throw new StopUpload({ connectionReset: this.reset });
    return data;
  }
}

class Reset extends Quota {
  override readonly reset = true;
}

class Skip extends Told {
  override newFile(file: NewFile): void {
    super.newFile(file);
    if (file.fileName.startsWith('skip')) throw new SkipFile('not this one');
  }
}

class SkipLate extends Told {
  override receiveDataChunk(data: Uint8Array, start: number): void {
    super.receiveDataChunk(data, start);
    throw new SkipFile('no more of it');
  }
}

class Raw extends Told {
  override handleRawInput(input: RawInput): ParsedForm {
    super.handleRawInput(input);
    const { length } = input.source.read(7);
    return { post: new QueryDict(`raw=${length}`), files: new MultiValueDict() };
  }
}

class Broken extends Told {
  override fileComplete(): void {
    throw new ValueError('no file comes of it');
  }
}

class Bare extends FileUploadHandler {}

registerModule('upload_handlers', {
  Bare,
  Broken,
  Last,
  Quota,
  Raw,
  Reset,
  Sizeless,
  Skip,
  SkipLate,
  Small,
  Swallow,
  Told,
  Upper,
});
