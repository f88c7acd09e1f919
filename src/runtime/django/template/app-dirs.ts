/**
 * Where applications keep their templates. In Python this is in `django.template.utils`.
 *
 * @module
 */

import { files } from '../../files.ts';
import { join } from '../../posixpath.ts';
import { PerProcess } from '../../process.ts';
import { apps } from '../apps/registry.ts';

const known = new PerProcess<Map<string, readonly string[]>>(() => new Map());

/** The folders of this name in the installed applications that have one. @throws {AppRegistryNotReady} @models django.template.utils:get_app_template_dirs */
export function getAppTemplateDirs(dirname: string): readonly string[] {
  const before = known.value.get(dirname);
  if (before) return before;
  const folders = apps.getAppConfigs().map((config) => join(config.path, dirname));
  const found = Object.freeze(folders.filter((folder) => files().status(folder)?.isDirectory));
  known.value.set(dirname, found);
  return found;
}

/** Forgets the folders, when other applications are installed. */
export function forgetAppTemplateDirs(): void {
  known.value.clear();
}
