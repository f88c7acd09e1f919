/**
 * The sandbox that readers' code runs in: a frame of an opaque origin with a policy of its own, and
 * workers in it. What guards the time lives here, in the page, where that code cannot reach.
 *
 * @module
 */

import { SandboxClosedError, SandboxRefusedError } from './errors.ts';
import type { FromFrame, FromWorker, ToFrame } from './protocol.ts';
import { errorOf, Session } from './session.ts';

/** A program that can run inside. */
export interface Program {
  name: string;
  /** The text of one ES module that imports nothing; its default export is an `Answer`. */
  text(): Promise<string>;
}

/** Milliseconds in which a frame or a worker has to say that it is there. */
const PATIENCE = 20_000;

/** A sandbox of a page. Its frame is made when it is first needed, and anew when it was torn down. */
export class Sandbox {
  readonly #address: URL;
  #frame: Promise<Frame> | undefined;
  #spare: { program: string; started: Promise<Session> } | undefined;

  /** @param address where the sandbox's own page is */
  constructor(address: URL) {
    this.#address = address;
  }

  /** Makes a worker ready that has loaded a program, for whoever opens it next. */
  async warm(program: Program): Promise<void> {
    if (this.#spare?.program !== program.name)
      this.#spare = { program: program.name, started: this.#start(program) };
    const spare = this.#spare;
    await spare.started.catch((error: unknown) => {
      if (this.#spare === spare) this.#spare = undefined;
      throw error;
    });
  }

  /**
   * A fresh worker with a program in it.
   *
   * @throws {SandboxRefusedError} where the browser does not let it start; {SandboxError} with what
   * the program threw while it was loaded.
   */
  async open(program: Program): Promise<Session> {
    const spare = this.#spare;
    if (spare?.program === program.name) {
      this.#spare = undefined;
      const session = await spare.started.catch(() => undefined);
      if (session && !session.closed) return session;
    }
    return this.#start(program);
  }

  async #start(program: Program): Promise<Session> {
    const text = await program.text();
    const frame = await this.#open();
    return frame.start(program.name, text);
  }

  #open(): Promise<Frame> {
    if (!this.#frame) {
      const opened = Frame.open(this.#address, () => {
        if (this.#frame === opened) this.#frame = undefined;
      });
      this.#frame = opened;
      opened.catch(() => (this.#frame = undefined));
    }
    return this.#frame;
  }
}

interface Started {
  session: Session;
  ready: (session: Session) => void;
  fail: (error: Error) => void;
}

/** One frame and the workers in it. */
class Frame {
  readonly #element: HTMLIFrameElement;
  readonly #port: MessagePort;
  readonly #gone: () => void;
  readonly #programs = new Set<string>();
  readonly #workers = new Map<number, Started>();
  #started = 0;

  private constructor(element: HTMLIFrameElement, port: MessagePort, gone: () => void) {
    this.#element = element;
    this.#port = port;
    this.#gone = gone;
    port.addEventListener('message', ({ data }: MessageEvent<FromFrame>) => this.#hear(data));
  }

  /** @param gone is called when it was torn down */
  static async open(address: URL, gone: () => void): Promise<Frame> {
    const element = document.createElement('iframe');
    element.sandbox.add('allow-scripts');
    element.hidden = true;
    element.title = 'Where snippets run';
    element.src = address.href;
    const { port1, port2 } = new MessageChannel();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    element.addEventListener(
      'load',
      () => element.contentWindow?.postMessage({ type: 'port' }, '*', [port2]),
      { once: true },
    );
    port1.addEventListener('message', () => resolve(), { once: true });
    port1.start();
    const silent = setTimeout(() => {
      reject(new SandboxRefusedError('This browser does not let the sandbox start.'));
    }, PATIENCE);
    document.body.append(element);
    try {
      await promise;
    } catch (error) {
      element.remove();
      throw error;
    } finally {
      clearTimeout(silent);
    }
    return new Frame(element, port1, gone);
  }

  async start(program: string, text: string): Promise<Session> {
    if (!this.#programs.has(program)) {
      this.#programs.add(program);
      this.#send({ type: 'program', program, text });
    }
    const worker = (this.#started += 1);
    const { promise, resolve, reject } = Promise.withResolvers<Session>();
    const session = new Session({
      send: (ask, message, transfer) =>
        this.#send({ type: 'ask', worker, ask, message, transfer }, transfer),
      end: (all) => (all ? this.#tearDown() : this.#end(worker)),
    });
    this.#workers.set(worker, { session, ready: resolve, fail: reject });
    this.#send({ type: 'start', worker, program });
    const silent = setTimeout(() => {
      reject(new SandboxRefusedError('This browser does not let the sandbox load its program.'));
      this.#tearDown();
    }, PATIENCE);
    return promise.finally(() => clearTimeout(silent));
  }

  #hear(message: FromFrame): void {
    if (message.type === 'hello') return;
    const { worker, ...rest } = message;
    const started = this.#workers.get(worker);
    if (!started) return;
    if (rest.type === 'ready') started.ready(started.session);
    if (rest.type === 'broken') started.fail(errorOf(rest.error));
    started.session.take(rest as FromWorker);
  }

  #send(message: ToFrame, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  #end(worker: number): void {
    this.#workers.delete(worker);
    this.#send({ type: 'end', worker });
  }

  #tearDown(): void {
    this.#element.remove();
    this.#port.close();
    for (const { session, fail } of this.#workers.values()) {
      session.lose(new SandboxClosedError());
      fail(new SandboxClosedError());
    }
    this.#workers.clear();
    this.#gone();
  }
}
