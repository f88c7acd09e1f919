/**
 * A view that shows a template. In Python this is in `django.views.generic.base`.
 *
 * @module
 */

import { ImproperlyConfigured } from '../../core/exceptions.ts';
import type { HttpRequest } from '../../http/request.ts';
import type { HttpResponseBase } from '../../http/response-base.ts';
import type { Context } from '../../template/backends.ts';
import {
  type TemplateChoice,
  TemplateResponse,
  type TemplateResponseOptions,
} from '../../template/response.ts';
import type { Kwargs } from '../../urls/types.ts';
import { type Given, splitGiven, View } from './base.ts';

/** What makes the response. */
export type ResponseClass = new (
  request: HttpRequest,
  template: TemplateChoice,
  context: Context,
  options: TemplateResponseOptions,
) => HttpResponseBase;

/** Shows a template, late: middleware can still change what it shows. @models django.views.generic.base:TemplateView */
export class TemplateView extends View {
  /** @models django.views.generic.base:TemplateResponseMixin.template_name */
  templateName: string | null = null;
  /** The name of an engine; all are asked unless it is said. @models django.views.generic.base:TemplateResponseMixin.template_engine */
  templateEngine: string | null = null;
  /** @models django.views.generic.base:TemplateResponseMixin.response_class */
  responseClass: ResponseClass = TemplateResponse;
  /** @models django.views.generic.base:TemplateResponseMixin.content_type */
  contentType: string | null = null;
  /** Names for the template that win over all others. @models django.views.generic.base:ContextMixin.extra_context */
  extraContext: Context | null = null;

  /** Answers with the template. @models django.views.generic.base:TemplateView.get */
  get(_request: HttpRequest, ...given: Given): HttpResponseBase {
    const [, kwargs] = splitGiven(given);
    return this.renderToResponse(this.getContextData(kwargs));
  }

  /** The names that the template sees: the captures, this view as `view`, and the extra ones. @models django.views.generic.base:ContextMixin.get_context_data */
  getContextData(kwargs: Kwargs = {}): Context {
    return { view: this, ...kwargs, ...this.extraContext };
  }

  /** The response, which is rendered later. @throws {ImproperlyConfigured} @models django.views.generic.base:TemplateResponseMixin.render_to_response */
  renderToResponse(context: Context, options: TemplateResponseOptions = {}): HttpResponseBase {
    return new this.responseClass(this.request, this.getTemplateNames(), context, {
      contentType: this.contentType,
      ...options,
      using: this.templateEngine,
    });
  }

  /** The templates of which the first that there is is shown. @throws {ImproperlyConfigured} where none is named. @models django.views.generic.base:TemplateResponseMixin.get_template_names */
  getTemplateNames(): string[] {
    if (this.templateName !== null) return [this.templateName];
    throw new ImproperlyConfigured(
      "TemplateResponseMixin requires either a definition of 'template_name' or an implementation of 'get_template_names()'",
    );
  }
}
