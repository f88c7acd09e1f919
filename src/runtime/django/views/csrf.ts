/**
 * What a visitor sees whose form was refused. The page is our own; it says why only where
 * DEBUG is on, or where the visitor's browser has to change.
 *
 * @module
 */

import { settings } from '../conf.ts';
import type { HttpRequest } from '../http/request.ts';
import type { HttpResponseBase } from '../http/response-base.ts';
import { HttpResponseForbidden } from '../http/response.ts';
import { REASON_NO_CSRF_COOKIE, REASON_NO_REFERER } from '../middleware/csrf-reasons.ts';
import type { Template } from '../template/backends.ts';
import { getTemplate, TemplateDoesNotExist } from '../template/loader.ts';
import { escape } from '../utils/html.ts';
import { defineModule } from '../utils/module-loading.ts';

/** The template that replaces the page, if there is one. @models django.views.csrf:CSRF_FAILURE_TEMPLATE_NAME */
export const CSRF_FAILURE_TEMPLATE_NAME = '403_csrf.html';

/** Answers a refused form. */
export type FailureView = (
  request: HttpRequest,
  kwargs: { reason?: string; templateName?: string },
) => HttpResponseBase;

const MAIN = 'The form was refused, because nothing shows that it came from this site.';
const NO_REFERER =
  'Your browser did not say from which page the form came. This site needs the Referer header over https; allow it for this site at least.';
const NO_COOKIE =
  'Your browser did not send the cookie that goes with the form. Allow cookies for this site at least.';
const MORE = 'Turn DEBUG on to learn more.';
const ADVICE = [
  'The browser takes cookies.',
  'The view hands its request to the template.',
  'Each form that stays on the site holds the token.',
  'Views without the middleware have the csrf_protect decorator.',
  'The form is not older than the last login, which takes another token.',
];

/** 403: the site's `403_csrf.html`, or a page of our own. @throws {TemplateDoesNotExist} for another template that is missing. @models django.views.csrf:csrf_failure */
export const csrfFailure: FailureView = (
  _request,
  { reason = '', templateName = CSRF_FAILURE_TEMPLATE_NAME } = {},
) => {
  const context = {
    title: 'Forbidden',
    main: MAIN,
    reason,
    no_referer: reason === REASON_NO_REFERER,
    no_referer1: NO_REFERER,
    no_cookie: reason === REASON_NO_CSRF_COOKIE,
    no_cookie1: NO_COOKIE,
    DEBUG: settings.DEBUG,
    docs_version: '2.2',
    more: MORE,
  };
  const body = findTemplate(templateName)?.render(context) ?? page(context);
  return new HttpResponseForbidden(body, { contentType: 'text/html' });
};

/** What a template of the site is given, under Django's names. */
type FailureContext = Record<'title' | 'main' | 'reason' | 'more', string> &
  Record<'no_referer' | 'no_cookie' | 'DEBUG', boolean>;

function findTemplate(name: string): Template | null {
  try {
    return getTemplate(name);
  } catch (error) {
    if (error instanceof TemplateDoesNotExist && name === CSRF_FAILURE_TEMPLATE_NAME) return null;
    throw error;
  }
}

function page(context: FailureContext): string {
  const { title, main, reason, DEBUG, more } = context;
  const paragraphs = [
    main,
    context.no_referer && NO_REFERER,
    context.no_cookie && NO_COOKIE,
    !DEBUG && more,
  ]
    .filter((text) => text !== false)
    .map((text) => `<p>${text}</p>`);
  const advice = ADVICE.map((text) => `<li>${text}</li>`).join('');
  const help = DEBUG ? `<p>Reason: ${escape(reason)}</p><ul>${advice}</ul><p>DEBUG is on.</p>` : '';
  return `<!doctype html><title>403 ${title}</title><h1>${title} (403)</h1>${paragraphs.join('')}${help}`;
}

defineModule('django.views.csrf', { csrf_failure: csrfFailure });
