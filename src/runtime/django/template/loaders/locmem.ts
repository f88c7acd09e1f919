/**
 * Templates in a dict.
 *
 * @module
 */

import { steering } from '../../../builtins.ts';
import { defineModule } from '../../utils/module-loading.ts';
import { Origin } from '../base.ts';
import type { Engine } from '../engine.ts';
import { TemplateDoesNotExist } from '../exceptions.ts';
import { Loader as BaseLoader } from './base.ts';

/** Finds templates in a dict. @models django.template.loaders.locmem:Loader */
export class Loader extends BaseLoader {
  readonly templatesDict: Readonly<Record<string, string>>;

  constructor(engine: Engine, templatesDict: Readonly<Record<string, string>>) {
    super(engine);
    this.templatesDict = templatesDict;
  }

  /** What the dict holds. @throws {TemplateDoesNotExist} @models django.template.loaders.locmem:Loader.get_contents */
  override getContents(origin: Origin): string {
    const { templatesDict } = this;
    const found = Object.hasOwn(templatesDict, origin.name)
      ? templatesDict[origin.name]
      : undefined;
    if (found === undefined) {
      throw steering(() => new TemplateDoesNotExist(String(origin)));
    }
    return found;
  }

  /** The one place. @models django.template.loaders.locmem:Loader.get_template_sources */
  override *getTemplateSources(templateName: string): Generator<Origin> {
    yield new Origin(templateName, templateName, this);
  }
}

defineModule('django.template.loaders.locmem', { Loader });
