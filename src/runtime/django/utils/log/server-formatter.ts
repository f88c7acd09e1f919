/**
 * The lines of the development server.
 *
 * @module
 */

import { Formatter, type LogRecord } from '../../../logging.ts';

/** What a line is about, by its status. */
export type HttpRole =
  | 'HTTP_INFO'
  | 'HTTP_SUCCESS'
  | 'HTTP_NOT_MODIFIED'
  | 'HTTP_REDIRECT'
  | 'HTTP_NOT_FOUND'
  | 'HTTP_BAD_REQUEST'
  | 'HTTP_SERVER_ERROR';

/** Colours a line; it stays as it is where a role is missing. */
export type HttpStyle = Partial<Record<HttpRole, (line: string) => string>>;

/** Writes the lines of the development server, coloured where a style says so, with the time at which they were served. @models django.utils.log:ServerFormatter */
export class ServerFormatter extends Formatter {
  /** Without colours, as where the output is no terminal. */
  style: HttpStyle = {};

  /** A record; its message is coloured for whoever comes after as well. @models django.utils.log:ServerFormatter.format */
  override format(record: LogRecord): string {
    const { statusCode } = record.extra;
    if (typeof statusCode === 'number' && statusCode !== 0) {
      record.message = this.style[roleOf(statusCode)]?.(record.message) ?? record.message;
    }
    if (this.usesServerTime() && !('serverTime' in record.extra)) {
      record.extra['serverTime'] = this.formatTime(record, this.datefmt);
    }
    return super.format(record);
  }

  /** Whether the format shows the time of the server. @models django.utils.log:ServerFormatter.uses_server_time */
  usesServerTime(): boolean {
    return this.fmt.includes('{server_time}');
  }
}

function roleOf(statusCode: number): HttpRole {
  if (statusCode >= 200 && statusCode < 300) return 'HTTP_SUCCESS';
  if (statusCode >= 100 && statusCode < 200) return 'HTTP_INFO';
  if (statusCode === 304) return 'HTTP_NOT_MODIFIED';
  if (statusCode >= 300 && statusCode < 400) return 'HTTP_REDIRECT';
  if (statusCode === 404) return 'HTTP_NOT_FOUND';
  return statusCode >= 400 && statusCode < 500 ? 'HTTP_BAD_REQUEST' : 'HTTP_SERVER_ERROR';
}
