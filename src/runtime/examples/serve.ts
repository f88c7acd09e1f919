/**
 * `npm run example -- hello`: serves an example on this computer until Ctrl+C.
 *
 * @module
 */

import { parseArgs } from 'node:util';

import { makeServer, WSGIServer } from '../wsgiref/simple-server.ts';
import type { WSGIApplication } from '../wsgiref/types.ts';
import { headWithoutBody } from './head.ts';

const HOST = '127.0.0.1';

/** What is served, and by what. */
interface Example {
  application: WSGIApplication;
  serverClass?: typeof WSGIServer;
}

/** Serves the demo project as runserver does: a thread for each connection, which lives on. */
async function loadDjango(): Promise<Example> {
  const { startDemo } = await import('./django/start.ts');
  const { ThreadedWSGIServer } = await import('../django/core/servers/basehttp.ts');
  return { application: startDemo(), serverClass: ThreadedWSGIServer };
}

/** The examples by name; each is loaded when it is asked for. */
const EXAMPLES = new Map<string, () => Promise<Example>>([
  ['hello', async () => ({ application: (await import('./hello.ts')).hello })],
  ['dispatch', async () => ({ application: (await import('./dispatch.ts')).application })],
  ['errors', async () => ({ application: (await import('./failures.ts')).application })],
  ['django', loadDjango],
]);

const USAGE = `Usage: npm run example -- ${[...EXAMPLES.keys()].join('|')} [--port 8000]`;

/** A command that cannot be carried out; its message is for whoever typed it. */
class CommandError extends Error {}

function readCommand(): { name: string; port: number } {
  try {
    const options = { port: { type: 'string', default: process.env.PORT || '8000' } } as const;
    const { positionals, values } = parseArgs({ options, allowPositionals: true });
    const [name] = positionals;
    if (name === undefined || positionals.length > 1) throw new CommandError(USAGE);
    return { name, port: readPort(values.port) };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(USAGE, { cause: error });
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new CommandError(`"${text}" is no port: a port is a number from 0 to 65535.`);
}

async function loadExample(name: string): Promise<Example> {
  const load = EXAMPLES.get(name);
  if (load === undefined) throw new CommandError(`There is no example "${name}". ${USAGE}`);
  return load();
}

const REFUSALS: Record<string, string> = {
  EADDRINUSE: 'is in use',
  EACCES: 'is reserved for the administrator',
};

async function listen(
  { application, serverClass = WSGIServer }: Example,
  port: number,
): Promise<WSGIServer> {
  try {
    return await makeServer(HOST, port, headWithoutBody(application), { serverClass });
  } catch (error) {
    const refusal = REFUSALS[(error as NodeJS.ErrnoException).code ?? ''];
    if (refusal === undefined) throw error;
    throw new CommandError(`Port ${port} ${refusal}. Name another, or --port 0 for any free one.`);
  }
}

try {
  const { name, port } = readCommand();
  const server = await listen(await loadExample(name), port);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void server.serverClose());
  console.log(`${name} is at http://${HOST}:${server.serverPort}/ (Ctrl+C ends it)`);
  await server.serveForever();
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
