/**
 * One run of a CPython of this machine as a process of its own: started in an empty folder,
 * without a network, ended with all that it has started. Calls go one at a time.
 *
 * @module
 */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { GRACE, type Limited } from './limit.ts';
import type { Call, Reply } from './protocol.ts';

/** A Python and what it does before the first snippet. */
export interface PythonProgram {
  /** The interpreter's path or name. */
  python: string;
  /** A Python file that is run first, and the arguments that it finds in `sys.argv`. */
  prelude: readonly [file: string, ...rest: string[]];
}

/** A Python process could not be started. */
export class PythonProcessError extends Error {
  override name = 'PythonProcessError';
}

/** A reply says besides whether the call used up its time and was told to stop. */
type ProcessReply = Reply & { stopped?: boolean };

const HOST = fileURLToPath(new URL('./host.py', import.meta.url));

/** By the clock a call may take so many times what it may use of a processor. */
const PATIENCE = 4;

/** Milliseconds in which a process that has no more to do ends by itself. */
const FAREWELL = 2000;

/** A CPython process that takes one call of the driver at a time. */
export class PythonProcess {
  readonly #child: ChildProcess;
  readonly #folder = mkdtempSync(join(tmpdir(), 'doctest-python-'));
  #settle: ((reply: ProcessReply) => void) | undefined;
  #gone: string | undefined;

  constructor({ python, prelude }: PythonProgram) {
    this.#child = spawn(python, ['-B', '-s', HOST, ...prelude], {
      cwd: this.#folder,
      detached: true,
      env: environment(this.#folder),
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    });
    const replies = createInterface({ input: this.#child.stdio[3] as Readable });
    replies.on('line', (line) => this.#finish(readReply(line)));
    this.#child.stdin?.on('error', () => {});
    this.#child.on('error', ({ message }) => this.#end(message));
    this.#child.on('close', (code, signal) =>
      this.#end(`its process ended ${signal ? `by ${signal}` : `with exit code ${code}`}`),
    );
  }

  /** The folder in which it runs; it is removed at the end. */
  get folder(): string {
    return this.#folder;
  }

  /** Waits for the interpreter: its version. @throws {PythonProcessError} when it does not start. */
  async ready(): Promise<string> {
    const reply = await this.#next();
    if (reply.kind === 'ready') return reply.version;
    await this.close();
    throw new PythonProcessError(
      `Python does not start: ${reply.kind === 'broken' ? reply.reason : reply.kind}.`,
    );
  }

  /** Makes a call that may use `timeout` milliseconds of a processor. Never rejects. */
  async call(call: Call, timeout: number): Promise<Limited> {
    const reply = this.#next();
    let stopped = false;
    const wall = setTimeout(() => {
      stopped = true;
      this.#signal('SIGINT');
      last = setTimeout(() => this.#signal('SIGKILL'), GRACE);
    }, timeout * PATIENCE);
    let last = wall;
    this.#child.stdin?.write(`${JSON.stringify({ ...call, timeout })}\n`);
    const answer = await reply;
    clearTimeout(wall);
    clearTimeout(last);
    return { reply: answer, stopped: stopped || ('stopped' in answer && answer.stopped === true) };
  }

  /** Lets it end, ends it if it does not, and what it has started with it; removes its folder. */
  async close(): Promise<void> {
    if (this.#gone === undefined) {
      const gone = once(this.#child, 'close');
      this.#child.stdin?.end();
      const last = setTimeout(() => this.#signal('SIGKILL'), FAREWELL);
      await gone;
      clearTimeout(last);
    }
    this.#signal('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #next(): Promise<ProcessReply> {
    if (this.#gone !== undefined) return Promise.resolve({ kind: 'broken', reason: this.#gone });
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  #end(reason: string): void {
    this.#gone ??= reason;
    this.#finish({ kind: 'broken', reason });
  }

  #finish(reply: ProcessReply): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(reply);
  }

  /** Signals the process and all of its group. */
  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, signal);
    } catch {
      this.#child.kill(signal);
    }
  }
}

/** A line of the process; a snippet may have got hold of the descriptor. */
function readReply(line: string): ProcessReply {
  try {
    return JSON.parse(line) as ProcessReply;
  } catch {
    return { kind: 'broken', reason: 'it wrote where the judge answers' };
  }
}

/** Nothing of this process's environment but where programs are. */
function environment(folder: string): NodeJS.ProcessEnv {
  const { PATH, SYSTEMROOT } = process.env;
  return {
    ...(PATH !== undefined && { PATH }),
    ...(SYSTEMROOT !== undefined && { SYSTEMROOT }),
    HOME: folder,
    TMPDIR: folder,
    PYTHONHASHSEED: '0',
    TZ: 'UTC',
    LC_ALL: 'C.UTF-8',
  };
}
