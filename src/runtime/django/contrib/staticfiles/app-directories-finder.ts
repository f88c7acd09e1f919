/**
 * Static files that come with applications.
 *
 * @module
 */

import { files } from '../../../files.ts';
import { join } from '../../../posixpath.ts';
import { apps } from '../../apps/registry.ts';
import { BaseFinder, noteSearched } from './base-finder.ts';
import { FileSystemStorage, getFiles } from './location.ts';

/** Looks in the folder `static` of every application. @models django.contrib.staticfiles.finders:AppDirectoriesFinder */
export class AppDirectoriesFinder extends BaseFinder {
  /** The folder in each application. @models django.contrib.staticfiles.finders:AppDirectoriesFinder.source_dir */
  readonly sourceDir: string = 'static';
  /** The folders by the names of the applications that have one. */
  readonly storages: ReadonlyMap<string, FileSystemStorage>;

  constructor() {
    super();
    const storages = apps
      .getAppConfigs()
      .map(({ name, path }) => [name, new FileSystemStorage(join(path, this.sourceDir))] as const);
    this.storages = new Map(
      storages.filter(([, { location }]) => files().status(location)?.isDirectory),
    );
  }

  /** @models django.contrib.staticfiles.finders:AppDirectoriesFinder.find */
  override *findAll(path: string): Generator<string> {
    for (const [app, { location }] of this.storages) {
      noteSearched(location);
      const found = this.findInApp(app, path);
      if (found !== null) yield found;
    }
  }

  /** The path of a file of an application, if it is there. @throws {SuspiciousFileOperation} @models django.contrib.staticfiles.finders:AppDirectoriesFinder.find_in_app */
  findInApp(app: string, path: string): string | null {
    const storage = this.storages.get(app);
    return storage?.exists(path) ? storage.path(path) : null;
  }

  /** @models django.contrib.staticfiles.finders:AppDirectoriesFinder.list */
  override *list(
    ignorePatterns: readonly string[],
  ): Generator<[path: string, storage: FileSystemStorage]> {
    for (const storage of this.storages.values()) {
      if (!storage.exists('')) continue;
      for (const path of getFiles(storage, ignorePatterns)) yield [path, storage];
    }
  }
}
