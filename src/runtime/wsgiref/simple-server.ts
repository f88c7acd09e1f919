/**
 * A WSGI server for Node: requests are parsed by `node:http` and answered as wsgiref answers
 * them, byte by byte, one at a time. It is for trying things out, not for the open internet.
 *
 * @module
 */

import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { latin1Decode } from '../codecs.ts';
import type { ParsedRequest } from '../http/server.ts';
import { repr } from '../repr.ts';
import { currentThread, type Thread } from '../threading.ts';
import { time, type Clock } from '../time.ts';
import { formatException } from '../traceback.ts';
import { IncomingConnection } from './incoming-connection.ts';
import { requestFromMessage, requestFromRubble } from './parsed-request.ts';
import { WSGIRequestHandler, type WSGIHandlerHost } from './request-handler.ts';
import type { ErrorStream, PartialEnviron, WSGIApplication } from './types.ts';

export { demoApp } from './demo-app.ts';
export { ServerHandler, WSGIRequestHandler } from './request-handler.ts';

const HEAD_LIMIT = 131_072;
const BODY_LIMIT = 2 ** 30;
const PATIENT = { headersTimeout: 0, requestTimeout: 0 };

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
  /** Whether a client that connects and says nothing takes its turn, as it does in Python, or is passed over. */
  protected readonly waitsForSilentClients: boolean = false;

  readonly #handlerClass: RequestHandlerClass;
  readonly #bodyLimit: number;
  readonly #http: Server;
  readonly #thread = currentThread();
  readonly #connections = new WeakMap<Socket, IncomingConnection>();
  readonly #waiting: IncomingConnection[] = [];
  readonly #queued = new WeakSet<IncomingConnection>();
  #wake: (() => void) | null = null;
  #running = false;

  constructor(options: ServerOptions = {}) {
    this.stderr = options.stderr ?? processStderr;
    this.clock = options.clock ?? time;
    this.serverSoftware = options.serverSoftware ?? softwareVersion;
    this.#handlerClass = options.handlerClass ?? WSGIRequestHandler;
    this.#bodyLimit = options.bodyLimit ?? BODY_LIMIT;
    this.#http = createServer({ ...PATIENT, maxHeaderSize: HEAD_LIMIT, requireHostHeader: false });
    this.#http.maxHeadersCount = 0;
    Object.assign(this.#http, { httpAllowHalfOpen: true });
    this.#http.on('connection', (socket) => this.#accept(socket));
    this.#http.on('request', (message: IncomingMessage) => this.#receive(message));
    this.#http.on('checkContinue', (message: IncomingMessage) => {
      message.socket.write('HTTP/1.1 100 Continue\r\n\r\n');
      this.#receive(message);
    });
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

  /** Waits for one connection and serves it. @models socketserver:BaseServer.handle_request */
  async handleRequest(): Promise<void> {
    while (this.#waiting.length === 0) {
      await this.#arrival();
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
      else await this.#arrival();
    }
  }

  /** Ends `serveForever()` after the request in hand. @models socketserver:BaseServer.shutdown */
  shutdown(): void {
    this.#running = false;
    this.#wake?.();
  }

  /** Waits for the next connection, or for the end. */
  #arrival(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /**
   * Serves one connection to its end; a server with threads would not wait for it.
   * @models socketserver:BaseServer.process_request
   */
  async processRequest(connection: IncomingConnection): Promise<void> {
    await this.finishRequest(connection, this.#thread);
  }

  /** Serves a connection in a thread and closes it. @models socketserver:BaseServer.finish_request */
  async finishRequest(connection: IncomingConnection, thread: Thread): Promise<void> {
    const request = await connection.next();
    if (request !== null) {
      const handler = new this.#handlerClass(request, this, connection.output);
      handler.connection = connection;
      try {
        await handler.handle(thread);
      } catch (error) {
        this.handleError(handler.request, error);
      }
    }
    await connection.finish();
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

  #accept(socket: Socket): void {
    const connection = new IncomingConnection(socket);
    this.#connections.set(socket, connection);
    if (this.waitsForSilentClients) this.#queue(connection);
  }

  #receive(message: IncomingMessage): void {
    this.#arrive(message.socket, this.#read(message));
  }

  async #read(message: IncomingMessage): Promise<ParsedRequest | null> {
    const { remoteAddress = '', remotePort } = message.socket;
    const blocks: Uint8Array[] = [];
    let size = 0;
    try {
      for await (const block of message as AsyncIterable<Buffer>) {
        size += block.length;
        if (size > this.#bodyLimit) break;
        blocks.push(block);
      }
    } catch {
      return null;
    }
    const tooLarge = size > this.#bodyLimit;
    const body = tooLarge ? new Uint8Array(0) : Buffer.concat(blocks);
    const request = requestFromMessage(message, body, remoteAddress);
    if (remotePort !== undefined) request.clientPort = remotePort;
    return tooLarge ? { ...request, refusal: 413 } : request;
  }

  #refuse(error: ParserError, socket: Socket): void {
    if (error.rawPacket === undefined || !socket.writable) {
      socket.destroy();
      return;
    }
    const rubble = lastRequestOf(error.rawPacket, error.bytesParsed ?? 0);
    const request = requestFromRubble(rubble, socket.remoteAddress ?? '');
    const refusal = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
    this.#arrive(socket, Promise.resolve({ ...request, refusal }));
  }

  #arrive(socket: Socket, arriving: Promise<ParsedRequest | null>): void {
    const connection = this.#connections.get(socket);
    if (!connection) return;
    connection.add(arriving);
    if (!this.waitsForSilentClients) void arriving.then(() => this.#queue(connection));
  }

  #queue(connection: IncomingConnection): void {
    if (this.#queued.has(connection)) return;
    this.#queued.add(connection);
    this.#waiting.push(connection);
    this.#wake?.();
  }
}

interface ParserError extends Error {
  code?: string;
  rawPacket?: Uint8Array;
  /** How far the parser came in that packet. */
  bytesParsed?: number;
}

/** What is left of a packet without the requests that were read from it before. */
function lastRequestOf(packet: Uint8Array, parsed: number): Uint8Array {
  const before = latin1Decode(packet.subarray(0, parsed)).lastIndexOf('\r\n\r\n');
  return before < 0 ? packet : packet.subarray(before + '\r\n\r\n'.length);
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
