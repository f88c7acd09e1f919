/**
 * Templates and where they come from.
 *
 * @module
 */

import type { Template as Parsed } from 'liquidjs';
import { moduleOf } from '../../importlib.ts';
import type { Context } from './backends.ts';
import type { Engine } from './engine.ts';

/** What stands for the place of a template that comes from no loader. @models django.template.base:UNKNOWN_SOURCE */
export const UNKNOWN_SOURCE = '<unknown source>';

/** What finds templates. */
export interface TemplateLoader {
  /** @throws {TemplateDoesNotExist} */
  getContents(origin: Origin): string;
}

/** Where a template comes from. @models django.template.base:Origin */
export class Origin {
  /** The place, such as a path. */
  readonly name: string;
  readonly templateName: string | null;
  readonly loader: TemplateLoader | null;

  constructor(
    name: string,
    templateName: string | null = null,
    loader: TemplateLoader | null = null,
  ) {
    this.name = name;
    this.templateName = templateName;
    this.loader = loader;
  }

  /** The dotted path of the loader's class. @models django.template.base:Origin.loader_name */
  get loaderName(): string | null {
    if (!this.loader) return null;
    const { constructor } = this.loader;
    return `${moduleOf(constructor)}.${constructor.name}`;
  }

  /** The place. @models django.template.base:Origin.__str__ */
  toString(): string {
    return this.name;
  }
}

/** Text that was read as a template of Liquid. @models django.template.base:Template */
export class Template {
  readonly source: string;
  readonly origin: Origin;
  readonly name: string | null;
  readonly engine: Engine;
  /** The text as Liquid has read it. */
  readonly _parsed: Parsed[];

  /** @throws {TemplateSyntaxError} */
  constructor(
    source: string,
    engine: Engine,
    origin: Origin = new Origin(UNKNOWN_SOURCE),
    name: string | null = null,
  ) {
    this.source = source;
    this.engine = engine;
    this.origin = origin;
    this.name = name;
    this._parsed = engine.language.parse(source, origin.name);
  }

  /** The text with these names in it, which are all that it sees. @throws {TemplateDoesNotExist} for a template that it includes. @models django.template.base:Template.render */
  render(names: Context): string {
    return this.engine.language.render(this._parsed, names);
  }
}
