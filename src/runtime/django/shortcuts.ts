/**
 * What a view does most often. There is no `get_object_or_404` nor `get_list_or_404`: this
 * runtime has no models to get objects of.
 *
 * @module
 */

import { warn } from '../warnings.ts';
import type { HttpRequest } from './http/request.ts';
import {
  HttpResponse,
  HttpResponsePermanentRedirect,
  HttpResponseRedirect,
  type HttpResponseRedirectBase,
} from './http/response.ts';
import type { Context } from './template/backends.ts';
import './template/backends/django.ts';
import { renderToString } from './template/loader.ts';
import { NoReverseMatch } from './urls/exceptions.ts';
import { reverse } from './urls/reverse.ts';
import type { Kwargs, View } from './urls/types.ts';
import { RemovedInDjango30Warning } from './utils/deprecation.ts';

/** How a template is shown. */
export interface RenderOptions {
  contentType?: string | null;
  status?: number | null;
  /** The name of an engine; all are asked unless it is said. */
  using?: string | null;
}

/** Something that has an address of its own. */
export interface Addressed {
  getAbsoluteUrl(): string;
}

/** Where to: something with an address, a view or its name, or an address. */
export type Target = string | View | Addressed;

/** What an address is made with. */
export interface TargetOptions {
  args?: readonly unknown[];
  kwargs?: Kwargs;
}

/** A template, or the first of several that there is, shown at once. @throws {TemplateDoesNotExist} @models django.shortcuts:render */
export function render(
  request: HttpRequest,
  templateName: string | readonly string[],
  context: Context | null = null,
  { contentType = null, status = null, using = null }: RenderOptions = {},
): HttpResponse {
  const content = renderToString(templateName, context, request, using);
  return new HttpResponse(content, { contentType, status });
}

/** Like `render`, without a request; Django 3.0 has it no more. @throws {TemplateDoesNotExist} @models django.shortcuts:render_to_response */
export function renderToResponse(
  templateName: string | readonly string[],
  context: Context | null = null,
  { contentType = null, status = null, using = null }: RenderOptions = {},
): HttpResponse {
  warn(
    'render_to_response() is deprecated in favor of render(). It has the same signature except that it also requires a request.',
    RemovedInDjango30Warning,
  );
  const content = renderToString(templateName, context, null, using);
  return new HttpResponse(content, { contentType, status });
}

/** Sends the visitor elsewhere: 302, or 301 for good. @throws {NoReverseMatch} @throws {DisallowedRedirect} @models django.shortcuts:redirect */
export function redirect(
  to: Target,
  { permanent = false, ...options }: TargetOptions & { permanent?: boolean } = {},
): HttpResponseRedirectBase {
  const url = resolveUrl(to, options);
  return permanent ? new HttpResponsePermanentRedirect(url) : new HttpResponseRedirect(url);
}

/** The address of something; text that is the name of no view is one if it has a slash or a dot. @throws {NoReverseMatch} @models django.shortcuts:resolve_url */
export function resolveUrl(to: Target, { args = [], kwargs = {} }: TargetOptions = {}): string {
  if (isAddressed(to)) return to.getAbsoluteUrl();
  if (typeof to === 'string' && /^\.\.?\//.test(to)) return to;
  try {
    return reverse(to, { args, kwargs });
  } catch (error) {
    const isAddress = typeof to === 'string' && /[/.]/.test(to);
    if (!(error instanceof NoReverseMatch) || !isAddress) throw error;
    return to;
  }
}

function isAddressed(to: Target): to is Addressed {
  return typeof to !== 'string' && typeof (to as Partial<Addressed>).getAbsoluteUrl === 'function';
}
