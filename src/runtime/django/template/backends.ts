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

/** An engine that is ready. @models django.template.backends.base:BaseEngine */
export interface TemplateBackend {
  readonly name: string;
  /** @throws {TemplateDoesNotExist} */
  getTemplate(name: string): Template;
}

/** How an engine is made, as an entry of `TEMPLATES` says it. */
export interface TemplateParams {
  NAME: string;
  /** Folders with templates. */
  DIRS: readonly string[];
  /** Whether each application has a folder with templates. */
  APP_DIRS: boolean;
  /** What this kind of engine alone understands. */
  OPTIONS: Readonly<Record<string, unknown>>;
}

/** The class of an engine. */
export type BackendClass = new (params: TemplateParams) => TemplateBackend;

/** An entry of `TEMPLATES`: how an engine is made, or one that is. */
export type TemplateSetting =
  | (Partial<TemplateParams> & {
      /** A dotted path, or the class itself. */
      BACKEND: string | BackendClass;
    })
  | TemplateBackend;
