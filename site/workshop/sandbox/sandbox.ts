/**
 * The sandbox that readers' code runs in: a frame of an opaque origin with a policy of its own, and
 * workers in it. What guards the time lives here, in the page, where that code cannot reach.
 *
 * @module
 */

import { Frame } from './embedded-frame.ts';
import type { Session } from './session.ts';

/** A program that can run inside. */
export interface Program {
  name: string;
  /** The text of one ES module that imports nothing; its default export is an `Answer`. */
  text(): Promise<string>;
}

/** A sandbox of a page. Its frame is made when it is first needed, and anew when it was torn down. */
export class Sandbox {
  readonly #address: URL;
  #frame: Promise<Frame> | undefined;
  #spare: { program: string; started: Promise<Session>; told?: unknown } | undefined;

  /** @param address where the sandbox's own page is */
  constructor(address: URL) {
    this.#address = address;
  }

  /**
   * Makes a worker ready that has loaded a program, for whoever opens it next.
   *
   * @param message what the program is asked beforehand, once; whatever it answers
   */
  async warm(program: Program, message?: unknown): Promise<void> {
    if (this.#spare?.program !== program.name) {
      this.#dismiss();
      this.#spare = { program: program.name, started: this.#start(program) };
    }
    const spare = this.#spare;
    if (message !== undefined && spare.told !== message) {
      spare.told = message;
      spare.started = spare.started.then(async (session) => {
        await session.ask(message).catch(() => undefined);
        return session;
      });
    }
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

  /** Ends a spare worker that nobody opened. */
  #dismiss(): void {
    const spare = this.#spare;
    this.#spare = undefined;
    void spare?.started.then(
      (session) => session.close(),
      () => undefined,
    );
  }

  async #start(program: Program): Promise<Session> {
    const [text, frame] = await Promise.all([program.text(), this.#open()]);
    return frame.start(program.name, text);
  }

  #open(): Promise<Frame> {
    if (!this.#frame) {
      const opened = Frame.open(this.#address, () => {
        this.#frame = undefined;
        this.#spare = undefined;
      });
      this.#frame = opened;
      opened.catch(() => {
        if (this.#frame === opened) this.#frame = undefined;
      });
    }
    return this.#frame;
  }
}
