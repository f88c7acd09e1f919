/**
 * What Python's `http.server` does around a request, once it is parsed: refuse it, log it.
 *
 * @module
 */

import { latin1Encode, utf8Encode } from '../codecs.ts';
import type { Clock } from '../time.ts';
import { formatDateTime } from '../wsgiref/format-date-time.ts';
import type { ErrorStream, Header, OutputStream } from '../wsgiref/types.ts';
import { errorPage, explain } from './error-page.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const CONTROL = /[\p{Cc}\\]/gu;

/** A request as a parser read it; all strings are native strings. */
export interface ParsedRequest {
  /** The first line, without its end. */
  requestLine: string;
  /** The method, such as `GET`. */
  command: string;
  /** The target as it stood in the first line, query included. */
  path: string;
  /** Such as `HTTP/1.1`. */
  requestVersion: string;
  headers: readonly Header[];
  /** The whole body, chunks undone. */
  body: Uint8Array;
  /** The client's IP address. */
  clientAddress: string;
  /** The client's port, where it is known. */
  clientPort?: number;
  /** The status code to refuse it with, where it could not be read whole. */
  refusal?: number;
}

/** What a request handler needs of its server. */
export interface HandlerHost {
  /** Where requests are logged and applications report errors. */
  readonly stderr: ErrorStream;
  /** Seconds since 1970. */
  readonly clock: Clock;
  /** The `Server` header, such as `WSGIServer/0.2 RoundTrip/0.1.0`. */
  readonly serverSoftware: string;
}

function escapeControl(character: string): string {
  if (character === '\\') return '\\\\';
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Handles the requests of one connection, one after the other. @models http.server:BaseHTTPRequestHandler */
export class BaseHTTPRequestHandler<
  Host extends HandlerHost = HandlerHost,
  Output extends OutputStream = OutputStream,
> {
  /** The version in the status line of an error. */
  protocolVersion = 'HTTP/1.0';
  /** The request in hand. */
  request: ParsedRequest;
  readonly server: Host;
  readonly wfile: Output;
  /** The first line as it is logged. */
  requestLine: string;
  /** The version to answer in; an HTTP/0.9 client gets no head, even of an error. */
  requestVersion: string;

  constructor(request: ParsedRequest, server: Host, wfile: Output) {
    this.request = request;
    this.requestLine = request.requestLine;
    this.requestVersion = request.requestVersion;
    this.server = server;
    this.wfile = wfile;
  }

  /**
   * Logs an error and answers with a page about it. @param code an HTTP status code.
   * @models http.server:BaseHTTPRequestHandler.send_error
   */
  sendError(code: number, message?: string, explanation?: string): void {
    const [phrase, usual] = explain(code);
    const shown = message ?? phrase;
    const body = utf8Encode(errorPage(code, shown, explanation ?? usual));
    this.logError(`code ${code}, message ${shown}`);
    this.logRequest(code);
    const head = [
      `${this.protocolVersion} ${code} ${shown}`,
      `Server: ${this.versionString()}`,
      `Date: ${this.dateTimeString()}`,
      'Connection: close',
      'Content-Type: text/html;charset=utf-8',
      `Content-Length: ${body.length}`,
    ];
    if (this.requestVersion !== 'HTTP/0.9') {
      this.wfile.write(latin1Encode(`${head.join('\r\n')}\r\n\r\n`));
    }
    if (this.request.command !== 'HEAD') this.wfile.write(body);
    this.wfile.flush();
  }

  /** Logs a request with its status code and the size of its body in bytes. @models http.server:BaseHTTPRequestHandler.log_request */
  logRequest(code: number | string = '-', size: number | string = '-'): void {
    this.logMessage(`"${this.requestLine}" ${code} ${size}`);
  }

  /** Logs that a request could not be fulfilled. @models http.server:BaseHTTPRequestHandler.log_error */
  logError(message: string): void {
    this.logMessage(message);
  }

  /** Writes a line with the client's address and the time; control characters are escaped. @models http.server:BaseHTTPRequestHandler.log_message */
  logMessage(message: string): void {
    const text = message.replaceAll(CONTROL, escapeControl);
    this.server.stderr.write(`${this.addressString()} - - [${this.logDateTimeString()}] ${text}\n`);
  }

  /** The `Server` header. @models http.server:BaseHTTPRequestHandler.version_string */
  versionString(): string {
    return this.server.serverSoftware;
  }

  /** A moment as a header has it; now, unless told. @models http.server:BaseHTTPRequestHandler.date_time_string */
  dateTimeString(timestamp: number = this.server.clock()): string {
    return formatDateTime(timestamp);
  }

  /** Now as the log has it, in local time. @models http.server:BaseHTTPRequestHandler.log_date_time_string */
  logDateTimeString(): string {
    const now = new Date(this.server.clock() * 1000);
    const day = `${twoDigits(now.getDate())}/${MONTHS[now.getMonth()]}/${now.getFullYear()}`;
    const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join(':');
    return `${day} ${time}`;
  }

  /** The client's IP address. @models http.server:BaseHTTPRequestHandler.address_string */
  addressString(): string {
    return this.request.clientAddress;
  }
}
