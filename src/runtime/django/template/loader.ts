/**
 * Finding a template among the engines of the site.
 *
 * @module
 */

import { repr } from '../../repr.ts';
import type { HttpRequest } from '../http/request.ts';
import type { Context, Template, TemplateBackend } from './backends.ts';
import { engines } from './engines.ts';
import { TemplateDoesNotExist } from './exceptions.ts';

export { TemplateDoesNotExist } from './exceptions.ts';

/** The first template of this name. @throws {TemplateDoesNotExist} @models django.template.loader:get_template */
export function getTemplate(name: string, using: string | null = null): Template {
  const chain: TemplateDoesNotExist[] = [];
  const found = lookUp(name, enginesFor(using), chain);
  if (found) return found;
  throw new TemplateDoesNotExist(name, { chain });
}

/** The first template of this name, or `null`. */
export function findTemplate(name: string): Template | null {
  return lookUp(name, enginesFor(null), []);
}

/** The first of several names that there is. @throws {TemplateDoesNotExist} @models django.template.loader:select_template */
export function selectTemplate(names: readonly string[], using: string | null = null): Template {
  if (typeof names === 'string') {
    throw new TypeError(
      `select_template() takes an iterable of template names but got a string: ${repr(names)}. Use get_template() if you want to load a single template by name.`,
    );
  }
  const chain: TemplateDoesNotExist[] = [];
  const found = enginesFor(using);
  for (const name of names) {
    const template = lookUp(name, found, chain);
    if (template) return template;
  }
  if (names.length === 0) throw new TemplateDoesNotExist('No template names provided');
  throw new TemplateDoesNotExist(names.join(', '), { chain });
}

/** A template, or the first of several that there is, rendered. @throws {TemplateDoesNotExist} @models django.template.loader:render_to_string */
export function renderToString(
  name: string | readonly string[],
  context: Context | null = null,
  request: HttpRequest | null = null,
  using: string | null = null,
): string {
  const template =
    typeof name === 'string' ? getTemplate(name, using) : selectTemplate(name, using);
  return template.render(context, request);
}

function enginesFor(using: string | null): readonly TemplateBackend[] {
  return using === null ? engines().all() : [engines().get(using)];
}

function lookUp(
  name: string,
  among: readonly TemplateBackend[],
  chain: TemplateDoesNotExist[],
): Template | null {
  for (const engine of among) {
    try {
      return engine.getTemplate(name);
    } catch (error) {
      if (!(error instanceof TemplateDoesNotExist)) throw error;
      chain.push(error);
    }
  }
  return null;
}
