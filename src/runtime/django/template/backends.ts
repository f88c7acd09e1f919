/**
 * What Django asks of a template engine; any engine can stand behind it.
 *
 * @module
 */

import type { HttpRequest } from '../http/request.ts';

/** The names a template can use. */
export type Context = Record<string, unknown>;

/** A template that was found. @models django.template.backends.django:Template */
export interface Template {
  render(context?: Context | null, request?: HttpRequest | null): string;
}

/** An engine. @models django.template.backends.base:BaseEngine */
export interface TemplateBackend {
  readonly name: string;
  /** @throws {TemplateDoesNotExist} */
  getTemplate(name: string): Template;
}
