/**
 * Finding static files while a site is being made. Those of a site that is deployed are found
 * by a server.
 *
 * @module
 */

import { defineModule } from '../../../importlib.ts';
import { isClass } from '../../../objects.ts';
import { PerProcess } from '../../../process.ts';
import { repr } from '../../../repr.ts';
import { settings } from '../../conf.ts';
import { ImproperlyConfigured } from '../../core/exceptions.ts';
import { settingChanged } from '../../core/signals.ts';
import { importString } from '../../utils/module-loading.ts';
import { AppDirectoriesFinder } from './app-directories-finder.ts';
import { BaseFinder, searchedLocations } from './base-finder.ts';
import { FileSystemFinder } from './file-system-finder.ts';

export { AppDirectoriesFinder } from './app-directories-finder.ts';
export { BaseFinder, searchedLocations } from './base-finder.ts';
export { FileSystemFinder } from './file-system-finder.ts';

const made = new PerProcess<Map<string, BaseFinder>>(() => new Map());

/** The path of a static file, as the first finder has it; `null` where none has. @throws {SuspiciousFileOperation} @models django.contrib.staticfiles.finders:find */
export function find(path: string): string | null {
  for (const found of search(path)) return found;
  return null;
}

/** The paths of all static files of a name. @throws {SuspiciousFileOperation} @models django.contrib.staticfiles.finders:find */
export function findAll(path: string): string[] {
  return [...search(path)];
}

/** The finders of the site. @models django.contrib.staticfiles.finders:get_finders */
export function* getFinders(): Generator<BaseFinder> {
  for (const path of settings.STATICFILES_FINDERS as readonly string[]) yield getFinder(path);
}

/** The finder of a dotted path, made once. @throws {ImproperlyConfigured} for what is no finder. @models django.contrib.staticfiles.finders:get_finder */
export function getFinder(importPath: string): BaseFinder {
  const known = made.value.get(importPath);
  if (known) return known;
  const Finder = importString(importPath);
  if (!isFinder(Finder)) {
    throw new ImproperlyConfigured(
      `Finder "${repr(Finder)}" is not a subclass of "${repr(BaseFinder)}"`,
    );
  }
  const finder = new Finder();
  made.value.set(importPath, finder);
  return finder;
}

/** Has finders be made anew where a test changes what they look at. @models django.test.signals:static_finders_changed */
export function staticFindersChanged({ setting }: { setting: string }): void {
  if (['INSTALLED_APPS', 'STATICFILES_DIRS', 'STATIC_ROOT'].includes(setting)) made.value.clear();
}

function* search(path: string): Generator<string> {
  searchedLocations().length = 0;
  for (const finder of getFinders()) yield* finder.findAll(path);
}

function isFinder(value: unknown): value is new () => BaseFinder {
  return isClass(value) && value.prototype instanceof BaseFinder;
}

settingChanged.connect(staticFindersChanged, { atImport: true });
defineModule('django.contrib.staticfiles.finders', { AppDirectoriesFinder, FileSystemFinder });
