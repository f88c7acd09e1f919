/**
 * Templates in applications.
 *
 * @module
 */

import { defineModule } from '../../utils/module-loading.ts';
import { getAppTemplateDirs } from '../app-dirs.ts';
import { Loader as FilesystemLoader } from './filesystem.ts';

/** Finds templates in the folder `templates` of each application. @models django.template.loaders.app_directories:Loader */
export class Loader extends FilesystemLoader {
  /** The folders. @models django.template.loaders.app_directories:Loader.get_dirs */
  override getDirs(): readonly string[] {
    return getAppTemplateDirs('templates');
  }
}

defineModule('django.template.loaders.app_directories', { Loader });
