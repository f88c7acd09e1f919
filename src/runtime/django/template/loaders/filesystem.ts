/**
 * Templates in folders.
 *
 * @module
 */

import { steering } from '../../../builtins.ts';
import { decode } from '../../../charsets.ts';
import { files } from '../../../files.ts';
import { defineModule } from '../../utils/module-loading.ts';
import { inside } from '../backends/base.ts';
import { Origin } from '../base.ts';
import type { Engine } from '../engine.ts';
import { TemplateDoesNotExist } from '../exceptions.ts';
import { Loader as BaseLoader } from './base.ts';

/** Finds templates in folders: its own, or those of the engine. @models django.template.loaders.filesystem:Loader */
export class Loader extends BaseLoader {
  readonly dirs: readonly string[] | null;

  constructor(engine: Engine, dirs: readonly string[] | null = null) {
    super(engine);
    this.dirs = dirs;
  }

  /** The folders. @models django.template.loaders.filesystem:Loader.get_dirs */
  getDirs(): readonly string[] {
    return this.dirs ?? this.engine.dirs;
  }

  /** What a file holds. @throws {TemplateDoesNotExist} @throws {UnicodeDecodeError} @models django.template.loaders.filesystem:Loader.get_contents */
  override getContents(origin: Origin): string {
    const content = files().read(origin.name);
    if (!content) throw steering(() => new TemplateDoesNotExist(String(origin)));
    return decode(content, this.engine.fileCharset, 'strict');
  }

  /** A file in each folder, unless the name leads out of it. @models django.template.loaders.filesystem:Loader.get_template_sources */
  override *getTemplateSources(templateName: string): Generator<Origin> {
    for (const folder of this.getDirs()) {
      const path = inside(folder, templateName);
      if (path !== null) yield new Origin(path, templateName, this);
    }
  }
}

defineModule('django.template.loaders.filesystem', { Loader });
