/**
 * Temporary files, injected: in memory unless a program says that there is a disk
 * (`adapters/disk-temporary-files.ts`).
 *
 * @module
 */

import { BytesIO } from '../../../io.ts';
import { PerProcess } from '../../../process.ts';

/** What holds the bytes of an uploaded file. */
export interface ByteFile {
  /** At most `size` bytes from the position on, all that are left without one. */
  read(size?: number): Uint8Array;
  /** Writes at the position; how many bytes. */
  write(data: Uint8Array): number;
  /** Moves the position, in bytes from the start. */
  seek(position: number): number;
  close(): void;
  readonly closed: boolean;
}

/** A file with a path, gone once it is closed. @models tempfile:NamedTemporaryFile */
export interface TemporaryFile extends ByteFile {
  /** Its path. */
  readonly name: string;
}

/** Makes a temporary file: `suffix` ends its name, `folder` is the system's where it is `null`. */
export type TemporaryFileMaker = (suffix: string, folder: string | null) => TemporaryFile;

/** A temporary file that lives in memory. */
class MemoryTemporaryFile extends BytesIO implements TemporaryFile {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }
}

const maker = new PerProcess<TemporaryFileMaker>(() => {
  let made = 0;
  return (suffix, folder) => {
    made += 1;
    return new MemoryTemporaryFile(`${folder ?? '/tmp'}/tmp${made}${suffix}`);
  };
});

/** A new temporary file. */
export function makeTemporaryFile(suffix: string, folder: string | null): TemporaryFile {
  return maker.value(suffix, folder);
}

/** Says where this process keeps its temporary files. */
export function setTemporaryFiles(make: TemporaryFileMaker): void {
  maker.value = make;
}
