/**
 * The course of a run, gathered from what its harness tells.
 *
 * @module
 */

import type { Message, PageMessage, SnippetEnd, ThrownError } from './protocol.ts';

/** Something that went wrong beside the expectations. */
export interface Problem {
  /** The snippet, or -1 where none was running. */
  ordinal: number;
  message: string;
  /** With a stack, where the error was thrown in the chapter. */
  error?: ThrownError;
}

/** What is known of a run so far. */
export class Course {
  /** By ordinal: snippets that came to an end, or broke off. */
  readonly ends = new Map<number, SnippetEnd>();
  readonly problems: Problem[] = [];
  /** The snippet that is open, or -1. */
  open = -1;
  readonly #outputLimit: number;

  /** @param outputLimit bytes that a snippet may print */
  constructor(outputLimit: number) {
    this.#outputLimit = outputLimit;
  }

  /** Notes a problem; of the open snippet, unless told of which. */
  complain(message: string, ordinal = -1, error?: ThrownError): void {
    const owner = ordinal === -1 ? this.open : ordinal;
    this.problems.push({ ordinal: owner, message, ...(error && { error }) });
  }

  /** Takes in a message. Those that are not about snippets change nothing. */
  take(message: Message | PageMessage): void {
    switch (message.type) {
      case 'begin':
        this.open = message.ordinal;
        return;
      case 'end':
        this.#close(message.end);
        return;
      case 'threw': {
        const { ordinal, error, end } = message;
        this.#close(end, ordinal);
        this.complain(`${error.name}: ${error.message}`, ordinal, error);
        return;
      }
      case 'overflow':
        this.#close(message.end, message.ordinal);
        this.complain(
          `Stopped: the snippet printed more than ${this.#outputLimit} bytes.`,
          message.ordinal,
        );
        return;
      case 'exit':
        this.complain(`The snippet called process.exit(${message.code}).`, message.ordinal);
        return;
      case 'stray':
        this.complain(message.complaint, message.ordinal, message.error);
    }
  }

  #close(end: SnippetEnd, ordinal = end.ordinal): void {
    this.ends.set(ordinal, end);
    this.open = -1;
  }
}
