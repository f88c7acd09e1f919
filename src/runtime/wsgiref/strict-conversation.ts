/**
 * What server and application said to each other in one request, for the requirements that
 * depend on the order of events.
 *
 * @module
 */

import { repr } from '../repr.ts';
import type { ExcInfo } from '../sys.ts';
import { onlyCall } from './strict-access.ts';
import { ClauseError, holdTo } from './strict-checks.ts';
import { BodyLength } from './strict-length.ts';
import { checkStrictExcInfo, checkStrictHeader, checkStrictStatus } from './strict-response.ts';
import type { Header, StartResponse, Write } from './types.ts';
import { checkCall } from './validate.ts';
import { type Started, writeWrapper } from './validate-wrappers.ts';

function declaresNoBody(headers: readonly Header[]): boolean {
  return headers.some(
    ([name, value]) => name.toLowerCase() === 'content-length' && value.trim() === '0',
  );
}

/** One request: what is passed on, and what has happened so far. */
export class Conversation implements Started {
  /** Whether a call of `start_response()` passed every check. */
  started = false;
  readonly #server: StartResponse;
  #calls = 0;
  #iterating = false;
  /** Whether the server has a block that is not empty. */
  #given = false;
  /** Whether PEP 3333 lets headers be sent by now, and whether they must be. */
  #mayHaveSent = false;
  #mustHaveSent = false;
  #raised = false;
  readonly #length: BodyLength;

  /** `toHead`: whether the request asks for the headers alone. */
  constructor(server: StartResponse, toHead: boolean) {
    this.#server = server;
    this.#length = new BodyLength(toHead);
    this.startResponse = onlyCall(this.#startResponse, 'application', 'start_response()');
  }

  /** `start_response()` as the application sees it. @throws {ClauseError} for a row of `STRICT_CHECKS`; else as the validator does. */
  readonly startResponse: StartResponse;

  readonly #startResponse: StartResponse = (...call) => {
    this.#calls += 1;
    const [status, headers, excInfo = null] = call;
    checkCall(call);
    this.#checkRepetition(excInfo);
    checkStrictStatus(status);
    headers.forEach(checkStrictHeader);
    if (excInfo !== null) checkStrictExcInfo(excInfo);

    this.started = true;
    const write = this.#passOn(call, excInfo);
    this.#length.declare(status, headers);
    if (declaresNoBody(headers)) this.#mayHaveSent = true;
    return this.#watchWrite(write);
  };

  /** Takes a step of the application: its call, or its next block. @throws {ClauseError} for row 75. */
  step<T>(take: () => T): T {
    const taken = take();
    holdTo(
      75,
      !this.#raised,
      () => 'The application went on after start_response() had raised the error it was given.',
    );
    return taken;
  }

  /** Asks the result for a block; the server has sent the one before. */
  ask<T extends IteratorResult<Uint8Array>>(next: () => T): T {
    if (this.#given) this.#mustHaveSent = true;
    this.#iterating = true;
    try {
      const step = this.step(next);
      if (step.done === true) this.#length.finish();
      else this.#length.take(step.value);
      if (step.done !== true && step.value.length > 0) this.#given = true;
      if (step.done === true || this.#given) this.#mayHaveSent = true;
      return step;
    } finally {
      this.#iterating = false;
    }
  }

  #checkRepetition(excInfo: ExcInfo | null): void {
    holdTo(
      76,
      this.#calls === 1 || excInfo !== null,
      () => 'start_response() was called a second time without exc_info.',
    );
  }

  #passOn(call: Parameters<StartResponse>, excInfo: ExcInfo | null): Write {
    let write: unknown;
    try {
      write = this.#server(...call);
    } catch (error) {
      if (excInfo !== null) this.#judgeRaised(error, excInfo);
      throw error;
    }
    holdTo(
      73,
      excInfo === null || !this.#mustHaveSent,
      () => 'start_response() took exc_info when headers were sent, and raised nothing.',
    );
    holdTo(
      8,
      typeof write === 'function',
      () => `start_response() returned ${repr(write)}, which cannot be called.`,
    );
    return write as Write;
  }

  #judgeRaised(error: unknown, excInfo: ExcInfo): void {
    if (error === excInfo[1] && !this.#mayHaveSent) {
      throw new ClauseError(69, 'The server sent headers before a block that is not empty.', {
        cause: error,
      });
    }
    this.#raised = true;
  }

  #watchWrite(write: Write): Write {
    const checked = writeWrapper(write);
    const watched: Write = (data) => {
      holdTo(
        92,
        !this.#iterating,
        () => 'write() was called from within the result of the application.',
      );
      this.#mayHaveSent = true;
      if (data instanceof Uint8Array) this.#length.take(data);
      checked(data);
      if (data.length > 0) this.#mustHaveSent = true;
    };
    return onlyCall(watched, 'application', 'write()');
  }
}
