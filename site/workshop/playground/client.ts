/**
 * The client beside the project: starts the server when its files have changed, sends requests,
 * and keeps the cookies.
 *
 * @module
 */

import type { AskOptions } from '../sandbox/session.ts';
import { believeServed, believeStarted } from './believe.ts';
import { compileProject, type Fault } from './compile.ts';
import type { CookieJar } from './cookie-jar.ts';
import { requestOf, type Draft } from './draft.ts';
import type { ProjectFiles } from './project.ts';
import { readResponse, type Response } from './response.ts';
import type { SentRequest, Served, Started, ToServer } from './served.ts';

/** A session with the program, as far as the client needs one. */
export interface ServerSession {
  readonly closed: boolean;
  ask<Answered>(message: unknown, options?: AskOptions): Promise<Answered>;
  close(): void;
}

/** A request and what came of it. */
export interface Exchange {
  draft: Draft;
  /** What started the server, where it was started for this request. */
  started?: Started;
  /** What keeps the project from starting. */
  faults?: Fault[];
  /** What was sent, and what came back. */
  sent?: SentRequest;
  served?: Served;
  response?: Response;
  /** Cookies that were not kept, and why. */
  refusals: string[];
  /** Why there is no answer. */
  stopped?: string;
  /** From sending to the whole answer. */
  milliseconds?: number;
}

/** Milliseconds that a start may take, and a request. */
const LIMIT = { start: 3000, request: 1000 };

/** Sends requests to a project. */
export class Client {
  readonly #open: () => Promise<ServerSession>;
  readonly #jar: CookieJar;
  readonly #now: () => number;
  #session: ServerSession | undefined;
  #running: ProjectFiles | undefined;

  /** @param open a fresh session with the program; @param now milliseconds since 1970 */
  constructor(open: () => Promise<ServerSession>, jar: CookieJar, now: () => number) {
    this.#open = open;
    this.#jar = jar;
    this.#now = now;
  }

  /** Whether the server runs, and with just these files. */
  runs(files: ProjectFiles): boolean {
    return this.#session?.closed === false && this.#running === files;
  }

  /** Stops the server, so that the next request starts it anew. */
  stop(): void {
    this.#session?.close();
    this.#session = undefined;
  }

  /**
   * Sends one request. Files are known by their identity: another object is another project.
   *
   * @throws {DraftError} for a draft that cannot be sent.
   */
  async send(files: ProjectFiles, draft: Draft): Promise<Exchange> {
    const sent = requestOf(draft, this.#jar.header(draft.path, this.#now()));
    const exchange: Exchange = { draft, refusals: [] };
    try {
      if (!this.runs(files)) await this.#start(files, exchange);
      if (exchange.faults || exchange.started?.missing !== undefined) return exchange;
      await this.#ask(sent, exchange);
    } catch (error) {
      this.stop();
      exchange.stopped = whyStopped(error);
    }
    return exchange;
  }

  async #start(files: ProjectFiles, exchange: Exchange): Promise<void> {
    this.stop();
    const compiled = compileProject(files);
    if (compiled.faults) {
      exchange.faults = compiled.faults;
      return;
    }
    this.#session = await this.#open();
    const message: ToServer = { type: 'start', files, ...compiled };
    exchange.started = believeStarted(await this.#session.ask(message, { limit: LIMIT.start }));
    if (exchange.started.missing !== undefined) this.stop();
    this.#running = files;
  }

  async #ask(sent: SentRequest, exchange: Exchange): Promise<void> {
    exchange.sent = sent;
    const message: ToServer = { type: 'request', request: sent };
    const before = performance.now();
    const answer = await this.#session?.ask(message, { limit: LIMIT.request });
    exchange.milliseconds = performance.now() - before;
    const served = believeServed(answer);
    exchange.served = served;
    exchange.response = readResponse(served.bytes);
    for (const [name, value] of exchange.response.headers) {
      if (name.toLowerCase() !== 'set-cookie') continue;
      const refusal = this.#jar.take(value, sent.target, this.#now());
      if (refusal !== undefined) exchange.refusals.push(refusal);
    }
  }
}

function whyStopped(error: unknown): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name !== 'SandboxTimeoutError') return message;
  return `${message} The server starts anew with the next request, and has forgotten all.`;
}
