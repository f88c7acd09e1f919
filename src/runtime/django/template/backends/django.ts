/**
 * The engine of a site that follows Django's own settings. The interface, the loaders, the
 * processors and what is escaped are Django's; the language of the templates is Liquid
 * (docs/decisions/007-liquidjs-behind-djangos-template-backend.md).
 *
 * @module
 */

import { steering } from '../../../builtins.ts';
import { camelCase } from '../../../naming.ts';
import { readSetting, settings } from '../../conf.ts';
import type { HttpRequest } from '../../http/request.ts';
import { defineModule } from '../../utils/module-loading.ts';
import type { Context, Template as BackendTemplate, TemplateParams } from '../backends.ts';
import type { Origin, Template as EngineTemplate } from '../base.ts';
import { makeContext } from '../context.ts';
import '../context-processors.ts';
import { Engine, type EngineOptions } from '../engine.ts';
import { TemplateDoesNotExist } from '../exceptions.ts';
import '../loaders/app-directories.ts';
import '../loaders/cached.ts';
import '../loaders/locmem.ts';
import { BaseEngine } from './base.ts';

/** An engine made of an entry of `TEMPLATES`. @models django.template.backends.django:DjangoTemplates */
export class DjangoTemplates extends BaseEngine {
  readonly engine: Engine;

  /** @throws {ImproperlyConfigured}; a `TypeError` for options that there are not. */
  constructor({ OPTIONS, ...params }: TemplateParams) {
    super(params);
    const options = Object.entries(OPTIONS).map(([name, value]) => [camelCase(name), value]);
    this.engine = new Engine({
      dirs: this.dirs,
      appDirs: this.appDirs,
      autoescape: true,
      debug: settings.DEBUG,
      fileCharset: readSetting('FILE_CHARSET'),
      ...(Object.fromEntries(options) as EngineOptions),
    });
  }

  /** The folder with templates in an application. @models django.template.backends.django:DjangoTemplates.app_dirname */
  override get appDirname(): string {
    return 'templates';
  }

  /** A template out of its text. @throws {TemplateSyntaxError} @models django.template.backends.django:DjangoTemplates.from_string */
  override fromString(templateCode: string): Template {
    return new Template(this.engine.fromString(templateCode), this);
  }

  /** The template of a name. @throws {TemplateDoesNotExist} @throws {TemplateSyntaxError} @models django.template.backends.django:DjangoTemplates.get_template */
  override getTemplate(templateName: string): Template {
    return new Template(
      naming(this, () => this.engine.getTemplate(templateName)),
      this,
    );
  }
}

/** A template together with its engine. @models django.template.backends.django:Template */
export class Template implements BackendTemplate {
  readonly template: EngineTemplate;
  readonly backend: DjangoTemplates;

  constructor(template: EngineTemplate, backend: DjangoTemplates) {
    this.template = template;
    this.backend = backend;
  }

  /** Where it comes from. @models django.template.backends.django:Template.origin */
  get origin(): Origin {
    return this.template.origin;
  }

  /** The text with these names in it, and with those of the processors where there is a request. @throws {TemplateDoesNotExist} for a template that it includes; a `TypeError` for a context that is no dict. @models django.template.backends.django:Template.render */
  render(context: Context | null = null, request: HttpRequest | null = null): string {
    const { templateContextProcessors } = this.backend.engine;
    const names = makeContext(context, request, templateContextProcessors);
    return naming(this.backend, () => this.template.render(names));
  }
}

/** Has what is missing say which engine missed it. @models django.template.backends.django:reraise */
function naming<T>(backend: DjangoTemplates, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof TemplateDoesNotExist)) throw error;
    const { message, tried, chain } = error;
    const named = steering(() => new TemplateDoesNotExist(message, { tried, chain, backend }));
    throw Object.assign(named, { cause: error });
  }
}

defineModule('django.template.backends.django', { DjangoTemplates });
