/**
 * What a developer sees instead of an error page, and what is mailed about one. The pages are our
 * own; what they hide, their status and their content type are Django's.
 *
 * @module
 */

import type { HttpRequest } from '../http/request.ts';
import { HttpResponse } from '../http/response.ts';
import { defineModule } from '../utils/module-loading.ts';
import { ExceptionReporterFilter, SafeExceptionReporterFilter } from './debug/filter.ts';
import { ExceptionReporter } from './debug/reporter.ts';

export {
  CLEANSED_SUBSTITUTE,
  cleanseSetting,
  getSafeSettings,
  HIDDEN_SETTINGS,
} from './debug/cleanse.ts';
export {
  ExceptionReporterFilter,
  getDefaultExceptionReporterFilter,
  getExceptionReporterFilter,
  SafeExceptionReporterFilter,
} from './debug/filter.ts';
export { defaultUrlconf, technical404Response } from './debug/not-found.ts';
export { ExceptionReporter } from './debug/reporter.ts';
export { keepVariables } from './debug/variables.ts';

/** An exception with all that is known about it; plain text for a script. @models django.views.debug:technical_500_response */
export function technical500Response(
  request: HttpRequest,
  exception: Error,
  statusCode = 500,
): HttpResponse {
  const reporter = new ExceptionReporter(request, exception);
  if (request.isAjax()) {
    const contentType = 'text/plain; charset=utf-8';
    return new HttpResponse(reporter.getTracebackText(), { status: statusCode, contentType });
  }
  const body = reporter.getTracebackHtml();
  return new HttpResponse(body, { status: statusCode, contentType: 'text/html' });
}

defineModule('django.views.debug', { ExceptionReporterFilter, SafeExceptionReporterFilter });
