/**
 * A folder with static files.
 *
 * @module
 */

import { files } from '../../../files.ts';
import { fnmatchcase } from '../../../fnmatch.ts';
import { abspath, join } from '../../../posixpath.ts';
import { safeJoin } from '../../utils/os.ts';

/** The files below a folder. @models django.core.files.storage:FileSystemStorage */
export class FileSystemStorage {
  /** The folder's path. @models django.core.files.storage:FileSystemStorage.location */
  readonly location: string;
  /** What stands before the files' own paths in their addresses. */
  readonly prefix: string;

  constructor(location: string, prefix = '') {
    this.location = abspath(location);
    this.prefix = prefix;
  }

  /** The path of a file below the folder. @throws {SuspiciousFileOperation} @models django.core.files.storage:FileSystemStorage.path */
  path(name: string): string {
    return safeJoin(this.location, name);
  }

  /** Whether there is such a file or folder. @models django.core.files.storage:FileSystemStorage.exists */
  exists(name: string): boolean {
    return files().status(this.path(name)) !== null;
  }

  /** The folders and the files in a folder. @models django.core.files.storage:FileSystemStorage.listdir */
  listdir(path: string): [folders: string[], files: string[]] {
    const folder = this.path(path);
    const names = files().list(folder);
    const isFolder = (name: string) => files().status(join(folder, name))?.isDirectory === true;
    return [names.filter(isFolder), names.filter((name) => !isFolder(name))];
  }
}

/** Whether a path fits one of several patterns. @models django.contrib.staticfiles.utils:matches_patterns */
export function matchesPatterns(path: string, patterns: readonly string[] = []): boolean {
  return patterns.some((pattern) => fnmatchcase(path, pattern));
}

/** The paths of all files below a folder, but for those that fit a pattern. @models django.contrib.staticfiles.utils:get_files */
export function* getFiles(
  storage: FileSystemStorage,
  ignorePatterns: readonly string[] = [],
  location = '',
): Generator<string> {
  const [folders, names] = storage.listdir(location);
  for (const name of names) {
    const path = join(location, name);
    const ignored = matchesPatterns(name, ignorePatterns) || matchesPatterns(path, ignorePatterns);
    if (!ignored) yield path;
  }
  for (const folder of folders) {
    if (matchesPatterns(folder, ignorePatterns)) continue;
    yield* getFiles(storage, ignorePatterns, join(location, folder));
  }
}
