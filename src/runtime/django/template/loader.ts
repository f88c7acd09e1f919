/**
 * Finding a template among the engines of the site.
 *
 * @module
 */

import { settings } from '../conf.ts';
import type { Template, TemplateBackend } from './backends.ts';
import { TemplateDoesNotExist } from './exceptions.ts';

export { TemplateDoesNotExist } from './exceptions.ts';

/** The first template of this name. @throws {TemplateDoesNotExist} @models django.template.loader:get_template */
export function getTemplate(name: string, using: string | null = null): Template {
  for (const engine of enginesFor(using)) {
    const found = lookUp(engine, name);
    if (found) return found;
  }
  throw new TemplateDoesNotExist(name);
}

/** The first of several names that there is. @throws {TemplateDoesNotExist} @models django.template.loader:select_template */
export function selectTemplate(names: readonly string[], using: string | null = null): Template {
  if (names.length === 0) throw new TemplateDoesNotExist('No template names provided');
  for (const name of names) {
    for (const engine of enginesFor(using)) {
      const found = lookUp(engine, name);
      if (found) return found;
    }
  }
  throw new TemplateDoesNotExist(names.join(', '));
}

function enginesFor(using: string | null): readonly TemplateBackend[] {
  return settings.TEMPLATES.filter((engine) => using === null || engine.name === using);
}

function lookUp(engine: TemplateBackend, name: string): Template | null {
  try {
    return engine.getTemplate(name);
  } catch (error) {
    if (error instanceof TemplateDoesNotExist) return null;
    throw error;
  }
}
