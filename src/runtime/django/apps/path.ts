/**
 * Where an application lies on the disk.
 *
 * @module
 */

import type { Module } from '../../importlib.ts';
import { repr } from '../../repr.ts';
import { ImproperlyConfigured } from '../core/exceptions.ts';

const ADVICE =
  "you must configure this app with an AppConfig subclass with a 'path' class attribute.";

/** The one folder of an application's module. @throws {ImproperlyConfigured} where it has none, or several. @models django.apps.config:AppConfig._path_from_module */
export function pathFromModule(module: Module): string {
  const folders = foldersOf(module);
  const [folder] = folders;
  if (folder === undefined) {
    throw new ImproperlyConfigured(
      `The app module ${repr(module)} has no filesystem location, ${ADVICE}`,
    );
  }
  if (folders.length === 1) return folder;
  throw new ImproperlyConfigured(
    `The app module ${repr(module)} has multiple filesystem locations (${repr(folders)}); ${ADVICE}`,
  );
}

function foldersOf(module: Module): readonly string[] {
  const folders = module.__path__ ?? [];
  if (folders.length === 1) return folders;
  const file = module.__file__;
  if (file !== null) return [file.slice(0, Math.max(file.lastIndexOf('/'), 1))];
  return [...new Set(folders)];
}
