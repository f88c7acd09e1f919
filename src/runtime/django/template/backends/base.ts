/**
 * What every engine has in common.
 *
 * @module
 */

import { NotImplementedError } from '../../../builtins.ts';
import { ImproperlyConfigured, SuspiciousFileOperation } from '../../core/exceptions.ts';
import { safeJoin } from '../../utils/os.ts';
import { getAppTemplateDirs } from '../app-dirs.ts';
import type { Template, TemplateBackend, TemplateParams } from '../backends.ts';

/** An engine. @models django.template.backends.base:BaseEngine */
export class BaseEngine implements TemplateBackend {
  readonly name: string;
  readonly dirs: readonly string[];
  readonly appDirs: boolean;
  #templateDirs: readonly string[] | null = null;

  /** @throws {ImproperlyConfigured} for parameters that no engine has. */
  constructor(params: Omit<TemplateParams, 'OPTIONS'>) {
    const { NAME, DIRS, APP_DIRS, ...unknown } = params;
    this.name = NAME;
    this.dirs = [...DIRS];
    this.appDirs = APP_DIRS;
    const names = Object.keys(unknown);
    if (names.length > 0) throw new ImproperlyConfigured(`Unknown parameters: ${names.join(', ')}`);
  }

  /** The name of the folder with templates in an application. @throws {ImproperlyConfigured} unless a subclass has one. @models django.template.backends.base:BaseEngine.app_dirname */
  get appDirname(): string {
    throw new ImproperlyConfigured(
      `${this.constructor.name} doesn't support loading templates from installed applications.`,
    );
  }

  /** A template out of its text. @throws {NotImplementedError} @models django.template.backends.base:BaseEngine.from_string */
  fromString(_templateCode: string): Template {
    throw new NotImplementedError('subclasses of BaseEngine should provide a from_string() method');
  }

  /** The template of a name. @throws {NotImplementedError} @models django.template.backends.base:BaseEngine.get_template */
  getTemplate(_templateName: string): Template {
    throw new NotImplementedError('subclasses of BaseEngine must provide a get_template() method');
  }

  /** The folders in which templates are. @models django.template.backends.base:BaseEngine.template_dirs */
  get templateDirs(): readonly string[] {
    this.#templateDirs ??= Object.freeze([
      ...this.dirs,
      ...(this.appDirs ? getAppTemplateDirs(this.appDirname) : []),
    ]);
    return this.#templateDirs;
  }

  /** Where a template may be; what leads out of a folder is left out. @models django.template.backends.base:BaseEngine.iter_template_filenames */
  *iterTemplateFilenames(templateName: string): Generator<string> {
    for (const folder of this.templateDirs) {
      const path = inside(folder, templateName);
      if (path !== null) yield path;
    }
  }
}

/** A path in a folder; `null` for one that leads out of it, which may lie in another folder. */
export function inside(folder: string, templateName: string): string | null {
  try {
    return safeJoin(folder, templateName);
  } catch (error) {
    if (error instanceof SuspiciousFileOperation) return null;
    throw error;
  }
}
