/**
 * Whether a body is as long as its `Content-Length` says.
 *
 * @module
 */

import { holdTo } from './strict-checks.ts';
import type { Header } from './types.ts';

const WITHOUT_BODY = /^(?:204|304)/;

function lengthIn(headers: readonly Header[]): number | null {
  const found = headers.find(([name]) => name.toLowerCase() === 'content-length');
  return found !== undefined && /^\d+$/.test(found[1]) ? Number(found[1]) : null;
}

/** Counts the bytes of one response, in whatever way they are given to the server. */
export class BodyLength {
  readonly #toHead: boolean;
  #declared: number | null = null;
  #mayBeMissing = false;
  #given = 0;

  /** `toHead`: whether the request asks for the headers alone, so that the body may be missing. */
  constructor(toHead: boolean) {
    this.#toHead = toHead;
  }

  /** Notes what a call of `start_response()` says; a later call replaces it. */
  declare(status: string, headers: readonly Header[]): void {
    this.#declared = lengthIn(headers);
    this.#mayBeMissing = this.#toHead || WITHOUT_BODY.test(status);
  }

  /** Counts a block. @throws {ClauseError} for row 78. */
  take(block: Uint8Array): void {
    this.#given += block.length;
    this.#compare(78, this.#declared === null || this.#given <= this.#declared);
  }

  /** To be called when the result has no more blocks. @throws {ClauseError} for row 79. */
  finish(): void {
    const whole = this.#declared === null || this.#given >= this.#declared;
    this.#compare(79, whole || this.#mayBeMissing);
  }

  #compare(row: 78 | 79, fits: boolean): void {
    holdTo(
      row,
      fits,
      () => `Content-Length is ${this.#declared}, and the body has ${this.#given} bytes.`,
    );
  }
}
