/**
 * Static files in folders that the site names.
 *
 * @module
 */

import { files } from '../../../files.ts';
import { abspath } from '../../../posixpath.ts';
import { repr } from '../../../repr.ts';
import { settings } from '../../conf.ts';
import { type CheckMessage, Error as ErrorMessage } from '../../core/checks.ts';
import { safeJoin } from '../../utils/os.ts';
import { BaseFinder, noteSearched } from './base-finder.ts';
import { FileSystemStorage, getFiles } from './location.ts';

type Root = readonly [prefix: string, root: string];

/** Looks in `STATICFILES_DIRS`. @models django.contrib.staticfiles.finders:FileSystemFinder */
export class FileSystemFinder extends BaseFinder {
  /** The folders, each once, with what stands before them in addresses. */
  readonly locations: readonly Root[];
  readonly storages: ReadonlyMap<string, FileSystemStorage>;

  constructor() {
    super();
    const known = new Map(roots().map((root) => [root.join('\0'), root]));
    this.locations = [...known.values()];
    this.storages = new Map(
      this.locations.map(([prefix, root]) => [root, new FileSystemStorage(root, prefix)]),
    );
  }

  /** @models django.contrib.staticfiles.finders:FileSystemFinder.check */
  override check(): CheckMessage[] {
    const found: CheckMessage[] = [];
    if (!Array.isArray(settings.STATICFILES_DIRS)) {
      const msg = 'The STATICFILES_DIRS setting is not a tuple or list.';
      const hint = 'Perhaps you forgot a trailing comma?';
      found.push(new ErrorMessage(msg, { hint, id: 'staticfiles.E001' }));
    }
    const { STATIC_ROOT } = settings;
    for (const [prefix, root] of roots()) {
      if (prefix.endsWith('/')) {
        const msg = `The prefix ${repr(prefix)} in the STATICFILES_DIRS setting must not end with a slash.`;
        found.push(new ErrorMessage(msg, { id: 'staticfiles.E003' }));
      }
      if (STATIC_ROOT && abspath(STATIC_ROOT) === abspath(root)) {
        const msg = 'The STATICFILES_DIRS setting should not contain the STATIC_ROOT setting.';
        found.push(new ErrorMessage(msg, { id: 'staticfiles.E002' }));
      }
    }
    return found;
  }

  /** @models django.contrib.staticfiles.finders:FileSystemFinder.find */
  override *findAll(path: string): Generator<string> {
    for (const [prefix, root] of this.locations) {
      noteSearched(root);
      const found = this.findLocation(root, path, prefix);
      if (found !== null) yield found;
    }
  }

  /** The path of a file in a folder, if it is there. @throws {SuspiciousFileOperation} @models django.contrib.staticfiles.finders:FileSystemFinder.find_location */
  findLocation(root: string, path: string, prefix = ''): string | null {
    if (prefix && !path.startsWith(`${prefix}/`)) return null;
    const found = safeJoin(root, prefix ? path.slice(prefix.length + 1) : path);
    return files().status(found) ? found : null;
  }

  /** A folder that is there under two prefixes comes twice under the last of them, as in Django. @models django.contrib.staticfiles.finders:FileSystemFinder.list */
  override *list(
    ignorePatterns: readonly string[],
  ): Generator<[path: string, storage: FileSystemStorage]> {
    for (const [, root] of this.locations) {
      const storage = this.storages.get(root) ?? new FileSystemStorage(root);
      for (const path of getFiles(storage, ignorePatterns)) yield [path, storage];
    }
  }
}

function roots(): Root[] {
  const given = settings.STATICFILES_DIRS as Iterable<string | Root>;
  return Array.from(given, (root): Root => (typeof root === 'string' ? ['', root] : root));
}
