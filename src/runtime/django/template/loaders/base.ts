/**
 * What every loader has in common.
 *
 * @module
 */

import { NotImplementedError, steering } from '../../../builtins.ts';
import { type Origin, Template, type TemplateLoader } from '../base.ts';
import type { Engine } from '../engine.ts';
import { type Attempt, TemplateDoesNotExist } from '../exceptions.ts';

/** Finds templates by name. @models django.template.loaders.base:Loader */
export class Loader implements TemplateLoader {
  readonly engine: Engine;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** The first template that one of the places has. @throws {TemplateDoesNotExist} @throws {TemplateSyntaxError} @models django.template.loaders.base:Loader.get_template */
  getTemplate(templateName: string): Template {
    const tried: Attempt[] = [];
    for (const origin of this.getTemplateSources(templateName)) {
      const contents = this.#contentsOf(origin);
      if (contents !== null) return new Template(contents, this.engine, origin, templateName);
      tried.push([origin, 'Source does not exist']);
    }
    throw steering(() => new TemplateDoesNotExist(templateName, { tried }));
  }

  /** The places where a template may be. @throws {NotImplementedError} @models django.template.loaders.base:Loader.get_template_sources */
  getTemplateSources(_templateName: string): Iterable<Origin> {
    throw new NotImplementedError(
      'subclasses of Loader must provide a get_template_sources() method',
    );
  }

  /** What stands at a place. @throws {TemplateDoesNotExist} */
  getContents(_origin: Origin): string {
    throw new NotImplementedError('subclasses of Loader must provide a get_contents() method');
  }

  /** Forgets what it has read. @models django.template.loaders.base:Loader.reset */
  reset(): void {}

  #contentsOf(origin: Origin): string | null {
    try {
      return this.getContents(origin);
    } catch (error) {
      if (error instanceof TemplateDoesNotExist) return null;
      throw error;
    }
  }
}
