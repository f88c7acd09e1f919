/**
 * Responses that are rendered late, so that middleware can still change what they show.
 *
 * @module
 */

import { Exception } from '../../builtins.ts';
import { isNone } from '../../objects.ts';
import type { HttpRequest } from '../http/request.ts';
import type { ResponseOptions } from '../http/response-base.ts';
import { type Content, HttpResponse } from '../http/response.ts';
import type { Context, Template } from './backends.ts';
import { getTemplate, selectTemplate } from './loader.ts';

/** The body was needed before it was rendered. @models django.template.response:ContentNotRenderedError */
export class ContentNotRenderedError extends Exception {
  override name = 'ContentNotRenderedError';
}

/** A template, its name, or several names of which the first that exists is taken. */
export type TemplateChoice = Template | string | readonly string[];

/** What Python's keyword arguments of a template response are. */
export interface TemplateResponseOptions extends Omit<ResponseOptions, 'reason'> {
  /** The name of an engine. */
  using?: string | null;
}

/** Called with the response once it is rendered; may return another. */
export type PostRenderCallback = (response: SimpleTemplateResponse) => HttpResponse | null | void;

/** A response that knows its template and its context, but no request. @models django.template.response:SimpleTemplateResponse */
export class SimpleTemplateResponse extends HttpResponse {
  templateName: TemplateChoice;
  contextData: Context | null;
  readonly using: string | null;
  _request: HttpRequest | null = null;
  _isRendered = false;
  readonly #callbacks: PostRenderCallback[] = [];

  /** @models django.template.response:SimpleTemplateResponse.__init__ */
  constructor(
    template: TemplateChoice,
    context: Context | null = null,
    options: TemplateResponseOptions = {},
  ) {
    super('', options);
    this.templateName = template;
    this.contextData = context;
    this.using = options.using ?? null;
  }

  /** Whether the body is there. @models django.template.response:SimpleTemplateResponse.is_rendered */
  get isRendered(): boolean {
    return this._isRendered;
  }

  /** The body made afresh; the response does not keep it. @models django.template.response:SimpleTemplateResponse.rendered_content */
  get renderedContent(): string {
    const template = this.resolveTemplate(this.templateName);
    return template.render(this.resolveContext(this.contextData), this._request);
  }

  /** Finds the template. @throws {TemplateDoesNotExist} @models django.template.response:SimpleTemplateResponse.resolve_template */
  resolveTemplate(template: TemplateChoice): Template {
    if (typeof template === 'string') return getTemplate(template, this.using);
    return 'render' in template ? template : selectTemplate(template, this.using);
  }

  /** What the template is given; a subclass may add to it. @models django.template.response:SimpleTemplateResponse.resolve_context */
  resolveContext(context: Context | null): Context | null {
    return context;
  }

  /** Calls a function after rendering, or now if that is done. @models django.template.response:SimpleTemplateResponse.add_post_render_callback */
  addPostRenderCallback(callback: PostRenderCallback): void {
    if (this._isRendered) callback(this);
    else this.#callbacks.push(callback);
  }

  /** Makes the body, once. @models django.template.response:SimpleTemplateResponse.render */
  render(): HttpResponse {
    if (this._isRendered) return this;
    this.content = this.renderedContent;
    return this.#callbacks.reduce<HttpResponse>((response, callback) => {
      const other = callback(response as SimpleTemplateResponse);
      return isNone(other) ? response : (other as HttpResponse);
    }, this);
  }

  /** The body as bytes. @throws {ContentNotRenderedError} before it is rendered. @models django.template.response:SimpleTemplateResponse.content */
  override get content(): Uint8Array {
    if (this._isRendered) return super.content;
    throw new ContentNotRenderedError(
      'The response content must be rendered before it can be accessed.',
    );
  }

  /** Sets the body, which is then rendered. @models django.template.response:SimpleTemplateResponse.content */
  override set content(value: Content) {
    super.content = value;
    this._isRendered = true;
  }

  /** The body in pieces. @throws {ContentNotRenderedError} before it is rendered. @models django.template.response:SimpleTemplateResponse.__iter__ */
  override [Symbol.iterator](): Iterator<Uint8Array> {
    if (this._isRendered) return super[Symbol.iterator]();
    throw new ContentNotRenderedError(
      'The response content must be rendered before it can be iterated over.',
    );
  }
}

/** A response that hands its request to the template. @models django.template.response:TemplateResponse */
export class TemplateResponse extends SimpleTemplateResponse {
  /** @models django.template.response:TemplateResponse.__init__ */
  constructor(
    request: HttpRequest,
    template: TemplateChoice,
    context: Context | null = null,
    options: TemplateResponseOptions = {},
  ) {
    super(template, context, options);
    this._request = request;
  }
}
