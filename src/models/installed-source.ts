/**
 * The source of Django 2.2.28 where this machine has it: in the folder that `DJANGO_SRC` names,
 * or where the oracle has fetched it. It is read when it is wanted and never kept.
 *
 * @module
 */

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The variable that names a folder with the package `django` in it. */
export const SOURCE_VARIABLE = 'DJANGO_SRC';

/** The folder that {@link SOURCE_VARIABLE} names has no package `django`. */
export class SourceMissingError extends Error {
  override name = 'SourceMissingError';

  constructor(folder: string) {
    super(`${SOURCE_VARIABLE} names ${folder}, which has no django/__init__.py.`);
  }
}

/** The files of a package on this machine. */
export class InstalledSource {
  readonly folder: string;
  readonly #files = new Map<string, string[] | undefined>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Finds Django's source.
   *
   * @param root the project's root
   * @throws {SourceMissingError} where the variable names a folder that has none.
   */
  static find(root: string, env: NodeJS.ProcessEnv = process.env): InstalledSource | undefined {
    const named = env[SOURCE_VARIABLE];
    if (named) {
      if (!hasDjango(named)) throw new SourceMissingError(named);
      return new InstalledSource(named);
    }
    const fetched = globSync('.cache/oracle/django-*', { cwd: root })
      .map((folder) => join(root, folder))
      .filter(hasDjango)
      .toSorted();
    return fetched[0] === undefined ? undefined : new InstalledSource(fetched[0]);
  }

  /** The lines of a file such as `django/urls/base.py`; undefined where there is no such file. */
  lines(file: string): string[] | undefined {
    if (!this.#files.has(file)) this.#files.set(file, this.#read(file));
    return this.#files.get(file);
  }

  #read(file: string): string[] | undefined {
    const path = join(this.folder, file);
    return existsSync(path) ? readFileSync(path, 'utf8').split(/\r?\n/) : undefined;
  }
}

function hasDjango(folder: string): boolean {
  return existsSync(join(folder, 'django/__init__.py'));
}
