/**
 * Real connections to the real server of runserver.
 *
 * @module
 */

import { connect } from 'node:net';
import { WSGIHandler } from '../../../django/core/handlers/wsgi.ts';
import { ThreadedWSGIServer } from '../../../django/core/servers/basehttp.ts';
import { StringIO } from '../../../io.ts';
import { makeServer } from '../../../wsgiref/simple-server.ts';

const HOST = '127.0.0.1';

/** Serves a new handler with a thread for each connection while `use` talks to its port. */
export async function serving(use: (port: number) => Promise<void>): Promise<void> {
  const handler = new WSGIHandler();
  const application = handler.__call__.bind(handler);
  const server = await makeServer(HOST, 0, application, {
    serverClass: ThreadedWSGIServer,
    stderr: new StringIO(),
  });
  const served = server.serveForever();
  try {
    await use(server.serverPort);
  } finally {
    await server.serverClose();
    await served;
  }
}

/**
 * Sends requests over one connection, each when the answer to the one before has come: when what
 * came holds the text `until` once more. Resolves with all that came when the server has closed.
 */
export function talk(port: number, requests: readonly string[], until = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, HOST);
    let received = '';
    let sent = 0;
    const sendNext = () => {
      const request = requests[sent];
      const answers = until === '' ? 0 : received.split(until).length - 1;
      if (request === undefined || answers < sent) return;
      sent += 1;
      socket.write(request, 'latin1');
    };
    socket.setEncoding('latin1');
    socket.on('connect', sendNext);
    socket.on('data', (text: string) => {
      received += text;
      sendNext();
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}
