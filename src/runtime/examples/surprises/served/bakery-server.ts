/**
 * The bakery under runserver, in processes of its own.
 *
 * @module
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folder } from '../scene.ts';

const MANAGE = fileURLToPath(new URL('project/manage.ts', import.meta.url));
const PAUSE = 50;

/** What a part of the bakery noted. */
export interface Note {
  process: string;
  role: 'parent' | 'child';
  text: string;
}

/** A running bakery. */
export class Bakery {
  readonly #port: number;
  readonly #notesFile: string;

  constructor(port: number, notesFile: string) {
    this.#port = port;
    this.#notesFile = notesFile;
  }

  /** Status and body of a page, once the server listens. */
  async get(address: string): Promise<[status: number, body: string]> {
    for (;;) {
      try {
        const response = await fetch(`http://127.0.0.1:${this.#port}${address}`);
        return [response.status, await response.text()];
      } catch {
        await pause();
      }
    }
  }

  /** What was noted, in order. */
  notes(): Note[] {
    const lines = readFileSync(this.#notesFile, 'utf8').trimEnd().split('\n');
    return lines.map((line) => {
      const [process = '', role, ...words] = line.split(' ');
      return { process, role: role === 'child' ? role : 'parent', text: words.join(' ') };
    });
  }
}

/** Runs the bakery's runserver with more words on its command line while it is used. */
export async function runserver<T>(
  words: readonly string[],
  use: (bakery: Bakery) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const notes = join(folder(), 'notes');
  const { RUN_MAIN: _, DJANGO_SETTINGS_MODULE: __, ...env } = process.env;
  const command = [MANAGE, 'runserver', ...words, String(port)];
  const child = spawn(process.execPath, command, {
    env: { ...env, BAKERY_NOTES: notes },
    stdio: 'ignore',
    detached: true,
  });
  try {
    return await Promise.race([use(new Bakery(port, notes)), endOf(child)]);
  } finally {
    await kill(child);
  }
}

/** Fails when the process ends by itself. */
async function endOf(child: ChildProcess): Promise<never> {
  const [status] = (await once(child, 'exit')) as [number | null];
  throw new Error(`runserver ended with ${status} before it was asked.`);
}

/** Ends a process and those that it has started. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAUSE);
  });
}

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
