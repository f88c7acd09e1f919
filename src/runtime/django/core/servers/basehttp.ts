/**
 * The server of `runserver`: wsgiref's, with connections that live on and threads. It is for
 * trying things out, not for the open internet.
 *
 * Node's parser reads the requests. It refuses methods that it does not know or that are not in
 * capitals, which Python's server would hand on; and it undoes chunks, which Python's leaves in
 * the stream, to stumble over them as the next request.
 *
 * @module
 */

import { ImportError } from '../../../builtins.ts';
import { PerProcess } from '../../../process.ts';
import { Thread } from '../../../threading.ts';
import type { WSGIApplication } from '../../../wsgiref/types.ts';
import type { IncomingConnection } from '../../../wsgiref/incoming-connection.ts';
import {
  type ServerOptions,
  WSGIServer as SimpleWSGIServer,
} from '../../../wsgiref/simple-server.ts';
import type { ParsedRequest } from '../../../http/server.ts';
import { repr } from '../../../repr.ts';
import { settings } from '../../conf.ts';
import { importString } from '../../utils/module-loading.ts';
import { ImproperlyConfigured } from '../exceptions.ts';
import { getWsgiApplication } from '../wsgi.ts';
import { isBrokenPipeError } from './broken-pipe.ts';
import { serverLogger, WSGIRequestHandler } from './request-handler.ts';

export { isBrokenPipeError } from './broken-pipe.ts';
export { ServerHandler, WSGIRequestHandler } from './request-handler.ts';

/** The application that `WSGI_APPLICATION` names, or a new one where it names none. @throws {ImproperlyConfigured} @models django.core.servers.basehttp:get_internal_wsgi_application */
export function getInternalWsgiApplication(): WSGIApplication {
  const path = settings.WSGI_APPLICATION;
  if (path === null) return getWsgiApplication();
  try {
    return importString(path) as WSGIApplication;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new ImproperlyConfigured(
      `WSGI application '${path}' could not be loaded; Error importing module.`,
      { cause: error },
    );
  }
}

/** Serves one connection after the other, each to its end: one that stays open keeps all others waiting. @models django.core.servers.basehttp:WSGIServer */
export class WSGIServer extends SimpleWSGIServer {
  protected override readonly waitsForSilentClients = true;

  constructor(options: ServerOptions = {}) {
    super({ handlerClass: WSGIRequestHandler, ...options });
  }

  /** Reports what went wrong; a client that has gone is worth a line. @models django.core.servers.basehttp:WSGIServer.handle_error */
  override handleError(request: ParsedRequest, error: unknown): void {
    if (!isBrokenPipeError(error)) {
      super.handleError(request, error);
      return;
    }
    const client = repr(Object.freeze([request.clientAddress, request.clientPort]));
    serverLogger.log('info', `- Broken pipe from ${client}\n`);
  }
}

const threads = new PerProcess(() => ({ count: 0 }));

/** The same with a thread for each connection. @models socketserver:ThreadingMixIn */
export function threaded(serverClass: typeof WSGIServer): typeof WSGIServer {
  return class WSGIServer extends serverClass {
    /** Serves a connection in a thread of its own and waits for nothing. */
    override processRequest(connection: IncomingConnection): Promise<void> {
      threads.value.count += 1;
      const thread = new Thread(`Thread-${threads.value.count} (process_request_thread)`);
      void this.finishRequest(connection, thread);
      return Promise.resolve();
    }
  };
}

/** A server with a thread for each connection. @models django.core.servers.basehttp:ThreadedWSGIServer */
export class ThreadedWSGIServer extends threaded(WSGIServer) {}

/** How a server is run. */
export interface RunOptions extends ServerOptions {
  /** Whether each connection has a thread of its own. */
  threading?: boolean;
  serverClass?: typeof WSGIServer;
  /** Called when the server listens. */
  listening?: (server: WSGIServer) => void;
}

/** Serves an application until the server is shut down. @throws Node's error where the address cannot be had. @models django.core.servers.basehttp:run */
export async function run(
  addr: string,
  port: number,
  wsgiHandler: WSGIApplication,
  options: RunOptions = {},
): Promise<void> {
  const { threading = false, serverClass = WSGIServer, listening, ...rest } = options;
  const server = new (threading ? threaded(serverClass) : serverClass)(rest);
  await server.serverBind(addr, port);
  server.setApp(wsgiHandler);
  listening?.(server);
  await server.serveForever();
}
