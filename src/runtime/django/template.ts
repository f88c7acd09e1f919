/** Templates, as `django.template` offers them; it brings along the engine of Django's settings. @module */

import './template/backends/django.ts';

export type { Context, Template as BackendTemplate, TemplateSetting } from './template/backends.ts';
export { Origin, Template } from './template/base.ts';
export { Engine, type EngineOptions } from './template/engine.ts';
export { engines, InvalidTemplateEngineError } from './template/engines.ts';
export { TemplateDoesNotExist, TemplateSyntaxError } from './template/exceptions.ts';
