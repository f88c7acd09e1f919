/**
 * Templates that are read once.
 *
 * @module
 */

import { steering } from '../../../builtins.ts';
import { defineModule } from '../../utils/module-loading.ts';
import type { Origin, Template } from '../base.ts';
import type { Engine, LoaderSetting } from '../engine.ts';
import { TemplateDoesNotExist } from '../exceptions.ts';
import { Loader as BaseLoader } from './base.ts';

/** Asks other loaders, and keeps what they answer. @models django.template.loaders.cached:Loader */
export class Loader extends BaseLoader {
  readonly loaders: readonly BaseLoader[];
  readonly #known = new Map<string, Template | TemplateDoesNotExist>();

  constructor(engine: Engine, loaders: readonly LoaderSetting[]) {
    super(engine);
    this.loaders = engine.getTemplateLoaders(loaders);
  }

  /** What stands at a place. @models django.template.loaders.cached:Loader.get_contents */
  override getContents(origin: Origin): string {
    return origin.loader ? origin.loader.getContents(origin) : super.getContents(origin);
  }

  /** A template; of one that was missed before, nobody learns again where it was looked for, unless the engine debugs. @throws {TemplateDoesNotExist} @models django.template.loaders.cached:Loader.get_template */
  override getTemplate(templateName: string): Template {
    const known = this.#known.get(templateName);
    if (known instanceof TemplateDoesNotExist) throw copyOf(known);
    if (known) return known;
    try {
      const template = super.getTemplate(templateName);
      this.#known.set(templateName, template);
      return template;
    } catch (error) {
      if (error instanceof TemplateDoesNotExist) {
        const { debug } = this.engine;
        this.#known.set(
          templateName,
          debug ? copyOf(error) : steering(() => new TemplateDoesNotExist(templateName)),
        );
      }
      throw error;
    }
  }

  /** All places that the other loaders name. @models django.template.loaders.cached:Loader.get_template_sources */
  override *getTemplateSources(templateName: string): Generator<Origin> {
    for (const loader of this.loaders) yield* loader.getTemplateSources(templateName);
  }

  /** Forgets what it has read. @models django.template.loaders.cached:Loader.reset */
  override reset(): void {
    this.#known.clear();
  }
}

/** @models django.template.backends.django:copy_exception */
function copyOf(error: TemplateDoesNotExist): TemplateDoesNotExist {
  return steering(() => new TemplateDoesNotExist(error.message, error));
}

defineModule('django.template.loaders.cached', { Loader });
