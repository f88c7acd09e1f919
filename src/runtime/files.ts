/**
 * Files, injected: what reads a file reads it from where it was told to. A process has none until
 * a program says where they are: in memory, or on a disk (`adapters/disk-files.ts`).
 *
 * @module
 */

import { utf8Encode } from './codecs.ts';
import { PerProcess } from './process.ts';

/** What is known of a file or a folder. */
export interface FileStatus {
  readonly isDirectory: boolean;
  /** In bytes. */
  readonly size: number;
  /** When it was last changed, in seconds since 1970. */
  readonly mtime: number;
}

/** Where files are; paths begin with a slash. */
export interface FileSource {
  /** The content of a file; `null` where there is none. */
  read(path: string): Uint8Array | null;
  /** `null` where there is nothing. */
  status(path: string): FileStatus | null;
  /** The names in a folder, in order. */
  list(path: string): string[];
}

/** Files that live in memory. */
export class MemoryFiles implements FileSource {
  readonly #files = new Map<string, { content: Uint8Array; mtime: number }>();

  /** @param files contents by path. */
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  /** Puts a file there; `mtime` in seconds since 1970. */
  write(path: string, content: string | Uint8Array, mtime = 0): void {
    const bytes = typeof content === 'string' ? utf8Encode(content) : content;
    this.#files.set(path, { content: bytes, mtime });
  }

  /** Takes a file away. */
  remove(path: string): void {
    this.#files.delete(path);
  }

  /** The content of a file. */
  read(path: string): Uint8Array | null {
    return this.#files.get(path)?.content ?? null;
  }

  /** A file's status, or that of a folder with files in it. */
  status(path: string): FileStatus | null {
    const file = this.#files.get(path);
    if (file) return { isDirectory: false, size: file.content.length, mtime: file.mtime };
    return this.list(path).length > 0 ? { isDirectory: true, size: 0, mtime: 0 } : null;
  }

  /** The names in a folder. */
  list(path: string): string[] {
    const folder = path.endsWith('/') ? path : `${path}/`;
    const inside = [...this.#files.keys()].filter((file) => file.startsWith(folder));
    const names = inside.map((file) => file.slice(folder.length).split('/')[0] ?? '');
    return [...new Set(names)].toSorted();
  }
}

const source = new PerProcess<FileSource>(() => new MemoryFiles());

/** Where this process finds its files. */
export function files(): FileSource {
  return source.value;
}

/** Says where this process finds its files. */
export function setFiles(other: FileSource): void {
  source.value = other;
}
