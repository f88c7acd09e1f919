/**
 * A WSGI server for Node: requests are parsed by `node:http` and answered as wsgiref answers
 * them, byte by byte, one at a time. It is for trying things out, not for the open internet.
 *
 * @module
 */

import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import type { ParsedRequest } from '../http/server.ts';
import { repr } from '../repr.ts';
import { currentThread, type Thread } from '../threading.ts';
import { time, type Clock } from '../time.ts';
import { formatException } from '../traceback.ts';
import { requestFromMessage, requestFromRubble } from './parsed-request.ts';
import { WSGIRequestHandler, type WSGIHandlerHost } from './request-handler.ts';
import { SocketStream } from './socket-stream.ts';
import type { ErrorStream, PartialEnviron, WSGIApplication } from './types.ts';

export { demoApp } from './demo-app.ts';
export { ServerHandler, WSGIRequestHandler } from './request-handler.ts';

const HEAD_LIMIT = 131_072;
const BODY_LIMIT = 2 ** 30;

/** What `Server:` says unless told. @models wsgiref.simple_server:software_version */
export const softwareVersion = 'WSGIServer/0.2 RoundTrip/0.1.0';

/** What makes a handler for each request. */
export type RequestHandlerClass = new (
  ...made: ConstructorParameters<typeof WSGIRequestHandler>
) => WSGIRequestHandler;

/** What can be chosen about a server beside its address and its application. */
export interface ServerOptions {
  handlerClass?: RequestHandlerClass;
  /** Where requests are logged and applications report errors; the process's own unless told. */
  stderr?: ErrorStream;
  /** Seconds since 1970; the runtime's clock unless told. */
  clock?: Clock;
  serverSoftware?: string;
  /** The largest body taken, in bytes; a larger one is answered with 413. */
  bodyLimit?: number;
}

/** A request whose body has arrived, and the socket that waits for the answer. */
export interface Connection {
  request: ParsedRequest;
  socket: Socket;
  /** The status code to refuse it with, where it is not to be answered. */
  refusal: number | null;
}

const processStderr: ErrorStream = {
  write: (text) => process.stderr.write(text),
  writelines: (texts) => process.stderr.write([...texts].join('')),
  flush: () => {},
};

/** Listens on an address and hands requests to an application. @models wsgiref.simple_server:WSGIServer */
export class WSGIServer implements WSGIHandlerHost {
  readonly stderr: ErrorStream;
  readonly clock: Clock;
  readonly serverSoftware: string;
  baseEnviron: PartialEnviron = {};
  serverName = '';
  serverPort = 0;
  application: WSGIApplication | null = null;

  readonly #handlerClass: RequestHandlerClass;
  readonly #bodyLimit: number;
  readonly #http: Server;
  readonly #thread = currentThread();
  readonly #busy = new WeakSet<Socket>();
  readonly #waiting: Connection[] = [];
  #wake: (() => void) | null = null;
  #running = false;

  constructor(options: ServerOptions = {}) {
    this.stderr = options.stderr ?? processStderr;
    this.clock = options.clock ?? time;
    this.serverSoftware = options.serverSoftware ?? softwareVersion;
    this.#handlerClass = options.handlerClass ?? WSGIRequestHandler;
    this.#bodyLimit = options.bodyLimit ?? BODY_LIMIT;
    this.#http = createServer({ maxHeaderSize: HEAD_LIMIT, requireHostHeader: false });
    this.#http.maxHeadersCount = 0;
    this.#http.on('request', (message: IncomingMessage) => void this.#receive(message));
    this.#http.on('clientError', (error, socket) => this.#refuse(error, socket as Socket));
  }

  /**
   * Begins to listen; port 0 takes any free one, which `serverPort` then tells. Requests wait
   * until they are asked for. @throws Node's error where the address cannot be had.
   * @models wsgiref.simple_server:WSGIServer.server_bind
   */
  async serverBind(host: string, port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen(port, host === '' ? '0.0.0.0' : host, () => {
        this.#http.off('error', reject);
        resolve();
      });
    });
    this.serverName = host === '' ? 'localhost' : host;
    this.serverPort = (this.#http.address() as AddressInfo).port;
    this.setupEnviron();
  }

  /** Fills in what all requests have in common. @models wsgiref.simple_server:WSGIServer.setup_environ */
  setupEnviron(): void {
    this.baseEnviron = {
      SERVER_NAME: this.serverName,
      GATEWAY_INTERFACE: 'CGI/1.1',
      SERVER_PORT: String(this.serverPort),
      REMOTE_HOST: '',
      CONTENT_LENGTH: '',
      SCRIPT_NAME: '',
    };
  }

  /** The application. @throws a `TypeError`, as calling `None` does, where there is none. @models wsgiref.simple_server:WSGIServer.get_app */
  getApp(): WSGIApplication {
    if (this.application === null) throw new TypeError("'NoneType' object is not callable");
    return this.application;
  }

  /** Sets the application. @models wsgiref.simple_server:WSGIServer.set_app */
  setApp(application: WSGIApplication): void {
    this.application = application;
  }

  /** Waits for one request and answers it. @models socketserver:BaseServer.handle_request */
  async handleRequest(): Promise<void> {
    while (this.#waiting.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      if (!this.#http.listening) return;
    }
    const connection = this.#waiting.shift();
    if (connection !== undefined) await this.processRequest(connection);
  }

  /** Answers requests until `shutdown()`. @models socketserver:BaseServer.serve_forever */
  async serveForever(): Promise<void> {
    this.#running = true;
    while (this.#running && this.#http.listening) {
      if (this.#waiting.length > 0) await this.handleRequest();
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** Ends `serveForever()` after the request in hand. @models socketserver:BaseServer.shutdown */
  shutdown(): void {
    this.#running = false;
    this.#wake?.();
  }

  /**
   * Answers one request to its end; a server with threads would not wait for it.
   * @models socketserver:BaseServer.process_request
   */
  async processRequest(connection: Connection): Promise<void> {
    await this.finishRequest(connection, this.#thread);
  }

  /** Answers one request in a thread and closes its connection. @models socketserver:BaseServer.finish_request */
  async finishRequest({ request, socket, refusal }: Connection, thread: Thread): Promise<void> {
    const output = new SocketStream(socket);
    const handler = new this.#handlerClass(request, this, output);
    try {
      if (refusal !== null) handler.sendError(refusal);
      else await handler.handle(thread);
    } catch (error) {
      this.handleError(request, error);
    }
    await output.drained();
    socket.destroySoon();
  }

  /** Reports what went wrong beyond the handler's own care. @models socketserver:BaseServer.handle_error */
  handleError(request: ParsedRequest, error: unknown): void {
    const rule = `${'-'.repeat(40)}\n`;
    const from = `Exception occurred during processing of request from ${repr(request.clientAddress)}\n`;
    this.stderr.write(`${rule}${from}${formatException(error)}${rule}`);
  }

  /** Stops listening, drops every connection, and resolves when all are closed. @models socketserver:TCPServer.server_close */
  async serverClose(): Promise<void> {
    if (!this.#http.listening) return;
    this.#waiting.length = 0;
    const closed = new Promise<void>((resolve) => {
      this.#http.close(() => resolve());
    });
    this.#http.closeAllConnections();
    this.shutdown();
    await closed;
  }

  /** The same, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.serverClose();
  }

  async #receive(message: IncomingMessage): Promise<void> {
    const { socket } = message;
    if (this.#busy.has(socket)) return;
    this.#busy.add(socket);
    const blocks: Uint8Array[] = [];
    let size = 0;
    try {
      for await (const block of message as AsyncIterable<Buffer>) {
        size += block.length;
        if (size > this.#bodyLimit) break;
        blocks.push(block);
      }
    } catch {
      return;
    }
    const refusal = size > this.#bodyLimit ? 413 : null;
    const body = refusal === null ? Buffer.concat(blocks) : new Uint8Array(0);
    this.#queue(requestFromMessage(message, body, socket.remoteAddress ?? ''), socket, refusal);
  }

  #refuse(error: Error & { code?: string; rawPacket?: Uint8Array }, socket: Socket): void {
    if (error.rawPacket === undefined || !socket.writable || this.#busy.has(socket)) {
      socket.destroy();
      return;
    }
    this.#busy.add(socket);
    const request = requestFromRubble(error.rawPacket, socket.remoteAddress ?? '');
    this.#queue(request, socket, error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400);
  }

  #queue(request: ParsedRequest, socket: Socket, refusal: number | null): void {
    socket.on('error', () => socket.destroy());
    this.#waiting.push({ request, socket, refusal });
    this.#wake?.();
  }
}

/**
 * A server that listens on `host` and `port` for `application`; `serveForever()` starts it.
 * @throws Node's error where the address cannot be had. @models wsgiref.simple_server:make_server
 */
export async function makeServer(
  host: string,
  port: number,
  application: WSGIApplication,
  options: ServerOptions & { serverClass?: new (options: ServerOptions) => WSGIServer } = {},
): Promise<WSGIServer> {
  const { serverClass = WSGIServer, ...rest } = options;
  const server = new serverClass(rest);
  await server.serverBind(host, port);
  server.setApp(application);
  return server;
}
