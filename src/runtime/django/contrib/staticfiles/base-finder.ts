/**
 * What looks for static files.
 *
 * @module
 */

import { NotImplementedError } from '../../../builtins.ts';
import { PerProcess } from '../../../process.ts';
import type { CheckMessage } from '../../core/checks.ts';
import type { FileSystemStorage } from './location.ts';

const searched = new PerProcess<string[]>(() => []);

/** The folders in which was looked since the last search began. @models django.contrib.staticfiles.finders:searched_locations */
export function searchedLocations(): string[] {
  return searched.value;
}

/** Notes that a folder was looked into. */
export function noteSearched(location: string): void {
  if (!searched.value.includes(location)) searched.value.push(location);
}

/** Looks for files; a subclass says where. @models django.contrib.staticfiles.finders:BaseFinder */
export abstract class BaseFinder {
  /** What is wrong with its settings. @throws {NotImplementedError} where it does not look. @models django.contrib.staticfiles.finders:BaseFinder.check */
  check(): CheckMessage[] {
    throw new NotImplementedError(
      'subclasses may provide a check() method to verify the finder is configured correctly.',
    );
  }

  /** The paths of the files of a name, the one that counts first. @models django.contrib.staticfiles.finders:BaseFinder.find */
  abstract findAll(path: string): Iterable<string>;

  /** Every file that it finds, and where. @models django.contrib.staticfiles.finders:BaseFinder.list */
  abstract list(
    ignorePatterns: readonly string[],
  ): Iterable<[path: string, storage: FileSystemStorage]>;
}
