/**
 * Mailing the log to the admins of a site.
 *
 * @module
 */

import { Handler, type LogRecord } from '../../../logging.ts';
import { settings } from '../../conf.ts';
import {
  type BaseEmailBackend,
  getConnection,
  mailAdmins,
  type SendOptions,
} from '../../core/mail.ts';
import type { HttpRequest } from '../../http/request.ts';
import { ExceptionReporter } from '../../views/debug.ts';

/** What the handler is configured with. */
export interface AdminEmailOptions {
  /** Whether the report goes along as HTML too. */
  includeHtml?: boolean;
  /** The dotted path of a class; that of `EMAIL_BACKEND` unless told. */
  emailBackend?: string | null;
}

/** Mails each record to the admins, with a report on its exception and on its request. @models django.utils.log:AdminEmailHandler */
export class AdminEmailHandler extends Handler {
  readonly includeHtml: boolean;
  readonly emailBackend: string | null;

  constructor({ includeHtml = false, emailBackend = null }: AdminEmailOptions = {}) {
    super();
    this.includeHtml = includeHtml;
    this.emailBackend = emailBackend;
  }

  /** Mails a record. @models django.utils.log:AdminEmailHandler.emit */
  override emit(record: LogRecord): void {
    const request = requestOf(record);
    const from = request ? ` (${isInternal(request) ? 'internal' : 'EXTERNAL'} IP)` : '';
    const subject = this.formatSubject(`${record.levelName}${from}: ${record.message}`);
    const exception = record.excInfo ?? record.message;
    const reporter = new ExceptionReporter(request, exception, { isEmail: true });
    const text = this.format(record.withoutException());
    this.sendMail(subject, `${text}\n\n${reporter.getTracebackText()}`, {
      failSilently: true,
      htmlMessage: this.includeHtml ? reporter.getTracebackHtml() : null,
    });
  }

  /** Sends a mail to the admins. @models django.utils.log:AdminEmailHandler.send_mail */
  sendMail(subject: string, message: string, options: SendOptions = {}): void {
    mailAdmins(subject, message, { ...options, connection: this.connection() });
  }

  /** The way by which it sends. @models django.utils.log:AdminEmailHandler.connection */
  connection(): BaseEmailBackend {
    return getConnection(this.emailBackend, { failSilently: true });
  }

  /** A subject in one line. @models django.utils.log:AdminEmailHandler.format_subject */
  formatSubject(subject: string): string {
    return subject.replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  }
}

function requestOf(record: LogRecord): HttpRequest | null {
  const { request } = record.extra;
  const hasMeta = typeof request === 'object' && request !== null && 'META' in request;
  return hasMeta ? (request as HttpRequest) : null;
}

function isInternal(request: HttpRequest): boolean {
  const address: unknown = request.META['REMOTE_ADDR'];
  return typeof address === 'string' && settings.INTERNAL_IPS.includes(address);
}
