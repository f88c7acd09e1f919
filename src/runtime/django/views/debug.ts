/**
 * What a developer sees instead of an error page: our own, plain and short.
 *
 * @module
 */

import type { HttpRequest } from '../http/request.ts';
import {
  type HttpResponse,
  HttpResponseNotFound,
  HttpResponse as Response,
} from '../http/response.ts';
import { Resolver404 } from '../urls/exceptions.ts';

/** 404 with the patterns that were tried. @models django.views.debug:technical_404_response */
export function technical404Response(request: HttpRequest, exception: Error): HttpResponse {
  const lines =
    exception instanceof Resolver404
      ? (exception.tried ?? []).map((steps) => `<li>${escapeHtml(stepsText(steps))}</li>`)
      : [];
  const tried = lines.length > 0 ? `<ol>${lines.join('')}</ol>` : '';
  const reason = exception instanceof Resolver404 ? 'No pattern matches.' : exception.message;
  return new HttpResponseNotFound(
    page(`Page not found: ${request.path}`, `<p>${escapeHtml(reason)}</p>${tried}`),
    { contentType: 'text/html' },
  );
}

/** An error with its name and message. @models django.views.debug:technical_500_response */
export function technical500Response(
  request: HttpRequest,
  exception: Error,
  statusCode = 500,
): HttpResponse {
  return new Response(
    page(`${exception.name} at ${request.path}`, `<pre>${escapeHtml(exception.message)}</pre>`),
    { status: statusCode, contentType: 'text/html' },
  );
}

function stepsText(steps: readonly unknown[]): string {
  return steps.map((step) => String((step as { pattern: unknown }).pattern)).join(' ');
}

function page(title: string, body: string): string {
  const heading = escapeHtml(title);
  return `<!doctype html><title>${heading}</title><h1>${heading}</h1>${body}<p>DEBUG is on.</p>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
