/**
 * The views that answer errors where a site has none of its own. Each knows the token for forms,
 * and so a form that is sent to an address that fails is read, and checked, all the same.
 *
 * @module
 */

import { quote } from '../../urllib/unicode.ts';
import type { HttpRequest } from '../http/request.ts';
import type { HttpResponseBase } from '../http/response-base.ts';
import {
  HttpResponseBadRequest,
  HttpResponseForbidden,
  HttpResponseNotFound,
  HttpResponseServerError,
} from '../http/response.ts';
import type { Template } from '../template/backends.ts';
import { findTemplate, getTemplate, TemplateDoesNotExist } from '../template/loader.ts';
import { defineModule } from '../utils/module-loading.ts';
import { requiresCsrfToken } from './decorators/csrf.ts';

const HTML = { contentType: 'text/html' };

/** 404: the site's `404.html`, or two lines. @models django.views.defaults:page_not_found */
export const pageNotFound = requiresCsrfToken(
  (request: HttpRequest, exception: Error, templateName = '404.html'): HttpResponseBase => {
    const told = 'tried' in exception ? '' : exception.message;
    const context = { request_path: quote(request.path), exception: told || exception.name };
    try {
      return new HttpResponseNotFound(getTemplate(templateName).render(context, request));
    } catch (error) {
      if (!(error instanceof TemplateDoesNotExist) || templateName !== '404.html') throw error;
      return new HttpResponseNotFound(
        '<h1>Not Found</h1><p>The requested resource was not found on this server.</p>',
        HTML,
      );
    }
  },
);

/** 500: the site's `500.html` without a context, or one line. @models django.views.defaults:server_error */
export const serverError = requiresCsrfToken(
  (_request: HttpRequest, templateName = '500.html'): HttpResponseBase => {
    const template = templateOf(templateName, '500.html');
    if (!template) return new HttpResponseServerError('<h1>Server Error (500)</h1>', HTML);
    return new HttpResponseServerError(template.render());
  },
);

/** 400: the site's `400.html`, which is told nothing of the exception, or one line. @models django.views.defaults:bad_request */
export const badRequest = requiresCsrfToken(
  (_request: HttpRequest, _exception: Error, templateName = '400.html'): HttpResponseBase => {
    const template = templateOf(templateName, '400.html');
    if (!template) return new HttpResponseBadRequest('<h1>Bad Request (400)</h1>', HTML);
    return new HttpResponseBadRequest(template.render());
  },
);

/** 403: the site's `403.html`, or one line. @models django.views.defaults:permission_denied */
export const permissionDenied = requiresCsrfToken(
  (request: HttpRequest, exception: Error, templateName = '403.html'): HttpResponseBase => {
    const template = templateOf(templateName, '403.html');
    if (!template) return new HttpResponseForbidden('<h1>403 Forbidden</h1>', HTML);
    return new HttpResponseForbidden(template.render({ exception: exception.message }, request));
  },
);

function templateOf(name: string, usual: string): Template | null {
  return name === usual ? findTemplate(name) : getTemplate(name);
}

defineModule('django.views.defaults', {
  bad_request: badRequest,
  page_not_found: pageNotFound,
  permission_denied: permissionDenied,
  server_error: serverError,
});
