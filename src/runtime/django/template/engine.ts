/**
 * An engine: loaders that find templates, and a language in which they are written.
 *
 * @module
 */

import { steering } from '../../builtins.ts';
import { snakeCase } from '../../naming.ts';
import { repr } from '../../repr.ts';
import { ImproperlyConfigured } from '../core/exceptions.ts';
import { importString } from '../utils/module-loading.ts';
import type { Context } from './backends.ts';
import { Template } from './base.ts';
import { type ContextProcessor, makeContext } from './context.ts';
import { engines } from './engines.ts';
import { type Attempt, TemplateDoesNotExist } from './exceptions.ts';
import { Language } from './language.ts';
import type { Loader } from './loaders/base.ts';

/** A loader: the dotted path of its class, or that and what it is made with. */
export type LoaderSetting = string | readonly [path: string, ...args: unknown[]];

/** How an engine is made: in `OPTIONS` under Python's names, such as `context_processors`. */
export interface EngineOptions {
  dirs?: readonly string[];
  appDirs?: boolean;
  /** Dotted paths of functions, or functions. */
  contextProcessors?: readonly (string | ContextProcessor)[];
  debug?: boolean;
  loaders?: readonly LoaderSetting[] | null;
  /** What stands for a name that there is not. */
  stringIfInvalid?: string;
  fileCharset?: string;
  autoescape?: boolean;
}

const OPTION_NAMES: ReadonlySet<string> = new Set([
  'dirs',
  'appDirs',
  'contextProcessors',
  'debug',
  'loaders',
  'stringIfInvalid',
  'fileCharset',
  'autoescape',
]);

const BUILTIN_PROCESSORS: readonly (string | ContextProcessor)[] = [
  'django.template.context_processors.csrf',
];

/** Finds templates, and reads them. @models django.template.engine:Engine */
export class Engine {
  readonly dirs: readonly string[];
  readonly appDirs: boolean;
  readonly autoescape: boolean;
  readonly debug: boolean;
  readonly stringIfInvalid: string;
  readonly fileCharset: string;
  readonly contextProcessors: readonly (string | ContextProcessor)[];
  readonly loaders: readonly LoaderSetting[];
  /** Liquid, set up for this engine. */
  readonly language: Language;
  #processors: readonly ContextProcessor[] | null = null;
  #loaders: readonly Loader[] | null = null;

  /** @throws {ImproperlyConfigured} for loaders that are chosen twice over; a `TypeError` for options that there are not. */
  constructor(options: EngineOptions = {}) {
    rejectUnknown(options);
    this.dirs = options.dirs ?? [];
    this.appDirs = options.appDirs ?? false;
    this.autoescape = options.autoescape ?? true;
    this.debug = options.debug ?? false;
    this.stringIfInvalid = options.stringIfInvalid ?? '';
    this.fileCharset = options.fileCharset ?? 'utf-8';
    this.contextProcessors = options.contextProcessors ?? [];
    this.loaders = chooseLoaders(options.loaders ?? null, this.appDirs, this.debug);
    this.language = new Language({
      autoescape: this.autoescape,
      stringIfInvalid: this.stringIfInvalid,
      find: (name) => this.findTemplate(name)._parsed,
    });
  }

  /** The engine of the first of a site's backends that has one of this kind. @throws {ImproperlyConfigured} @models django.template.engine:Engine.get_default */
  static getDefault(): Engine {
    for (const backend of engines().all()) {
      const { engine } = backend as { engine?: unknown };
      if (engine instanceof Engine) return engine;
    }
    throw new ImproperlyConfigured('No DjangoTemplates backend is configured.');
  }

  /** What adds names for every template; the token for forms comes first. @throws {ImportError} @models django.template.engine:Engine.template_context_processors */
  get templateContextProcessors(): readonly ContextProcessor[] {
    this.#processors ??= [...BUILTIN_PROCESSORS, ...this.contextProcessors].map((processor) =>
      typeof processor === 'string' ? (importString(processor) as ContextProcessor) : processor,
    );
    return this.#processors;
  }

  /** The loaders, in the order in which they are asked. @throws {ImportError} @throws {ImproperlyConfigured} @models django.template.engine:Engine.template_loaders */
  get templateLoaders(): readonly Loader[] {
    return (this.#loaders ??= this.getTemplateLoaders(this.loaders));
  }

  /** Loaders of which the setting names the classes. @throws {ImportError} @throws {ImproperlyConfigured} @models django.template.engine:Engine.get_template_loaders */
  getTemplateLoaders(loaders: readonly LoaderSetting[]): Loader[] {
    return loaders.map((loader) => this.findTemplateLoader(loader));
  }

  /** One such loader. @throws {ImportError} @throws {ImproperlyConfigured} @models django.template.engine:Engine.find_template_loader */
  findTemplateLoader(loader: LoaderSetting): Loader {
    const [path, ...args] = Array.isArray(loader) ? (loader as readonly unknown[]) : [loader];
    if (typeof path !== 'string') {
      throw new ImproperlyConfigured(
        `Invalid value in template loaders configuration: ${repr(path)}`,
      );
    }
    const LoaderClass = importString(path) as new (engine: Engine, ...args: unknown[]) => Loader;
    return new LoaderClass(this, ...args);
  }

  /** The first template of a name that a loader has. @throws {TemplateDoesNotExist} @throws {TemplateSyntaxError} @models django.template.engine:Engine.find_template */
  findTemplate(name: string): Template {
    const tried: Attempt[] = [];
    for (const loader of this.templateLoaders) {
      try {
        return loader.getTemplate(name);
      } catch (error) {
        if (!(error instanceof TemplateDoesNotExist)) throw error;
        tried.push(...error.tried);
      }
    }
    throw steering(() => new TemplateDoesNotExist(name, { tried }));
  }

  /** A template out of its text. @throws {TemplateSyntaxError} @models django.template.engine:Engine.from_string */
  fromString(templateCode: string): Template {
    return new Template(templateCode, this);
  }

  /** The template of a name. @throws {TemplateDoesNotExist} @throws {TemplateSyntaxError} @models django.template.engine:Engine.get_template */
  getTemplate(templateName: string): Template {
    return this.findTemplate(templateName);
  }

  /** The first of several templates that there is. @throws {TemplateDoesNotExist} @models django.template.engine:Engine.select_template */
  selectTemplate(names: readonly string[]): Template {
    if (names.length === 0) throw new TemplateDoesNotExist('No template names provided');
    const missing = new Set<string>();
    for (const name of names) {
      try {
        return this.getTemplate(name);
      } catch (error) {
        if (!(error instanceof TemplateDoesNotExist)) throw error;
        missing.add(error.message);
      }
    }
    throw new TemplateDoesNotExist([...missing].join(', '));
  }

  /** A template rendered without a request. @throws {TemplateDoesNotExist} @models django.template.engine:Engine.render_to_string */
  renderToString(name: string | readonly string[], context: Context | null = null): string {
    const template = typeof name === 'string' ? this.getTemplate(name) : this.selectTemplate(name);
    return template.render(makeContext(context));
  }
}

function rejectUnknown(options: EngineOptions): void {
  const unknown = Object.keys(options).find((name) => !OPTION_NAMES.has(name));
  if (unknown === undefined) return;
  throw new TypeError(
    `Engine.__init__() got an unexpected keyword argument '${snakeCase(unknown)}'`,
  );
}

function chooseLoaders(
  given: readonly LoaderSetting[] | null,
  appDirs: boolean,
  debug: boolean,
): readonly LoaderSetting[] {
  if (given) {
    if (!appDirs) return given;
    throw new ImproperlyConfigured('app_dirs must not be set when loaders is defined.');
  }
  const loaders = ['django.template.loaders.filesystem.Loader'];
  if (appDirs) loaders.push('django.template.loaders.app_directories.Loader');
  return debug ? loaders : [['django.template.loaders.cached.Loader', loaders]];
}
