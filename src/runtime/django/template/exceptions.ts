/**
 * What goes wrong with templates, whatever engine reads them.
 *
 * @module
 */

import { Exception } from '../../builtins.ts';

/** Where a template was looked for. */
export interface TriedOrigin {
  /** The place itself, such as a path. */
  readonly name: string;
  /** The dotted path of the class that looked there, if one did. */
  readonly loaderName?: string | null;
}

/** A place, and why the template was not taken from there. */
export type Attempt = readonly [origin: TriedOrigin, status: string];

/** How a template that does not exist was looked for. */
export interface TemplateSearch {
  /** Where, in this order. */
  tried?: readonly Attempt[];
  /** The engine that looked. */
  backend?: { readonly name: string } | null;
  /** What each of several engines, or names, came to. */
  chain?: readonly TemplateDoesNotExist[];
}

/** There is no such template. @models django.template.exceptions:TemplateDoesNotExist */
export class TemplateDoesNotExist extends Exception {
  override name = 'TemplateDoesNotExist';
  readonly tried: readonly Attempt[];
  readonly backend: { readonly name: string } | null;
  readonly chain: readonly TemplateDoesNotExist[];

  constructor(message: string, { tried = [], backend = null, chain = [] }: TemplateSearch = {}) {
    super(message);
    this.tried = tried;
    this.backend = backend;
    this.chain = chain;
  }
}

/** Where in a template an error is. */
export interface TemplateDebug {
  /** The template, or the place that it came from. */
  name: string;
  message: string;
  /** From 1. */
  line: number;
  /** The lines around it, with their numbers. */
  sourceLines: readonly (readonly [line: number, text: string])[];
}

/** A template cannot be read. @models django.template.exceptions:TemplateSyntaxError */
export class TemplateSyntaxError extends Exception {
  override name = 'TemplateSyntaxError';
  /** Where it is, if the engine is asked to tell. */
  templateDebug: TemplateDebug | null = null;
}
