/**
 * The sandbox's frame, as the page sees it: an element, a port, and the workers in it.
 *
 * @module
 */

import { SandboxClosedError, SandboxError, SandboxRefusedError } from './errors.ts';
import { readFromFrame } from './hearsay.ts';
import type { FromWorker, ToFrame } from './protocol.ts';
import { Session } from './session.ts';

/** Milliseconds in which the frame has to be there, and a worker to have loaded its program. */
const PATIENCE = 20_000;

/** Milliseconds in which a frame that has been loaded has to say so. */
const PATIENCE_WHEN_LOADED = 5000;

interface Started {
  session: Session;
  ready: (session: Session) => void;
  fail: (error: Error) => void;
}

/** One frame and the workers in it. */
export class Frame {
  readonly #element: HTMLIFrameElement;
  readonly #port: MessagePort;
  readonly #gone: () => void;
  readonly #programs = new Set<string>();
  readonly #workers = new Map<number, Started>();
  #started = 0;
  #isGone = false;

  private constructor(element: HTMLIFrameElement, port: MessagePort, gone: () => void) {
    this.#element = element;
    this.#port = port;
    this.#gone = gone;
    port.addEventListener('message', ({ data }) => {
      const message = readFromFrame(data);
      if (message?.type === 'said') this.#hear(message.worker, message.said);
    });
  }

  /**
   * Puts a frame into the page.
   *
   * @param gone is called when it was torn down
   * @throws {SandboxRefusedError} when it does not answer
   */
  static async open(address: URL, gone: () => void): Promise<Frame> {
    const element = document.createElement('iframe');
    element.sandbox.add('allow-scripts');
    element.hidden = true;
    element.title = 'Where snippets run';
    element.src = address.href;
    const { port1, port2 } = new MessageChannel();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const giveUp = (): void =>
      reject(new SandboxRefusedError('This browser does not let the sandbox start.'));
    let silent = setTimeout(giveUp, PATIENCE);
    const handOver = (): void => {
      clearTimeout(silent);
      silent = setTimeout(giveUp, PATIENCE_WHEN_LOADED);
      element.contentWindow?.postMessage({ type: 'port' }, '*', [port2]);
    };
    element.addEventListener('load', handOver, { once: true });
    port1.addEventListener('message', () => resolve(), { once: true });
    port1.start();
    document.body.append(element);
    try {
      await promise;
    } catch (error) {
      element.remove();
      port1.close();
      throw error;
    } finally {
      clearTimeout(silent);
    }
    return new Frame(element, port1, gone);
  }

  /**
   * A new worker with a program in it.
   *
   * @throws {SandboxError} with what the program threw; {SandboxRefusedError} when it does not say
   * that it is there; {SandboxClosedError} when the frame is torn down before.
   */
  async start(program: string, text: string): Promise<Session> {
    if (this.#isGone) throw new SandboxClosedError();
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

  #hear(worker: number, said: FromWorker): void {
    const started = this.#workers.get(worker);
    if (!started) return;
    if (said.type === 'ready') started.ready(started.session);
    if (said.type === 'broken') started.fail(new SandboxError(said.error));
    started.session.take(said);
  }

  #send(message: ToFrame, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  #end(worker: number): void {
    this.#workers.delete(worker);
    this.#send({ type: 'end', worker });
  }

  #tearDown(): void {
    if (this.#isGone) return;
    this.#isGone = true;
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
