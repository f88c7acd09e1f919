/**
 * What wsgiref's server does with one parsed request. It knows no sockets: bytes go to an
 * output that says when the client has taken them.
 *
 * @module
 */

import { BaseHTTPRequestHandler, type HandlerHost, type ParsedRequest } from '../http/server.ts';
import { BytesIO } from '../io.ts';
import { currentThread, runInThread, type Thread } from '../threading.ts';
import { unquote } from '../urllib/parse.ts';
import { createEnviron } from './environ.ts';
import { SimpleHandler } from './handlers.ts';
import type { ErrorStream, OutputStream, PartialEnviron, WSGIApplication } from './types.ts';

const LONGEST_LINE = 65_536;
const MOST_HEADERS = 100;
/** CPython counts the line that ends the headers as one of them. */
const THE_EMPTY_LINE = 1;

/** What a request handler needs of a WSGI server. */
export interface WSGIHandlerHost extends HandlerHost {
  /** What every environ of this server has in common. */
  readonly baseEnviron: PartialEnviron;
  getApp(): WSGIApplication;
}

/** An output that can be waited for. */
export interface DrainingStream extends OutputStream {
  /** Resolves when what was flushed has left for the client, or the client has gone. */
  drained(): Promise<void>;
}

/** Runs an application for a {@link WSGIRequestHandler}. @models wsgiref.simple_server:ServerHandler */
export class ServerHandler extends SimpleHandler {
  /** Whom to tell when the response is complete. */
  requestHandler: WSGIRequestHandler | null = null;
  /** The thread the application runs in. */
  thread: Thread = currentThread();

  /**
   * Does what `run()` does, but asks the application for its next block only when the client
   * has taken the one before. @throws as `run()` does.
   */
  async runDraining(application: WSGIApplication, output: DrainingStream): Promise<void> {
    const step = <T>(action: () => T): T => runInThread(this.thread, action);
    try {
      step(() => this.callApplication(application));
      const sending = this.sendResult();
      while (step(() => sending.next()).done !== true) await output.drained();
    } catch (error) {
      step(() => this.recover(error));
    }
  }

  /** Logs the request, then closes. @models wsgiref.simple_server:ServerHandler.close */
  override close(): void {
    try {
      this.requestHandler?.logRequest(this.status?.split(' ', 1)[0] ?? '-', this.bytesSent);
    } finally {
      super.close();
    }
  }
}

/** Where the further requests of a connection come from. */
export interface RequestSource {
  /** The next request; `null` when the client has gone. */
  next(): Promise<ParsedRequest | null>;
}

/** Answers one request with the server's application. @models wsgiref.simple_server:WSGIRequestHandler */
export class WSGIRequestHandler extends BaseHTTPRequestHandler<WSGIHandlerHost, DrainingStream> {
  /** `SERVER_SOFTWARE` in the environ. */
  serverVersion = 'WSGIServer/0.2';
  /** The connection, for whoever answers more than one request of it. */
  connection: RequestSource | null = null;

  /** The request as an environ, without WSGI's own keys. @models wsgiref.simple_server:WSGIRequestHandler.get_environ */
  getEnviron(): PartialEnviron {
    const { command, headers, requestVersion, clientAddress } = this.request;
    const target = this.request.path.replace(/^\/{2,}/, '/');
    const mark = target.indexOf('?');
    const find = (name: string): string | undefined =>
      headers.find(([given]) => given.toLowerCase() === name)?.[1];

    const environ = createEnviron(this.server.baseEnviron);
    environ.SERVER_PROTOCOL = requestVersion;
    environ['SERVER_SOFTWARE'] = this.serverVersion;
    environ.REQUEST_METHOD = command;
    environ.PATH_INFO = unquote(mark === -1 ? target : target.slice(0, mark));
    environ.QUERY_STRING = mark === -1 ? '' : target.slice(mark + 1);
    environ['REMOTE_ADDR'] = clientAddress;
    environ.CONTENT_TYPE = find('content-type') ?? 'text/plain';
    const length = find('content-length');
    if (length) environ.CONTENT_LENGTH = length;
    this.#addHeaders(environ);
    return environ;
  }

  /** Where applications report errors. @models wsgiref.simple_server:WSGIRequestHandler.get_stderr */
  getStderr(): ErrorStream {
    return this.server.stderr;
  }

  /**
   * Answers the request in the given thread; resolves when the last block has been handed on.
   * @throws what goes wrong while an error is handled. @models wsgiref.simple_server:WSGIRequestHandler.handle
   */
  async handle(thread: Thread = currentThread()): Promise<void> {
    if (this.refuses()) return;
    const { body } = this.request;
    const options = { multithread: false, clock: this.server.clock };
    await this.runApplication(
      new ServerHandler(
        new BytesIO(body),
        this.wfile,
        this.getStderr(),
        this.getEnviron(),
        options,
      ),
      thread,
    );
  }

  /** Has a handler run the server's application in a thread, to the end of its response. */
  protected async runApplication(handler: ServerHandler, thread: Thread): Promise<void> {
    handler.serverSoftware = this.server.serverSoftware;
    handler.requestHandler = this;
    handler.thread = thread;
    await handler.runDraining((...call) => this.server.getApp()(...call), this.wfile);
    this.wfile.flush();
  }

  /** Answers a request that is not to be served with an error; tells whether it did. */
  protected refuses(): boolean {
    const { refusal, requestVersion, headers } = this.request;
    const version = requestVersion.replace('HTTP/', '');
    if (refusal !== undefined) {
      this.sendError(refusal);
    } else if (this.requestLine.length + '\r\n'.length > LONGEST_LINE) {
      this.requestLine = '';
      this.sendError(414);
    } else if (Number.parseInt(version, 10) >= 2) {
      this.requestVersion = 'HTTP/0.9';
      this.sendError(505, `Invalid HTTP version (${version})`);
    } else if (headers.length + THE_EMPTY_LINE > MOST_HEADERS) {
      this.sendError(431, 'Too many headers', `got more than ${MOST_HEADERS} headers`);
    } else {
      return false;
    }
    return true;
  }

  #addHeaders(environ: PartialEnviron): void {
    for (const [name, given] of this.request.headers) {
      const key = name.replaceAll('-', '_').toUpperCase();
      if (Object.hasOwn(environ, key)) continue;
      const value = given.trim();
      const before = environ[`HTTP_${key}`];
      environ[`HTTP_${key}`] = before === undefined ? value : `${before},${value}`;
    }
  }
}
