/**
 * The engines of a site.
 *
 * @module
 */

import { isPlainObject } from '../../objects.ts';
import { PerProcess } from '../../process.ts';
import { str } from '../../repr.ts';
import { settings } from '../conf.ts';
import { ImproperlyConfigured } from '../core/exceptions.ts';
import { resolveSetting } from '../utils/module-loading.ts';
import type { BackendClass, TemplateBackend, TemplateParams, TemplateSetting } from './backends.ts';

/** There is no engine of this name. @models django.template.utils:InvalidTemplateEngineError */
export class InvalidTemplateEngineError extends ImproperlyConfigured {
  override name = 'InvalidTemplateEngineError';
}

type Definition = TemplateParams & { BACKEND: string | BackendClass };

/** Makes engines when they are first asked for, once. @models django.template.utils:EngineHandler */
export class EngineHandler {
  #given: readonly TemplateSetting[] | null;
  #definitions: ReadonlyMap<string, Definition | TemplateBackend> | null = null;
  readonly #engines = new Map<string, TemplateBackend>();

  /** @param templates what to make engines of; the setting `TEMPLATES` unless told. */
  constructor(templates: readonly TemplateSetting[] | null = null) {
    this.#given = templates;
  }

  /** The entries by name, filled up with what they leave out. @throws {ImproperlyConfigured} @models django.template.utils:EngineHandler.templates */
  get templates(): ReadonlyMap<string, Definition | TemplateBackend> {
    this.#given ??= settings.TEMPLATES;
    return (this.#definitions ??= definitionsOf(this.#given));
  }

  /** The engine of a name. @throws {InvalidTemplateEngineError} @models django.template.utils:EngineHandler.__getitem__ */
  get(alias: string): TemplateBackend {
    const known = this.#engines.get(alias);
    if (known) return known;
    const found = this.templates.get(alias);
    if (!found) {
      throw new InvalidTemplateEngineError(
        `Could not find config for '${alias}' in settings.TEMPLATES`,
      );
    }
    const engine = isReady(found) ? found : makeEngine(found);
    this.#engines.set(alias, engine);
    return engine;
  }

  /** All engines, in the order in which they are asked. @models django.template.utils:EngineHandler.all */
  all(): TemplateBackend[] {
    return [...this].map((alias) => this.get(alias));
  }

  /** The names of the engines. @models django.template.utils:EngineHandler.__iter__ */
  [Symbol.iterator](): IterableIterator<string> {
    return this.templates.keys();
  }
}

const ofProcess = new PerProcess(() => new EngineHandler());

/** The engines of this process. @models django.template:engines */
export function engines(): EngineHandler {
  return ofProcess.value;
}

/** Forgets the engines, when settings change on which they depend. */
export function forgetEngines(): void {
  ofProcess.value = new EngineHandler();
}

function definitionsOf(
  templates: readonly TemplateSetting[],
): ReadonlyMap<string, Definition | TemplateBackend> {
  const named = templates.map((entry) => (isReady(entry) ? entry : fillUp(entry)));
  const names = named.map((entry) => (isReady(entry) ? entry.name : entry.NAME));
  const duplicates = [...new Set(names)].filter(
    (name) => names.indexOf(name) !== names.lastIndexOf(name),
  );
  if (duplicates.length > 0) {
    throw new ImproperlyConfigured(
      `Template engine aliases aren't unique, duplicates: ${duplicates.join(', ')}. Set a unique NAME for each engine in settings.TEMPLATES.`,
    );
  }
  return new Map(named.map((entry, index) => [names[index] ?? '', entry]));
}

function fillUp(entry: Exclude<TemplateSetting, TemplateBackend>): Definition {
  const { BACKEND } = entry;
  const path = typeof BACKEND === 'function' ? `${BACKEND.name}.` : BACKEND;
  const name = typeof path === 'string' ? path.split('.').at(-2) : undefined;
  if (name === undefined) {
    const shown = BACKEND === undefined ? '<not defined>' : str(BACKEND);
    throw new ImproperlyConfigured(
      `Invalid BACKEND for a template engine: ${shown}. Check your TEMPLATES setting.`,
    );
  }
  return { NAME: name, DIRS: [], APP_DIRS: false, OPTIONS: {}, ...entry };
}

function makeEngine({ BACKEND, ...params }: Definition): TemplateBackend {
  const Backend = resolveSetting<BackendClass>(BACKEND);
  return new Backend(params);
}

function isReady(entry: TemplateSetting | Definition): entry is TemplateBackend {
  return !isPlainObject(entry) || 'getTemplate' in entry;
}
