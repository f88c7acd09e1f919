/**
 * Reports on an exception, for a page, a mail or a script.
 *
 * @module
 */

import type { HttpRequest } from '../../http/request.ts';
import { collectReport, type Report } from './report.ts';
import { reportAsHtml } from './report-html.ts';
import { reportAsText } from './report-text.ts';

/** Reports on one exception. @models django.views.debug:ExceptionReporter */
export class ExceptionReporter {
  readonly request: HttpRequest | null;
  readonly exception: Error | string;
  readonly isEmail: boolean;

  /** @param exception what was thrown, or a message where nothing was. */
  constructor(
    request: HttpRequest | null,
    exception: Error | string,
    { isEmail = false }: { isEmail?: boolean } = {},
  ) {
    this.request = request;
    this.exception = exception;
    this.isEmail = isEmail;
  }

  /** All that is known. @models django.views.debug:ExceptionReporter.get_traceback_data */
  getTracebackData(): Report {
    return collectReport(this.request, this.exception, this.isEmail);
  }

  /** The report as a page. @models django.views.debug:ExceptionReporter.get_traceback_html */
  getTracebackHtml(): string {
    return reportAsHtml(this.getTracebackData());
  }

  /** The report as plain text. @models django.views.debug:ExceptionReporter.get_traceback_text */
  getTracebackText(): string {
    return reportAsText(this.getTracebackData());
  }
}
