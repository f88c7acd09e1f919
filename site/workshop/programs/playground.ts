/**
 * The playground's server: runs a project on the runtime and answers requests, one at a time.
 *
 * @module
 */

import type { Served, Started, ToServer } from '../playground/served.ts';
import type { Inside } from '../sandbox/inside.ts';
import { startProject } from './playground/project.ts';
import { Server } from './playground/server.ts';

let server: Server | undefined;

/** Starts the server, or has it answer a request. */
export default async function answer(message: unknown, inside: Inside): Promise<Started | Served> {
  const told = message as ToServer;
  if (told.type === 'request') {
    if (!server) throw new Error('The server has not been started.');
    return server.serve(told.request);
  }
  const { application, ...started } = await startProject(told, inside);
  if (application) server = new Server(application, told.settings !== undefined);
  return started;
}
