/**
 * Where the demo project lives while it is asked: on a disk, or in a browser's memory.
 *
 * @module
 */

import type { FileSource } from '#runtime/files';

/** A database file that a case may write to. */
export interface SiteDatabase {
  path: string;
  read(): Uint8Array;
  write(content: Uint8Array): void;
  remove(): void;
}

/** What the project needs of the world around it. */
export interface SitePlace {
  files: FileSource;
  /** The path of its templates. */
  templates: string;
  /** A database that is not there yet. */
  newDatabase(): SiteDatabase;
}

let place: SitePlace | null = null;

/** Says where the project lives. */
export function setSitePlace(other: SitePlace): void {
  place = other;
}

/** Where the project lives. @throws an `Error` where nobody has said. */
export function sitePlace(): SitePlace {
  if (place) return place;
  throw new Error('Nothing says where the demo project lives: import disk-place.ts first.');
}
