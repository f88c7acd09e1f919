/**
 * What `runserver` does with the requests of one connection. It knows no sockets.
 *
 * @module
 */

import { faultOfLine, isLastRequest } from '../../../http/request-line.ts';
import { BytesIO } from '../../../io.ts';
import { getLogger, type Level } from '../../../logging.ts';
import { currentThread, type Thread } from '../../../threading.ts';
import type { SimpleHandlerOptions } from '../../../wsgiref/handlers.ts';
import {
  ServerHandler as SimpleServerHandler,
  WSGIRequestHandler as SimpleRequestHandler,
} from '../../../wsgiref/request-handler.ts';
import type {
  ErrorStream,
  InputStream,
  OutputStream,
  PartialEnviron,
} from '../../../wsgiref/types.ts';
import { LimitedStream } from '../handlers/limited-stream.ts';
import { isBrokenPipeError } from './broken-pipe.ts';

/** Where the server logs its requests. @models django.core.servers.basehttp:logger */
export const serverLogger = getLogger('django.server');

/** Runs an application over HTTP/1.1. @models django.core.servers.basehttp:ServerHandler */
export class ServerHandler extends SimpleServerHandler {
  override httpVersion = '1.1';

  /** The input ends where `CONTENT_LENGTH` says. */
  constructor(
    stdin: InputStream,
    stdout: OutputStream,
    stderr: ErrorStream,
    environ: PartialEnviron,
    options: SimpleHandlerOptions = {},
  ) {
    const length = Number.parseInt(environ.CONTENT_LENGTH || '0', 10) || 0;
    super(limited(stdin, length), stdout, stderr, environ, options);
  }

  /** A response without a length ends with the connection, and says so. @models django.core.servers.basehttp:ServerHandler.cleanup_headers */
  override cleanupHeaders(): void {
    super.cleanupHeaders();
    if (this.headers?.has('Content-Length') === false) this.headers.set('Connection', 'close');
    const handler = this.requestHandler;
    if (this.headers?.get('Connection') === 'close' && handler instanceof WSGIRequestHandler) {
      handler.closeConnection = true;
    }
  }

  /** Reads what the application left of the body, then closes. @models django.core.servers.basehttp:ServerHandler.close */
  override close(): void {
    (this.getStdin() as unknown as LimitedStream)._readLimited();
    super.close();
  }

  /** Answers an error, unless the client has gone. @models django.core.servers.basehttp:ServerHandler.handle_error */
  override handleError(error: unknown): void {
    if (!isBrokenPipeError(error)) super.handleError(error);
  }
}

/** Answers the requests of a connection until one of them is the last. @models django.core.servers.basehttp:WSGIRequestHandler */
export class WSGIRequestHandler extends SimpleRequestHandler {
  override protocolVersion = 'HTTP/1.1';
  /** Whether the request in hand is the last. */
  closeConnection = true;

  /** Logs a line with a level that fits the status code. @models django.core.servers.basehttp:WSGIRequestHandler.log_message */
  override logMessage(message: string, status = ''): void {
    const extra = { request: this.connection, serverTime: this.logDateTimeString() };
    if (status.startsWith('4') && this.requestLine.startsWith('\x16\x03')) {
      serverLogger.log(
        'error',
        "You're accessing the development server over HTTPS, but it only supports HTTP.\n",
        { extra: { ...extra, statusCode: 500 } },
      );
      return;
    }
    const statusCode = /^\d{3}$/.test(status) ? { statusCode: Number(status) } : {};
    serverLogger.log(levelOf(status), message, { extra: { ...extra, ...statusCode } });
  }

  override logRequest(code: number | string = '-', size: number | string = '-'): void {
    this.logMessage(`"${this.requestLine}" ${code} ${size}`, String(code));
  }

  /** The environ, without the headers whose names have an underscore: they could pass for others. @models django.core.servers.basehttp:WSGIRequestHandler.get_environ */
  override getEnviron(): PartialEnviron {
    const headers = this.request.headers.filter(([name]) => !name.includes('_'));
    this.request = { ...this.request, headers };
    return super.getEnviron();
  }

  /** Answers request after request. @models django.core.servers.basehttp:WSGIRequestHandler.handle */
  override async handle(thread: Thread = currentThread()): Promise<void> {
    this.closeConnection = true;
    await this.handleOneRequest(thread);
    while (!this.closeConnection && (await this.#takeNext())) await this.handleOneRequest(thread);
  }

  /** Answers the request in hand. @models django.core.servers.basehttp:WSGIRequestHandler.handle_one_request */
  async handleOneRequest(thread: Thread): Promise<void> {
    this.closeConnection = isLastRequest(this.request);
    if (this.refuses()) {
      this.closeConnection = true;
      return;
    }
    const stdin = new BytesIO(this.request.body);
    const { clock } = this.server;
    await this.runApplication(
      new ServerHandler(stdin, this.wfile, this.getStderr(), this.getEnviron(), { clock }),
      thread,
    );
  }

  protected override refuses(): boolean {
    const fault = this.request.refusal === 400 ? faultOfLine(this.requestLine) : null;
    if (this.request.refusal === 400 && this.requestLine.trim() === '') return true;
    if (!fault) return super.refuses();
    if (!fault.hasVersion) this.requestVersion = 'HTTP/0.9';
    this.sendError(fault.code, fault.message);
    return true;
  }

  async #takeNext(): Promise<boolean> {
    const request = (await this.connection?.next()) ?? null;
    if (request === null) return false;
    this.request = request;
    this.requestLine = request.requestLine;
    this.requestVersion = request.requestVersion;
    return true;
  }
}

function levelOf(status: string): Level {
  if (!/^\d{3}$/.test(status) || status < '400') return 'info';
  return status < '500' ? 'warning' : 'error';
}

function limited(stdin: InputStream, length: number): InputStream {
  return new LimitedStream(stdin, length) as unknown as InputStream;
}
